package schedule

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSpanMiddle(t *testing.T) {
	for _, c := range []struct {
		s    Span
		want int32
	}{
		{On(7), 7}, {Between(1, 2), 1}, {Between(1, 3), 2}, {Between(-4, -1), -3}, {Between(-1, 2), 0},
	} {
		if got := c.s.Middle(); got != c.want {
			t.Errorf("%v.Middle() = %d, want %d", c.s, got, c.want)
		}
	}
}

// The middle lies in the span, and cutting a span off leaves nothing after the cut.
func TestSpanProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.Int32Range(-MaxDay, MaxDay).Draw(t, "lo")
		hi := rapid.Int32Range(lo, MaxDay).Draw(t, "hi")
		now := rapid.Int32Range(lo, MaxDay).Draw(t, "now")
		s := Between(lo, hi)
		if m := s.Middle(); m < lo || m > hi {
			t.Fatalf("middle of %v is %d", s, m)
		}
		cut := s.clip(now)
		if cut.Lo != lo || cut.Hi > now || cut.Hi != min(hi, now) {
			t.Fatalf("%v cut at %d is %v", s, now, cut)
		}
	})
}

func TestStatusConstructors(t *testing.T) {
	if (Status{}).State != NotStarted {
		t.Error("the zero status is not NotStarted")
	}
	if s := Started(On(3)); s.State != Running || s.Start != On(3) || s.Remaining.Known {
		t.Errorf("Started: %+v", s)
	}
	if s := StartedWithRemaining(On(3), 0); s.State != Running || s.Remaining != Known(0) {
		t.Errorf("StartedWithRemaining: %+v", s)
	}
	if s := Finished(On(3), Between(5, 9)); s.State != Done || s.Start != On(3) || s.Finish != Between(5, 9) {
		t.Errorf("Finished: %+v", s)
	}
}
