package summary

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// What becomes of an office in a comparison; the order is that of the map's marks.
var siteKinds = []string{"existing", "opened", "closed"}

// mapped is an office on the map.
type mapped struct {
	site int32
	kind int
}

// sitesOn lists the offices of a comparison that lie on the map, in the order of
// the facts.
func sitesOn(c *coverage.Coverage, comparison int) []mapped {
	x := c.Comparisons[comparison]
	before, after := c.States[x.Before].Open, c.States[x.After].Open
	var out []mapped
	for site := range int32(len(c.Sites)) {
		was, is := slices.Contains(before, site), slices.Contains(after, site)
		switch {
		case was && is:
			out = append(out, mapped{site, 0})
		case is:
			out = append(out, mapped{site, 1})
		case was:
			out = append(out, mapped{site, 2})
		}
	}
	return out
}

// feature is one of a GeoJSON collection (RFC 7946).
type feature struct {
	Type       string         `json:"type"`
	Geometry   geometry       `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

func pointAt(lat, lon float64, properties map[string]any) feature {
	return feature{"Feature", geometry{"Point", [2]float64{lon, lat}}, properties}
}

// WriteAccessGeoJSON writes the offices and the population points of a comparison
// as GeoJSON, one feature a line. Times are seconds, null where an office is out of
// reach.
func WriteAccessGeoJSON(w io.Writer, p *plan.Plan, a *Access) error {
	c := p.Coverage
	k := chosenComparison(c, a.Chosen)
	x := c.Comparisons[k]
	before, err := c.AccessIn(x.Before)
	if err != nil {
		return err
	}
	after, err := c.AccessIn(x.After)
	if err != nil {
		return err
	}
	about, err := json.Marshal(map[string]any{"method": a.Method, "isEstimate": a.IsEstimate, "on": a.On, "asOf": a.AsOf, "change": a.Chosen, "notes": a.Notes, "population": a.Population.Text})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "{\"type\": \"FeatureCollection\", \"about\": %s, \"features\": [", about); err != nil {
		return err
	}
	first := true
	write := func(f feature) error {
		b, err := json.Marshal(f)
		if err != nil {
			return err
		}
		comma := ","
		if first {
			comma, first = "", false
		}
		_, err = fmt.Fprintf(w, "%s\n%s", comma, b)
		return err
	}
	for _, m := range sitesOn(c, k) {
		s := &c.Sites[m.site]
		if err := write(pointAt(s.At.Lat, s.At.Lon, map[string]any{"layer": "office", "id": s.Key, "name": s.Name, "municipality": s.Municipality, "status": siteKinds[m.kind], "precision": s.Precision})); err != nil {
			return err
		}
	}
	people := c.Population()
	for i := range people.Len() {
		if people.People[i] == 0 {
			continue
		}
		at := people.Points[i]
		if err := write(pointAt(at.Lat, at.Lon, map[string]any{"layer": "people", "id": people.Keys[i], "municipality": people.Municipality[i], "people": people.People[i],
			"secondsBefore": orNull(before.Seconds[i]), "secondsAfter": orNull(after.Seconds[i])})); err != nil {
			return err
		}
	}
	_, err = fmt.Fprint(w, "\n]}\n")
	return err
}

func orNull(seconds uint32) any {
	if seconds == coverage.Unreachable {
		return nil
	}
	return seconds
}

// AccessCharts are the pictures of access by name.
var AccessCharts = []string{"map", "curve", "change"}

// DrawAccess draws one of AccessCharts for the chosen comparison. The sentence in
// its description says what the picture shows, and the text of the answer has the
// table.
func DrawAccess(p *plan.Plan, a *Access, name string, lang locale.Lang) (*chart.Drawing, error) {
	before, after := a.sides()
	b, u := before.unit(programme.EveryCountry, coverage.TheCountry, coverage.Everyone), after.unit(programme.EveryCountry, coverage.TheCountry, coverage.Everyone)
	o := chart.Options{ID: "access-" + name, Lang: string(lang), Title: lang.T("access.chart."+name, after.Label),
		Description: lang.T("access.chart.sentence", before.Label, b.Within[2].Share.Text, after.Label, u.Within[2].Share.Text) + " " + lang.T("access.chart.notes", a.notesText())}
	k := chosenComparison(p.Coverage, a.Chosen)
	o.Heading = headingOf(p, lang, o.Title, p.Coverage.Comparisons[k].Before)
	switch name {
	case "curve":
		return drawCurve(p.Coverage, k, o, lang)
	case "change":
		return a.change().draw(o, lang)
	}
	return drawMap(p.Coverage, k, o, lang)
}

// headingOf is what stands inside a picture of a state of the network, so that it can be
// shown alone: what it shows, as of which day and by which method, and how much of the
// network is known.
func headingOf(p *plan.Plan, lang locale.Lang, title string, state int) []string {
	c := p.Coverage
	method := lang.T("chart.method.network")
	if c.About.IsEstimate {
		method = lang.T("chart.method.estimate")
	}
	out := []string{title, lang.T("chart.rests", c.On.String(), method)}
	id := c.States[state].ID
	known := lang.Value(figure.OfCount(len(c.States[state].Open)))
	if f, ok := p.Shelf.Figure(figure.At(coverage.Segment, id, "counted")); ok && f.Value.Known {
		return append(out, lang.T("chart.part", known, lang.Value(f.Value)))
	}
	return append(out, lang.T("chart.known", known))
}

func (a *Access) notesText() string {
	out := ""
	for i, n := range a.Notes {
		if i > 0 {
			out += "; "
		}
		out += n
	}
	return out
}

// mapWidth suits a country that is twice as high as it is wide.
const mapWidth = 480

func drawMap(c *coverage.Coverage, comparison int, o chart.Options, lang locale.Lang) (*chart.Drawing, error) {
	o.Width = mapWidth
	m := chart.DotMap{Options: o, Bands: timeBands(lang)}
	for _, kind := range siteKinds {
		m.Kinds = append(m.Kinds, lang.T("access.map."+kind))
	}
	a, err := c.AccessIn(c.Comparisons[comparison].After)
	if err != nil {
		return nil, err
	}
	m.Dots = dotsOf(c.Population(), a.Seconds)
	for _, s := range sitesOn(c, comparison) {
		if len(m.Sites) == chart.MaxMapSites {
			break
		}
		at := &c.Sites[s.site]
		m.Sites = append(m.Sites, chart.MapSite{Lat: at.At.Lat, Lon: at.At.Lon, Kind: s.kind, Detail: at.Name})
	}
	return m.Draw()
}

// curveMinutes is how far the curve goes.
const curveMinutes = 120

func drawCurve(c *coverage.Coverage, comparison int, o chart.Options, lang locale.Lang) (*chart.Drawing, error) {
	x := c.Comparisons[comparison]
	l := chart.Lines{Options: o, Unit: lang.T("access.chart.share"), Along: lang.T("access.chart.minutes"),
		Value: func(v float64) string { return lang.Decimal(v, 0) }, XValue: func(v float64) string { return lang.Decimal(v, 0) }}
	for _, state := range []int{x.Before, x.After} {
		curve, err := c.Curve(state, 0, 0, curveMinutes)
		if err != nil {
			return nil, err
		}
		line := chart.NamedLine{Name: lang.Label(c.States[state].Label)}
		for m, share := range curve {
			line.Points = append(line.Points, chart.Point{X: float64(m), Y: 100 * share})
		}
		l.Lines = append(l.Lines, line)
	}
	return l.Draw()
}

// draw shows how many get nearer and how many further, by how much.
func (c *AccessChange) draw(o chart.Options, lang locale.Lang) (*chart.Drawing, error) {
	u := c.unit(programme.EveryCountry, coverage.TheCountry)
	b := chart.Bars{Options: o, Unit: lang.T("access.chart.people"), Components: []string{lang.T("column.nearer"), lang.T("column.further")},
		Legend: chart.BarsLegend{Sum: lang.T("access.chart.sum")}, UnknownSum: lang.T("unknown"),
		Value: func(v float64) string { return lang.Decimal(v/1000, 0) }}
	for i, band := range u.Bands {
		b.Bars = append(b.Bars, chart.Bar{Label: bandText(lang, i), Parts: []chart.Number{people(band.Gained), people(band.Lost)}})
	}
	return b.Draw()
}

func people(f Figure) chart.Number {
	if n, ok := f.Low.(int64); ok {
		return chart.Known(float64(n))
	}
	return chart.Number{}
}
