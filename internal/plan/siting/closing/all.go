package closing

import (
	"context"
	"iter"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
)

// All lists every figure that there is when every goal has been searched for: it
// searches for those that have not.
func (k *Closing) All(ctx context.Context) iter.Seq[figure.Address] {
	var all []figure.Address
	at := func(segments ...any) { all = append(all, figure.At(append([]any{Segment}, segments...)...)) }
	for a := range k.Addresses() {
		all = append(all, a)
	}
	at("option", "count")
	for _, what := range []string{"open", "kept", "decided"} {
		at("network", what)
	}
	for _, g := range Goals {
		b, err := k.Best(ctx, g)
		if err != nil {
			break
		}
		for n := range b.Conflict {
			at("conflict", g, n+1)
		}
		if e, err := k.Effect(ctx, g); err == nil && e != nil {
			k.listSet(b, e, at)
		}
	}
	return func(yield func(figure.Address) bool) {
		for _, a := range all {
			if !yield(a) {
				return
			}
		}
	}
}

func (k *Closing) listSet(b *Best, e *Effect, at func(...any)) {
	for _, what := range []string{"value", "bound", "gap"} {
		at("best", b.Goal, what)
	}
	for _, what := range []any{"closed", "kept", Time, Beyond, Areas, County} {
		at("set", b.Goal, what)
	}
	for _, y := range k.Years() {
		at("set", b.Goal, "saved", y)
	}
	for t := range k.Stages {
		for _, what := range []string{"closed", "open", "extra", "beyond", "areas", "county", "share"} {
			at("set", b.Goal, "stage", t+1, what)
		}
		for _, s := range e.Shifts[t] {
			u, g := &k.coverage.Units()[s.Unit], &k.coverage.Groups()[s.Group]
			for _, what := range []any{"lost", "without"} {
				at("set", b.Goal, "shift", t+1, u.Kind, u.Key, g.Key, what)
			}
			for n := range len(coverage.Bands) + 1 {
				at("set", b.Goal, "shift", t+1, u.Kind, u.Key, g.Key, "lost", n+1)
			}
		}
	}
	for _, c := range e.Closed {
		id := k.world.offices[c.Office].ID
		for _, what := range []string{"last", "people", "alternative", "longer", "without", "decides"} {
			at("set", b.Goal, "office", id, what)
		}
		for _, y := range k.Years() {
			at("set", b.Goal, "office", id, "saved", y)
			at("office", id, "running", y)
		}
	}
}
