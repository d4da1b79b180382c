package instance_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/etablera/etablera/locate/certificate"
	. "github.com/etablera/etablera/locate/instance"
)

func read(t *testing.T, text string) *Instance {
	t.Helper()
	in, err := Read(strings.NewReader(text), "f")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// A question becomes the Spec that it means: each choice of sites costs what the instance says.
func TestSpecValues(t *testing.T) {
	for _, c := range []struct {
		text string
		q    Question
		open []int32
		want string // the value, or the rule that the choice breaks
	}{
		{SmallPmed, Question{Kind: PMedian}, []int32{0, 3}, "8"},
		{SmallPmed, Question{Kind: PMedian, P: 1}, []int32{1}, "16"},
		{SmallPmed, Question{Kind: PMedian}, []int32{1}, "row 0 (p) is 1: 2 to 2"},
		{SmallPmed, Question{Kind: PMedian, Fixed: []string{"2"}}, []int32{0, 3}, "option 1 must stay"},
		{SmallPmed, Question{Kind: MaxCover, P: 1, Radius: 4}, []int32{1}, "1"},
		{SmallPmed, Question{Kind: SetCover, Radius: 4}, []int32{1, 3}, "2"},
		{SmallPmed, Question{Kind: SetCover, Radius: 4}, []int32{1}, "class 3 must be served"},
		{SmallCovering, Question{Kind: MaxCover, Budget: 29, Radius: 2.9}, []int32{0, 1}, "row 0 (budget) is 30"},
		{SmallCovering, Question{Kind: MaxCover, Budget: 29, Radius: 2.92}, []int32{0}, "0"},
		{SmallCovering, Question{Kind: MaxCover, Budget: 29, Radius: 2.91}, []int32{0}, "17"},
		{SmallCovering, Question{Kind: SetCover, Radius: 3}, []int32{0, 1}, "30"},
		{SmallPairs, Question{Kind: PMedian, P: 1}, []int32{1}, "23"},
		{SmallPairs, Question{Kind: PMedian, P: 1}, []int32{0}, "class 1 must be served"},
		{SmallPairs, Question{Kind: MaxCover, P: 1, Radius: 5}, []int32{0}, "9"},
		{SmallSquare, Question{Kind: SetCover, P: 2, Radius: 5}, []int32{0, 1}, "2"},
		{SmallPoints, Question{Kind: PMedian, Budget: 3}, []int32{1}, "2809127"},
		{SmallPoints, Question{Kind: MaxCover, P: 1, Radius: 300_000}, []int32{1}, "5"},
		{SmallPlane, Question{Kind: PMedian, P: 1}, []int32{0}, "30"},
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
		{SmallPmed, Question{Kind: "median"}, UnknownKind},
		{SmallPmed, Question{Kind: PMedian, P: 5}, TooMany},
		{SmallPmed, Question{Kind: PMedian, P: -1}, TooMany},
		{SmallPmed, Question{Kind: PMedian, Radius: 5}, NoRadius},
		{SmallPmed, Question{Kind: PMedian, Budget: -5}, NoBudget},
		{SmallPmed, Question{Kind: PCenter, Budget: 5, P: 2}, NoBudget},
		{SmallPmed, Question{Kind: MaxCover}, NeedsRadius},
		{SmallPlane, Question{Kind: PMedian}, NeedsLimit},
		{SmallPlane, Question{Kind: PCenter}, NeedsP},
		{SmallPlane, Question{Kind: PMedian, P: 1, Fixed: []string{"ab"}}, UnknownSite},
		{SmallPlane, Question{Kind: PMedian, P: 2, Fixed: []string{"a", "a"}}, TwiceFixed},
		{SmallPlane, Question{Kind: PMedian, P: 1, Fixed: []string{"a", "b"}}, FixedAboveP},
	} {
		_, _, err := c.q.Complete(read(t, c.text))
		var refusal *Refusal
		if !errors.As(err, &refusal) || refusal.Reason != c.want || len(err.Error()) < 10 {
			t.Errorf("%+v: %v, want %s", c.q, err, c.want)
		}
	}
}
