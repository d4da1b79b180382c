package change

import (
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// causes are changes by number, ascending and without repetition, cut after one
// more than MaxCauses: the one too many says that there are others. Cutting
// sorted sets keeps their union exact, so it can be built up from the leaves.
type causes []int32

const maxKept = MaxCauses + 1

// plus is the union of two sets.
func (a causes) plus(b causes) causes {
	switch {
	case len(b) == 0:
		return a
	case len(a) == 0:
		return b
	}
	out := make(causes, 0, min(len(a)+len(b), maxKept))
	for len(out) < maxKept && len(a)+len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case len(a) == 0 || b[0] < a[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return out
}

// grounds walks what lies under a figure in either plan, as one tree: what a
// figure rested on before is followed into the plan after as well, and the
// reverse. A project that moves out of a year leaves the tree of that year's
// total, and what moved it stands under the project in the new plan alone. What
// has been found under an address is kept, so that every figure is visited once.
type grounds struct {
	sides   [2]ground
	options *options
	known   map[figure.Address]causes
}

// ground is one side.
type ground struct {
	shelf   figure.Shelf
	touched touched
	dates   map[programme.SourceID]causes // changed dates of sources
}

func newGround(shelf figure.Shelf, t touched) ground {
	g := ground{shelf: shelf, touched: t, dates: map[programme.SourceID]causes{}}
	for at, changes := range t {
		if seg := at.Segments(); len(seg) == 4 && seg[1] == "sources" && seg[3] == "date" {
			g.dates[programme.SourceID(seg[2])] = sorted(changes)
		}
	}
	return g
}

func sorted(changes []int32) causes {
	c := causes(slices.Compact(slices.Sorted(slices.Values(changes))))
	return c[:min(len(c), maxKept)]
}

// under returns the changes of facts and options that lie under an address.
func (g *grounds) under(a figure.Address) causes {
	if c, ok := g.known[a]; ok {
		return c
	}
	// A figure that rests on itself is a fault of a book; it must not hang here.
	g.known[a] = nil
	var c causes
	for i := range g.sides {
		side := &g.sides[i]
		f, ok := side.shelf.Figure(a)
		if !ok {
			continue
		}
		if f.Rule == figure.Option {
			c = c.plus(g.options.of(f.Address))
		}
		for _, in := range f.Inputs {
			if isFact(in) {
				c = c.plus(side.fact(in))
			} else {
				c = c.plus(g.under(in))
			}
		}
	}
	g.known[a] = c
	return c
}

func isFact(a figure.Address) bool { return strings.HasPrefix(string(a), figure.FactsSegment+"/") }

// fact finds the changes of the fact's own field, of the records that hold it,
// and of the day of the source that it cites. A fact belongs to its side: the
// same number may name another record on the other.
func (g *ground) fact(a figure.Address) causes {
	f, ok := g.shelf.Figure(a)
	if !ok {
		return nil
	}
	c := g.dates[f.Origin.Source.ID]
	for i, r := range f.Address {
		if r == '/' {
			c = c.plus(sorted(g.touched[f.Address[:i]]))
		}
	}
	return c.plus(sorted(g.touched[f.Address]))
}

// options notices which options differ between the sides, as the walk comes upon
// them.
type options struct {
	before, after figure.Shelf
	first         int32 // number of the first change of an option
	changes       []OptionChange
	known         map[figure.Address]causes
}

func (o *options) of(a figure.Address) causes {
	if c, ok := o.known[a]; ok {
		return c
	}
	var c causes
	if x, differs := differ(o.before, o.after, a); differs {
		c = causes{o.first + int32(len(o.changes))}
		o.changes = append(o.changes, OptionChange{x.Kind, x.Address, x.Label, x.Before, x.After})
	}
	o.known[a] = c
	return c
}
