package hierarchy

import (
	"context"
	"fmt"
	"runtime"

	"github.com/etablera/etablera/travel/graph"
)

// Options says how to build. The zero value is what is meant to be used; the rest is there to measure, and to show that
// it changes nothing but time and memory.
type Options struct {
	// Workers is the number of goroutines; 0: as many as there are processors. The result is the same with any.
	Workers int
	// Progress is told how many nodes of how many have been contracted. It is called from the goroutine of Build.
	Progress func(done, of int)
	// Witness bounds the nodes that a search for a way round settles when a node is contracted; 0: a good value; below
	// 0: no search, so that every shortcut is made.
	Witness int
	// KeepOrder takes the nodes as they stand, instead of laying neighbours side by side first.
	KeepOrder bool
}

// Bounds on the nodes that a search for a way round settles. A search that gives up costs a shortcut that is not
// needed, never a wrong distance.
const (
	witnessToRank     = 24  // while a node's importance is judged
	witnessToContract = 120 // when it is contracted for good
)

// Build contracts all nodes of g, which it does not keep. It fails if g breaks the rules of [graph.Graph.Check] or the
// context ends.
func Build(ctx context.Context, g *graph.Graph, opt Options) (*Hierarchy, error) {
	if err := g.Check(); err != nil {
		return nil, fmt.Errorf("hierarchy: %w", err)
	}
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	var moved []graph.Node
	if !opt.KeepOrder {
		var err error
		if g, moved, err = g.Permute(graph.DepthFirst(g)); err != nil {
			return nil, fmt.Errorf("hierarchy: %w", err)
		}
	}
	b := newBuilder(g, opt)
	b.rankAll()
	for len(b.remaining) > 0 {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("hierarchy: stopped with %d of %d nodes left: %w", len(b.remaining), g.Nodes(), err)
		}
		b.round()
		if opt.Progress != nil {
			opt.Progress(g.Nodes()-len(b.remaining), g.Nodes())
		}
	}
	return b.layOut(moved), nil
}
