package economy

import (
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// Prices rise step by step, each rounded half away from zero; a component's own
// series stands before that of all; where the series has a gap the price level stays.
func TestBring(t *testing.T) {
	s := &programme.Snapshot{
		Sources: []programme.Source{{ID: "old", Date: date("2020-01-01")}, {ID: "new", Date: date("2021-01-01")}},
		Indexations: []programme.Indexation{
			{Series: programme.CostGrowth, Year: 2021, PerMille: 100},
			{Series: programme.CostGrowth, Year: 2022, PerMille: 5, Provenance: programme.Provenance{Source: programme.Citation{ID: "new"}}},
			{Series: programme.CostGrowth, Year: 2022, PerMille: 999, Provenance: programme.Provenance{Source: programme.Citation{ID: "old"}}},
			{Series: programme.CostGrowth, Year: 2024, PerMille: 50},
			{Series: programme.CostGrowth, Component: programme.Rent, Year: 2021, PerMille: -10},
			{Series: programme.Compensation, Year: 2021, PerMille: 7}}}
	p := newPrices(s)
	for _, c := range []struct {
		what      string
		series    programme.IndexSeries
		component programme.Component
		from, to  int
		want      string
		level     int
	}{
		{"same year", programme.CostGrowth, programme.Total, 2020, 2020, "100.01 kr", 2020},
		{"one step", programme.CostGrowth, programme.Total, 2020, 2021, "110.01 kr", 2021},
		{"two steps, rounded in between", programme.CostGrowth, programme.Total, 2020, 2022, "110.56 kr", 2022},
		{"stops at the gap", programme.CostGrowth, programme.Total, 2020, 2025, "110.56 kr", 2022},
		{"own series first", programme.CostGrowth, programme.Rent, 2020, 2021, "99.01 kr", 2021},
		{"nothing for the first year", programme.CostGrowth, programme.Total, 2019, 2024, "100.01 kr", 2019},
		{"unknown level", programme.CostGrowth, programme.Total, 0, 2022, "100.01 kr", 0},
		{"later level", programme.CostGrowth, programme.Total, 2023, 2021, "100.01 kr", 2023},
		{"other series", programme.Compensation, "", 2020, 2022, "100.71 kr", 2021},
	} {
		got := p.bring(amount("100.01 kr"), c.series, c.component, c.from, c.to)
		if got.low != ore(c.want) || got.high != got.low || got.level != c.level {
			t.Errorf("%s: %v at the level of %d, want %s at %d", c.what, got.low, got.level, c.want, c.level)
		}
	}
}

// Components are used when all are known; else the total, unsplit; of two
// statements the later known holds; what is not known makes the sum unknown.
func TestUnitOf(t *testing.T) {
	cost := func(c programme.Component, a programme.Amount, known string) programme.UnitCost {
		return programme.UnitCost{Kind: programme.Establishment, Component: c, Amount: a, Provenance: programme.Provenance{Known: date(known)}}
	}
	const d = "2021-01-01"
	for _, c := range []struct {
		what  string
		costs []programme.UnitCost
		want  programme.Amount
		split bool
		parts int
	}{
		{"nothing", nil, programme.Amount{}, false, 0},
		{"total", []programme.UnitCost{cost(programme.Total, amount("3 kr"), d)}, amount("3 kr"), false, 1},
		{"split", []programme.UnitCost{cost(programme.Expense, amount("1 kr"), d), cost(programme.Investment, amount("3 kr"), d)}, amount("4 kr"), true, 2},
		{"total and half a split", []programme.UnitCost{cost(programme.Total, amount("3 kr"), d), cost(programme.Expense, programme.Amount{}, d)}, amount("3 kr"), false, 1},
		{"half a split", []programme.UnitCost{cost(programme.Expense, programme.Amount{}, d), cost(programme.Investment, amount("2 kr"), d)}, programme.Amount{}, false, 2},
		{"later known", []programme.UnitCost{cost(programme.Total, amount("5 kr"), "2022-01-01"), cost(programme.Total, amount("3 kr"), d)}, amount("5 kr"), false, 1},
		{"other kind", []programme.UnitCost{{Kind: programme.Running, Component: programme.Total, Amount: amount("9 kr")}}, programme.Amount{}, false, 0},
	} {
		u := unitOf(&programme.Snapshot{}, &programme.OfficeType{Costs: c.costs}, programme.Establishment)
		if u.Amount != c.want || u.Split != c.split || len(u.Parts) != c.parts {
			t.Errorf("%s: %+v", c.what, u)
		}
	}
}

// Establishment and running are in the prices of the year of payment, each
// component by its own series.
func TestIndexedByYearOfPayment(t *testing.T) {
	e := rich().make(t)
	split, _ := e.Type("split")
	// 0.4 mnkr of rent raised by 14 per mille, 1.123457 mnkr of the rest by 28.
	want := ore("405600 kr") + ore("1154913.80 kr")
	if got := in(e.Types[split].Unit[Running].byYear, e.First, 2021, Low); got != want {
		t.Errorf("running in 2021: %v, want %v", got, want)
	}
	f, _ := e.Figure("economy/type/split/running/2024")
	if len(f.Inputs) != 2 {
		t.Fatalf("%+v", f)
	}
	rent, _ := e.Figure("economy/type/split/running/2024/rent")
	if len(rent.Notes) != 1 || rent.Notes[0].Key != "economy.note.price-level" || rent.Notes[0].Args[0] != 2023 {
		t.Errorf("the price level of 2024 is not stated: %+v", rent.Notes)
	}
}
