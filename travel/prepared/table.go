package prepared

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/etablera/etablera/travel/hierarchy"
)

// Question asks for the times from many places to many.
type Question struct {
	Mode     string
	From, To []Place
	Snap     float64 // metres; 0: the package's Snap
	Journey  Journey // for Transit
	Workers  int     // 0: as many as there are processors
	Progress func(done, of int)
}

// Table is the answer: Seconds has one row for each place of From, with one value
// for each of To.
type Table struct {
	From, To int
	Seconds  []uint32
	// NoRoad lists the places that no road or path comes near.
	NoRoadFrom, NoRoadTo []int
}

// At returns the seconds from one place to another.
func (t *Table) At(from, to int) uint32 { return t.Seconds[from*t.To+to] }

// Times answers a question. On roads the fewer places are searched from.
func (n *Network) Times(ctx context.Context, q Question) (*Table, error) {
	if q.Snap == 0 {
		q.Snap = Snap
	}
	if q.Workers == 0 {
		q.Workers = runtime.GOMAXPROCS(0)
	}
	if q.Progress == nil {
		q.Progress = func(int, int) {}
	}
	t := &Table{From: len(q.From), To: len(q.To)}
	if q.Mode == Transit {
		return t, n.byTransit(ctx, q, t)
	}
	roads, sites, direction := q.To, q.From, hierarchy.Outward
	if len(q.To) < len(q.From) {
		roads, sites, direction = q.From, q.To, hierarchy.Inward
	}
	laid, err := n.Roads(ctx, q.Mode, roads, direction, q.Snap)
	if err != nil {
		return nil, err
	}
	t.Seconds = make([]uint32, t.From*t.To)
	rows, bad, err := laid.all(ctx, sites, q, func(site int, row []uint32) {
		if direction == hierarchy.Outward {
			copy(t.Seconds[site*t.To:], row)
			return
		}
		for i, v := range row {
			t.Seconds[i*t.To+site] = v
		}
	})
	if err != nil {
		return nil, err
	}
	t.NoRoadTo, t.NoRoadFrom = rows, bad
	if direction == hierarchy.Inward {
		t.NoRoadTo, t.NoRoadFrom = bad, rows
	}
	return t, nil
}

// all hands out the rows of all sites, from several goroutines at a time.
func (r *Roads) all(ctx context.Context, sites []Place, q Question, tell func(int, []uint32)) (missing, bad []int, err error) {
	var next, done atomic.Int64
	var group sync.WaitGroup
	off := make([]bool, len(sites))
	for range min(q.Workers, max(1, len(sites))) {
		group.Go(func() {
			row := make([]uint32, len(r.at))
			for {
				i := int(next.Add(1)) - 1
				if i >= len(sites) || ctx.Err() != nil {
					return
				}
				off[i] = !r.Row(sites[i], row)
				tell(i, row)
				q.Progress(int(done.Add(1)), len(sites))
			}
		})
	}
	group.Wait()
	for i, is := range off {
		if is {
			bad = append(bad, i)
		}
	}
	return r.missing, bad, ctx.Err()
}

func (n *Network) byTransit(ctx context.Context, q Question, t *Table) error {
	j := q.Journey
	j.Workers, j.Progress = q.Workers, q.Progress
	days, err := n.Transit(ctx, q.From, q.Snap, j)
	if err != nil {
		return err
	}
	columns, err := days.To(ctx, q.To)
	if err != nil {
		return err
	}
	foot, err := n.streetsOf(Walk)
	if err != nil {
		return err
	}
	t.NoRoadFrom, t.NoRoadTo = days.missing, foot.noRoad(q.To, q.Snap)
	t.Seconds = make([]uint32, t.From*t.To)
	for site := range q.To {
		for home := range q.From {
			t.Seconds[home*t.To+site] = columns[site*t.From+home]
		}
	}
	return nil
}
