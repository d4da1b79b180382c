package coverage

import (
	"context"
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/hierarchy"
	"github.com/etablera/etablera/travel/prepared"
	"github.com/etablera/etablera/travel/transit"
)

// Networked is the Method of a prepared network of roads and timetables. People
// travel from the points to the offices. Places further from every road than Snap
// are reached by nobody.
type Networked struct {
	Network *prepared.Network
	Mode    string           // prepared.Car, prepared.Walk or prepared.Transit
	Snap    float64          // metres; 0 for prepared.Snap
	Journey prepared.Journey // for prepared.Transit
}

// modeWords are the modes as plans name them.
var modeWords = map[string]string{prepared.Car: "car", prepared.Walk: "walk", prepared.Transit: "transit"}

// About implements Method.
func (n Networked) About() About {
	a := About{Key: "road", Mode: modeWords[n.Mode]}
	m := n.Network.Meta()
	for i := range m.Roads {
		if r := &m.Roads[i]; r.Profile.Name == n.Mode || n.Mode == prepared.Transit && r.Profile.Name == prepared.Walk {
			a.Grounds = append(a.Grounds, Ground{"extract", figure.OfWords(r.Source.File), ruleSupplied})
			if !r.Source.Timestamp.IsZero() {
				y, month, d := r.Source.Timestamp.Date()
				a.Grounds = append(a.Grounds, Ground{"extract-date", figure.OfDate(civil.Of(y, month, d)), ruleSupplied})
			}
		}
	}
	if n.Mode != prepared.Transit {
		return a
	}
	a.Key = "transit"
	var feeds []string
	for i := range m.Feeds {
		feeds = append(feeds, m.Feeds[i].File)
	}
	j := n.Journey.Filled()
	a.Grounds = append(a.Grounds, Ground{"feeds", figure.OfWords(strings.Join(feeds, ", ")), ruleSupplied},
		Ground{"transit-date", figure.OfWords(j.Date.String()), figure.Option},
		Ground{"window", figure.OfWords(fmt.Sprintf("%02d:%02d, %d min", j.From/3600, j.From/60%60, j.Minutes)), figure.Option},
		Ground{"percentile", figure.OfCount(j.Percentile), figure.Option})
	return a
}

// Lacks says whether no road comes near a site.
func (n Networked) Lacks(site Place) bool {
	return !n.Network.Near(n.Mode, prepared.Place{Lat: site.Lat, Lon: site.Lon}, n.snap())
}

func (n Networked) snap() float64 {
	if n.Snap == 0 {
		return prepared.Snap
	}
	return n.Snap
}

// To implements Method.
func (n Networked) To(ctx context.Context, points []Place, _ []int32) (Rows, error) {
	at := make([]prepared.Place, len(points))
	for i, p := range points {
		at[i] = prepared.Place{Lat: p.Lat, Lon: p.Lon}
	}
	if n.Mode == prepared.Transit {
		days, err := n.Network.Transit(ctx, at, n.snap(), n.Journey)
		if err != nil {
			return nil, err
		}
		return transitRows{days, n.Journey.Date}, nil
	}
	roads, err := n.Network.Roads(ctx, n.Mode, at, hierarchy.Inward, n.snap())
	if err != nil {
		return nil, err
	}
	return roadRows{roads}, nil
}

type roadRows struct{ roads *prepared.Roads }

// Row implements Rows.
func (r roadRows) Row(ctx context.Context, site Place, seconds, _ []uint32) error {
	r.roads.Row(prepared.Place{Lat: site.Lat, Lon: site.Lon}, seconds)
	return ctx.Err()
}

func (r roadRows) missing(people []int32) int64 { return sumAt(people, r.roads.Missing()) }

type transitRows struct {
	days *prepared.Days
	date gtfs.Date
}

// Row implements Rows.
func (r transitRows) Row(ctx context.Context, site Place, seconds, _ []uint32) error {
	return r.All(ctx, []Place{site}, [][]uint32{seconds}, func(int) {})
}

// All implements batcher.
func (r transitRows) All(ctx context.Context, sites []Place, seconds [][]uint32, tell func(done int)) error {
	at := make([]prepared.Place, len(sites))
	for i, s := range sites {
		at[i] = prepared.Place{Lat: s.Lat, Lon: s.Lon}
	}
	times, err := r.days.ToTelling(ctx, at, func(done, _ int) { tell(done) })
	if err != nil {
		return err
	}
	for i, row := range seconds {
		copy(row, times[i*len(row):])
	}
	return nil
}

// Day implements returner.
func (r transitRows) Day() civil.Date {
	d, _ := civil.ParseDate(r.date.String())
	return d
}

// Returns implements returner.
func (r transitRows) Returns(ctx context.Context, sites []Place, open [][]programme.Interval, o ReturnOptions, seconds [][]uint32, tell func(done int)) error {
	at, spans := make([]prepared.Place, len(sites)), make([][]transit.Span, len(sites))
	for i, s := range sites {
		at[i] = prepared.Place{Lat: s.Lat, Lon: s.Lon}
		for _, h := range open[i] {
			spans[i] = append(spans[i], transit.Span{From: int32(h.From) * 60, To: int32(h.To) * 60})
		}
	}
	e := prepared.Errand{Stay: int32(o.Stay) * 60, LeaveFrom: int32(o.Leave) * 60, HomeBy: int32(o.Home) * 60}
	times, err := r.days.ThereAndBack(ctx, at, spans, e, func(done, _ int) { tell(done) })
	if err != nil {
		return err
	}
	for i, row := range seconds {
		copy(row, times[i*len(row):])
	}
	return nil
}

func (r transitRows) missing(people []int32) int64 { return sumAt(people, r.days.Missing()) }

// sumAt adds up the people of some points; those that are no population have none.
func sumAt(people []int32, which []int) int64 {
	n := int64(0)
	for _, i := range which {
		if i < len(people) {
			n += int64(people[i])
		}
	}
	return n
}
