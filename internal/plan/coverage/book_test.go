package coverage_test

import (
	"strings"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/travel/estimate"
	"github.com/etablera/etablera/travel/matrix"
)

// example is the coverage of the example, by the estimate.
func example(t testing.TB, asOf, on string, m coverage.Method) (*coverage.Coverage, figure.Shelf) {
	t.Helper()
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes[0])
	}
	s = s.AsOf(civil.MustDate(asOf))
	s.Scenarios = []programme.Scenario{{ID: "stang", Changes: []programme.Change{{Kind: programme.ToClose, Office: "storuman"}, {Kind: programme.ToClose, Office: "asele"}}}}
	if m == nil {
		m = coverage.Estimate{Parameters: estimate.Car()}
	}
	c := cover(t, s, coverage.Options{Method: m, On: civil.MustDate(on)})
	return c, figure.Shelf{coverage.Segment: c, figure.FactsSegment: figure.NewFacts(s)}
}

// Every figure has its inputs, and those that are arithmetic come out again; so
// do those that are not listed: municipalities, hours, kilometres, hits, steps.
func TestEveryFigureStandsOnItsInputs(t *testing.T) {
	c, shelf := example(t, "2021-09-24", "2021-09-24", nil)
	all := []figure.Address{
		"coverage/now/municipality/2582/all/share/30", "coverage/now/county/25/rural/share-km/20", "coverage/now/hours/mon/10/30",
		"coverage/change/scenario-stang/hit/1/longer", "coverage/change/scenario-stang/step/2/share/30", "coverage/change/scenario-stang/municipality/2463/all/lost",
	}
	for a := range c.Addresses() {
		all = append(all, a)
	}
	seen := map[figure.Address]bool{}
	n := 0
	for len(all) > 0 {
		a := all[0]
		all = all[1:]
		if seen[a] {
			continue
		}
		seen[a] = true
		f, ok := shelf.Figure(a)
		if !ok {
			t.Fatalf("%s is not there", a)
		}
		n++
		var in []figure.Value
		for _, i := range f.Inputs {
			g, ok := shelf.Figure(i)
			if !ok {
				t.Fatalf("%s rests on %s, which is not there", a, i)
			}
			in = append(in, g.Value)
			all = append(all, i)
		}
		if v, ok := figure.Eval(f.Rule, in); ok && len(in) > 0 && v != f.Value {
			t.Errorf("%s is %s, its rule gives %s", a, f.Value.Canonical(), v.Canonical())
		}
		if len(f.Inputs) == 0 && f.Rule != figure.Fact && f.Rule != figure.Option && f.Rule != figure.Reference && !strings.HasPrefix(string(a), "coverage/method/") {
			t.Errorf("%s rests on nothing, by the rule %s", a, f.Rule)
		}
	}
	if n < 2000 {
		t.Errorf("only %d figures", n)
	}
}

// The parts of the country add up to it, in people, in those within a time, and
// in those who gain.
func TestPartsAddUp(t *testing.T) {
	c, _ := example(t, "2021-09-24", "2021-09-24", nil)
	for _, kind := range []programme.AreaUnit{programme.EveryCategory, programme.EveryCounty, programme.EveryMunicipality} {
		for group := range c.Groups() {
			for state := range c.States {
				whole, err := c.ReachIn(state, 0, group)
				if err != nil {
					t.Fatal(err)
				}
				people, within := int64(0), int64(0)
				for u := range c.Units() {
					if c.Units()[u].Kind == kind {
						r, _ := c.ReachIn(state, u, group)
						people, within = people+r.People, within+r.Within[2]
					}
				}
				if people != whole.People || within != whole.Within[2] {
					t.Errorf("%s, %s, %s: %d people, %d within 30 minutes, of %d and %d", kind, c.Groups()[group].Key, c.States[state].ID, people, within, whole.People, whole.Within[2])
				}
			}
		}
	}
	classes := int64(0)
	for group := 1; group <= 3; group++ {
		r, _ := c.ReachIn(0, 0, group)
		classes += r.People
	}
	if classes != 10_452_326 {
		t.Errorf("cities, towns and rural places have %d people, want SCB's 10,452,326", classes)
	}
}

// The example: the 28 are added to those of a part of the network, 6 placed ones as
// known on the day of the report, and more of those that later sources tell of.
func TestExampleBeforeAndAfter(t *testing.T) {
	for _, x := range []struct {
		asOf          string
		before, after int
	}{{"2021-09-24", 6, 34}, {"2026-03-01", 20, 48}} {
		c, _ := example(t, x.asOf, "2021-09-24", nil)
		before, after := c.State("before-uppdrag-2021"), c.State("after-uppdrag-2021")
		if before < 0 || after < 0 || len(c.States[before].Open) != x.before || len(c.States[after].Open) != x.after {
			t.Fatalf("as known on %s: %d and %d, want %d and %d", x.asOf, len(c.States[before].Open), len(c.States[after].Open), x.before, x.after)
		}
		b, _ := c.ReachIn(before, 0, 0)
		a, _ := c.ReachIn(after, 0, 0)
		for k := range coverage.Minutes {
			if a.Within[k] <= b.Within[k] {
				t.Errorf("as known on %s: within %d minutes %d before, %d after", x.asOf, coverage.Minutes[k], b.Within[k], a.Within[k])
			}
		}
		notes := c.StateNotes(after)
		if len(notes) != 2 || notes[0].Key != "coverage.note.estimate-car" || notes[1].Key != "coverage.note.part" {
			t.Errorf("notes %v", notes)
		}
	}
}

// By a table of one's own only what stands in it is reached, and the notes say how
// much does not; a point is found by its short name too.
func TestTabled(t *testing.T) {
	m, err := matrix.Read(strings.NewReader("from,to,seconds\na,x,600\nb,x,\nc,y,60\n"), matrix.Usual)
	if err != nil {
		t.Fatal(err)
	}
	p := street(1, 2, 3, 4)
	p.Keys = []string{"a", "b/2582", "c", "d"}
	c := cover(t, world(office("x", 0), office("z", 0)), coverage.Options{Population: p, Method: coverage.Tabled{Table: m, Name: "t.csv"}})
	a, err := c.AccessIn(0)
	if err != nil {
		t.Fatal(err)
	}
	if a.Seconds[0] != 600 || a.Seconds[1] != coverage.Unreachable || a.Seconds[2] != coverage.Unreachable || a.Seconds[3] != coverage.Unreachable {
		t.Errorf("%v", a.Seconds[:4])
	}
	keys := ""
	for _, n := range c.StateNotes(0) {
		keys += n.Key + " "
	}
	if !strings.Contains(keys, "lacking") || !strings.Contains(keys, "missing") || strings.Contains(keys, "estimate") {
		t.Errorf("notes: %s", keys)
	}
	if f, _ := c.Figure("coverage/now/country/sweden/all/share-km/10"); f.Value.Known {
		t.Errorf("a table without distances gives %s", f.Value.Canonical())
	}
	if value(c, "method") != "words matrix" || value(c, "method/rows") != "count 3" {
		t.Errorf("%s, %s", value(c, "method"), value(c, "method/rows"))
	}
}

// Two that ask at the same time get the same answer (run with -race).
func TestManyMayAsk(t *testing.T) {
	c, _ := example(t, "2021-09-24", "2021-09-24", coverage.Estimate{Parameters: estimate.Walk()})
	answers := make(chan string, 8)
	for range cap(answers) {
		go func() { answers <- value(c, "after-uppdrag-2021/country/sweden/all/share/60") }()
	}
	first := <-answers
	for range cap(answers) - 1 {
		if other := <-answers; other != first || first == "" {
			t.Errorf("%s and %s", first, other)
		}
	}
}

// With more sites than rows are kept for, the nearest come from the fast way: they
// are those of the rows.
func TestFastWayAgrees(t *testing.T) {
	s := world()
	for i := range 600 {
		o := office("o", 11+float64(i%25)*0.5)
		o.ID, o.Position.Lat = programme.OfficeID(string(rune('a'+i%26))+strings.Repeat("x", i/26)), 55.5+float64(i/25)*0.5
		s.Offices = append(s.Offices, o)
	}
	c := cover(t, s, coverage.Options{Method: coverage.Estimate{Parameters: estimate.Car()}, Population: street(13, 15, 17, 20, 23)})
	fast, err := c.Measure(t.Context(), c.States[0].Open)
	if err != nil || len(c.States[0].Open) != 600 || fast.Metres != nil {
		t.Fatalf("%v, %d offices, metres %v", err, len(c.States[0].Open), fast.Metres != nil)
	}
	for i := range 5 {
		best, next := uint32(coverage.Unreachable), uint32(coverage.Unreachable)
		for _, site := range c.States[0].Open {
			row, _, err := c.Row(t.Context(), site)
			if err != nil {
				t.Fatal(err)
			}
			if row[i] < best {
				best, next = row[i], best
			} else {
				next = min(next, row[i])
			}
		}
		if fast.Seconds[i] != best || fast.SecondSeconds[i] != next {
			t.Errorf("%d: %d and %d, want %d and %d", i, fast.Seconds[i], fast.SecondSeconds[i], best, next)
		}
	}
}
