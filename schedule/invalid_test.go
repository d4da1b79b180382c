package schedule

import "testing"

// A message names the place, the mistake, what was found and what would be right.
func TestMistakeText(t *testing.T) {
	for _, c := range []struct {
		m    Mistake
		want string
	}{
		{Mistake{BadDay, NoProject, NoActivity, -1, "now is day 99", "want less"}, "spec: day: now is day 99; want less"},
		{Mistake{DuplicateKey, 4, NoActivity, -1, "key 1 is project 0's", "want a key of its own"},
			"project 4: duplicate-key: key 1 is project 0's; want a key of its own"},
		{Mistake{NegativeDuration, 4, 7, -1, "fixed(-1)", "want 0 days or more"},
			"activity 7: negative-duration: fixed(-1); want 0 days or more"},
		{Mistake{BadLink, NoProject, NoActivity, 0, "kind 9", "want another"}, "link 0: link: kind 9; want another"},
	} {
		if got := c.m.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestErrorTexts(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&InvalidError{[]Mistake{
			{BadLink, NoProject, NoActivity, 2, "kind 9", "want another"},
			{BadLink, NoProject, NoActivity, 3, "kind 8", "want another"},
		}}, "schedule: link 2: link: kind 9; want another\nlink 3: link: kind 8; want another"},
		{&CycleError{Project: 3, Cycle: []Activity{4, 9}},
			"schedule: project 3: activities wait for one another: 4 → 9 → 4; remove one of these links"},
		{&RangeError{Project: 3, Lo: -5, Hi: 70000},
			"schedule: project 3: sampled days -5 … 70000 span more than 65535; narrow its durations"},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
