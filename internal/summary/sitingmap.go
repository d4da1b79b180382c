package summary

import (
	"context"
	"slices"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/siting"
)

// Kinds of sites on a map of siting, in the order of their marks: what stays, what the
// set opens, what the mandate itself opens elsewhere.
var sitingKinds = []string{"stays", "chosen", "own"}

// DrawSitingMap draws where the best set for the answer's goal lies, beside the offices
// that stay and the mandate's own, over the people by how far they then have.
func DrawSitingMap(ctx context.Context, p *plan.Plan, a *Siting, lang locale.Lang) (*chart.Drawing, error) {
	s, c, goal := p.Siting, p.Coverage, siting.Goal(a.Goal)
	best, err := s.Best(ctx, goal)
	if err != nil {
		return nil, err
	}
	set := siting.BestID(goal)
	title := lang.T("siting.map", s.SetLabel(set))
	o := chart.Options{ID: "siting-map", Lang: string(lang), Title: title, Width: mapWidth, Description: a.mapSentence(lang, set),
		Heading: headingOf(p, lang, title, c.State(s.Before()))}
	m := chart.DotMap{Options: o, Bands: timeBands(lang)}
	for _, kind := range sitingKinds {
		m.Kinds = append(m.Kinds, lang.T("siting.map."+kind))
	}
	score, err := s.Score(ctx, set)
	if err != nil {
		return nil, err
	}
	if score != nil {
		m.Dots = dotsOf(c.Population(), score.Seconds())
	}
	for _, site := range c.States[c.State(s.Before())].Open {
		m.Sites = append(m.Sites, chart.MapSite{Lat: c.Sites[site].At.Lat, Lon: c.Sites[site].At.Lon, Kind: 0, Detail: c.Sites[site].Name})
	}
	if s.Own() != "" {
		before := c.States[c.State(s.Before())].Open
		for _, site := range c.States[c.State(s.Own())].Open {
			if !slices.Contains(before, site) {
				m.Sites = append(m.Sites, chart.MapSite{Lat: c.Sites[site].At.Lat, Lon: c.Sites[site].At.Lon, Kind: 2, Detail: c.Sites[site].Name})
			}
		}
	}
	for _, x := range best.Places { // last, so that they lie uppermost
		m.Sites = append(m.Sites, chart.MapSite{Lat: x.Lat, Lon: x.Lon, Kind: 1, Detail: x.Name + ", " + x.Municipality})
	}
	if len(m.Sites) > chart.MaxMapSites {
		m.Sites = m.Sites[len(m.Sites)-chart.MaxMapSites:]
	}
	return m.Draw()
}

// mapSentence says what the map shows to those who do not see it.
func (a *Siting) mapSentence(lang locale.Lang, set string) string {
	for i := range a.Sets {
		if x := &a.Sets[i]; x.ID == set {
			return lang.T("siting.map.sentence", x.Opened.Text, x.Share.Text, a.option("within"), x.value(siting.Mean))
		}
	}
	return lang.T("siting.map.none")
}

// timeBands are the names of the bands of times on a map.
func timeBands(lang locale.Lang) []string {
	var out []string
	for i, limit := range coverage.Minutes {
		key, args := "access.map.first", []any{limit}
		if i > 0 {
			key, args = "access.map.band", []any{coverage.Minutes[i-1], limit}
		}
		out = append(out, lang.T(key, args...))
	}
	return append(out, lang.T("access.map.last", coverage.Minutes[len(coverage.Minutes)-1]))
}

// dotsOf are the points where people live, in bands by their times.
func dotsOf(people *coverage.Population, seconds []uint32) []chart.Dot {
	var out []chart.Dot
	for i := range people.Len() {
		if people.People[i] == 0 || len(out) == chart.MaxDots {
			continue
		}
		band := 0
		for band < len(coverage.Minutes) && seconds[i] > uint32(coverage.Minutes[band]*60) {
			band++
		}
		out = append(out, chart.Dot{Lat: people.Points[i].Lat, Lon: people.Points[i].Lon, Band: band})
	}
	return out
}
