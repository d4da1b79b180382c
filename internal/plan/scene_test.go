package plan_test

import (
	"fmt"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
)

// example is the embedded example as of a day.
func example(tb testing.TB, day string) *programme.Snapshot {
	tb.Helper()
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		tb.Fatalf("the example is wrong: %v", mistakes[0])
	}
	return s.AsOf(civil.MustDate(day))
}

// enlarged is the example with n offices: copies of the 28 with ids of their
// own, in rounds of 14 with the counts and windows of the originals.
func enlarged(tb testing.TB, n int) *programme.Snapshot {
	tb.Helper()
	s := example(tb, "2021-09-24")
	var offices []programme.Office
	var projects []programme.Project
	var progress []programme.Progress
	var claims []programme.TypeClaim
	var rounds []programme.Round
	var counts []programme.RoundCount
	base := *s
	x := programme.NewIndex(&base)
	made := 0
	for copied := 0; made < n; copied++ {
		name := func(id string) string { return fmt.Sprintf("%s-%d", id, copied) }
		for _, r := range s.Rounds {
			r.ID = programme.RoundID(name(string(r.ID)))
			rounds = append(rounds, r)
		}
		for _, c := range s.RoundCounts {
			c.Round = programme.RoundID(name(string(c.Round)))
			counts = append(counts, c)
		}
		for _, p := range s.Projects {
			o, _ := x.Office(p.Office)
			if p.Kind != programme.Open || p.Round == "" || o == nil || made == n {
				continue
			}
			made++
			for _, i := range x.Progress(p.ID) {
				w := s.Progress[i]
				w.Project = programme.ProjectID(name(string(p.ID)))
				progress = append(progress, w)
			}
			for _, i := range x.Claims(p.Office) {
				c := s.TypeClaims[i]
				c.Office = programme.OfficeID(name(string(p.Office)))
				claims = append(claims, c)
			}
			office := *o
			office.ID = programme.OfficeID(name(string(p.Office)))
			p.ID, p.Office, p.Round = programme.ProjectID(name(string(p.ID))), office.ID, programme.RoundID(name(string(p.Round)))
			offices, projects = append(offices, office), append(projects, p)
		}
	}
	s.Offices, s.Projects, s.Progress, s.TypeClaims, s.Rounds, s.RoundCounts = offices, projects, progress, claims, rounds, counts
	s.Baselines, s.OfficeEvents, s.Levels = nil, nil, nil
	return s
}
