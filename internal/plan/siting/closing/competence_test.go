package closing_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/travel/estimate"
)

// pair is two offices in Boden and two in Kalix, with people beside each.
func pair() *scene {
	s := made(random(), 0, 0)
	for i, town := range []string{"Boden", "Boden", "Kalix", "Kalix"} {
		s.facts.Offices = append(s.facts.Offices, programme.Office{ID: programme.OfficeID(string(rune('a' + i))), Name: string(rune('A' + i)), Municipality: town,
			Position: &programme.Position{Lat: float64(10 * i), Precision: "address"}})
		s.people.Keys = append(s.people.Keys, string(rune('a'+i)))
		s.people.Points = append(s.people.Points, estimate.Point{Lat: float64(10 * i)})
		s.people.Municipality = append(s.people.Municipality, "2582")
		s.people.People = append(s.people.People, 100)
	}
	return s
}

// Who decides, stage by stage.
func TestCompetence(t *testing.T) {
	director, board := programme.Director, programme.Board
	for name, c := range map[string]struct {
		split []int
		close []programme.OfficeID
		facts func(*programme.Snapshot)
		want  map[programme.OfficeID]programme.PartyKind
	}{
		"one of two":                  {split: []int{1}, close: ids("a"), want: kinds("a", director)},
		"both in one stage":           {split: []int{2}, close: ids("a", "b"), want: kinds("a", board, "b", board)},
		"an office without a place":   {split: []int{2}, close: ids("a", "b"), facts: unplaced, want: kinds("a", director, "b", director)},
		"the facts name another body": {split: []int{1}, close: ids("a"), facts: minister, want: kinds("a", programme.Ministry)},
	} {
		s := pair()
		if c.facts != nil {
			c.facts(s.facts)
		}
		k, _ := s.close(t, closing.Options{Split: c.split, Close: c.close, Last: days("2025-06-30")})
		e, err := k.Effect(t.Context(), closing.Time)
		if err != nil || e == nil || len(e.Closed) != len(c.want) {
			t.Fatalf("%s: %v, %+v", name, err, e)
		}
		offices, _ := k.Offices(t.Context())
		for _, x := range e.Closed {
			if id := offices[x.Office].ID; c.want[id] != x.Competence.Kind {
				t.Errorf("%s: %s is decided by the %s", name, id, x.Competence.Kind)
			}
		}
	}
}

// Of two in a municipality the one that closes last goes to the board.
func TestTheLastGoesToTheBoard(t *testing.T) {
	s := pair()
	s.facts.OfficeEvents = []programme.Event{{Office: "b", Kind: programme.ClosingPlanned, Date: span(t, "2025-05-31")}, {Office: "a", Kind: programme.ClosingPlanned, Date: span(t, "2025-12-01")}}
	k, _ := s.close(t, closing.Options{Count: 2, Last: days("2025-06-30", "2025-12-31")})
	e, err := k.Effect(t.Context(), closing.Areas)
	if err != nil || e == nil || len(e.Closed) != 2 {
		t.Fatalf("%v, %+v", err, e)
	}
	offices, _ := k.Offices(t.Context())
	for _, x := range e.Closed {
		want := map[programme.OfficeID]programme.PartyKind{"b": programme.Director, "a": programme.Board}[offices[x.Office].ID]
		if x.Competence.Kind != want || (want == programme.Director) != (x.Stage == 0) {
			t.Errorf("%s in stage %d is decided by the %s", offices[x.Office].ID, x.Stage+1, x.Competence.Kind)
		}
	}
	// The people of b have a as the nearest after the first stage, and c when all is done.
	for _, x := range e.Closed {
		if offices[x.Office].ID == "b" && (x.People != 100 || x.Longer != 600) {
			t.Errorf("b: %d people, %d seconds further", x.People, x.Longer)
		}
	}
}

func unplaced(s *programme.Snapshot) {
	s.Offices = append(s.Offices, programme.Office{ID: "x", Name: "X", Municipality: "Boden"})
}

func minister(s *programme.Snapshot) {
	s.Parties = append(s.Parties, programme.Party{ID: "m", Name: programme.Text{Sv: "Departementet"}, Kind: programme.Ministry})
	s.Competences = append(s.Competences, programme.Competence{Matter: programme.MatterClosure, Body: "m"})
}

func ids(list ...programme.OfficeID) []programme.OfficeID { return list }

func kinds(list ...any) map[programme.OfficeID]programme.PartyKind {
	out := map[programme.OfficeID]programme.PartyKind{}
	for i := 0; i < len(list); i += 2 {
		out[programme.OfficeID(list[i].(string))] = list[i+1].(programme.PartyKind)
	}
	return out
}
