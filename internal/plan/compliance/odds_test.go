package compliance_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

var municipalities = []string{"Boden", "Åre", "Laholm", "Lund", "Solna", "Malmö", "Linköping", "Kalix"}

// drawWorld draws some projects of both rounds, some open, some silent.
func drawWorld(t *rapid.T, day string) *world {
	w := worldOn(t, day)
	for i := range rapid.IntRange(1, 8).Draw(t, "projects") {
		m, round := municipalities[i], rapid.SampledFrom([]string{"r1", "r2"}).Draw(t, "round")
		start := civil.MustDate("2021-10-01").AddDays(rapid.IntRange(0, 700).Draw(t, "start")).String()
		switch rapid.IntRange(0, 4).Draw(t, "kind") {
		case 0:
			w.silent(round, m)
		case 1:
			w.opened(round, m, rapid.SampledFrom([]string{"2021-06-15", "2021-07/2021-08", "2021", ".." + "/2021-08"}).Draw(t, "opened"))
		case 2:
			w.sure(round, m, start)
		default:
			w.risky(round, m, start)
		}
		w.lastOffice().Categories = rapid.SampledFrom([][]programme.Category{nil, {programme.Rural}, {programme.Vulnerable, programme.Metropolitan}}).Draw(t, "category")
		w.lastOffice().Locality = rapid.SampledFrom([]string{"", "Skäggetorp", "Rosengård", "Mobilia"}).Draw(t, "locality")
		if rapid.Bool().Draw(t, "serves") {
			w.near(rapid.SampledFrom([]string{"Rosengård", "Skäggetorp"}).Draw(t, "area"), rapid.Float64Range(0, 3000).Draw(t, "metres"), "address")
		}
	}
	return w
}

// An opening earlier by some days, not before the window, never lowers a probability.
func TestEarlierIsNoWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := worldOn(t, "2021-09-24")
		n := rapid.IntRange(1, 4).Draw(t, "projects")
		var starts []civil.Date
		for i := range n {
			starts = append(starts, civil.MustDate("2022-01-03").AddDays(rapid.IntRange(0, 400).Draw(t, "start")))
			w.risky("r1", municipalities[i], starts[i].String())
		}
		c := during2022(programme.Share(rapid.IntRange(1, 100).Draw(t, "share") * 10_000))
		before := w.clause(c).check().Probability
		all := w.clause(atLeast(n)).check().Probability
		i := rapid.IntRange(0, n-1).Draw(t, "which")
		earlier := max(starts[i].AddDays(-rapid.IntRange(0, 100).Draw(t, "days")), civil.MustDate("2022-01-03"))
		w.s.Progress[i].PlannedStart = civil.Day(earlier)
		if after := w.clause(c).check().Probability; after < before {
			t.Fatalf("project %d starts %s instead of %s, and the probability falls from %v to %v", i, earlier, starts[i], before, after)
		}
		if after := w.clause(atLeast(n)).check().Probability; after < all {
			t.Fatalf("project %d starts %s instead of %s, and the probability of all falls from %v to %v", i, earlier, starts[i], all, after)
		}
	})
}

// To ask for more never makes it likelier, and never turns what is not met into
// met; another project of the mandate never makes enough offices less likely.
func TestMoreIsHarder(t *testing.T) {
	order := map[compliance.Status]int{compliance.Met: 3, compliance.MetByPlan: 2, compliance.AtRisk: 1, compliance.NotMet: 0}
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, "2021-09-24")
		last := 3
		chance := 1.0
		for n := range len(w.s.Projects) + 2 {
			f := w.clause(atLeast(n)).check()
			if order[f.Status] > last || f.Probability > chance {
				t.Fatalf("%d offices: %s (%v), after %v (%v)", n, f.Status, f.Probability, last, chance)
			}
			last = order[f.Status]
			if !math.IsNaN(f.Probability) {
				chance = f.Probability
			}
		}
		n := rapid.IntRange(1, 8).Draw(t, "n")
		before := w.clause(atLeast(n)).check()
		after := w.risky("r1", "Tingsryd", "2022-05-02").check()
		if order[after.Status] < order[before.Status] || after.Probability < before.Probability {
			t.Fatalf("with one more project %s (%v) becomes %s (%v)", before.Status, before.Probability, after.Status, after.Probability)
		}
	})
}

// Whatever the facts, every clause has a status of the list, figures that rest
// on what is there, a measured number within reason, and a probability from 0 to 1.
func TestAnyWorld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, rapid.SampledFrom([]string{"2021-09-24", "2022-12-31", "2023-06-30", "2025-01-01"}).Draw(t, "day"))
		w.party("boden", programme.Municipality, "Boden").party("norrbotten", programme.Region, "Norrbottens län")
		w.frozen("a", "2021-09-01", "boden", "2022-06-01").frozen("b", "2021-09-20", "boden", "2022-09-01", "are", "2022")
		if rapid.Bool().Draw(t, "consults") {
			w.consults(programme.Consultation{Kind: rapid.SampledFrom([]programme.ConsultationKind{programme.Dialogue, programme.Opinion, programme.Information}).Draw(t, "kind"),
				State: rapid.SampledFrom([]programme.ConsultationState{programme.ConsultationPlanned, programme.ConsultationHeld, ""}).Draw(t, "state"),
				Every: programme.Municipality, Parties: []programme.PartyID{"fi"}})
		}
		w.s.Mandates[0].Clauses = nil
		for i, k := range programme.ClauseKinds {
			w.s.Mandates[0].Clauses = append(w.s.Mandates[0].Clauses, programme.Clause{ID: programme.ClauseID(fmt.Sprint("c", i)), Kind: k, Minimum: count(2), Count: count(2),
				Round: "r1", Window: span("2022"), Share: 500_000, Municipalities: []string{"Boden", "Linköping"}, Regions: []string{"Malmö", "Stockholm"}, ListYear: 2019, Within: 1000,
				MinimumRegions: count(2), Parties: []programme.PartyID{"fi", "nobody"}, Body: "fi", Deliverable: "d"})
		}
		for _, f := range w.matrix(compliance.Options{}).Findings {
			if f.Status == "" || !math.IsNaN(f.Probability) && (f.Probability < 0 || f.Probability > 1) {
				t.Fatalf("%s: %s (%v)", f.Kind, f.Status, f.Probability)
			}
			if f.Measured.Known && f.Measured.Low > f.Measured.High {
				t.Fatalf("%s: measured %s", f.Kind, f.Measured.Canonical())
			}
			if f.Status == compliance.Unknown && len(f.Needs) == 0 {
				t.Fatalf("%s is unknown and needs nothing", f.Kind)
			}
		}
	})
}
