package rounds_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/sweden"
)

func exampleFacts(t testing.TB) *programme.Snapshot {
	t.Helper()
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes[0])
	}
	return s.AsOf(civil.MustDate("2021-09-24"))
}

func roundsOf(t testing.TB, s *programme.Snapshot, o rounds.Options) (*rounds.Rounds, *coverage.Coverage, *timetable.Timetable) {
	t.Helper()
	x := programme.NewIndex(s)
	calendar, err := sweden.NewWorkingCalendar(2000, 2040)
	if err != nil {
		t.Fatal(err)
	}
	table, err := timetable.MakeContext(context.Background(), x, calendar, timetable.Options{Seed: 1, Runs: 200})
	if err != nil {
		t.Fatal(err)
	}
	c := coverage.Make(x, table, coverage.Options{})
	return rounds.Make(x, table, c, coverage.Options{}, o), c, table
}

// example is shared by the tests that only read.
var example = sync.OnceValue(func() *rounds.Rounds {
	t := &testing.T{}
	r, _, _ := roundsOf(t, exampleFacts(t), rounds.Options{})
	return r
})

func TestLook(t *testing.T) {
	for _, leaders := range []int{0, 20, 5} {
		r, _, _ := roundsOf(t, exampleFacts(t), rounds.Options{Leaders: timetable.Leaders{Count: leaders}})
		at := time.Now()
		show := func(id string) {
			d, err := r.Find(t.Context(), id)
			if err != nil || d == nil {
				t.Log(id, err, d)
				return
			}
			t.Log(id, d.Of, len(d.Moved), d.Open)
			for _, g := range rounds.Goals {
				t.Log("   ", g, r.Value(d, g))
			}
		}
		show(rounds.Own)
		t.Log(time.Since(at), r.Rounds)
		for _, g := range rounds.Goals {
			b, err := r.Best(t.Context(), g)
			t.Logf("%+v %v %v", b, err, time.Since(at))
			show(rounds.BestID(g))
		}
		for _, s := range rounds.Scopes {
			j, err := r.Judge(t.Context(), s)
			t.Logf("%+v %v %v", j, err, time.Since(at))
			if err != nil {
				continue
			}
			for _, g := range j.Goals {
				show(rounds.LeastID(s, g))
				show(rounds.SmallID(s, g))
			}
		}
		c, err := r.Curve(t.Context(), rounds.Access, rounds.Areas)
		t.Logf("%+v %v %v", c, err, time.Since(at))
		c, err = r.Curve(t.Context(), rounds.Access, rounds.Balance)
		t.Logf("%+v %v %v", c, err, time.Since(at))
	}
}
