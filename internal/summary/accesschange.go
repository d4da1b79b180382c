package summary

import (
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

// AccessChange is what differs between two states.
type AccessChange struct {
	ID     string        `json:"id"`
	Before string        `json:"before"` // ids of states
	After  string        `json:"after"`
	Units  []AccessShift `json:"units"`
	Hits   []AccessHit   `json:"hits"`  // the points that lose most
	Steps  []AccessStep  `json:"steps"` // of a scenario, one for each change
}

// AccessShift is the change for a group of people in an area.
type AccessShift struct {
	Kind       programme.AreaUnit `json:"kind"`
	Key        string             `json:"key"`
	Name       string             `json:"name"`
	Group      string             `json:"group"`
	GroupName  string             `json:"groupName"`
	Gained     Figure             `json:"gained"`
	Lost       Figure             `json:"lost"`
	Unchanged  Figure             `json:"unchanged"`
	GainedMean Figure             `json:"gainedMean"`
	LostMean   Figure             `json:"lostMean"`
	Bands      []ShiftBand        `json:"bands"`
	Shares     []ShareShift       `json:"shares"`
}

// ShiftBand counts people by how much nearer or further they get. UpTo is the
// last minute of the band, null for the one without an end.
type ShiftBand struct {
	UpTo   *int   `json:"upToMinutes"`
	Gained Figure `json:"gained"`
	Lost   Figure `json:"lost"`
}

// ShareShift is the change of the share within so many minutes.
type ShareShift struct {
	Minutes int    `json:"minutes"`
	Change  Figure `json:"change"`
}

// AccessHit is a point whose people get further to an office.
type AccessHit struct {
	Place   string             `json:"place"`
	Lat     float64            `json:"lat"`
	Lon     float64            `json:"lon"`
	People  Figure             `json:"people"`
	Before  Figure             `json:"before"`
	After   Figure             `json:"after"`
	Longer  Figure             `json:"longer"`
	Nearest programme.OfficeID `json:"nearest"` // before
	Next    string             `json:"next"`    // name of the nearest alternative, empty where there is none
}

// AccessStep is the network after one more change of a scenario.
type AccessStep struct {
	Change int          `json:"change"`
	Kind   string       `json:"kind"`
	Office string       `json:"office"`
	Lost   Figure       `json:"lost"`
	Shares []ShareShift `json:"shares"` // the share itself, not its change
}

// hitsShown is how many of the worst-hit points an answer holds.
const hitsShown = 10

func changeOf(p *plan.Plan, lang locale.Lang, i int, o AccessOptions) AccessChange {
	c := p.Coverage
	x := c.Comparisons[i]
	out := AccessChange{ID: x.ID, Before: c.States[x.Before].ID, After: c.States[x.After].ID, Units: []AccessShift{}, Hits: []AccessHit{}, Steps: []AccessStep{}}
	for u := range c.Units() {
		for g := range c.Groups() {
			if shown(&c.Units()[u], c.Groups()[g].Key, o.By) {
				out.Units = append(out.Units, shiftOf(p, lang, x.ID, u, g))
			}
		}
	}
	out.Hits = append(out.Hits, hitsOf(p, lang, i)...)
	out.Steps = append(out.Steps, stepsOf(p, lang, i)...)
	return out
}

func shiftOf(p *plan.Plan, lang locale.Lang, id string, unit, group int) AccessShift {
	u, g := &p.Coverage.Units()[unit], &p.Coverage.Groups()[group]
	of := func(what ...any) Figure {
		return figureOf(p, lang, append([]any{"coverage", "change", id, u.Kind, u.Key, g.Key}, what...)...)
	}
	out := AccessShift{Kind: u.Kind, Key: u.Key, Name: unitName(u, lang), Group: g.Key, GroupName: groupName(g, lang),
		Gained: of("gained"), Lost: of("lost"), Unchanged: of("unchanged"), GainedMean: of("gained-mean"), LostMean: of("lost-mean"), Bands: []ShiftBand{}, Shares: []ShareShift{}}
	for k := range len(coverage.Bands) + 1 {
		b := ShiftBand{Gained: of("gained", k+1), Lost: of("lost", k+1)}
		if k < len(coverage.Bands) {
			b.UpTo = &coverage.Bands[k]
		}
		out.Bands = append(out.Bands, b)
	}
	for _, m := range coverage.Minutes {
		out.Shares = append(out.Shares, ShareShift{m, figureAs(p, lang, locale.Style{Decimals: 1}, "coverage", "change", id, u.Kind, u.Key, g.Key, "share", m)})
	}
	return out
}

func hitsOf(p *plan.Plan, lang locale.Lang, comparison int) []AccessHit {
	c := p.Coverage
	hits, err := c.Hits(comparison)
	if err != nil {
		return nil
	}
	var out []AccessHit
	for n, h := range hits[:min(hitsShown, len(hits))] {
		of := func(what string) Figure {
			return figureOf(p, lang, "coverage", "change", c.Comparisons[comparison].ID, "hit", n+1, what)
		}
		at := c.Population().Points[h.Point]
		hit := AccessHit{Place: c.PlaceName(h.Point), Lat: at.Lat, Lon: at.Lon, People: of("people"), Before: of("before"), After: of("after"), Longer: of("longer")}
		if h.From >= 0 {
			hit.Nearest = c.Sites[h.From].Office
		}
		if h.To >= 0 {
			hit.Next = c.Sites[h.To].Name
		}
		out = append(out, hit)
	}
	return out
}

func stepsOf(p *plan.Plan, lang locale.Lang, comparison int) []AccessStep {
	c := p.Coverage
	x := c.Comparisons[comparison]
	steps, err := c.Steps(comparison)
	if err != nil || len(steps) == 0 {
		return nil
	}
	changes := scenarioChanges(p, x.ID)
	var out []AccessStep
	for n := range steps {
		step := AccessStep{Change: n + 1, Kind: string(changes[n].Kind), Office: string(changes[n].Office), Shares: []ShareShift{},
			Lost: figureOf(p, lang, "coverage", "change", x.ID, "step", n+1, "lost")}
		if o, _ := p.Facts.Office(changes[n].Office); o != nil {
			step.Office = o.Name
		} else if step.Office == "" {
			step.Office = changes[n].Name
		}
		for _, m := range coverage.Minutes {
			step.Shares = append(step.Shares, ShareShift{m, figureAs(p, lang, locale.Style{Decimals: 1}, "coverage", "change", x.ID, "step", n+1, "share", m)})
		}
		out = append(out, step)
	}
	return out
}

func scenarioChanges(p *plan.Plan, comparison string) []programme.Change {
	for i := range p.Facts.S.Scenarios {
		if "scenario-"+p.Facts.S.Scenarios[i].ID == comparison {
			return p.Facts.S.Scenarios[i].Changes
		}
	}
	return nil
}
