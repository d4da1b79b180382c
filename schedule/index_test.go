package schedule

import (
	"context"
	"errors"
	"testing"
)

func TestOptional(t *testing.T) {
	if (Optional{}).Known {
		t.Error("the zero Optional is known")
	}
	if got := Known(0); !got.Known || got.Value != 0 {
		t.Errorf("Known(0) = %+v", got)
	}
}

// The limits do what they are for: the longest chain that they allow, of the longest activities with
// the longest lags from the last day, stays within int32.
func TestLimitsKeepDaysInRange(t *testing.T) {
	s := &Spec{Now: MaxDay}
	p := s.AddProject(1)
	for i := range Activity(MaxActivities) {
		s.AddActivity(ActivitySpec{Project: p, Duration: Fixed(MaxDuration)})
		if i > 0 {
			s.AddLink(i-1, i, FinishStart, MaxDuration)
		}
	}
	s.SetEnds(p, 0, MaxActivities-1)
	plan := mustCompile(t, s).Plan()
	want := int64(MaxDay) + MaxActivities*MaxDuration + (MaxActivities-1)*MaxDuration
	if got := int64(plan.MilestoneFinish(p)); got != want {
		t.Errorf("the last finish is %d, want %d", got, want)
	}
	for a := range Activity(MaxActivities) {
		if plan.Slack(a) != 0 {
			t.Fatalf("activity %d has slack %d", a, plan.Slack(a))
		}
	}
}

// A project may start as early, and have run as long, as days can say.
func TestExtremeHistory(t *testing.T) {
	s := chain(LogNormal(60, 120), Fixed(2))
	s.Now = MaxDay
	s.Activities[0].Status = Started(On(-MaxDay))
	n := mustCompile(t, s)
	if got := n.Plan().MilestoneFinish(0); got != MaxDay+3 {
		t.Errorf("finish on %d, want %d", got, MaxDay+3)
	}
	if !n.Overdue(0) {
		t.Error("100,000 years are not overdue")
	}
	r := mustSimulate(t, n, Options{Runs: 300})
	if lo, hi := r.Finish.Range(0); lo != MaxDay+3 || hi != MaxDay+3 {
		t.Errorf("samples %d … %d", lo, hi)
	}
	// A start that is known to lie somewhere in all that time asks for more than a sample can hold.
	s.Activities[0].Status = Started(Between(-MaxDay, MaxDay))
	s.SetEnds(0, 0, 1)
	_, err := Simulate(context.Background(), mustCompile(t, s), Options{Runs: 300, Starts: true})
	var tooWide *RangeError
	if !errors.As(err, &tooWide) {
		t.Errorf("error %v, want a *RangeError", err)
	}
}
