package coverage

import (
	"context"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

var background = context.Background()

// Hit is a point whose people get further to the nearest office.
type Hit struct {
	Point         int32
	People        int32
	Before, After uint32 // seconds; After is Unreachable for those left without
	From, To      int32  // the office that was nearest, and the one that is: the nearest alternative; −1
}

// fewest is how many people a point has for it to be told of by itself: fewer are
// a household or two.
const fewest = 50

// maxHits is how many of the worst-hit points can be asked for.
const maxHits = 50

// Hits lists the points of at least 50 people that lose most by a comparison, the
// worst first: by how much further, then by how many people.
func (c *Coverage) Hits(comparison int) ([]Hit, error) {
	x := &c.Comparisons[comparison]
	before, err := c.AccessIn(x.Before)
	if err != nil {
		return nil, err
	}
	after, err := c.AccessIn(x.After)
	if err != nil {
		return nil, err
	}
	var out []Hit
	p := c.base().population
	for i := range p.Len() {
		from, to := before.Seconds[i], after.Seconds[i]
		if p.People[i] < fewest || from == Unreachable || to < Unreachable && to < from+least {
			continue
		}
		out = append(out, Hit{int32(i), p.People[i], from, to, before.Nearest[i], after.Nearest[i]})
	}
	slices.SortFunc(out, func(a, b Hit) int {
		if la, lb := a.After-a.Before, b.After-b.Before; la != lb {
			return int(int64(lb) - int64(la))
		}
		if a.People != b.People {
			return int(b.People - a.People)
		}
		return int(a.Point - b.Point)
	})
	if len(out) > maxHits {
		out = out[:maxHits]
	}
	return out, nil
}

// near is how far a locality may lie from a point that it names.
const near = 15_000.0

// PlaceName names a point by the locality nearest to it in its municipality, and
// by the municipality.
func (c *Coverage) PlaceName(point int32) string {
	p := c.base().population
	code := p.Municipality[point]
	m, ok := sweden.MunicipalityByCode(code)
	if !ok {
		return p.Keys[point]
	}
	best, name := near, ""
	for _, l := range sweden.LocalitiesIn(code) {
		if d := estimate.Distance(p.Points[point], estimate.Point{Lat: l.Point.Lat, Lon: l.Point.Lon}); d < best {
			best, name = d, l.Name
		}
	}
	if name == "" || name == m.Name {
		return m.Name
	}
	return name + " (" + m.Name + ")"
}

func (c *Coverage) hitFigure(f *figure.Figure, comparison int, n, field string) bool {
	hits, err := c.Hits(comparison)
	i, wrong := strconv.Atoi(n)
	if err != nil || wrong != nil || i < 1 || i > len(hits) || strconv.Itoa(i) != n {
		return false
	}
	h := &hits[i-1]
	x := &c.Comparisons[comparison]
	f.Label = figure.Label{Key: "coverage.hit." + field, Args: []any{c.PlaceName(h.Point)}}
	f.Rule, f.Notes = ruleChange, c.StateNotes(x.After)
	f.Inputs = []figure.Address{populationAt, figure.At(Segment, c.States[x.Before].ID, "offices"), figure.At(Segment, c.States[x.After].ID, "offices"), methodAt}
	switch field {
	case "people":
		f.Rule, f.Inputs, f.Notes = figure.Reference, []figure.Address{populationAt}, nil
		f.Value = figure.OfCount(int(h.People))
	case "before":
		f.Value = secondsOf(h.Before)
	case "after":
		f.Value = secondsOf(h.After)
	case "longer":
		f.Rule, f.Value = figure.Difference, figure.Unknown(figure.Seconds)
		f.Inputs = []figure.Address{figure.At(Segment, changeSegment, x.ID, "hit", n, "after"), figure.At(Segment, changeSegment, x.ID, "hit", n, "before")}
		if h.After != Unreachable {
			f.Value = figure.OfSeconds(int(h.After - h.Before))
		}
	default:
		return false
	}
	return true
}

func secondsOf(n uint32) figure.Value {
	if n == Unreachable {
		return figure.Unknown(figure.Seconds)
	}
	return figure.OfSeconds(int(n))
}
