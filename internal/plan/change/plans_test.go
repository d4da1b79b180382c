package change

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func planOf(t testing.TB, s *programme.Snapshot, day string, change func(*programme.Snapshot)) *plan.Plan {
	t.Helper()
	s = s.AsOf(civil.MustDate(day))
	if change != nil {
		s = clone(s)
		change(s)
	}
	p, err := plan.Make(s, plan.Options{Runs: 200})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPlansThatAreTheSame(t *testing.T) {
	s := example(t)
	if set := Plans(planOf(t, s, "2021-09-24", nil), planOf(t, s, "2021-09-24", nil)); !set.IsEmpty() {
		t.Errorf("%d facts and %d figures differ", len(set.Facts), len(set.Figures))
	}
}

// explained fails if a figure that both plans have changed although it names no
// ground that did.
func explained(t *testing.T, figures []FigureChange) {
	t.Helper()
	all := 0
	var silent []figure.Address
	for _, x := range figures {
		if x.Kind != Changed {
			continue
		}
		all++
		if len(x.Because) == 0 {
			silent = append(silent, x.Address)
		}
	}
	if all < 10 || len(silent) > 0 {
		t.Errorf("%d of %d figures changed for no reason that they name: %v …", len(silent), all, silent[:min(len(silent), 12)])
	}
}

// A dearer type changes the money and nothing else, and the figures that changed
// say that it is because of that cost.
func TestOneFactChanges(t *testing.T) {
	s := example(t)
	before := planOf(t, s, "2021-09-24", nil)
	after := planOf(t, s, "2021-09-24", func(s *programme.Snapshot) {
		c := &s.OfficeTypes[0].Costs[0]
		c.Amount.Low += 1_000_000_00
		c.Amount.High += 1_000_000_00
	})
	set := Plans(before, after)
	if len(set.Facts) != 2 || set.Facts[0].Kind != Removed || set.Facts[1].Kind != Added {
		t.Fatalf("%s", lines(set.Facts))
	}
	if len(set.Options) != 0 {
		t.Errorf("%+v", set.Options)
	}
	explained(t, set.Figures)
	for _, x := range set.Figures {
		if part := x.Address.Segments()[0]; part != "economy" && part != "compliance" {
			t.Errorf("%s changed", x.Address)
		}
		if x.More || len(x.Because) > 2 {
			t.Errorf("%s changed because of %q", x.Address, because(x.Because))
		}
	}
}

// A year later, with no new facts but the day: the day is why.
func TestOnlyTheDayChanges(t *testing.T) {
	s := example(t).AsOf(civil.MustDate("2021-09-24"))
	set := Plans(planOf(t, s, "2021-09-24", nil), planOf(t, s, "2022-09-26", nil))
	if len(set.Facts) != 1 || set.Facts[0].Address != "facts/programme/as-of" || len(set.Options) == 0 {
		t.Fatalf("%s%+v", lines(set.Facts), set.Options)
	}
	if set.Before.Day == set.After.Day || set.Before.ID != s.Programme.ID {
		t.Errorf("%+v, %+v", set.Before, set.After)
	}
	explained(t, set.Figures)
}

// What was learnt after the report, seen from the report: figures in the order of
// the plan's parts, no facts among them, the same set every time, and backwards
// the same addresses.
func TestPlansOfTwoDays(t *testing.T) {
	s := example(t)
	early, late := planOf(t, s, "2021-09-24", nil), planOf(t, s, "2023-12-31", nil)
	set, back := Plans(early, late), Plans(late, early)
	if !reflect.DeepEqual(set, Plans(early, late)) {
		t.Error("another set")
	}
	var parts []string
	var there, again []string
	for _, x := range set.Figures {
		if part, _, _ := strings.Cut(string(x.Address), "/"); len(parts) == 0 || parts[len(parts)-1] != part {
			parts = append(parts, part)
		}
		there = append(there, string(x.Address))
	}
	for _, x := range back.Figures {
		again = append(again, string(x.Address))
	}
	slices.Sort(there)
	slices.Sort(again)
	if !slices.Equal(there, again) || len(there) == 0 {
		t.Errorf("%d figures there, %d back", len(there), len(again))
	}
	at := -1
	for _, part := range parts {
		if i := slices.Index(plan.Parts, part); i <= at || part == figure.FactsSegment {
			t.Errorf("the parts come as %v", parts)
		} else {
			at = i
		}
	}
}
