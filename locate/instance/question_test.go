package instance

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
)

// A question becomes the Spec that it means: each choice of sites costs what the instance says.
func TestSpecValues(t *testing.T) {
	for _, c := range []struct {
		text string
		q    Question
		open []int32
		want string // the value, or the rule that the choice breaks
	}{
		{smallPmed, Question{Kind: PMedian}, []int32{0, 3}, "8"},
		{smallPmed, Question{Kind: PMedian, P: 1}, []int32{1}, "16"},
		{smallPmed, Question{Kind: PMedian}, []int32{1}, "row 0 (p) is 1: 2 to 2"},
		{smallPmed, Question{Kind: PMedian, Fixed: []string{"2"}}, []int32{0, 3}, "option 1 must stay"},
		{smallPmed, Question{Kind: MaxCover, P: 1, Radius: 4}, []int32{1}, "1"},
		{smallPmed, Question{Kind: SetCover, Radius: 4}, []int32{1, 3}, "2"},
		{smallPmed, Question{Kind: SetCover, Radius: 4}, []int32{1}, "class 3 must be served"},
		{smallCovering, Question{Kind: MaxCover, Budget: 29, Radius: 2.9}, []int32{0, 1}, "row 0 (budget) is 30"},
		{smallCovering, Question{Kind: MaxCover, Budget: 29, Radius: 2.92}, []int32{0}, "0"},
		{smallCovering, Question{Kind: MaxCover, Budget: 29, Radius: 2.91}, []int32{0}, "17"},
		{smallCovering, Question{Kind: SetCover, Radius: 3}, []int32{0, 1}, "30"},
		{smallPairs, Question{Kind: PMedian, P: 1}, []int32{1}, "23"},
		{smallPairs, Question{Kind: PMedian, P: 1}, []int32{0}, "class 1 must be served"},
		{smallPairs, Question{Kind: MaxCover, P: 1, Radius: 5}, []int32{0}, "9"},
		{smallSquare, Question{Kind: SetCover, P: 2, Radius: 5}, []int32{0, 1}, "2"},
		{smallPoints, Question{Kind: PMedian, Budget: 3}, []int32{1}, "2809127"},
		{smallPoints, Question{Kind: MaxCover, P: 1, Radius: 300_000}, []int32{1}, "5"},
		{smallPlane, Question{Kind: PMedian, P: 1}, []int32{0}, "30"},
	} {
		in := read(t, c.text)
		s, err := c.q.Spec(in)
		if err != nil {
			t.Errorf("%+v: %v", c.q, err)
			continue
		}
		value, _, err := certificate.Value(s, c.open)
		got := fmt.Sprint(value)
		if err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%+v with %v: %s, want %s", c.q, c.open, got, c.want)
		}
	}
}

// A question that the instance cannot answer is refused with its reason.
func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		text string
		q    Question
		want string
	}{
		{smallPmed, Question{Kind: "median"}, UnknownKind},
		{smallPmed, Question{Kind: PMedian, P: 5}, TooMany},
		{smallPmed, Question{Kind: PMedian, P: -1}, TooMany},
		{smallPmed, Question{Kind: PMedian, Radius: 5}, NoRadius},
		{smallPmed, Question{Kind: PMedian, Budget: -5}, NoBudget},
		{smallPmed, Question{Kind: PCenter, Budget: 5, P: 2}, NoBudget},
		{smallPmed, Question{Kind: MaxCover}, NeedsRadius},
		{smallPlane, Question{Kind: PMedian}, NeedsLimit},
		{smallPlane, Question{Kind: PCenter}, NeedsP},
		{smallPlane, Question{Kind: PMedian, P: 1, Fixed: []string{"ab"}}, UnknownSite},
		{smallPlane, Question{Kind: PMedian, P: 2, Fixed: []string{"a", "a"}}, TwiceFixed},
		{smallPlane, Question{Kind: PMedian, P: 1, Fixed: []string{"a", "b"}}, FixedAboveP},
	} {
		_, _, err := c.q.Complete(read(t, c.text))
		var refusal *Refusal
		if !errors.As(err, &refusal) || refusal.Reason != c.want || len(err.Error()) < 10 {
			t.Errorf("%+v: %v, want %s", c.q, err, c.want)
		}
	}
}

// However distances are held, a service gives those of the instance, and Near those below the limit.
func TestServices(t *testing.T) {
	for _, text := range []string{smallPmed, smallTSPLIB, smallPoints, smallPlane, smallPairs, smallSquare, "4 2 1\n1 2 3\n3 4 5\n"} {
		in := read(t, text)
		services := []locate.Service{in.Service(0)}
		if in.Metric == GreatCircle {
			services = append(services, &sphere{in})
		}
		for _, radius := range []float64{0, 3, 5.5, 300_000} {
			if radius > 0 {
				services = []locate.Service{in.Service(radius)}
			}
			for _, s := range services {
				same(t, text, in, s, radius)
			}
		}
	}
}

func same(t *testing.T, text string, in *Instance, s locate.Service, radius float64) {
	t.Helper()
	if rows, columns := s.Size(); rows != in.Clients.N || columns != in.Sites.N {
		t.Fatalf("%q: %d × %d", text, rows, columns)
	}
	for i := range in.Clients.N {
		near := map[int32]int64{}
		s.Near(i, 8, func(j int32, d int64) { near[j] = d })
		for j := range in.Sites.N {
			want, ok := in.Distance(i, j)
			switch {
			case radius > 0 && in.Within(i, j, radius):
				want = 0
			case radius > 0 || !ok:
				want = locate.Never
			}
			if got := s.Cost(i, j); got != want {
				t.Errorf("%q, radius %v: cost of %d from %d is %d, want %d", text, radius, i, j, got, want)
			}
			if d, listed := near[int32(j)]; listed != (want < 8) || listed && d != want {
				t.Errorf("%q, radius %v: near %d of %d: %d, want %d", text, radius, i, j, d, want)
			}
		}
	}
}
