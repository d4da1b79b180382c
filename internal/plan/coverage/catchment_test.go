package coverage_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/travel/catchment"
	"pgregory.net/rapid"
)

// typed is a world with offices of stated types: small has 2–5 officers, flexi two.
func typed(types map[programme.OfficeID]programme.TypeID, offices ...programme.Office) *programme.Snapshot {
	s := world(offices...)
	s.OfficeTypes = []programme.OfficeType{{ID: "small", Staff: programme.Between(2, 5)}, {ID: "flexi", Staff: programme.Exactly(2)}, {ID: "odd"}}
	for _, o := range offices {
		if t := types[o.ID]; t != "" {
			s.TypeClaims = append(s.TypeClaims, programme.TypeClaim{Office: o.ID, Types: []programme.TypeID{t}, Status: programme.Decided})
		}
	}
	return s
}

const ofAll = "/country/sweden/all/"

// The floating catchment by hand: A at 0 is shared by the 200 people at 0 and 20, B at
// 50 by the 300 at 20, 40 and 60.
func TestCatchmentByHand(t *testing.T) {
	c := cover(t, typed(map[programme.OfficeID]programme.TypeID{"a": "small", "b": "flexi"}, office("a", 0), office("b", 50)), coverage.Options{Population: street(0, 20, 40, 60)})
	for address, want := range map[string]string{
		"catchment/2sfca/minutes": "seconds 1800", "catchment/gravity/minutes": "seconds 3600",
		"catchment/2sfca/decay": "words within", "catchment/gravity/decay": "words half-time:10", "catchment/e2sfca/decay": "words zones:10=1,20=0.68,30=0.22",
		"catchment/supply": "words officers", "catchment/demand": "words all",
		"now/catchment/supply": "count 4..7", "now/catchment/unstated": "count 0",
		"now/catchment/office/a": "count 2..5", "now/catchment/office/b": "count 2", "now/catchment/office/c": "",
		// A gives 100–250 per 10,000 to two places, B 66.667 to three.
		"now/catchment/2sfca" + ofAll + "mean": "rate 100000..175000",
		"now/catchment/2sfca" + ofAll + "p10":  "rate 66667",
		"now/catchment/2sfca" + ofAll + "p50":  "rate 66667",
		// The last tenth lives at 20, where both are within reach.
		"now/catchment/2sfca" + ofAll + "p90":     "rate 166667..316667",
		"now/catchment/2sfca" + ofAll + "without": "count 0",
		// Zones: A is shared by 100 + 68 people, B by 22 + 68 + 68 (10 minutes is the
		// first zone for 40 and 60, so 100 + 100).
		"now/catchment/e2sfca" + ofAll + "at-least":    "rate 100000",
		"now/catchment/2sfca/county/25/all/mean":       "rate 100000..175000",
		"now/catchment/2sfca/county/01/all/mean":       "rate ?",
		"now/catchment/2sfca/country/sweden/all/worst": "", "now/catchment/huff" + ofAll + "mean": "", "now/catchment/2sfca/country/norway/all/mean": "", "now/catchment/cost": "", "catchment/2sfca/cost": "", "catchment/2sfca/decay/x": "",
	} {
		if got := value(c, address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	// Gravity: at 0, A at the door and B 50 minutes off; and so on.
	half := func(minutes float64) float64 { return math.Exp2(-minutes / 10) }
	low, high, err := c.CatchmentPoints(0, coverage.Gravity)
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range []float64{0, 20, 40, 60} {
		b := 2 * half(math.Abs(50-x))
		if math.Abs(low[i]-2*half(x)-b) > 1e-12 || math.Abs(high[i]-5*half(x)-b) > 1e-12 {
			t.Errorf("gravity at %v: %v–%v", x, low[i], high[i])
		}
	}
}

// An office of unknown type makes what rests on it unknown, and nothing else; a floor
// is given all the same, and offices can be counted instead of officers.
func TestCatchmentOfUnknownOffices(t *testing.T) {
	s := typed(map[programme.OfficeID]programme.TypeID{"b": "small", "d": "odd"}, office("a", 0), office("b", 100), office("d", 300))
	c := cover(t, s, coverage.Options{Population: street(0, 100, 110, 200)})
	for address, want := range map[string]string{
		"now/catchment/supply": "count 2..5", "now/catchment/unstated": "count 2", "now/catchment/office/a": "count ?", "now/catchment/office/d": "count ?",
		"now/catchment/2sfca" + ofAll + "mean":     "rate ?",
		"now/catchment/2sfca" + ofAll + "at-least": "rate 50000", // 2 over 200, for half of the people
		"now/catchment/2sfca" + ofAll + "p10":      "rate 0",
		"now/catchment/2sfca" + ofAll + "p50":      "rate 0..250000", // the unknown one may give much or little
		"now/catchment/2sfca" + ofAll + "p90":      "rate ?",
		"now/catchment/2sfca" + ofAll + "without":  "count 100",
	} {
		if got := value(c, address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	c = cover(t, s, coverage.Options{Population: street(0, 100, 110, 200), Catchment: coverage.CatchmentOptions{Supply: coverage.SupplyOffices, Minutes: 100}})
	if got := value(c, "now/catchment/2sfca"+ofAll+"mean"); got != "rate 75000" || value(c, "now/catchment/unstated") != "count 0" {
		t.Errorf("three offices for 400 people: %s per 10,000", got)
	}
}

// What an office offers, by what is known of it, the best statement first.
func TestSupplyOf(t *testing.T) {
	month := civil.MustDate("2022-05-01").Month()
	for _, x := range []struct {
		name string
		with func(*programme.Snapshot)
		want string
	}{
		{"nothing", func(*programme.Snapshot) {}, "count ?"},
		{"a type", func(s *programme.Snapshot) {
			s.TypeClaims = []programme.TypeClaim{{Office: "a", Types: []programme.TypeID{"small"}}}
		}, "count 2..5"},
		{"several types", func(s *programme.Snapshot) {
			s.TypeClaims = []programme.TypeClaim{{Office: "a", Types: []programme.TypeID{"flexi", "small"}}}
		}, "count 2..5"},
		{"a type whose staff nobody knows", func(s *programme.Snapshot) {
			s.TypeClaims = []programme.TypeClaim{{Office: "a", Types: []programme.TypeID{"flexi", "odd"}}}
		}, "count ?"},
		{"a stated level before a type", func(s *programme.Snapshot) {
			s.TypeClaims = []programme.TypeClaim{{Office: "a", Types: []programme.TypeID{"small"}}}
			s.Levels = []programme.Level{{Office: "a", Staff: programme.Exactly(4), From: span(t, "2022-01-01")}, {Office: "a", Staff: programme.Exactly(9), From: span(t, "2023-01-01")}, {Office: "a", Staff: programme.Exactly(3)}}
		}, "count 4"},
		{"a count before all", func(s *programme.Snapshot) {
			s.Levels = []programme.Level{{Office: "a", Staff: programme.Exactly(4)}}
			s.Staff = []programme.StaffCount{{Office: "a", Month: month, Officers: programme.Exactly(6)}, {Office: "a", Month: month - 1, Officers: programme.Exactly(7)}, {Office: "a", Month: month + 2, Officers: programme.Exactly(8)}, {Office: "b", Month: month, Officers: programme.Exactly(1)}}
		}, "count 6"},
	} {
		s := typed(nil, office("a", 0))
		x.with(s)
		c := cover(t, s, coverage.Options{Population: street(0)})
		if got := value(c, "now/catchment/office/a"); got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
	}
}

// A change is of the offices that differ: known where neither side is, narrow where
// an office moves, and as wide as both ranges where an office is made another.
func TestCatchmentChange(t *testing.T) {
	at := func(x float64) *programme.Position {
		return &programme.Position{Lat: 65.8, Lon: x, Precision: "address"}
	}
	for _, x := range []struct {
		name   string
		change programme.Change
		want   string
	}{
		{"the small one closes", programme.Change{Kind: programme.ToClose, Office: "b"}, "rate -125000..-50000"},
		{"the unknown one closes", programme.Change{Kind: programme.ToClose, Office: "u"}, "rate ?"},
		{"one out of reach of all closes", programme.Change{Kind: programme.ToClose, Office: "far"}, "rate 0"},
		{"a flexi office opens", programme.Change{Kind: programme.ToOpen, Name: "New", Municipality: "Boden", Type: "flexi", Position: at(105)}, "rate 50000"},
		{"one of no type opens", programme.Change{Kind: programme.ToOpen, Name: "New", Municipality: "Boden", Position: at(105)}, "rate ?"},
		{"the small one moves to where nobody lives", programme.Change{Kind: programme.ToMove, Office: "b", Position: at(500)}, "rate -125000..-50000"},
		{"it moves next door", programme.Change{Kind: programme.ToMove, Office: "b", Position: at(101)}, "rate 0"},
		{"it becomes a flexi office", programme.Change{Kind: programme.ToResize, Office: "b", Type: "flexi"}, "rate -75000..0"},
		{"the unknown one becomes known", programme.Change{Kind: programme.ToResize, Office: "u", Type: "flexi"}, "rate ?"},
	} {
		s := typed(map[programme.OfficeID]programme.TypeID{"b": "small"}, office("u", 0), office("b", 100), office("far", 900))
		s.Scenarios = []programme.Scenario{{ID: "s", Changes: []programme.Change{x.change}}}
		c := cover(t, s, coverage.Options{Population: street(0, 10, 100, 110)})
		if got := value(c, "change/scenario-s/catchment/2sfca"+ofAll+"mean"); got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
		if got := value(c, "scenario-s/catchment/2sfca"+ofAll+"mean"); x.change.Kind == programme.ToResize && x.change.Office == "u" && got != "rate 100000..175000" {
			t.Errorf("once it is known: %s", got)
		}
	}
}

// The measures are those of travel/catchment on whatever streets, offices and states;
// where every number is known the change is the difference of the means.
func TestCatchmentIsThatOfTheEngine(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		places := rapid.SliceOfN(rapid.IntRange(0, 120), 1, 6).Draw(r, "people at")
		var people []float64
		for _, p := range places {
			people = append(people, float64(p))
		}
		var offices []programme.Office
		types := map[programme.OfficeID]programme.TypeID{}
		var at []int
		for i := range rapid.IntRange(1, 4).Draw(r, "offices") {
			at = append(at, rapid.IntRange(0, 120).Draw(r, "office at"))
			o := office(fmt.Sprint("o", i), float64(at[i]))
			offices, types[o.ID] = append(offices, o), "flexi"
		}
		s := typed(types, offices...)
		s.Scenarios = []programme.Scenario{{ID: "s", Changes: []programme.Change{{Kind: programme.ToClose, Office: "o0"}}}}
		c := cover(t, s, coverage.Options{Population: street(people...)})
		for _, m := range coverage.Measures {
			low, high, err := c.CatchmentPoints(0, m)
			if err != nil {
				r.Fatal(err)
			}
			want := engine(m, at, places)
			for i := range want {
				if math.Abs(low[i]-want[i]) > 1e-9*(1+want[i]) || high[i] != low[i] {
					r.Fatalf("%s at %d: %v–%v, want %v", m, places[i], low[i], high[i], want[i])
				}
			}
			before, _ := c.CatchmentIn(0, m, 0, 0)
			after, _ := c.CatchmentIn(c.State("scenario-s"), m, 0, 0)
			k := slices.IndexFunc(c.Comparisons, func(x coverage.Comparison) bool { return x.ID == "scenario-s" })
			d, d2, known, err := c.CatchmentChange(k, m, 0, 0)
			if err != nil || !known || d != d2 || math.Abs(d-after.Mean[0]+before.Mean[0]) > 1e-9*(1+before.Mean[0]) {
				r.Fatalf("%s: from %v to %v is a change of %v–%v, %v, %v", m, before.Mean, after.Mean, d, d2, known, err)
			}
		}
	})
}

// engine computes a measure of offices with two officers by travel/catchment.
func engine(m coverage.Measure, offices, places []int) []float64 {
	w := catchment.World{Sites: len(offices), Points: len(places), Row: func(s int) []uint32 {
		var row []uint32
		for _, p := range places {
			row = append(row, uint32(max(p-offices[s], offices[s]-p)*60))
		}
		return row
	}}
	offer, people := slices.Repeat([]float64{2}, len(offices)), slices.Repeat([]float64{100}, len(places))
	var out []float64
	switch m {
	case coverage.Gravity:
		return catchment.Gravity(w, offer, func(s uint32) float64 {
			if s > 3600 {
				return 0
			}
			return catchment.HalfTime(600)(s)
		})
	case coverage.Floating:
		out, _ = catchment.Floating(w, offer, people, catchment.Within(1800))
	default:
		out, _ = catchment.Floating(w, offer, people, catchment.Zones(catchment.Zone{Limit: 600, Weight: 1}, catchment.Zone{Limit: 1200, Weight: 0.68}, catchment.Zone{Limit: 1800, Weight: 0.22}))
	}
	for i := range out {
		out[i] *= 10_000
	}
	return out
}

// The units that are served worst come first, the more people the earlier; those of
// which nothing is known are not among them.
func TestWorstServed(t *testing.T) {
	p := street(0, 10, 100, 200, 300)
	p.Municipality = []string{"2582", "2580", "2514", "2523", "2581"} // Boden, Luleå, Kalix, Gällivare, Piteå
	p.People = []int32{100, 100, 100, 200, 300}
	c := cover(t, typed(map[programme.OfficeID]programme.TypeID{"a": "small"}, office("a", 0), office("u", 100)), coverage.Options{Population: p})
	units, err := c.WorstServed(0, coverage.Floating, programme.EveryMunicipality, 0, 3)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, u := range units {
		names = append(names, c.Units()[u].Name)
	}
	if !slices.Equal(names, []string{"Piteå", "Gällivare", "Luleå"}) {
		t.Errorf("%v", names)
	}
}

// A method that fails makes the figures unknown and says why.
func TestCatchmentThatFails(t *testing.T) {
	c := cover(t, typed(nil, office("a", 0)), coverage.Options{Population: street(0), Method: failing{}})
	f, ok := c.Figure(coverageAddress("now/catchment/2sfca" + ofAll + "mean"))
	if !ok || f.Value.Known || !slices.ContainsFunc(f.Notes, func(l figure.Label) bool { return l.Key == "coverage.note.failed" }) {
		t.Errorf("%v %+v", ok, f)
	}
	if _, _, err := c.CatchmentPoints(0, coverage.Gravity); err == nil {
		t.Error("no complaint")
	}
	if _, err := c.WorstServed(0, coverage.Gravity, programme.EveryCounty, 0, 1); err == nil {
		t.Error("no complaint")
	}
}
