package hierarchy

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/etablera/etablera/travel/graph"
)

// Matrix finds the distances between every source and every target and hands them over row by row: tell gets the
// number of the source and one value for each target, which are its own until it returns. It is called once for each
// source, from several goroutines at a time and in no order. Workers 0: as many as there are processors. The values do
// not depend on their number.
func (r *Restricted) Matrix(ctx context.Context, sources [][]graph.Seed, workers int, tell func(source int, values []uint32)) error {
	return r.matrix(ctx, sources, workers, func() func(int) []uint32 {
		rows := make([][]uint32, lanes)
		for i := range rows {
			rows[i] = make([]uint32, r.targets)
		}
		return func(source int) []uint32 { return rows[source%lanes] }
	}, tell)
}

// Table is Matrix with all values in one slice, source after source: four bytes for each pair.
func (r *Restricted) Table(ctx context.Context, sources [][]graph.Seed, workers int) ([]uint32, error) {
	table := make([]uint32, len(sources)*r.targets)
	row := func(source int) []uint32 { return table[source*r.targets : (source+1)*r.targets] }
	err := r.matrix(ctx, sources, workers, func() func(int) []uint32 { return row }, func(int, []uint32) {})
	return table, err
}

// matrix has each worker sweep for one batch of sources after the other. room gives a worker the rows to write to.
func (r *Restricted) matrix(ctx context.Context, sources [][]graph.Seed, workers int, room func() func(int) []uint32, tell func(int, []uint32)) error {
	for i, seeds := range sources {
		for _, s := range seeds {
			if int(s.Node) >= r.h.Nodes() {
				return fmt.Errorf("hierarchy: source %d lies at node %d; expected a node below %d", i, s.Node, r.h.Nodes())
			}
		}
	}
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	batches := (len(sources) + lanes - 1) / lanes
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(workers, batches) {
		group.Go(func() {
			b, row := r.newBatch(), room()
			values := make([][]uint32, 0, lanes)
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= batches {
					return
				}
				first, last := i*lanes, min((i+1)*lanes, len(sources))
				values = values[:0]
				for s := first; s < last; s++ {
					values = append(values, row(s))
				}
				b.from(sources[first:last], true, values)
				for s := first; s < last; s++ {
					tell(s, values[s-first])
				}
			}
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("hierarchy: matrix stopped: %w", err)
	}
	return nil
}
