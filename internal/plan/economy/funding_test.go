package economy

import (
	"testing"

	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Appropriations of the whole programme and of its mandates count; permanent
// ones are carried on, raised as far as compensation is stated; a year for which
// nothing is stated is unknown, and so is its balance.
func TestAppropriations(t *testing.T) {
	s := single("2021-01-04", "2021-07-01")
	s.s.Appropriations = []programme.Appropriation{
		{ID: "now", Year: 2021, Amount: amount("15 mnkr"), Status: programme.Granted},
		{ID: "next", Year: 2022, Amount: amount("60 mnkr"), Status: programme.Announced, Mandate: "m"},
		{ID: "ever", Year: 2022, Amount: amount("75 mnkr"), Permanent: true, Status: programme.Granted},
		{ID: "hopes", Year: 2023, Amount: amount("1 mnkr")},
		{ID: "other", Year: 2021, Amount: amount("500 mnkr"), Status: programme.Granted, Mandate: "another"}}
	s.s.Indexations = []programme.Indexation{{Series: programme.Compensation, Year: 2023, PerMille: 10}, {Series: programme.CostGrowth, Year: 2024, PerMille: 900}}
	s.d.Projects[0].Mandate = "m"
	e, err := OnDates(s.index(), s.d, Options{LastYear: 2024})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		year   int
		status programme.ApproprStatus
		want   string
	}{
		{2020, "", ""}, {2021, "", "15 mnkr"}, {2021, programme.Announced, ""}, {2022, programme.Granted, "75 mnkr"}, {2022, programme.Announced, "60 mnkr"},
		{2022, "", "135 mnkr"}, {2023, programme.Granted, "75.75 mnkr"}, {2023, programme.Announced, "1 mnkr"}, {2024, "", "75.75 mnkr"},
	} {
		if got := e.Appropriated(c.year, c.status); got.Known != (c.want != "") || got.Known && got != amount(c.want) {
			t.Errorf("%d %s: %v, want %s", c.year, c.status, got, c.want)
		}
	}
	if got, want := e.Balance(2022), ore("135 mnkr")-ore("7654321.01 kr"); got != programme.ExactAmount(want) {
		t.Errorf("balance %v, want %v", got, want)
	}
	if got := e.Balance(2020); got.Known {
		t.Errorf("a year without appropriations has the balance %v", got)
	}
	f, _ := e.Figure("economy/2024/appropriation/entry/ever")
	if len(f.Notes) != 1 || f.Notes[0].Args[0] != 2023 {
		t.Errorf("that compensation ends in 2023 is not said: %+v", f.Notes)
	}
}

// invest is one office of 12 mnkr, of which 6 is investment, opened on 1 July 2022.
func invest(years programme.Range) *scene {
	s := single("2022-01-03", "2022-07-01")
	s.s.OfficeTypes[0].Costs = []programme.UnitCost{
		{Kind: programme.Establishment, Component: programme.Expense, Amount: amount("6 mnkr")},
		{Kind: programme.Establishment, Component: programme.Investment, Amount: amount("6 mnkr")},
		{Kind: programme.Running, Component: programme.Total, Amount: amount("1 mnkr")}}
	if years.Known {
		s.s.Depreciations = []programme.Depreciation{{Years: programme.Exactly(40)}, {Years: years}}
	}
	s.s.LoanFrames = []programme.LoanFrame{{Year: 2022, Amount: amount("1 mnkr")}, {Year: 2022, Amount: amount("10 mnkr")}}
	return s
}

func (s *scene) until(t *testing.T, year int) *Economy {
	t.Helper()
	e, err := OnDates(s.index(), s.d, Options{LastYear: year})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// An investment is written off in equal parts from the month of opening, and
// the loan shrinks with it to nothing.
func TestDepreciationIsStraight(t *testing.T) {
	e := invest(programme.Exactly(5)).until(t, 2029)
	for year, want := range map[int][3]string{ // invested, written off, loan at the end
		2022: {"6 mnkr", "0.6 mnkr", "5.4 mnkr"}, 2023: {"0 kr", "1.2 mnkr", "4.2 mnkr"}, 2026: {"0 kr", "1.2 mnkr", "0.6 mnkr"},
		2027: {"0 kr", "0.6 mnkr", "0 kr"}, 2028: {"0 kr", "0 kr", "0 kr"}} {
		got := [3]programme.Amount{e.At(YearOf(year), Investment, Total, Low), e.At(YearOf(year), Depreciation, Total, High), e.Loan(year)}
		for i := range got {
			if got[i] != amount(want[i]) {
				t.Errorf("%d: %v, want %v", year, got, want)
			}
		}
	}
	if got := e.Headroom(2022); got != amount("4.6 mnkr") {
		t.Errorf("headroom %v", got)
	}
	if got := e.Headroom(2023); got.Known {
		t.Errorf("headroom without a stated frame: %v", got)
	}
	if e.Loan(2030).Known || e.At(YearOf(2030), Running, Total, Low).Known {
		t.Error("a year outside the horizon is known")
	}
}

// With a range of years, a period's depreciation spans both ends; in the sixth
// year only the longer one still writes off.
func TestDepreciationYearsInRange(t *testing.T) {
	e := invest(programme.Between(3, 10)).until(t, 2029)
	for year, want := range map[int]programme.Amount{2023: {Low: ore("0.6 mnkr"), High: ore("2 mnkr"), Known: true}, 2027: {High: ore("0.6 mnkr"), Known: true}} {
		if got := e.At(YearOf(year), Depreciation, Total, Low); got != want {
			t.Errorf("%d: %v, want %v", year, got, want)
		}
	}
}

// Without years, or without a split, depreciation is unknown; without a split
// the investment lies between nothing and all, and so does the loan.
func TestUnknownSplit(t *testing.T) {
	e := invest(programme.Range{}).until(t, 2024)
	if got := e.At(YearOf(2023), Depreciation, Total, Low); got.Known {
		t.Errorf("without years depreciation is %v", got)
	}
	s := single("2022-01-03", "2022-07-01")
	s.s.Depreciations = []programme.Depreciation{{Years: programme.Exactly(5)}}
	e = s.until(t, 2024)
	all := programme.Amount{High: ore("1234567.89 kr"), Known: true}
	if got := e.At(YearOf(2022), Investment, Total, Low); got != all {
		t.Errorf("investment %v, want %v", got, all)
	}
	if got := e.Loan(2023); got != all {
		t.Errorf("loan %v, want %v", got, all)
	}
	if got := e.Between(YearOf(2023), Depreciation, Total); got.Known {
		t.Errorf("depreciation %v", got)
	}
}

// Outturn counts no money twice: the programme's entry stands before offices',
// a total before components.
func TestOutturn(t *testing.T) {
	s := single("2022-01-03", "2022-07-01")
	add := func(day, office string, k programme.CostKind, c programme.Component, a money.Ore) {
		s.s.Outturns = append(s.s.Outturns, programme.Outturn{Month: date(day).Month(), Office: programme.OfficeID(office), Kind: k, Component: c, Amount: programme.ExactAmount(a)})
	}
	add("2022-01-01", "", programme.Establishment, programme.Expense, 1)
	add("2022-01-01", "", programme.Establishment, programme.Investment, 2)
	add("2022-01-01", "a", programme.Establishment, programme.Total, 100)
	add("2022-01-01", "a", programme.Running, programme.Total, 4)
	add("2022-01-01", "a", programme.Running, programme.Rent, 200)
	add("2022-06-01", "a", programme.Running, programme.Rent, 8)
	e := s.make(t)
	for _, c := range []struct {
		p    Period
		k    Kind
		want money.Ore
	}{{YearOf(2022), All, 15}, {YearOf(2022), Establishment, 3}, {TertialOf(2022, 1), Running, 4}, {MonthOf(date("2022-06-01").Month()), All, 8}} {
		if got := e.Outturn(c.p, c.k); got != programme.ExactAmount(c.want) {
			t.Errorf("%v %v: %v, want %v", c.p, c.k, got, c.want)
		}
	}
	if got := e.Outturn(TertialOf(2022, 3), All); got.Known {
		t.Errorf("where nothing is stated the outturn is %v", got)
	}
}

// A cut of the agency's whole appropriation is kept apart: nobody has said how
// it falls on the programme. A cut that names the mandate is the mandate's.
func TestCutsAreKeptApart(t *testing.T) {
	s := single("2021-01-04", "2021-07-01")
	s.d.Projects[0].Mandate = "m"
	s.s.Appropriations = []programme.Appropriation{
		{ID: "ever", Year: 2021, Amount: amount("75 mnkr"), Permanent: true, Status: programme.Granted},
		{ID: "cut", Year: 2022, Amount: amount("-50 mnkr"), Status: programme.Granted},
		{ID: "ours", Year: 2022, Amount: amount("-5 mnkr"), Status: programme.Granted, Mandate: "m"}}
	e := s.make(t)
	if got := e.Appropriated(2022, ""); got != amount("70 mnkr") {
		t.Errorf("the appropriation is %v", got)
	}
	if got := e.Lowered(2022); got != amount("-50 mnkr") || e.Lowered(2021).Known {
		t.Errorf("the cut is %v, in 2021 %v", got, e.Lowered(2021))
	}
	f, ok := e.Figure("economy/2022/appropriation/lowered")
	if !ok || len(f.Inputs) != 1 || f.Inputs[0] != "economy/2022/appropriation/entry/cut" {
		t.Errorf("%+v", f)
	}
	check(t, s.shelf(e), f.Address, map[figure.Address]bool{})
	total, _ := e.Figure("economy/2022/appropriation/total")
	if len(total.Notes) == 0 || total.Notes[len(total.Notes)-1].Key != "economy.note.lowered" {
		t.Errorf("the cut is not mentioned: %+v", total.Notes)
	}
}
