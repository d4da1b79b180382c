package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
)

// What is stated, and what follows from it, gives every activity a state.
func TestStatuses(t *testing.T) {
	s := sceneOn(t, "2022-06-15").chain("5", "5", "5")
	p, err := newProcess(programme.NewIndex(&s.s))
	if err != nil {
		t.Fatal(err)
	}
	type stated struct{ started, finished string }
	for _, c := range []struct {
		name   string
		stated map[int]stated
		opened string
		states string // of lokal, ombyggnad, inflyttning, avslut: - not started, r running, d done
		finish [4]string
	}{
		{"nothing", nil, "", "----", [4]string{}},
		{"begun", map[int]stated{0: {started: "2022-03-01"}}, "", "r---", [4]string{}},
		{"the second has begun", map[int]stated{1: {started: "2022-05-02"}}, "", "dr--", [4]string{"../2022-05-02"}},
		{"begun, but so has the next: they overlap", map[int]stated{0: {started: "2022-03-01"}, 1: {started: "2022-05-02"}}, "", "rr--", [4]string{}},
		{"the last has begun", map[int]stated{3: {started: "2022-05-02"}}, "", "dddr", [4]string{"../2022-05-02", "../2022-05-02", "../2022-05-02"}},
		{"a finish only", map[int]stated{1: {finished: "2022-05"}}, "", "dd--", [4]string{"../2022-05-31", "2022-05"}},
		{"opened", nil, "2022-06-01", "ddd-", [4]string{"../2022-06-01", "../2022-06-01", "2022-06-01"}},
		{"opened while the premises are still sought", map[int]stated{0: {started: "2022-03-01"}}, "2022-06-01", "ddd-", [4]string{"../2022-06-01", "../2022-06-01", "2022-06-01"}},
		{"opened, and the work before finished", map[int]stated{1: {"2022-03-01", "2022-05-20"}}, "2022-06-01", "ddd-", [4]string{"../2022-03-01", "2022-05-20", "2022-06-01"}},
		{"the opening activity has finished", map[int]stated{2: {"2022-05-01", "2022-05-20"}}, "", "ddd-", [4]string{"../2022-05-01", "../2022-05-01", "2022-05-20"}},
	} {
		v := view{day: s.s.Programme.AsOf, stated: make([]statement, 4), opened: span(c.opened)}
		for i, x := range c.stated {
			v.stated[i].started, v.stated[i].finished = span(x.started), span(x.finished)
		}
		for i, st := range p.settle(&v) {
			want := map[byte]schedule.State{'-': schedule.NotStarted, 'r': schedule.Running, 'd': schedule.Done}[c.states[i]]
			if st.state != want || st.finish.String() != c.finish[i] {
				t.Errorf("%s: %s is in state %d, finished %q; want %d, %q", c.name, p.stages[i].ID, st.state, st.finish, want, c.finish[i])
			}
		}
	}
}

// The engine is told nothing that it would refuse: no start after the finish, no
// history after now.
func TestEngineStatusOfContradictions(t *testing.T) {
	c, day := &clock{cal: calendar}, civil.MustDate("2022-06-15")
	st := status{state: schedule.Done, start: span("2022-06"), finish: span("2022-05-20")}
	got := c.engineStatus(&st, &statement{}, day)
	if got.Start.Lo > got.Finish.Lo || got.Start.Hi > got.Finish.Hi || got.Finish.Hi > c.after(day) {
		t.Errorf("%+v", got)
	}
}
