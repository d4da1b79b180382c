package report

import (
	"slices"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// sentences are those of charts that name figures.
var sentences = map[string]func(*builder) []document.Inline{
	"access-map":   func(b *builder) []document.Inline { return b.accessSentence("access-map", "share/30", tenth) },
	"access-curve": func(b *builder) []document.Inline { return b.accessSentence("access-curve", "median", usual) },
}

// accessSentence names a figure of the whole country with and without the offices.
func (b *builder) accessSentence(name, what string, style locale.Style) []document.Inline {
	at := func(s *coverage.State) figure.Address {
		return figure.At(coverage.Segment, s.ID, "country", coverage.TheCountry, coverage.Everyone, what)
	}
	return b.sentence("chart."+name+".sentence", style, at(b.with()), at(b.without()))
}

// mapWidth lets a country that is twice as high as it is wide stand on a page with
// its caption.
const mapWidth = 380

// mapChart shows how far it is to an office from every place where people live,
// with the mandate's offices, and which those are.
func (b *builder) mapChart(o chart.Options) drawer {
	if !b.hasAccess() {
		return nil
	}
	c := b.plan.Coverage
	access, err := c.AccessIn(c.Comparisons[b.comparison()].After)
	if err != nil {
		b.errs = append(b.errs, err)
		return nil
	}
	o.Width = mapWidth
	m := chart.DotMap{Options: o, Bands: b.bands(), Kinds: []string{b.lang.T("chart.site.other"), b.lang.T("chart.site.ours")}}
	people := c.Population()
	for i := range people.Len() {
		if people.People[i] == 0 || len(m.Dots) == chart.MaxDots {
			continue
		}
		band := 0
		for band < len(coverage.Minutes) && access.Seconds[i] > uint32(coverage.Minutes[band]*60) {
			band++
		}
		m.Dots = append(m.Dots, chart.Dot{Lat: people.Points[i].Lat, Lon: people.Points[i].Lon, Band: band})
	}
	before := b.without().Open
	for _, site := range b.with().Open[:min(len(b.with().Open), chart.MaxMapSites)] {
		s := chart.MapSite{Lat: c.Sites[site].At.Lat, Lon: c.Sites[site].At.Lon, Detail: c.Sites[site].Name}
		if !slices.Contains(before, site) {
			s.Kind = 1
		}
		m.Sites = append(m.Sites, s)
	}
	return m
}

// bands are the names of the bands of time that the map shows.
func (b *builder) bands() []string {
	out := []string{b.lang.T("chart.band.first", coverage.Minutes[0])}
	for i, m := range coverage.Minutes[1:] {
		out = append(out, b.lang.T("chart.band", coverage.Minutes[i], m))
	}
	return append(out, b.lang.T("chart.band.last", coverage.Minutes[len(coverage.Minutes)-1]))
}

// farthest is how many minutes the curve goes.
const farthest = 120

// accessCurve is the share of the people within each minute, without and with the
// mandate's offices.
func (b *builder) accessCurve(o chart.Options) drawer {
	if !b.hasAccess() {
		return nil
	}
	whole := func(v float64) string { return b.lang.Decimal(v, 0) }
	l := chart.Lines{Options: o, Unit: b.lang.T("chart.unit.per-cent"), Along: b.lang.T("chart.unit.minutes"), Value: whole, XValue: whole}
	c := b.plan.Coverage
	x := c.Comparisons[b.comparison()]
	for _, side := range []struct {
		state int
		key   string
	}{{x.Before, "report.without-offices"}, {x.After, "report.with-offices"}} {
		shares, err := c.Curve(side.state, 0, 0, farthest)
		if err != nil {
			b.errs = append(b.errs, err)
			return nil
		}
		line := chart.NamedLine{Name: b.lang.T(side.key)}
		for m, share := range shares {
			line.Points = append(line.Points, chart.Point{X: float64(m), Y: 100 * share})
		}
		l.Lines = append(l.Lines, line)
	}
	return l
}
