package schedule

import (
	"testing"

	"pgregory.net/rapid"
)

// The way back of every run begins at the milestone, every step starts where the one before it ended,
// and tight steps have no wait; so their days add up.
func TestTraceIsConnected(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec(true).Draw(t, "spec")
		n, err := Compile(s)
		if err != nil {
			t.Fatal(err)
		}
		p := n.Plan()
		for _, e := range n.ends {
			checkTrace(t, n, &p.dates, n.trace(&p.dates, 0, e.milestone, nil), e.milestone)
		}
	})
}

func checkTrace(t *rapid.T, n *Network, d *dates, steps []step, milestone int32) {
	slot, atFinish, tight := milestone, true, true
	for k, st := range steps {
		if st.slot != slot {
			t.Fatalf("step %d is at slot %d, want %d", k, st.slot, slot)
		}
		if st.tight && !tight {
			t.Fatalf("step %d is tight again", k)
		}
		tight = st.tight
		switch st.link {
		case ownDuration:
			if !atFinish || d.finish[slot] != d.start[slot]+d.duration[slot] {
				t.Fatalf("step %d: the duration does not drive slot %d", k, slot)
			}
			atFinish = false
		case origin:
			if atFinish || k != len(steps)-1 {
				t.Fatalf("step %d of %d is an origin", k, len(steps))
			}
		default:
			l := &n.link[st.link]
			day := d.start[slot]
			if l.kind == FinishFinish {
				day = d.finish[slot]
			}
			if (l.kind == FinishFinish) != atFinish {
				t.Fatalf("step %d leaves slot %d by the wrong event", k, slot)
			}
			if st.tight && d.event(l, 0) != day {
				t.Fatalf("step %d is tight and waits %d days", k, day-d.event(l, 0))
			}
			if !st.tight && !l.past {
				t.Fatalf("step %d follows a link into the past whose event has not happened", k)
			}
			slot, atFinish = l.pred, l.kind != StartStart
		}
	}
	if steps[len(steps)-1].link != origin {
		t.Fatal("no origin")
	}
}

// History is followed to the latest event that was waited for.
func TestTraceThroughHistory(t *testing.T) {
	s := merge(Fixed(3), Fixed(8), Fixed(5))
	s.Now = 50
	s.Activities[0].Status = Finished(On(0), On(4))
	s.Activities[1].Status = Finished(On(0), On(9))
	s.Activities[2].Status = Finished(On(2), On(7))
	n := mustCompile(t, s)
	p := n.Plan()
	steps := n.trace(&p.dates, 0, n.ends[0].milestone, nil)
	want := []struct {
		activity Activity
		tight    bool
	}{{3, true}, {3, false}, {1, false}, {1, false}}
	if len(steps) != len(want) {
		t.Fatalf("%+v", steps)
	}
	for i, w := range want {
		if n.act[steps[i].slot] != w.activity || steps[i].tight != w.tight {
			t.Errorf("step %d is %+v, want activity %d", i, steps[i], w.activity)
		}
	}
}

// A release day that holds back an activity is where the way ends, although its predecessor is done: what
// the predecessor took has no part in it.
func TestTraceEndsAtRelease(t *testing.T) {
	s := chain(Fixed(3), Fixed(8))
	baseline := mustCompile(t, s).Plan().Reference()
	s.Now = 50
	s.Activities[0].Status = Finished(On(0), On(40))
	s.Activities[1].Release = Known(70)
	n := mustCompile(t, s)
	p := n.Plan()
	steps := n.trace(&p.dates, 0, n.ends[0].milestone, nil)
	if len(steps) != 2 || steps[1].link != origin || !steps[1].tight {
		t.Errorf("%+v", steps)
	}
	r := mustSimulate(t, n, Options{Runs: 10, Reference: baseline})
	if a, b := r.Activities[0], r.Activities[1]; a.Excess != 0 || b.Excess != 0 || b.Wait != 67 {
		t.Errorf("%+v\n%+v", a, b)
	}
}
