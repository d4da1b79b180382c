package coverage_test

import (
	"context"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// line is a world in which people and offices stand on a line and every unit takes
// a minute and is a kilometre: longitude is the place on the line. Times in it are
// known without reckoning.
type line struct{ reach float64 }

func (l line) About() coverage.About {
	return coverage.About{Key: "line", Mode: "car", HasMetres: true}
}

func (l line) To(_ context.Context, points []coverage.Place, _ []int32) (coverage.Rows, error) {
	return lineRows{l, points}, nil
}

type lineRows struct {
	line
	points []coverage.Place
}

func (r lineRows) Row(ctx context.Context, site coverage.Place, seconds, metres []uint32) error {
	for i, p := range r.points {
		d := p.Lon - site.Lon
		if d < 0 {
			d = -d
		}
		seconds[i], metres[i] = uint32(d*60), uint32(d*1000)
		if r.reach > 0 && d > r.reach {
			seconds[i], metres[i] = coverage.Unreachable, coverage.Unreachable
		}
	}
	return ctx.Err()
}

// street is 100 people at each of the places, all in the municipality of Boden.
func street(places ...float64) *coverage.Population {
	p := &coverage.Population{Source: "the street", Date: "2021"}
	for i, x := range places {
		p.Keys = append(p.Keys, string(rune('a'+i)))
		p.Points = append(p.Points, estimate.Point{Lat: 65.8, Lon: x})
		p.Municipality = append(p.Municipality, "2582")
		p.People = append(p.People, 100)
	}
	return p
}

func office(id string, at float64) programme.Office {
	return programme.Office{ID: programme.OfficeID(id), Name: "Kontor " + id, Municipality: "Boden", Position: &programme.Position{Lat: 65.8, Lon: at, Precision: "address"}}
}

const today = "2022-06-01"

// world is a programme with offices on the street, as of today.
func world(offices ...programme.Office) *programme.Snapshot {
	return &programme.Snapshot{Programme: programme.Meta{ID: "street", AsOf: civil.MustDate(today)}, Offices: offices,
		Sources: []programme.Source{{ID: "s", Date: civil.MustDate("2020-01-01")}}}
}

// cover is the coverage of a world in which the line is the method.
func cover(t testing.TB, s *programme.Snapshot, o coverage.Options) *coverage.Coverage {
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
	if o.Method == nil {
		o.Method = line{}
	}
	return coverage.Make(x, table, o)
}

func span(t testing.TB, text string) civil.Span {
	t.Helper()
	s, err := civil.ParseSpan(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func hours(t testing.TB, text string) programme.OpeningHours {
	t.Helper()
	var h programme.OpeningHours
	if err := h.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return h
}

// value is a figure's value in canonical form, "" where there is none.
func value(c *coverage.Coverage, address string) string {
	f, ok := c.Figure(coverageAddress(address))
	if !ok {
		return ""
	}
	return f.Value.Canonical()
}
