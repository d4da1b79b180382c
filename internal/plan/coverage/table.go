package coverage

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Table holds the seconds from every point to every site, site by site.
type Table struct {
	Points  int
	Seconds []uint32 // site·Points + point; Unreachable where there is no way
}

// Row is the seconds from all points to one site.
func (t *Table) Row(site int) []uint32 { return t.Seconds[site*t.Points : (site+1)*t.Points] }

// Tabulate measures every site against every point, with the people of the points.
// O(sites × points) times, on all cores.
func Tabulate(ctx context.Context, m Method, sites, points []Place, people []int32) (*Table, error) {
	rows, err := m.To(ctx, points, people)
	if err != nil {
		return nil, err
	}
	t := &Table{Points: len(points), Seconds: make([]uint32, len(sites)*len(points))}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(len(sites), 1)) {
		wait.Go(func() {
			metres := make([]uint32, len(points))
			for k := next.Add(1) - 1; k < int64(len(sites)) && ctx.Err() == nil; k = next.Add(1) - 1 {
				if err := rows.Row(ctx, sites[k], t.Row(int(k)), metres); err != nil {
					cancel(err)
					return
				}
			}
		})
	}
	wait.Wait()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	return t, nil
}
