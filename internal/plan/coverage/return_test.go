package coverage_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/travel/prepared"
)

// openWith states the hours of offices of a world; "" leaves them unknown.
func openWith(t testing.TB, s *programme.Snapshot, stated ...string) *programme.Snapshot {
	for i, h := range stated {
		if h != "" {
			s.Levels = append(s.Levels, programme.Level{Office: s.Offices[i].ID, Hours: hours(t, h), Provenance: programme.Provenance{Source: programme.Citation{ID: "s"}}})
		}
	}
	return s
}

// The bus leaves for the east at 8:00 and comes back at 15:00; each way is ten minutes.
// Who lives at the stop and visits an office at the other is away from 8:00 to 15:10.
func TestThereAndBackByBus(t *testing.T) {
	n := town(t, []string{"8:00"}, []string{"15:00"})
	east := townOffice("east", 0, 18.5)
	for name, c := range map[string]struct {
		hours  string
		o      coverage.ReturnOptions
		share  string
		median string
	}{
		// Half of the people live at one of the first five nodes, the last of them 320 s from the stop.
		"open at noon":             {"mon-fri 10:00-14:00", coverage.ReturnOptions{}, "share 1000000", "seconds 26440"},
		"shuts as one comes":       {"mon-fri 07:00-08:39", coverage.ReturnOptions{}, "share 0", "seconds ?"},
		"time for just that":       {"mon-fri 07:00-08:40", coverage.ReturnOptions{}, "share 1000000", "seconds 26440"},
		"a shorter errand":         {"mon-fri 07:00-08:39", coverage.ReturnOptions{Stay: 20}, "share 1000000", "seconds 26440"},
		"opens as the bus goes":    {"mon-fri 14:31-16:00", coverage.ReturnOptions{}, "share 0", "seconds ?"},
		"open in two parts":        {"mon-fri 08:00-08:30 14:40-16:00", coverage.ReturnOptions{}, "share 0", "seconds ?"},
		"not open on Wednesdays":   {"mon-tue 08:00-16:00, thu-fri 08:00-16:00", coverage.ReturnOptions{}, "share 0", "seconds ?"},
		"home for dinner at three": {"mon-fri 10:00-14:00", coverage.ReturnOptions{Home: 15 * 60}, "share 0", "seconds ?"},
		// Five nodes are at most 5 min 20 s from the stop, and one leaves at 7:54 or later.
		"late risers":    {"mon-fri 10:00-14:00", coverage.ReturnOptions{Leave: 7*60 + 54}, "share 500000", "seconds 26440"},
		"nobody says it": {"", coverage.ReturnOptions{}, "share ?", "seconds ?"},
		"assumed":        {"", coverage.ReturnOptions{Assumed: hours(t, "mon-fri 10:00-14:00")}, "share 1000000", "seconds 26440"},
	} {
		o := c.o
		cov := cover(t, openWith(t, world(east), c.hours), coverage.Options{Method: byBus(t, n, "2022-06-01"), Population: townsfolk(18), Return: &o})
		got, median := value(cov, "now/return/country/sweden/all/share"), value(cov, "now/return/country/sweden/all/median")
		if got != c.share || !near(median, c.median) {
			t.Errorf("%s: %s, median %s; want %s, %s", name, got, median, c.share, c.median)
		}
	}
}

// near compares seconds with what rounding each walk may add.
func near(got, want string) bool {
	var a, b int
	if _, err := fmt.Sscanf(got+" "+want, "seconds %d seconds %d", &a, &b); err != nil {
		return got == want
	}
	return a-b <= 3 && b-a <= 3
}

// Offices whose hours nobody knows make a range: closed, and always open. The counts and
// the notes say of how many that is.
func TestReturnsWithUnknownHours(t *testing.T) {
	n := town(t, []string{"8:00"}, []string{"15:00"})
	s := openWith(t, world(townOffice("west", 0, 18), townOffice("east", 0, 18.5), townOffice("shut", 0, 18)), "", "mon-fri 10:00-14:00", "mon 10:00-12:00")
	c := cover(t, s, coverage.Options{Method: byBus(t, n, "2022-06-01"), Population: townsfolk(18, 18.5), Return: &coverage.ReturnOptions{Leave: 8*60 + 1}})
	for address, want := range map[string]string{
		"now/return/known":                       "count 2",
		"now/return/unknown":                     "count 1",
		"now/return/assumed":                     "count 0",
		"now/return/shut":                        "count 1",
		"now/return/country/sweden/all/possible": "count 1000..2000",
		"now/return/country/sweden/all/share":    "share 500000..1000000",
		"now/return/country/sweden/all/median":   "seconds ?",
		"now/return/county/01/all/possible":      "count 1000..2000",
		"now/return/municipality/0180/all/share": "share 500000..1000000",
		"now/return/county/03/all/share":         "share ?",
		"now/return/country/sweden/all/most":     "",
		"now/return/country/sweden/nobody/share": "",
		"now/return/wrong":                       "",
		"return/stay":                            "seconds 1800",
		"return/leave":                           "words 08:01",
		"return/home":                            "words 24:00",
		"return/hours":                           "words ?",
		"return/wrong":                           "",
	} {
		if got := value(c, address); got != want {
			t.Errorf("%s = %q, want %q", address, got, want)
		}
	}
	f, _ := c.Figure(coverageAddress("now/return/country/sweden/all/share"))
	if !slices.ContainsFunc(f.Notes, func(l figure.Label) bool { return l.Key == "coverage.note.return-hours" }) {
		t.Errorf("notes %v", f.Notes)
	}
	for a := range c.Addresses() {
		if strings.Contains(string(a), "/return/") {
			if g, ok := c.Figure(a); !ok || coverage.Messages[g.Label.Key][0] == "" {
				t.Errorf("%s is listed: %v, %q", a, ok, g.Label.Key)
			}
		}
	}
}

// A public holiday is told of: the bus runs, and the hours are those of a Monday.
func TestReturnsOnAHoliday(t *testing.T) {
	n := town(t, []string{"8:00"}, []string{"15:00"})
	s := openWith(t, world(townOffice("east", 0, 18.5)), "mon-fri 10:00-14:00")
	c := cover(t, s, coverage.Options{Method: byBus(t, n, "2022-06-06"), Population: townsfolk(18), Return: &coverage.ReturnOptions{}})
	f, _ := c.Figure(coverageAddress("now/return/country/sweden/all/share"))
	if !slices.ContainsFunc(f.Notes, func(l figure.Label) bool { return l.Key == "coverage.note.holiday" }) || c.ReturnDay().String() != "2022-06-06" {
		t.Errorf("%s, notes %v", c.ReturnDay(), f.Notes)
	}
}

// There are no trips there and back where nobody asks, or the method knows no timetable;
// a day without traffic is a complaint, not a share of nobody.
func TestNoReturns(t *testing.T) {
	n := town(t, []string{"8:00"}, []string{"15:00"})
	s := openWith(t, world(townOffice("east", 0, 18.5)), "mon-fri 10:00-14:00")
	for name, o := range map[string]coverage.Options{
		"nobody asks": {Method: byBus(t, n, "2022-06-01")}, "on foot": {Method: coverage.Networked{Network: n, Mode: prepared.Walk}, Return: &coverage.ReturnOptions{}},
		"by the estimate": {Method: line{}, Return: &coverage.ReturnOptions{}}, "Saturday": {Method: byBus(t, n, "2022-06-04"), Return: &coverage.ReturnOptions{}},
	} {
		o.Population = townsfolk(18)
		c := cover(t, s, o)
		if c.HasReturns() || value(c, "now/return/country/sweden/all/share") != "" || value(c, "return/stay") != "" {
			t.Errorf("%s: there are trips there and back", name)
		}
		if r, err := c.ReturnsIn(0); r != nil || (err != nil) != (name == "Saturday") {
			t.Errorf("%s: %v, %v", name, r, err)
		}
	}
}

// What is prepared is told of up to the last and found again; it can be called off.
func TestPrepareReturns(t *testing.T) {
	n := town(t, []string{"8:00"}, []string{"15:00"})
	var offices []programme.Office
	for i := range 10 {
		offices = append(offices, townOffice(fmt.Sprint("e", i), i, 18.5))
	}
	s := openWith(t, world(offices...), "mon-fri 10:00-14:00", "mon-fri 10:00-14:00", "tue 10:00-14:00")
	c := cover(t, s, coverage.Options{Method: byBus(t, n, "2022-06-01"), Population: townsfolk(18), Return: &coverage.ReturnOptions{}})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := c.PrepareReturns(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	last, all := 0, 0
	if err := c.PrepareReturns(t.Context(), func(done, of int) { last, all = done, of }); err != nil || last != 9 || all != 9 {
		t.Errorf("told of %d of %d, %v; want 9, since one is shut", last, all, err)
	}
	last = 0
	if err := c.PrepareReturns(t.Context(), func(done, _ int) { last = done }); err != nil || last != 0 {
		t.Errorf("computed %d again, %v", last, err)
	}
}

// makesIt tries every bus there with every bus back, for who walks so long to the stop;
// slack seconds are given at both ends of the day.
func makesIt(there, back []string, open programme.Interval, o coverage.ReturnOptions, walk, slack int) bool {
	seconds := func(text string) int {
		var h, m int
		if _, err := fmt.Sscanf(text, "%d:%d", &h, &m); err != nil {
			panic(err)
		}
		return 3600*h + 60*m
	}
	for _, a := range there {
		for _, b := range back {
			end := max(seconds(a)+600, 60*int(open.From)) + 60*int(o.Stay)
			if seconds(a)-walk >= 60*int(o.Leave)-slack && end <= 60*int(open.To) && end <= seconds(b) && seconds(b)+600+walk <= 60*int(o.Home)+slack {
				return true
			}
		}
	}
	return false
}

// Whatever the hours, the errand and the day, the trips are those of a search that tries
// every bus there with every bus back, and more time never makes fewer.
func TestReturnsEqualTryingAll(t *testing.T) {
	there, back := []string{"7:30", "9:00", "12:00"}, []string{"8:30", "12:30", "16:00"}
	n := town(t, there, back)
	people := townsfolk(18)
	walk := make([]uint32, people.Len()+100)
	rows, err := coverage.Networked{Network: n, Mode: prepared.Walk}.To(t.Context(), placesIn(people)[1:], nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := rows.Row(t.Context(), coverage.Place{Lat: 59, Lon: 18}, walk[:people.Len()], nil); err != nil {
		t.Fatal(err)
	}
	method := byBus(t, n, "2022-06-01")
	rapid.Check(t, func(rt *rapid.T) {
		from := rapid.IntRange(6*60, 15*60).Draw(rt, "from")
		to := from + rapid.IntRange(1, 8*60).Draw(rt, "open")
		o := coverage.ReturnOptions{Stay: programme.Minute(rapid.IntRange(1, 120).Draw(rt, "stay")), Leave: programme.Minute(rapid.IntRange(0, 9*60).Draw(rt, "leave")),
			Home: programme.Minute(rapid.IntRange(10*60, 24*60).Draw(rt, "home"))}
		h := programme.OpeningHours{Known: true}
		h.Days[2] = []programme.Interval{{From: programme.Minute(from), To: programme.Minute(min(to, 1440))}}
		share := func(o coverage.ReturnOptions) coverage.Return {
			s := world(townOffice("east", 0, 18.5))
			s.Levels = []programme.Level{{Office: "east", Hours: h, Provenance: programme.Provenance{Source: programme.Citation{ID: "s"}}}}
			c := cover(t, s, coverage.Options{Method: method, Population: people, Return: &o})
			r, err := c.ReturnsIn(c.State(coverage.Now))
			if err != nil {
				rt.Fatal(err)
			}
			return c.Return(r, 0, 0)
		}
		got, least, most := share(o), 0, 0
		for i := range people.Len() {
			// A walk is rounded here and there, so a second is nobody's.
			if makesIt(there, back, h.Days[2][0], o, int(walk[i]), -1) {
				least += 100
			}
			if makesIt(there, back, h.Days[2][0], o, int(walk[i]), 1) {
				most += 100
			}
		}
		if got.Low < int64(least) || got.Low > int64(most) || got.High != got.Low {
			rt.Fatalf("%+v, want %d to %d", got, least, most)
		}
		longer := o
		longer.Stay += 15
		if more := share(longer); more.Low > got.Low {
			rt.Fatalf("%d can stay longer, %d so long", more.Low, got.Low)
		}
	})
}
