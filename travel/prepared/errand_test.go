package prepared

import (
	"context"
	"errors"
	"testing"

	"github.com/etablera/etablera/travel/transit"
)

// The site is at the far end of the street, open from 8:10 to 9:00. Who takes the bus at
// 8:00 waits for it to open, stays half an hour and walks home in twelve minutes; who
// walks both ways is away two minutes longer. There is no bus back.
func TestThereAndBack(t *testing.T) {
	n := built(t)
	home, end := Place{latOf(0), 18}, Place{latOf(nodes - 1), 18}
	days, err := n.Transit(context.Background(), []Place{home, end, {60, 18}}, Snap, Journey{Date: date(t, "2021-11-09")})
	if err != nil {
		t.Fatal(err)
	}
	open := []transit.Span{{From: 8*3600 + 600, To: 9 * 3600}}
	for name, c := range map[string]struct {
		e    Errand
		want [2]uint32 // from the other end, and from next door
	}{
		"half an hour":         {Errand{}, [2]uint32{600 + 1800 + 720, 1800}},
		"fifty minutes":        {Errand{Stay: 3000}, [2]uint32{600 + 3000 + 720, 3000}},
		"an hour":              {Errand{Stay: 3600}, [2]uint32{Unreachable, Unreachable}},
		"after the bus":        {Errand{LeaveFrom: 8*3600 + 60}, [2]uint32{720 + 1800 + 720, 1800}},
		"back too early":       {Errand{HomeBy: 8*3600 + 2700}, [2]uint32{Unreachable, 1800}},
		"leaving at the close": {Errand{LeaveFrom: 8*3600 + 1801}, [2]uint32{Unreachable, Unreachable}},
	} {
		told := 0
		got, err := days.ThereAndBack(context.Background(), []Place{end}, [][]transit.Span{open}, c.e, func(done, of int) { told = done })
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []uint32{c.want[0], c.want[1], Unreachable} {
			if d := int64(got[i]) - int64(want); d < -6 || d > 6 {
				t.Errorf("%s, home %d: %d s, want %d", name, i, got[i], want)
			}
		}
		if told != 1 {
			t.Errorf("told of %d", told)
		}
	}
}

// It can be called off, and hours that end before they begin are refused.
func TestThereAndBackRefuses(t *testing.T) {
	n := built(t)
	days, err := n.Transit(context.Background(), []Place{{latOf(0), 18}}, Snap, Journey{Date: date(t, "2021-11-09")})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := days.ThereAndBack(ctx, []Place{{latOf(3), 18}}, [][]transit.Span{nil}, Errand{}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := days.ThereAndBack(context.Background(), []Place{{latOf(3), 18}}, [][]transit.Span{{{From: 2, To: 1}}}, Errand{}, nil); err == nil {
		t.Error("wrong hours are taken")
	}
}
