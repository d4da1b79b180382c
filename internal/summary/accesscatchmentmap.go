package summary

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
)

// WriteCatchmentGeoJSON writes the population points of a comparison as GeoJSON, one
// feature a line, with what each has within reach before and after: from low to high,
// the high end null where an office within reach has an unknown number of officers.
func WriteCatchmentGeoJSON(w io.Writer, p *plan.Plan, a *Access) error {
	c, x := p.Coverage, p.Coverage.Comparisons[chosenComparison(p.Coverage, a.Chosen)]
	var ends [4][]float64
	var err error
	for i, state := range []int{x.Before, x.After} {
		if ends[2*i], ends[2*i+1], err = c.CatchmentPoints(state, a.Catchment.Measure); err != nil {
			return err
		}
	}
	about, err := json.Marshal(map[string]any{"measure": a.Catchment.Measure, "unit": a.Catchment.Unit, "minutes": a.Catchment.Minutes.Low, "decay": a.Catchment.Decay.Text,
		"demand": a.Catchment.Demand.Text, "method": a.Method, "isEstimate": a.IsEstimate, "on": a.On, "asOf": a.AsOf, "change": a.Chosen, "notes": a.Notes, "population": a.Population.Text})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "{\"type\": \"FeatureCollection\", \"about\": %s, \"features\": [", about); err != nil {
		return err
	}
	people, comma := c.Population(), ""
	for i := range people.Len() {
		if people.People[i] == 0 {
			continue
		}
		at := people.Points[i]
		b, err := json.Marshal(pointAt(at.Lat, at.Lon, map[string]any{"layer": "people", "id": people.Keys[i], "municipality": people.Municipality[i], "people": people.People[i],
			"lowBefore": thousandths(ends[0][i]), "highBefore": thousandths(ends[1][i]), "lowAfter": thousandths(ends[2][i]), "highAfter": thousandths(ends[3][i])}))
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s\n%s", comma, b); err != nil {
			return err
		}
		comma = ","
	}
	_, err = fmt.Fprint(w, "\n]}\n")
	return err
}

// thousandths rounds as figures do; null is not known.
func thousandths(x float64) any {
	if math.IsInf(x, 1) {
		return nil
	}
	return math.Round(x*1e3) / 1e3
}

// mapSteps bound the bands of the map, the best first.
var mapSteps = []float64{4, 2, 1, 0.5}

// DrawCatchment draws the measure on a map, after the change: each point by what it has
// within reach of the offices whose officers are known, at the low end.
func DrawCatchment(p *plan.Plan, a *Access, lang locale.Lang) (*chart.Drawing, error) {
	c, k := p.Coverage, chosenComparison(p.Coverage, a.Chosen)
	state := c.Comparisons[k].After
	s := &a.Catchment.States[state]
	country := &s.Units[0]
	o := chart.Options{ID: "access-catchment", Lang: string(lang), Width: mapWidth, Title: lang.T("access.catchment.map", a.Catchment.Unit, s.Label),
		Description: lang.T("access.catchment.sentence", country.Mean.Text, country.AtLeast.Text, country.Without.Text, s.Unstated.Text) + " " + lang.T("access.chart.notes", a.notesText())}
	m := chart.DotMap{Options: o, Bands: []string{lang.T("access.catchment.map-above", lang.Decimal(mapSteps[0], 0))}}
	for i, step := range mapSteps {
		next := 0.0
		if i+1 < len(mapSteps) {
			next = mapSteps[i+1]
		}
		m.Bands = append(m.Bands, lang.T("access.catchment.map-band", lang.Decimal(next, 1), lang.Decimal(step, 1)))
	}
	m.Bands = append(m.Bands, lang.T("access.catchment.map-none"))
	for _, kind := range siteKinds {
		m.Kinds = append(m.Kinds, lang.T("access.map."+kind))
	}
	low, _, err := c.CatchmentPoints(state, a.Catchment.Measure)
	if err != nil {
		return nil, err
	}
	people := c.Population()
	for i := range people.Len() {
		if people.People[i] > 0 && len(m.Dots) < chart.MaxDots {
			m.Dots = append(m.Dots, chart.Dot{Lat: people.Points[i].Lat, Lon: people.Points[i].Lon, Band: bandOf(low[i])})
		}
	}
	for _, site := range sitesOn(c, k) {
		if len(m.Sites) < chart.MaxMapSites {
			at := &c.Sites[site.site]
			m.Sites = append(m.Sites, chart.MapSite{Lat: at.At.Lat, Lon: at.At.Lon, Kind: site.kind, Detail: at.Name})
		}
	}
	return m.Draw()
}

// bandOf is the band of the map for what a point has: the last is nothing.
func bandOf(x float64) int {
	if x == 0 {
		return len(mapSteps) + 1
	}
	for i, step := range mapSteps {
		if x > step {
			return i
		}
	}
	return len(mapSteps)
}
