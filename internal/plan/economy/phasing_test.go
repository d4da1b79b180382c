package economy

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// single is one office of one type with odd amounts, so that rounding shows.
func single(start, opening string) *scene {
	s := &scene{s: programme.Snapshot{OfficeTypes: []programme.OfficeType{{ID: "odd", Costs: []programme.UnitCost{
		{Kind: programme.Establishment, Component: programme.Total, Amount: amount("1234567.89 kr")},
		{Kind: programme.Running, Component: programme.Total, Amount: amount("7654321.01 kr")}}}}}}
	s.add("a", "", start, opening)
	return s
}

// Working days from start to the day before opening carry the establishment
// cost: June 2022 has 21 of them, 24 June being a half day off and 6 June a holiday.
func TestEstablishmentByWorkingDays(t *testing.T) {
	s := single("2022-05-02", "2022-07-01")
	s.s.OfficeTypes[0].Costs[0].Amount = amount("41 tkr")
	e := s.make(t)
	may, june := e.At(MonthOf(date("2022-05-02").Month()), Establishment, Total, Low), e.At(MonthOf(date("2022-06-01").Month()), Establishment, Total, Low)
	days := [2]money.Ore{money.Ore(e.cal.Between(date("2022-05-02"), date("2022-06-01"))), money.Ore(e.cal.Between(date("2022-06-01"), date("2022-07-01")))}
	if days[0] != 21 || days[1] != 20 {
		t.Fatalf("the calendar has %v working days", days)
	}
	if may != amount("21 tkr") || june != amount("20 tkr") {
		t.Errorf("May %v, June %v, want 1 tkr a working day", may, june)
	}
}

// An office that opens on 1 October runs 92 of 365 days.
func TestRunningByCalendarDays(t *testing.T) {
	s := single("", "2022-10-01")
	s.s.OfficeTypes[0].Costs[1].Amount = amount("365 tkr")
	e := s.make(t)
	for p, want := range map[Period]string{YearOf(2022): "92 tkr", TertialOf(2022, 2): "0 tkr", TertialOf(2022, 3): "92 tkr", MonthOf(date("2022-11-01").Month()): "30 tkr", YearOf(2023): "365 tkr"} {
		if got := e.At(p, Running, Total, High); got != amount(want) {
			t.Errorf("%v: %v, want %s", p, got, want)
		}
	}
	if got := e.At(YearOf(2022), Establishment, Total, Low); got != amount("1234567.89 kr") {
		t.Errorf("without a start all establishment falls on the opening; 2022 has %v", got)
	}
}

// An office that closes costs nothing after its last day; one said to close
// before it opens is not believed.
func TestClosing(t *testing.T) {
	s := single("2021-06-01", "2022-01-01")
	s.s.OfficeTypes[0].Costs[1].Amount = amount("365 tkr")
	s.s.OfficeEvents = []programme.Event{{Office: "a", Kind: programme.ClosingPlanned, Date: span("2022-12-31")},
		{Office: "a", Kind: programme.Closed, Date: span("2022-01-10")}, {Office: "a", Kind: programme.ClosingDecided, Date: span("2022-01-02")}}
	e := s.make(t)
	if got := e.At(YearOf(2022), Running, Total, Low); got != amount("10 tkr") {
		t.Errorf("ten days of 2022 cost %v", got)
	}
	s.s.OfficeEvents = s.s.OfficeEvents[:1]
	s.s.OfficeEvents[0].Date = span("2021-12-24")
	if got := s.make(t).At(YearOf(2022), Running, Total, Low); got != amount("365 tkr") {
		t.Errorf("a closing before the opening leaves %v", got)
	}
}

// At every level the parts are the whole to the öre: an office's establishment is its
// standard cost, twelve months of running the year; months make tertials and
// years; offices make rounds and types; these make the programme.
func TestPartsAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t, true)
		for i := range s.s.OfficeTypes {
			for j := range s.s.OfficeTypes[i].Costs {
				s.s.OfficeTypes[i].Costs[j].Amount = programme.ExactAmount(money.Ore(rapid.Int64Range(0, 1e11).Draw(t, "cost")))
			}
		}
		s.add("late", "", "", "2023-11-30")
		e := s.make(t)
		for sc := Low; sc <= High; sc++ {
			for i := range e.Offices {
				e.holdsWhole(t, OfficeIndex(i), sc)
			}
			for k := range kinds {
				for _, y := range e.Years() {
					e.addsUp(t, y, k, sc)
				}
			}
		}
	})
}

func (e *Economy) holdsWhole(t *rapid.T, o OfficeIndex, sc Scenario) {
	of := &e.Offices[o]
	if !of.Opening.IsKnown() {
		return
	}
	var sum money.Ore
	for _, y := range e.Years() {
		sum += e.At(y, Establishment, OfOffice(o), sc).Low
	}
	if want := e.Types[of.Type[sc]].Unit[Establishment].Amount.Low; sum != want {
		t.Fatalf("%s: establishment %v, want %v", of.ID, sum, want)
	}
	if got, want := e.At(YearOf(e.Last), Running, OfOffice(o), sc).Low, e.Types[of.Type[sc]].Unit[Running].Amount.Low; got != want {
		t.Fatalf("%s: a whole year of running is %v, want %v", of.ID, got, want)
	}
}

func (e *Economy) addsUp(t *rapid.T, y Period, k Kind, sc Scenario) {
	total := e.At(y, k, Total, sc)
	check := func(what string, parts ...programme.Amount) {
		sum := programme.ExactAmount(0)
		for _, p := range parts {
			sum = plus(sum, p)
		}
		if sum != total {
			t.Fatalf("%v %v: %s make %v, want %v", y, k, what, sum, total)
		}
	}
	var tertials, months, rounds, offices, types []programme.Amount
	for n := 1; n <= 3; n++ {
		tertials = append(tertials, e.At(TertialOf(y.Year, n), k, Total, sc))
	}
	for m, last := y.Months(); m <= last; m++ {
		months = append(months, e.At(MonthOf(m), k, Total, sc))
	}
	for i := range e.Rounds {
		rounds = append(rounds, e.At(y, k, OfRound(RoundIndex(i)), sc))
	}
	for i := range e.Offices {
		if e.Offices[i].Opening.IsKnown() {
			offices = append(offices, e.At(y, k, OfOffice(OfficeIndex(i)), sc))
		} else if e.At(y, k, OfOffice(OfficeIndex(i)), sc).Known {
			t.Fatalf("an office without a date has a cost in %v", y)
		}
	}
	for i := range e.Types {
		types = append(types, e.At(y, k, OfType(TypeIndex(i)), sc))
	}
	check("tertials", tertials...)
	check("months", months...)
	check("rounds", rounds...)
	check("offices", offices...)
	check("types", types...)
}

// Dates that no calendar reaches are refused with the years that it does.
func TestDatesOutOfReach(t *testing.T) {
	for _, day := range []civil.Date{civil.Of(1850, 1, 1), civil.Of(2199, 6, 1), civil.Of(2500, 1, 1)} {
		s := single("", day.String())
		if _, err := OnDates(s.index(), s.d, Options{}); err == nil {
			t.Errorf("an opening on %v is taken", day)
		}
	}
	if _, err := OnDates(programme.NewIndex(&programme.Snapshot{OfficeTypes: make([]programme.OfficeType, 65)}), Dates{}, Options{}); err == nil {
		t.Error("65 office types are taken")
	}
}
