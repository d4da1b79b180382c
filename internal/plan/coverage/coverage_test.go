package coverage_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

func coverageAddress(s string) figure.Address { return figure.Address("coverage/" + s) }

const everyone = "country/sweden/all/"

// On a street with one office at 0 and people at 5, 15, 25, 50 and 90 minutes, the
// measures are what one counts on one's fingers.
func TestMeasuresOnAStreet(t *testing.T) {
	c := cover(t, world(office("a", 0), office("b", 100)), coverage.Options{Population: street(5, 15, 25, 50, 90)})
	for address, want := range map[string]string{
		"now/offices":                                     "count 2",
		"now/" + everyone + "within/10":                   "count 200", // 5 from a, 90 from b
		"now/" + everyone + "within/20":                   "count 300",
		"now/" + everyone + "within/45":                   "count 400",
		"now/" + everyone + "within/60":                   "count 500",
		"now/" + everyone + "share/30":                    "share 800000",
		"now/" + everyone + "share-km/20":                 "share 600000",
		"now/" + everyone + "mean":                        "seconds 1260", // (5+15+25+50+10)/5 = 21 min
		"now/" + everyone + "median":                      "seconds 900",
		"now/" + everyone + "p90":                         "seconds 3000",
		"now/" + everyone + "worst":                       "seconds 3000",
		"now/" + everyone + "second-median":               "seconds 5100", // 95, 85, 75, 50, 90
		"population/" + strings.TrimSuffix(everyone, "/"): "count 500",
		"now/municipality/2582/all/within/10":             "count 200",
		"now/county/25/all/share/30":                      "share 800000",
		"now/county/01/all/share/30":                      "share ?",
		"now/municipality/2582/all/within/11":             "",
		"now/municipality/9999/all/within/10":             "",
		"now/country/sweden/children/within/10":           "",
		"then/" + everyone + "within/10":                  "",
		"now/" + everyone + "within/010":                  "",
	} {
		if got := value(c, address); got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
}

// Where some do not reach an office, what would need everybody is unknown, and
// what counts those who do is not.
func TestUnreachable(t *testing.T) {
	c := cover(t, world(office("a", 0)), coverage.Options{Population: street(5, 15, 90), Method: line{reach: 60}})
	for address, want := range map[string]string{
		"within/60": "count 200", "share/60": "share 666667", "mean": "seconds ?", "median": "seconds 900", "p90": "seconds ?", "worst": "seconds ?", "second-median": "seconds ?",
	} {
		if got := value(c, "now/"+everyone+address); got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
}

// failing is a method that cannot be prepared.
type failing struct{ line }

func (failing) To(context.Context, []coverage.Place, []int32) (coverage.Rows, error) {
	return nil, errors.New("no network")
}

// A method that fails makes shares unknown, with the reason, and never zero.
func TestFailingMethod(t *testing.T) {
	c := cover(t, world(office("a", 0)), coverage.Options{Population: street(5), Method: failing{}})
	for _, what := range []string{"within/10", "share/10", "mean", "worst"} {
		f, ok := c.Figure(coverageAddress("now/" + everyone + what))
		if !ok || f.Value.Known {
			t.Errorf("%s: %v %s", what, ok, f.Value.Canonical())
		}
		if what != "share/10" && !slices.ContainsFunc(f.Notes, func(n figure.Label) bool { return n.Key == "coverage.note.failed" }) {
			t.Errorf("%s does not say why: %v", what, f.Notes)
		}
	}
}

// Which offices are open on a day: stated, implied, doubtful, shut.
func TestStanding(t *testing.T) {
	event := func(kind programme.EventKind, date string) programme.Event {
		e := programme.Event{Office: "a", Kind: kind, Provenance: programme.Provenance{Source: programme.Citation{ID: "s"}}}
		if date != "" {
			e.Date = span(t, date)
		}
		return e
	}
	for name, c := range map[string]struct {
		events                  []programme.Event
		on                      string
		open, implied, doubtful int
	}{
		"nothing said":                                 {nil, "", 1, 1, 0},
		"opened before":                                {[]programme.Event{event(programme.Opened, "2021-01-01")}, "", 1, 0, 0},
		"opened later":                                 {[]programme.Event{event(programme.Opened, "2022-07-01")}, "", 0, 0, 0},
		"opened later, looked at then":                 {[]programme.Event{event(programme.Opened, "2022-07-01")}, "2022-07-01", 1, 0, 0},
		"open no later than some day after":            {[]programme.Event{event(programme.Opened, "../2023-01-01")}, "", 1, 1, 0},
		"opened some day this year":                    {[]programme.Event{event(programme.Opened, "2022")}, "", 0, 0, 1},
		"opened, nobody knows when":                    {[]programme.Event{event(programme.Opened, "")}, "", 1, 0, 0},
		"opened, nobody knows when, asked of the past": {[]programme.Event{event(programme.Opened, "")}, "2021-01-01", 0, 0, 1},
		"announced for later":                          {[]programme.Event{event(programme.OpeningPlanned, "2022-09-01")}, "", 0, 0, 0},
		"announced for earlier":                        {[]programme.Event{event(programme.OpeningPlanned, "2022-05-01")}, "", 0, 0, 1},
		"shut":                                         {[]programme.Event{event(programme.Opened, "2021-01-01"), event(programme.Closed, "2022-06-01")}, "", 0, 0, 0},
		"shut tomorrow":                                {[]programme.Event{event(programme.Opened, "2021-01-01"), event(programme.Closed, "2022-06-02")}, "", 1, 0, 0},
		"the last day is served":                       {[]programme.Event{event(programme.ClosingPlanned, "2022-06-01")}, "", 1, 1, 0},
		"the day after the last":                       {[]programme.Event{event(programme.ClosingPlanned, "2022-05-31")}, "", 0, 0, 0},
		"shut in fact before it was decided":           {[]programme.Event{event(programme.ClosedDeFacto, "2022-05-01"), event(programme.ClosingDecided, "2022-07-01")}, "", 0, 0, 0},
		"shut some day this year":                      {[]programme.Event{event(programme.Opened, "2021-01-01"), event(programme.Closed, "2022")}, "", 0, 0, 1},
		"an earlier office shut":                       {[]programme.Event{event(programme.Closed, "2015-01-01"), event(programme.Opened, "2021-01-01")}, "", 1, 0, 0},
	} {
		s := world(office("a", 0))
		s.OfficeEvents = c.events
		o := coverage.Options{Population: street(1)}
		if c.on != "" {
			o.On = civil.MustDate(c.on)
		}
		now := cover(t, s, o).States[0]
		if len(now.Open) != c.open || len(now.Implied) != c.implied || len(now.Doubtful) != c.doubtful {
			t.Errorf("%s: %d open, %d implied, %d doubtful, want %d, %d, %d", name, len(now.Open), len(now.Implied), len(now.Doubtful), c.open, c.implied, c.doubtful)
		}
	}
}

// An office whose place nobody has stated is counted, and not reached.
func TestUnplaced(t *testing.T) {
	lost := office("b", 0)
	lost.Position = nil
	c := cover(t, world(office("a", 50), lost), coverage.Options{Population: street(0)})
	if value(c, "now/offices") != "count 1" || value(c, "now/unplaced") != "count 1" || value(c, "now/"+everyone+"median") != "seconds 3000" {
		t.Errorf("%s offices, %s unplaced, %s", value(c, "now/offices"), value(c, "now/unplaced"), value(c, "now/"+everyone+"median"))
	}
}

// scenario is a world with one.
func scenario(t *testing.T, changes ...programme.Change) *programme.Snapshot {
	s := world(office("a", 0), office("b", 100))
	s.Scenarios = []programme.Scenario{{ID: "x", Changes: changes}}
	return s
}

// Each kind of change does what it says to the people of the street: at 10, 40 and
// 90, between offices at 0 and 100.
func TestChanges(t *testing.T) {
	at := func(x float64) *programme.Position { return &programme.Position{Lat: 65.8, Lon: x} }
	for name, c := range map[string]struct {
		changes []programme.Change
		want    []uint32 // minutes after
	}{
		"nothing":           {nil, []uint32{10, 40, 10}},
		"close":             {[]programme.Change{{Kind: programme.ToClose, Office: "a"}}, []uint32{90, 60, 10}},
		"open":              {[]programme.Change{{Kind: programme.ToOpen, Name: "c", Position: at(40)}}, []uint32{10, 0, 10}},
		"move":              {[]programme.Change{{Kind: programme.ToMove, Office: "b", Position: at(60)}}, []uint32{10, 20, 30}},
		"resize":            {[]programme.Change{{Kind: programme.ToResize, Office: "b", Type: "small"}}, []uint32{10, 40, 10}},
		"close, open again": {[]programme.Change{{Kind: programme.ToClose, Office: "a"}, {Kind: programme.ToOpen, Office: "a"}}, []uint32{10, 40, 10}},
		"move, then close":  {[]programme.Change{{Kind: programme.ToMove, Office: "b", Position: at(60)}, {Kind: programme.ToClose, Office: "b"}}, []uint32{10, 40, 90}},
		"of none":           {[]programme.Change{{Kind: programme.ToClose, Office: "zz"}}, []uint32{10, 40, 10}},
		"close all":         {[]programme.Change{{Kind: programme.ToClose, Office: "a"}, {Kind: programme.ToClose, Office: "b"}}, []uint32{coverage.Unreachable, coverage.Unreachable, coverage.Unreachable}},
	} {
		cov := cover(t, scenario(t, c.changes...), coverage.Options{Population: street(10, 40, 90)})
		a, err := cov.AccessIn(cov.State("scenario-x"))
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range c.want {
			if want != coverage.Unreachable {
				want *= 60
			}
			if a.Seconds[i] != want {
				t.Errorf("%s: the %d. takes %d s, want %d", name, i+1, a.Seconds[i], want)
			}
		}
		before, err := cov.AccessIn(cov.State("now"))
		if err != nil || before.Seconds[0] != 600 {
			t.Errorf("%s: the scenario changed the network of now: %v", name, before.Seconds)
		}
	}
}

// What a closing does, in figures: who loses how much, in which band, the nearest
// alternative, and the share that is lost.
func TestClosing(t *testing.T) {
	s := scenario(t, programme.Change{Kind: programme.ToClose, Office: "a"})
	c := cover(t, s, coverage.Options{Population: street(10, 40, 90)})
	for address, want := range map[string]string{
		everyone + "lost": "count 200", everyone + "gained": "count 0", everyone + "unchanged": "count 100",
		everyone + "lost/3": "count 100", everyone + "lost/6": "count 100", everyone + "lost/5": "count 0",
		everyone + "lost-mean": "seconds 3000", everyone + "gained-mean": "seconds ?", // 80 and 20 minutes
		everyone + "share/10": "share -333334", everyone + "share/45": "share -666667",
		everyone + "lost/7": "", everyone + "lost/0": "",
		"hit/1/people": "count 100", "hit/1/before": "seconds 600", "hit/1/after": "seconds 5400", "hit/1/longer": "seconds 4800",
		"hit/2/longer": "seconds 1200", "hit/3/longer": "", "hit/0/longer": "", "hit/x/longer": "",
		"step/1/lost": "count 200", "step/1/share/60": "share 666667", "step/2/lost": "",
	} {
		if got := value(c, "change/scenario-x/"+address); got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
	hits, err := c.Hits(1)
	if err != nil || len(hits) != 2 || c.Sites[hits[0].From].Office != "a" || c.Sites[hits[0].To].Office != "b" {
		t.Errorf("%v %+v", err, hits)
	}
}

// Points of a household or two are not told of by themselves, though they count.
func TestFewPeopleAreNotPointedAt(t *testing.T) {
	p := street(10, 40, 90)
	p.People[0] = 3
	c := cover(t, scenario(t, programme.Change{Kind: programme.ToClose, Office: "a"}), coverage.Options{Population: p})
	if hits, _ := c.Hits(1); len(hits) != 1 || value(c, "change/scenario-x/"+everyone+"lost") != "count 103" {
		t.Errorf("%+v, %s", hits, value(c, "change/scenario-x/"+everyone+"lost"))
	}
}

// The share at an hour counts the offices known to be open, and as the other end
// those of which nobody knows; the latest hours hold.
func TestHours(t *testing.T) {
	s := world(office("a", 0), office("b", 40), office("c", 80))
	level := func(id, from, h string) programme.Level {
		return programme.Level{Office: programme.OfficeID(id), From: span(t, from), Hours: hours(t, h)}
	}
	s.Levels = []programme.Level{level("a", "2020-01-01", "mon-fri 9-17"), level("a", "2022-01-01", "mon-thu 10:00-15:00"), level("a", "2022-07-01", "closed"), level("b", "2020-01-01", "fri 10:00-15:00")}
	c := cover(t, s, coverage.Options{Population: street(0, 40, 80)})
	for address, want := range map[string]string{
		"mon/9/10": "share 0..333333", "mon/10/10": "share 333333..666667", "mon/14/10": "share 333333..666667", "mon/15/10": "share 0..333333",
		"fri/10/10": "share 333333..666667", "fri/10/60": "share 1000000", "sun/12/60": "share 0..666667",
		"mon/24/10": "", "day/9/10": "", "mon/9/11": "",
	} {
		if got := value(c, "now/hours/"+address); got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
	s.Levels = nil
	c = cover(t, s, coverage.Options{Population: street(0)})
	f, _ := c.Figure("coverage/now/hours/mon/10/30")
	if f.Value.Known || !slices.ContainsFunc(f.Notes, func(n figure.Label) bool { return n.Key == "coverage.note.hours" && n.Args[0] == 3 }) {
		t.Errorf("no hours are known, and the share is %s; %v", f.Value.Canonical(), f.Notes)
	}
}

// Criteria are held in every unit; one of another mode or without a group cannot be.
func TestCriteria(t *testing.T) {
	p := street(5, 15, 25, 90)
	p.Municipality = []string{"2582", "2582", "2581", "2581"} // Boden, Piteå
	for name, c := range map[string]struct {
		criterion    programme.AccessCriterion
		met, failing string
		boden, pitea string
	}{
		"all within the hour and a half": {programme.AccessCriterion{Share: programme.Whole, Minutes: programme.Exactly(90), Every: programme.EveryMunicipality}, "words yes", "count 0", "share 1000000", "share 1000000"},
		"half within 25 minutes":         {programme.AccessCriterion{Share: 500_000, Minutes: programme.Exactly(25), Every: programme.EveryMunicipality}, "words yes", "count 0", "share 1000000", "share 500000"},
		"a little more than half":        {programme.AccessCriterion{Share: 500_001, Minutes: programme.Exactly(25), Every: programme.EveryMunicipality}, "words no", "count 1", "share 1000000", "share 500000"},
		"by road":                        {programme.AccessCriterion{Share: 750_000, Within: 25_000, Every: programme.EveryMunicipality}, "words no", "count 1", "share 1000000", "share 500000"},
		"of the whole county":            {programme.AccessCriterion{Share: 750_000, Minutes: programme.Exactly(25), Every: programme.EveryCounty}, "words yes", "count 0", "", ""},
		"of another mode":                {programme.AccessCriterion{Share: 1, Minutes: programme.Exactly(25), Mode: "walk", Every: programme.EveryMunicipality}, "words ?", "count ?", "", ""},
		"of a group that there is not":   {programme.AccessCriterion{Share: 1, Minutes: programme.Exactly(25), Group: "children", Every: programme.EveryMunicipality}, "words ?", "count ?", "", ""},
	} {
		s := world(office("a", 0))
		c.criterion.ID = "k"
		s.AccessCriteria = []programme.AccessCriterion{c.criterion}
		cov := cover(t, s, coverage.Options{Population: p})
		for what, want := range map[string]string{"met": c.met, "failing": c.failing, "2582": c.boden, "2581": c.pitea} {
			if got := value(cov, "criterion/k/now/"+what); got != want {
				t.Errorf("%s: %s is %q, want %q", name, what, got, want)
			}
		}
	}
}

// A group of the owner's own, such as those above an age, is counted beside those
// that follow from the place.
func TestOwnGroup(t *testing.T) {
	p := street(5, 50)
	p.Groups = []coverage.Group{{Key: "old", Name: "äldre", People: []int32{10, 30}}}
	c := cover(t, world(office("a", 0)), coverage.Options{Population: p})
	if value(c, "now/country/sweden/old/share/10") != "share 250000" || value(c, "population/country/sweden/old") != "count 40" {
		t.Errorf("%s of %s", value(c, "now/country/sweden/old/share/10"), value(c, "population/country/sweden/old"))
	}
}

// Opening an office makes nobody's way longer and closing one nobody's shorter;
// those within a time grow with it; and the two nearest are those of all rows.
func TestAccessIsSound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(2, 6).Draw(rt, "offices")
		var offices []programme.Office
		for i := range n {
			offices = append(offices, office(string(rune('a'+i)), float64(rapid.IntRange(0, 120).Draw(rt, "at"))))
		}
		var places []float64
		for range rapid.IntRange(1, 8).Draw(rt, "people") {
			places = append(places, float64(rapid.IntRange(0, 120).Draw(rt, "lives")))
		}
		c := cover(t, world(offices...), coverage.Options{Population: street(places...)})
		all := c.States[0].Open
		whole, err := c.Measure(context.Background(), all)
		if err != nil {
			rt.Fatal(err)
		}
		fewer, err := c.Measure(context.Background(), slices.Delete(slices.Clone(all), 0, 1))
		if err != nil {
			rt.Fatal(err)
		}
		for i := range places {
			if whole.Seconds[i] > fewer.Seconds[i] || whole.SecondSeconds[i] > fewer.SecondSeconds[i] || whole.Seconds[i] > whole.SecondSeconds[i] {
				rt.Fatalf("%d: %d then %d with all, %d then %d with fewer", i, whole.Seconds[i], whole.SecondSeconds[i], fewer.Seconds[i], fewer.SecondSeconds[i])
			}
			if whole.Nearest[i] != all[0] && fewer.Seconds[i] != whole.Seconds[i] {
				rt.Fatalf("%d: an office that was not the nearest closed, and %d became %d", i, whole.Seconds[i], fewer.Seconds[i])
			}
		}
		r, err := c.ReachIn(0, 0, 0)
		if err != nil {
			rt.Fatal(err)
		}
		if !slices.IsSorted(r.Within[:]) || r.Median > r.P90 || r.P90 > r.Worst || r.Mean > float64(r.Worst) {
			rt.Fatalf("%+v", r)
		}
	})
}
