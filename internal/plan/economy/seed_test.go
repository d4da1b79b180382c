package economy

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// The first round has two compositions, whose exact costs the report lacks.
func TestSeedRoundCosts(t *testing.T) {
	e := seed().make(t)
	r := e.Rounds[0]
	if len(r.Compositions) != 2 || !r.Complete {
		t.Fatalf("compositions: %+v", r.Compositions)
	}
	for i, want := range []Composition{
		{[]int{1, 2, 7, 4}, amount("24.65 mnkr"), amount("57.3 mnkr")},
		{[]int{2, 1, 7, 4}, amount("25.625 mnkr"), amount("64.6 mnkr")},
	} {
		got := r.Compositions[i]
		if got.Establishment != want.Establishment || got.Running != want.Running || got.Count[large] != want.Count[large] {
			t.Errorf("composition %d: %+v, want %+v", i, got, want)
		}
	}
	// The first whole year of operation costs what the round costs a year.
	want := programme.Amount{Low: ore("57.3 mnkr"), High: ore("64.6 mnkr"), Known: true}
	if got := e.Between(YearOf(2023), Running, Total); got != want {
		t.Errorf("running 2023 is %v, want %v", got, want)
	}
}

// Proposals that the counts leave no room for do not settle what the counts
// leave open: both compositions stay, and as few proposals as can be yield in
// each. A decided type settles it.
func TestSeedProposalsYield(t *testing.T) {
	s := seed()
	for _, id := range []string{"filipstad", "are", "borgholm"} {
		s.claim(id, programme.Proposed, "flexi")
	}
	for _, id := range []string{"laholm", "boden", "finspang", "nynashamn", "solvesborg"} {
		s.claim(id, programme.Proposed, "small")
	}
	for _, id := range []string{"goteborg", "uppsala", "helsingborg", "linkoping", "stockholm", "malmo"} {
		s.claim(id, programme.Proposed, "small", "medium")
	}
	e := s.make(t)
	r := &e.Rounds[0]
	if len(r.Compositions) != 2 || !r.Yielding || r.Contradiction {
		t.Fatalf("%+v", r)
	}
	for sc, want := range []int{2, 3} { // one flexi and the large offices
		yielding := 0
		for i := range e.Offices {
			of := &e.Offices[i]
			yielding += b2i(!of.claimed.has(of.Type[sc]))
		}
		if yielding != want {
			t.Errorf("%v: %d proposals yield, want %d", Scenario(sc), yielding, want)
		}
	}
	if o, _ := e.Office("are"); len(e.Offices[o].Possible) != 1 {
		t.Errorf("Åre need not yield, but may be %v", e.Offices[o].Possible)
	}
	s.claim("stockholm", programme.Decided, "large")
	s.claim("malmo", programme.Decided, "large")
	if r := s.make(t).Rounds[0]; len(r.Compositions) != 1 || r.Compositions[0].Running != amount("64.6 mnkr") {
		t.Errorf("two large offices are decided, and still %+v", r.Compositions)
	}
}

// Counts that the offices cannot have are set aside, and the notes say so.
func TestSeedContradiction(t *testing.T) {
	s := seed()
	s.count("1", "small", programme.Exactly(12))
	e := s.make(t)
	f, _ := e.Figure("economy/round/1/running")
	if !e.Rounds[0].Contradiction || len(f.Notes) == 0 || f.Notes[len(f.Notes)-2].Key != "economy.note.contradiction" {
		t.Errorf("4 + 12 + 1 + 1 offices of 14: %+v", f)
	}
}

// Offices that nobody has named, and those without a date, are costed per year
// and in no period, and every sum says that it lacks them.
func TestNotPhased(t *testing.T) {
	s := seed()
	s.s.RoundCounts[0].Count = programme.Exactly(15)
	s.s.RoundCounts[1].Count = programme.Exactly(5)
	s.d.Projects[0].Planned, s.d.Projects[0].Forecast = 0, timetable.Quantiles{}
	e := s.make(t)
	if len(e.NotPhased) != 1 || e.NotPhasedCost(Running, Low) != amount("23.3 mnkr") || e.NotPhasedCost(Running, High) != amount("1.8 mnkr") {
		t.Errorf("%v: %v to %v", e.NotPhased, e.NotPhasedCost(Running, Low), e.NotPhasedCost(Running, High))
	}
	f, _ := e.Figure("economy/2023/running/total")
	said := map[string]any{}
	for _, n := range f.Notes {
		if len(n.Args) > 0 {
			said[n.Key] = n.Args[0]
		}
	}
	if said["economy.note.not-phased"] != 1 || said["economy.note.unnamed"] != 1 {
		t.Errorf("%v", f.Notes)
	}
}

// The plan's own timetable is taken as it is.
func TestMakeOnTimetable(t *testing.T) {
	s := seed()
	e, err := Make(s.index(), &timetable.Timetable{Projects: s.d.Projects}, Options{})
	if err != nil || e.Between(YearOf(2023), Running, Total) != s.make(t).Between(YearOf(2023), Running, Total) {
		t.Errorf("%v", err)
	}
	if e.Book() != figure.Book(e) {
		t.Error("the economy is not its own book")
	}
}

// The planned day is preferred to the median, and that to the middle of what is
// known of the actual opening.
func TestOpeningOf(t *testing.T) {
	p := timetable.Project{Planned: date("2022-06-01"), Forecast: timetable.Quantiles{P50: date("2022-07-01")}, Opened: span("2022-08-01")}
	for _, want := range []Basis{FromPlanned, FromP50, FromOpened, ""} {
		if _, got := openingOf(&p); got != want {
			t.Errorf("%+v gives %q, want %q", p, got, want)
		}
		switch want {
		case FromPlanned:
			p.Planned = 0
		case FromP50:
			p.Forecast.P50 = 0
		case FromOpened:
			p.Opened.First, p.Opened.Last = 0, 0
		}
	}
}
