package visits_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/plan/visits"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// line is a world in which longitude is the place on a line and a unit of it takes
// a minute.
type line struct{}

func (line) About() coverage.About { return coverage.About{Key: "line", Mode: "car"} }

func (line) To(_ context.Context, points []coverage.Place, _ []int32) (coverage.Rows, error) {
	return rows(points), nil
}

type rows []coverage.Place

func (r rows) Row(ctx context.Context, site coverage.Place, seconds, _ []uint32) error {
	for i, p := range r {
		seconds[i] = uint32(math.Abs(p.Lon-site.Lon) * 60)
	}
	return ctx.Err()
}

// street is a thousand people at each place.
func street(places ...float64) *coverage.Population {
	p := &coverage.Population{Source: "the street"}
	for i, x := range places {
		p.Keys, p.Points = append(p.Keys, string(rune('a'+i))), append(p.Points, estimate.Point{Lat: 65.8, Lon: x})
		p.Municipality, p.People = append(p.Municipality, "2582"), append(p.People, 1000)
	}
	return p
}

func office(id string, at float64) programme.Office {
	return programme.Office{ID: programme.OfficeID(id), Name: "Kontor " + id, Municipality: "Boden", Position: &programme.Position{Lat: 65.8, Lon: at, Precision: "address"}}
}

func month(t testing.TB, text string) civil.Month {
	t.Helper()
	var m civil.Month
	if err := m.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return m
}

func hours(t testing.TB, text string) programme.OpeningHours {
	t.Helper()
	var h programme.OpeningHours
	if err := h.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return h
}

// book is the visits of a snapshot, with all books that its figures rest on.
func book(t testing.TB, s *programme.Snapshot, o coverage.Options, assumed ...visits.Options) (*visits.Visits, figure.Shelf) {
	t.Helper()
	x := programme.NewIndex(s)
	calendar, err := sweden.NewWorkingCalendar(2000, 2040)
	if err != nil {
		t.Fatal(err)
	}
	table, err := timetable.MakeContext(context.Background(), x, calendar, timetable.Options{Seed: 1, Runs: 100})
	if err != nil {
		t.Fatal(err)
	}
	c := coverage.Make(x, table, o)
	v := visits.Make(x, c, append(assumed, visits.Options{})[0])
	return v, figure.Shelf{visits.Segment: v, coverage.Segment: c, figure.FactsSegment: figure.NewFacts(s)}
}

// town is a street with offices, as of 2022-06-01.
func town(offices ...programme.Office) *programme.Snapshot {
	return &programme.Snapshot{Programme: programme.Meta{ID: "street", AsOf: civil.MustDate("2022-06-01")}, Offices: offices}
}

func check(t *testing.T, shelf figure.Shelf, want map[string]string) {
	t.Helper()
	for address, w := range want {
		f, ok := shelf.Figure(figure.Address("visits/" + address))
		got := f.Value.Canonical()
		if !ok {
			got = ""
		}
		if got != w {
			t.Errorf("%s is %q, want %q", address, got, w)
		}
	}
}

var onLine = coverage.Options{Method: line{}, Population: street(0)}

// One place, two offices at the door and a half-time away: shares 2 to 1. Without a
// count, numbers are unknown.
func TestSharesWithoutCounts(t *testing.T) {
	_, shelf := book(t, town(office("a", 0), office("b", 15)), onLine)
	check(t, shelf, map[string]string{
		"now/site/a/share": "share 666667", "now/site/b/share": "share 333333",
		"now/site/a/visits": "count ?", "now/site/a/per-hour": "rate ?", "now/total": "count ?", "scale": "rate ?", "remains": "share ?",
		"option/half-time": "seconds 900", "option/outside": "seconds 3600",
		"now/site/c/share": "", "then/site/a/share": "", "now/site/a/number": "", "option/speed": "",
	})
}

// Visits are fitted to the counts: at a 400 a month where 2/3 and 1/3 are expected.
// Of the months only the last twelve count, and of two counts of one the later.
func TestFit(t *testing.T) {
	s := town(office("a", 0), office("b", 15))
	count := func(id, m string, n programme.Range) {
		s.Visits = append(s.Visits, programme.VisitCount{Office: programme.OfficeID(id), Month: month(t, m), Visits: n})
	}
	count("a", "2021-03", programme.Exactly(9999)) // too old
	count("a", "2022-03", programme.Exactly(1))    // counted again below
	count("a", "2022-03", programme.Exactly(300))
	count("a", "2022-04", programme.Exactly(500))
	s.Levels = []programme.Level{{Office: "a", From: civil.Span{Last: civil.MustDate("2021-01-01")}, Hours: hours(t, "mon-fri 10:00-16:00")}}
	s.DemandScenarios = []programme.DemandScenario{{ID: "mer", PerMille: programme.Between(1000, 1200)}, {ID: "okant"}}
	v, shelf := book(t, s, onLine)
	check(t, shelf, map[string]string{
		"observed/a/visits": "count 400", "observed/b/visits": "", "now/site/a/visits": "count 400", "now/site/b/visits": "count 200", "now/total": "count 600",
		"remains": "share 0", "demand/mer/now": "count 600..720", "demand/okant/now": "count ?", "demand/x/now": "",
		"now/site/a/per-hour": "rate 3077", "observed/a/per-hour": "rate 3077", "now/site/b/per-hour": "rate ?", // 400 / (30 × 52/12)
	})
	if o := v.Observed[0]; o.Months != 2 || !o.IsSmall() {
		t.Errorf("%+v", o)
	}
	f, _ := shelf.Figure("visits/observed/a/visits")
	if len(f.Inputs) != 2 || len(f.Notes) != 1 {
		t.Errorf("the mean rests on %v, notes %v", f.Inputs, f.Notes)
	}
}

// Counts known as a range stay one, and a small expectation is flagged.
func TestRangesAndSmallNumbers(t *testing.T) {
	s := town(office("a", 0), office("b", 60))
	s.Visits = []programme.VisitCount{{Office: "a", Month: month(t, "2022-03"), Visits: programme.Between(100, 140)}}
	_, shelf := book(t, s, onLine)
	check(t, shelf, map[string]string{"observed/a/visits": "count 100..140", "now/site/b/visits": "count 8"}) // 120/16 = 7.5
	f, _ := shelf.Figure("visits/now/site/b/visits")
	if !slices.ContainsFunc(f.Notes, func(n figure.Label) bool { return n.Key == "visits.note.few" }) {
		t.Errorf("8 visits a month are not flagged: %v", f.Notes)
	}
}

// An office that is open twice as long, or handles twice as many errands, pulls
// twice as much; of one of which nothing is known the mean is taken.
func TestServiceLevels(t *testing.T) {
	s := town(office("a", 0), office("b", 0), office("c", 0))
	level := func(id, h string, agents ...programme.PartyID) {
		s.Levels = append(s.Levels, programme.Level{Office: programme.OfficeID(id), From: civil.Span{Last: civil.MustDate("2021-01-01")}, Hours: hours(t, h), Services: agents})
	}
	level("a", "mon-fri 10:00-16:00", "fk")
	level("b", "mon-fri 10:00-13:00", "fk", "skv", "pm", "af")
	v, shelf := book(t, s, onLine)
	state, err := v.StateAt(0)
	if err != nil {
		t.Fatal(err)
	}
	// Means: 22.5 hours, 2.5 services.
	for i, want := range []float64{30 / 22.5 / 2.5, 15 / 22.5 * 4 / 2.5, 1} {
		if math.Abs(state.Levels[i].Pull-want) > 1e-12 {
			t.Errorf("office %d pulls %v, want %v", i, state.Levels[i].Pull, want)
		}
	}
	f, _ := shelf.Figure("visits/now/site/c/share")
	if !slices.ContainsFunc(f.Notes, func(n figure.Label) bool { return n.Key == "visits.note.level" }) {
		t.Errorf("%v", f.Notes)
	}
}

// A scenario that closes one office and opens another: where the visits of the one
// go, whom the other takes, and who comes new.
func TestMoves(t *testing.T) {
	s := town(office("a", 0), office("b", 0))
	s.Scenarios = []programme.Scenario{
		{ID: "stang", Changes: []programme.Change{{Kind: programme.ToClose, Office: "a"}}},
		{ID: "oppna", Changes: []programme.Change{{Kind: programme.ToOpen, Name: "Nya", Position: &programme.Position{Lat: 65.8, Lon: 0}}}},
	}
	s.Visits = []programme.VisitCount{{Office: "a", Month: month(t, "2022-03"), Visits: programme.Exactly(1600)}}
	v, shelf := book(t, s, onLine)
	// Pulls: 1 each, 1/16 outside. Before: 16/33 each and 1/33. Without a: b 16/17, 1/17.
	check(t, shelf, map[string]string{
		"change/scenario-stang/closed/a/b/share":             "share 941176", // 16/17 of those of a
		"change/scenario-stang/closed/a/none/share":          "share 58824",
		"change/scenario-stang/closed/a/b/visits":            "count 1506",
		"change/scenario-stang/closed/a/none/visits":         "count 94",
		"change/scenario-stang/closed/b/a/share":             "",
		"change/scenario-stang/opened/a/b/share":             "",
		"change/scenario-oppna/opened/oppna.1/a/share":       "share 484848", // 16/33 each
		"change/scenario-oppna/opened/oppna.1/none/share":    "share 30303",
		"change/scenario-oppna/opened/oppna.1/oppna.1/share": "share 0",
		"change/scenario-x/opened/oppna.1/a/share":           "",
	})
	moves := v.Moves(2, true)
	if len(moves) != 1 || moves[0].Name != "Nya" || len(moves[0].Parts) != 3 || moves[0].Parts[2].Key != visits.None {
		t.Errorf("%+v", moves)
	}
}

// Every listed figure of the example is there with its inputs, shares of a state
// add up to all, and those of a move to all of it where all is shown.
func TestExample(t *testing.T) {
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes[0])
	}
	_, shelf := book(t, s.AsOf(civil.MustDate("2021-09-24")), coverage.Options{})
	n, shares := 0, map[string]int64{}
	for a := range shelf[visits.Segment].Addresses() {
		f, ok := shelf.Figure(a)
		if !ok {
			t.Fatalf("%s is not there", a)
		}
		n++
		if _, err := figure.Explain(shelf, a, 3); err != nil {
			t.Fatal(err)
		}
		if seg := a.Segments(); len(seg) == 5 && seg[2] == "site" {
			if seg[4] == "share" {
				shares[seg[1]] += f.Value.Low
			} else if f.Value.Known {
				t.Errorf("%s is %s though nobody has counted visits", a, f.Value.Canonical())
			}
		}
		if strings.Contains(string(a), "/opened/") && strings.HasSuffix(string(a), "/share") && (f.Value.Low < 0 || f.Value.High > 1e6) {
			t.Errorf("%s is %s", a, f.Value.Canonical())
		}
	}
	if n < 200 {
		t.Errorf("only %d figures", n)
	}
	for state, sum := range shares {
		if sum < 999_900 || sum > 1_000_100 {
			t.Errorf("%s: shares add up to %d millionths", state, sum)
		}
	}
}
