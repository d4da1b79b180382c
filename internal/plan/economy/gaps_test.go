package economy

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// gaps is a programme with holes: a type whose running cost nobody knows, one
// without any cost, weighted stages, an opening known to a month, two projects
// for one office, appropriations of one id, and a total that the counts exceed.
func gaps() *scene {
	s := seed()
	s.s.OfficeTypes[medium].Costs[1].Amount = programme.Amount{}
	s.s.OfficeTypes = append(s.s.OfficeTypes, programme.OfficeType{ID: "bare", Name: programme.Text{Sv: "utan kostnad"}})
	s.claim("are", programme.Decided, "bare")
	s.claim("boden", programme.Proposed, "nothing-known")
	s.s.RoundCounts = s.s.RoundCounts[:1]
	s.count("1", "nothing-known", programme.Exactly(3))
	s.s.Process = []programme.Stage{{ID: "fit", CostWeight: 2, Provenance: cited("3")}, {ID: "open", CostWeight: 1, Provenance: cited("3")}}
	for i := range s.d.Projects {
		p := &s.d.Projects[i]
		p.Activities = []timetable.Activity{{Stage: "fit", Start: p.Start, Finish: p.Planned - 40}, {Stage: "open", Start: p.Planned - 20, Finish: p.Planned + 20}}
	}
	first := &s.d.Projects[0]
	first.Planned, first.Forecast, first.Activities = 0, timetable.Quantiles{}, nil
	first.Opened.First, first.Opened.Last = date("2022-06-01"), date("2022-06-30")
	s.add("laholm", "1", "2021-05-01", "2023-01-02")
	s.s.Appropriations = []programme.Appropriation{{ID: "x", Year: 2022, Amount: amount("1 mnkr"), Status: programme.Granted},
		{ID: "x", Year: 2022, Status: programme.Granted}, {ID: "y", Year: 2023, Amount: amount("2 mnkr"), Permanent: true, Status: programme.Granted}}
	s.sample(50, 10, 40)
	return s
}

// The figures of a programme with holes hold, down to the facts.
func TestBookHoldsWithGaps(t *testing.T) {
	s := gaps()
	e := s.make(t)
	shelf, seen := s.shelf(e), map[figure.Address]bool{}
	for a := range e.Addresses() {
		check(t, shelf, a, seen)
	}
	for a := range seen {
		if f, ok := shelf.Figure(a); ok {
			seen[f.Address] = true
		}
	}
	for _, a := range []figure.Address{"facts/process/fit/cost-weight", "facts/type-claims/1/types", "facts/office-types/medium/costs/2/amount"} {
		if !seen[a] {
			t.Errorf("no figure rests on %s", a)
		}
	}
}

// What has no known cost makes its own figures and the sums that it is part of
// unknown, and they say for how many offices; what is known stands by itself.
func TestUnknownCosts(t *testing.T) {
	e := gaps().make(t)
	for a, want := range map[figure.Address]string{
		"economy/office/are/running":            "money ?",
		"economy/office/are/establishment/low":  "money ?",
		"economy/type/medium/running":           "money ?",
		"economy/type/medium/running/2022":      "money ?",
		"economy/type/bare/establishment":       "money ?",
		"economy/type/medium/establishment":     "money 287500000",
		"economy/round/1/running":               "money ?",
		"economy/2022/running/office/are/low":   "money ?",
		"economy/2022/appropriation/total":      "money ?",
		"economy/2022/appropriation/entry/x":    "money 100000000",
		"economy/2022/appropriation/entry/2":    "money ?",
		"economy/2023/balance":                  "",
		"economy/office/are/type/low":           "words utan kostnad",
		"economy/office/filipstad/opening":      "date 2022-06-15",
		"economy/not-phased":                    "count 0",
		"economy/2023/appropriation/announced":  "money ?",
		"economy/2023/loan-frame":               "money ?",
		"economy/2022/outturn":                  "money ?",
		"economy/round/1/projects":              "count 14",
		"economy/2022/establishment/office/are": "money ?",
		"economy/2022/running/type/bare":        "money ?",
		"economy/2022/all/type/medium":          "money ?",
		"economy/2022/running/total":            "money ?",
		"economy/2022/running/total/low":        "money ?",
		"economy/2022/running/total/p50":        "money ?",
		"economy/2022/all/total":                "money ?",
		"economy/2022/all/round/1":              "money ?",
		"economy/2022/all/mandate/m/p80":        "money ?",
		"economy/2021/running/total":            "money 0",
		"economy/2022/balance":                  "money ?",
		"economy/2022/depreciation/total":       "money ?",
		"economy/2022/loan":                     "money ?",
	} {
		f, ok := e.Figure(a)
		if !ok || want != "" && f.Value.Canonical() != want {
			t.Errorf("%s = %s (%v), want %s", a, f.Value.Canonical(), ok, want)
		}
	}
	if len(e.NotCosted) != len(e.Offices) {
		t.Errorf("every office but Åre may be medium, and Åre has no cost; %d are not costed", len(e.NotCosted))
	}
	f, _ := e.Figure("economy/2023/running/total")
	if f.Value.Known {
		t.Errorf("with unknown running costs the sum is %s", f.Value.Canonical())
	}
	said := false
	for _, n := range f.Notes {
		said = said || n.Key == "economy.note.not-costed" && n.Args[0] == 14
	}
	if !said {
		t.Errorf("the sum does not say what it lacks: %v", f.Notes)
	}
}

// An office is costed once, also where two projects open it.
func TestRepeatedProject(t *testing.T) {
	e := gaps().make(t)
	if len(e.Offices) != 14 || len(e.Repeated) != 1 || e.Repeated[0] != "p-laholm" {
		t.Errorf("%d offices, repeated %v", len(e.Offices), e.Repeated)
	}
}

// A horizon ends when asked to; what falls outside is not shown, also by the simulation.
func TestShortHorizon(t *testing.T) {
	s := seed()
	s.sample(50, 10, 40)
	e, err := OnDates(s.index(), s.d, Options{LastYear: 2021})
	if err != nil || e.First != 2021 || e.Last != 2021 {
		t.Fatalf("%d to %d, %v", e.First, e.Last, err)
	}
	q, ok := e.QuantilesAt(YearOf(2021), All, Low)
	plan := e.At(YearOf(2021), All, Total, Low).Low
	if !ok || q.P10 <= 0 || q.P10 > plan*11/10 {
		t.Errorf("2021: %v, the plan has %v", q, plan)
	}
	if _, ok := e.Figure("economy/2022/running/total"); ok {
		t.Error("2022 is answered for")
	}
	whole := s.make(t)
	if w, _ := whole.QuantilesAt(YearOf(2021), All, Low); w != q || whole.At(YearOf(2021), All, Total, Low).Low != plan {
		t.Errorf("a longer horizon changes 2021: %v, was %v", w, q)
	}
}
