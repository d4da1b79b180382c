package change

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// side is what is compared of a plan.
type side struct {
	facts *programme.Snapshot
	shelf figure.Shelf
}

// compare finds what differs between two sides. parts are the books whose figures
// are compared, in their order.
func compare(before, after side, parts []string) *Set {
	c := compareFacts(before.facts, after.facts)
	o := &options{before: before.shelf, after: after.shelf, first: int32(len(c.changes)), known: map[figure.Address]causes{}}
	s := &Set{Before: sideOf(before.facts), After: sideOf(after.facts), Facts: c.changes}
	s.Figures = compareFigures(before.shelf, after.shelf, parts, func(x *FigureChange) bool {
		f, _ := after.shelf.Figure(x.Address)
		if x.Kind == Removed {
			f, _ = before.shelf.Figure(x.Address)
		}
		if f.Rule == figure.Option {
			o.of(x.Address)
			return false
		}
		return true
	})
	g := &grounds{sides: [2]ground{newGround(before.shelf, c.before), newGround(after.shelf, c.after)}, options: o, known: map[figure.Address]causes{}}
	found := make([]causes, len(s.Figures))
	for i := range s.Figures {
		found[i] = g.under(s.Figures[i].Address)
	}
	s.Options = o.changes
	for i := range s.Figures {
		x := &s.Figures[i]
		x.More = len(found[i]) > MaxCauses
		for _, n := range found[i][:min(len(found[i]), MaxCauses)] {
			x.Because = append(x.Because, s.cause(n))
		}
	}
	return s
}

func sideOf(s *programme.Snapshot) Side {
	return Side{s.Programme.ID, s.Programme.Name, s.Programme.AsOf}
}

// cause names a change by its number: facts come first, then options.
func (s *Set) cause(n int32) Cause {
	if int(n) < len(s.Facts) {
		return Cause{s.Facts[n].Kind, s.Facts[n].Address}
	}
	o := s.Options[int(n)-len(s.Facts)]
	return Cause{o.Kind, o.Address}
}

// compareFigures lists the figures whose values differ and that keep lets
// through: part by part those of the plan after, then those that are gone.
func compareFigures(before, after figure.Shelf, parts []string, keep func(*FigureChange) bool) []FigureChange {
	var out []FigureChange
	for _, part := range parts {
		seen := map[figure.Address]bool{}
		for _, shelf := range []figure.Shelf{after, before} {
			book, ok := shelf[part]
			if !ok {
				continue
			}
			for a := range book.Addresses() {
				if seen[a] {
					continue
				}
				seen[a] = true
				if x, differs := differ(before, after, a); differs && keep(&x) {
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// differ compares the figures that two plans have at an address.
func differ(before, after figure.Shelf, a figure.Address) (FigureChange, bool) {
	f, was := before.Figure(a)
	g, is := after.Figure(a)
	x := FigureChange{Kind: Changed, Address: a, Label: g.Label, Before: f.Value, After: g.Value}
	switch {
	case !was && !is:
		return x, false
	case !was:
		x.Kind = Added
	case !is:
		x.Kind, x.Label = Removed, f.Label
	default:
		return x, f.Value.Canonical() != g.Value.Canonical()
	}
	return x, true
}
