package economy

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// dated answers for the timetable's figures with the dates of a scene.
type dated struct{ d Dates }

func (b dated) Addresses() iter.Seq[figure.Address] { return slices.Values([]figure.Address(nil)) }

func (b dated) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	for _, p := range b.d.Projects {
		if len(seg) == 4 && seg[1] == "project" && seg[2] == string(p.ID) {
			v, ok := map[string]figure.Value{"start": figure.OfDate(p.Start), "planned": figure.OfDate(p.Planned),
				"p50": figure.OfDate(p.Forecast.P50), "opened": figure.OfSpan(p.Opened)}[seg[3]]
			return figure.Figure{Address: a, Value: v, Rule: "timetable"}, ok
		}
	}
	return figure.Figure{}, false
}

func (s *scene) shelf(e *Economy) figure.Shelf {
	return figure.Shelf{"facts": figure.NewFacts(&s.s), "timetable": dated{s.d}, Segment: e}
}

// rich has something of everything: splits, indexation, ranges, offices without
// a date or type, an unnamed office, a closing, a proposal with no room, money.
func rich() *scene {
	s := seed()
	s.s.Rounds = append(s.s.Rounds, programme.Round{ID: "2", Name: programme.Text{Sv: "Omgång 2"}})
	s.add("ange", "2", "2022-03-01", "2023-02-01")
	s.add("vaxjo", "2", "", "2023-05-15")
	s.add("lysekil", "2", "", "")
	s.add("extra", "", "2022-08-15", "2023-09-01")
	s.count("2", "", programme.Between(4, 5))
	s.count("2", "small", programme.Exactly(1))
	s.count("2", "split", programme.Between(1, 2))
	s.claim("ange", programme.Proposed, "small")
	s.claim("vaxjo", programme.Proposed, "small")
	s.claim("lysekil", programme.Decided, "split", "flexi")
	s.claim("boden", programme.Decided, "small")
	s.s.OfficeTypes = append(s.s.OfficeTypes, programme.OfficeType{ID: "split", Name: programme.Text{Sv: "delat"}, Costs: []programme.UnitCost{
		{Kind: programme.Establishment, Component: programme.Expense, Amount: amount("0.7 mnkr"), PriceYear: 2021},
		{Kind: programme.Establishment, Component: programme.Investment, Amount: programme.Amount{Low: ore("1 mnkr"), High: ore("1.3 mnkr"), Known: true}, PriceYear: 2021},
		{Kind: programme.Running, Component: programme.Rent, Amount: amount("0.4 mnkr"), PriceYear: 2020},
		{Kind: programme.Running, Component: programme.StaffCost, Amount: amount("1.123457 mnkr"), PriceYear: 2020}}})
	for y := 2021; y <= 2023; y++ {
		s.s.Indexations = append(s.s.Indexations, programme.Indexation{Series: programme.CostGrowth, Year: y, PerMille: 23 + y%7},
			programme.Indexation{Series: programme.CostGrowth, Component: programme.Rent, Year: y, PerMille: 14},
			programme.Indexation{Series: programme.Compensation, Year: y, PerMille: 11})
	}
	s.s.Depreciations = []programme.Depreciation{{Years: programme.Between(3, 5)}}
	s.s.OfficeEvents = []programme.Event{{Office: "vaxjo", Kind: programme.ClosingPlanned, Date: span("2024-06-13")}}
	s.s.LoanFrames = []programme.LoanFrame{{Year: 2023, Amount: amount("20 mnkr")}}
	s.s.Appropriations = []programme.Appropriation{
		{ID: "a", Year: 2021, Amount: amount("15 mnkr"), Status: programme.Granted},
		{ID: "b", Year: 2022, Amount: amount("60 mnkr"), Status: programme.Granted, Mandate: "m"},
		{ID: "c", Year: 2022, Amount: amount("75 mnkr"), Permanent: true, Status: programme.Announced},
		{Year: 2023, Amount: amount("1 mnkr"), Status: programme.Granted, Mandate: "another"}}
	s.s.Outturns = []programme.Outturn{
		{Month: date("2022-03-01").Month(), Kind: programme.Running, Component: programme.Total, Amount: amount("0.2 mnkr")},
		{Month: date("2022-03-01").Month(), Kind: programme.Establishment, Office: "boden", Component: programme.Total, Amount: amount("0.3 mnkr")},
		{Month: date("2022-05-01").Month(), Kind: programme.Establishment, Office: "boden", Component: programme.Expense, Amount: amount("0.1 mnkr")}}
	s.sample(400, 30, 120)
	return s
}

// Every figure that is listed is there, rests on figures that are there, and is
// what its rule makes of its inputs; so is every figure under it. Every label,
// note and rule has a text that takes its arguments.
func TestBookHolds(t *testing.T) {
	for name, s := range map[string]*scene{"seed": seed(), "rich": rich(), "empty": {}, "typeless": typeless()} {
		e := s.make(t)
		shelf, seen := s.shelf(e), map[figure.Address]bool{}
		n := 0
		for a := range e.Addresses() {
			n++
			check(t, shelf, a, seen)
		}
		t.Logf("%s: %d figures listed, %d reached", name, n, len(seen))
	}
}

func typeless() *scene {
	s := &scene{}
	s.add("a", "1", "2022-01-03", "2022-06-01")
	return s
}

func check(t *testing.T, shelf figure.Shelf, a figure.Address, seen map[figure.Address]bool) figure.Value {
	t.Helper()
	f, ok := shelf.Figure(a)
	if !ok {
		t.Fatalf("%s is not there", a)
	}
	if seen[a] {
		return f.Value
	}
	seen[a] = true
	if f.Address != a && !strings.HasPrefix(string(a), figure.FactsSegment) || f.Rule == "" {
		t.Errorf("%s answers as %s by rule %q", a, f.Address, f.Rule)
	}
	var in []figure.Value
	for _, b := range f.Inputs {
		in = append(in, check(t, shelf, b, seen))
	}
	switch f.Rule {
	case figure.Sum, figure.Difference, figure.Product, figure.Span, figure.Same, figure.Number:
		if v, ok := figure.Eval(f.Rule, in); (!ok || v != f.Value) && (f.Value.Known || v.Known) {
			t.Errorf("%s is %s, but %s of %v (%v) is %s", a, f.Value.Canonical(), f.Rule, f.Inputs, in, v.Canonical())
		}
	}
	if f.Value.Known && f.Value.Low > f.Value.High {
		t.Errorf("%s has its ends the wrong way round: %s", a, f.Value.Canonical())
	}
	if strings.HasPrefix(string(a), Segment) {
		says(t, a, f)
	}
	return f.Value
}

func says(t *testing.T, a figure.Address, f figure.Figure) {
	t.Helper()
	labels := append([]figure.Label{f.Label}, f.Notes...)
	if strings.HasPrefix(string(f.Rule), "economy.") {
		labels = append(labels, figure.Label{Key: "rule." + string(f.Rule)})
	}
	for _, l := range labels {
		m, ok := Messages[l.Key]
		for i, lang := range []string{"sv", "en"} {
			args := make([]any, len(l.Args))
			for j, arg := range l.Args {
				if args[j] = arg; fmt.Sprintf("%T", arg) == "programme.Text" {
					args[j] = arg.(programme.Text).In(lang)
				}
			}
			if text := fmt.Sprintf(m[i], args...); !ok || strings.Contains(text, "%!") && len(args) > 0 && !strings.Contains(text, "%!(EXTRA") {
				t.Errorf("%s: %q says %q", a, l.Key, text)
			}
		}
	}
}

// The tree under the programme's cost of a year reaches the standard costs, the
// counts of the round and the dates of the timetable.
func TestExplainReachesFacts(t *testing.T) {
	s := seed()
	shelf := s.shelf(s.make(t))
	n, err := figure.Explain(shelf, "economy/2023/running/total", 0)
	if err != nil {
		t.Fatal(err)
	}
	want := map[figure.Address]bool{}
	for _, a := range []figure.Address{"facts/office-types/large/costs/2/amount", "facts/round-counts/4/count", "timetable/project/p-boden/planned"} {
		f, _ := shelf.Figure(a)
		want[f.Address] = false
	}
	n.Walk(func(m *figure.Node) {
		if _, ok := want[m.Figure.Address]; ok {
			want[m.Figure.Address] = true
		}
	})
	for a, reached := range want {
		if !reached {
			t.Errorf("%s is not in the tree", a)
		}
	}
}

// What is not an address of this book is not answered for.
func TestBookRefuses(t *testing.T) {
	e := rich().make(t)
	for _, a := range []figure.Address{"economy", "economy/2023", "economy/2023/running", "economy/2023/running/round", "economy/2023/running/round/9",
		"economy/2023/running/total/p99", "economy/2023/investment/total/p50", "economy/2023-06/running/total/p50", "economy/2023-t4/running/total",
		"economy/2023-6/running/total", "economy/1066/running/total", "economy/2023/joy/total", "economy/round/1/composition/0/running", "economy/round/1/composition/01/running",
		"economy/office/boden/type", "economy/office/boden/type/mid", "economy/type/large/investment", "economy/2023-06/balance", "economy/2023/running/total/low/x",
		"economy/2023/running/office/boden/as/large", "economy/not-phased/joy", "economy/type/large/running/2023/rent", "economy/type/large/running/02023", "facts/2023/running/total"} {
		if f, ok := e.Figure(a); ok {
			t.Errorf("%s = %+v, want nothing", a, f)
		}
	}
}
