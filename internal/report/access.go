package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/visits"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/sweden"
)

// comparison is the network without and with the offices of the report's mandate,
// by its position among the comparisons; −1 where the mandate opens no office whose
// place is known, so that nothing can be said of access.
func (b *builder) comparison() int {
	c := b.plan.Coverage
	i := slices.IndexFunc(c.Comparisons, func(x coverage.Comparison) bool { return x.ID == "mandate-"+string(b.mandate.ID) })
	if i < 0 || len(c.States[c.Comparisons[i].After].Open) == len(c.States[c.Comparisons[i].Before].Open) {
		return -1
	}
	return i
}

func (b *builder) hasAccess() bool { return b.comparison() >= 0 }

// without and with are the two states that the report compares.
func (b *builder) without() *coverage.State {
	return &b.plan.Coverage.States[b.plan.Coverage.Comparisons[b.comparison()].Before]
}

func (b *builder) with() *coverage.State {
	return &b.plan.Coverage.States[b.plan.Coverage.Comparisons[b.comparison()].After]
}

// accessAt is the template function that gives the address of a figure of access:
// without (before) or with (after) the mandate's offices, of the change, or of
// visits without or with them.
func (b *builder) accessAt(side, what string) (string, error) {
	i := b.comparison()
	if i < 0 {
		return "", fmt.Errorf("there is no access to show: ask with {{if hasAccess}} first")
	}
	switch side {
	case "before":
		return coverage.Segment + "/" + b.without().ID + "/" + what, nil
	case "after":
		return coverage.Segment + "/" + b.with().ID + "/" + what, nil
	case "visits-before":
		return visits.Segment + "/" + b.without().ID + "/" + what, nil
	case "visits-after":
		return visits.Segment + "/" + b.with().ID + "/" + what, nil
	case "change":
		return coverage.Segment + "/change/" + b.plan.Coverage.Comparisons[i].ID + "/" + what, nil
	}
	return "", fmt.Errorf("%q is no side of the comparison: use before, after, change, visits-before or visits-after", side)
}

// isPart says whether the offices that are known with a place are fewer than those
// that have been counted, or nobody has counted.
func (b *builder) isPart() bool {
	now := b.plan.Coverage.State(coverage.Now)
	f, ok := b.plan.Shelf.Figure(figure.At(coverage.Segment, coverage.Now, "counted"))
	return !ok || !f.Value.Known || int64(len(b.plan.Coverage.States[now].Open)) < f.Value.High
}

// isRough says whether the place of some office only stands in for its address.
func (b *builder) isRough() bool {
	c := b.plan.Coverage
	return b.hasAccess() && slices.ContainsFunc(b.with().Open, func(site int32) bool { return c.Sites[site].Precision != "address" })
}

func (b *builder) isOurs(id programme.OfficeID) bool {
	return slices.ContainsFunc(b.opening(), func(i int) bool { return b.plan.Timetable.Projects[i].Office == id })
}

// served are the offices of the mandate with the vulnerable areas that they are
// there for.
func (b *builder) served() []coverage.Served {
	if !b.hasAccess() {
		return nil
	}
	return slices.DeleteFunc(b.plan.Coverage.Served(), func(s coverage.Served) bool { return !b.isOurs(s.Office) })
}

// knowsServed says whether the distance to the area is known for some office, and
// missesServed whether it is not for some.
func (b *builder) knowsServed() bool {
	return slices.ContainsFunc(b.served(), func(s coverage.Served) bool { return !s.IsCentre })
}

func (b *builder) missesServed() bool {
	return slices.ContainsFunc(b.served(), func(s coverage.Served) bool { return s.IsCentre })
}

// moves are the mandate's offices that take visits from an office that is known.
func (b *builder) moves() []visits.Move {
	i := b.comparison()
	if i < 0 {
		return nil
	}
	return slices.DeleteFunc(b.plan.Visits.Moves(i, true), func(m visits.Move) bool { return len(m.Parts) < 2 })
}

// sentence is a message whose %[1]s, %[2]s … are figures, in that order in every
// language.
func (b *builder) sentence(key string, style locale.Style, figures ...figure.Address) []document.Inline {
	args := make([]any, len(figures))
	for i := range args {
		args[i] = dayHere
	}
	var out []document.Inline
	for i, part := range strings.Split(b.lang.T(key, args...), dayHere) {
		if i > 0 {
			bound, _, err := b.bind(figures[i-1], style)
			if err != nil {
				b.errs = append(b.errs, err)
			}
			out = append(out, bound)
		}
		if part != "" {
			out = append(out, document.Run{Text: part})
		}
	}
	return out
}

// countyName is a county's name as it stands under the head of its column.
func countyName(u *coverage.Unit) string {
	for _, c := range sweden.Counties() {
		if c.Code == u.Key {
			return c.Short
		}
	}
	return u.Name
}

func (b *builder) groupName(g *coverage.Group) string {
	if g.Name != "" {
		return g.Name
	}
	return b.lang.T("coverage.group." + g.Key)
}
