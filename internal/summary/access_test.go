package summary_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
)

func accessOf(p *plan.Plan, lang locale.Lang) *summary.Access {
	return summary.AccessOf(p, lang, summary.AccessOptions{By: programme.EveryCategory, Hours: true, Visits: true})
}

// withScenario is the example with a scenario, a criterion and some hours.
func withScenario(t *testing.T) *plan.Plan {
	t.Helper()
	s := facts()
	var hours programme.OpeningHours
	if err := hours.UnmarshalText([]byte("mon-fri 10:00-15:00")); err != nil {
		t.Fatal(err)
	}
	s.Scenarios = []programme.Scenario{{ID: "tva", Name: programme.Text{Sv: "Två ändringar", En: "Two changes"}, Changes: []programme.Change{
		{Kind: programme.ToClose, Office: "storuman"},
		{Kind: programme.ToOpen, Name: "Kiruna", Municipality: "Kiruna", Position: &programme.Position{Lat: 67.8557, Lon: 20.2251, Precision: "address"}, Hours: hours},
	}}}
	s.DemandScenarios = []programme.DemandScenario{{ID: "mer", Name: programme.Text{Sv: "Fler", En: "More"}, PerMille: programme.Exactly(1100)}}
	s.Visits = []programme.VisitCount{{Office: "torsby", Month: 24252, Visits: programme.Exactly(400)}}
	s.AccessCriteria = []programme.AccessCriterion{{ID: "en-timme", Text: programme.Text{Sv: "Sextio procent inom en timme", En: "Sixty per cent within an hour"},
		Share: 600_000, Minutes: programme.Exactly(60), Every: programme.EveryCounty, Provenance: programme.Provenance{Source: programme.Citation{ID: "delred1"}}}}
	return mustPlan(s)
}

// The answer tells what the commission asked for: before and after the 28, of a
// part of the network, by an estimate, with the areas that the new offices serve.
func TestAccessOfTheExample(t *testing.T) {
	a := accessOf(example(), locale.Swedish)
	if a.Chosen != "mandate-uppdrag-2021" || !a.IsEstimate || a.Mode != "car" || len(a.Notes) != 2 || !strings.Contains(a.Notes[1], "116") {
		t.Errorf("%q by %s, %v, notes %q", a.Chosen, a.Mode, a.IsEstimate, a.Notes)
	}
	shares := map[string]int64{}
	for _, s := range a.States {
		shares[s.ID], _ = s.Units[0].Within[2].Share.Low.(int64)
	}
	if before, after := shares["before-uppdrag-2021"], shares["after-uppdrag-2021"]; before < 150_000 || before > 250_000 || after < 450_000 || after > 600_000 {
		t.Errorf("within 30 minutes: %d before, %d after, in millionths", before, after)
	}
	offices := map[programme.OfficeID]bool{}
	for _, s := range a.Served {
		for _, p := range example().Facts.S.Projects {
			if p.Office == s.Office && p.Mandate == "uppdrag-2021" {
				offices[s.Office] = true
			}
		}
		if s.Precision == "centre of area" && s.Distance.Low != nil {
			t.Errorf("%s lies where the centre of its area is, and yet %s from it", s.Name, s.Distance.Text)
		}
	}
	if len(offices) != 13 {
		t.Errorf("%d of the 28 serve vulnerable areas, want 13", len(offices))
	}
}

// A scenario is shown before anything else, step by step, with the nearest
// alternative of those who lose.
func TestAccessOfAScenario(t *testing.T) {
	for _, lang := range languages {
		a := accessOf(withScenario(t), lang)
		var b bytes.Buffer
		if err := a.WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		if a.Chosen != "scenario-tva" {
			t.Errorf("%s is chosen", a.Chosen)
		}
		for _, c := range a.Changes {
			if c.ID != "scenario-tva" {
				continue
			}
			if len(c.Steps) != 2 || c.Steps[0].Office != "Storuman" || c.Steps[1].Office != "Kiruna" || len(c.Hits) != 10 {
				t.Errorf("%d steps, %d hits: %+v", len(c.Steps), len(c.Hits), c.Steps)
			}
			for i, h := range c.Hits {
				if h.Next == "" || h.Nearest != "storuman" || i > 0 && h.Longer.Low.(int64) > c.Hits[i-1].Longer.Low.(int64) {
					t.Errorf("hit %d: %+v", i, h)
				}
			}
		}
		golden(t, "access."+string(lang)+".txt", b.Bytes())
	}
}

// A programme without offices answers, and says that nobody reaches one.
func TestAccessOfNothing(t *testing.T) {
	a := accessOf(nothing(), locale.English)
	if n := a.States[0].Units[0].Within[4].Share.Low; n != int64(0) || a.States[0].Units[0].Median.Low != nil {
		t.Errorf("%v reach an office in %v", n, a.States[0].Units[0].Median)
	}
	var b bytes.Buffer
	if err := a.WriteText(&b, locale.English); err != nil || !strings.Contains(b.String(), "No opening hours are known") {
		t.Errorf("%v: %s", err, b.String())
	}
}
