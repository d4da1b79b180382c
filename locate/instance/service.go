package instance

import (
	"math"

	"github.com/etablera/etablera/locate"
)

// listed is up to how many pairs distances on the sphere are computed once and kept: 8 bytes each.
const listed = 30_000_000

// Service gives the distances to the engine: clients are rows, sites are columns. With a radius above 0 a site within it serves at
// cost 0, and one beyond it not at all.
func (in *Instance) Service(radius float64) locate.Service {
	switch {
	case in.Metric == Euclid:
		return &locate.Points{X: in.Clients.X, Y: in.Clients.Y, ColumnX: in.Sites.X, ColumnY: in.Sites.Y, Metric: locate.FloorEuclid, Radius: radius}
	case in.Metric == GreatCircle && (radius > 0 || in.Clients.N <= listed/in.Sites.N):
		return in.lists(radius)
	case in.Metric == GreatCircle:
		return &sphere{in}
	case in.Rows.To == nil && radius == 0:
		return &locate.Matrix{Columns: in.Sites.N, Costs: in.Rows.At}
	}
	return in.lists(radius)
}

// lists computes each distance once; with a radius only those within it, as 0.
func (in *Instance) lists(radius float64) *locate.Lists {
	l := &locate.Lists{Columns: in.Sites.N, Start: make([]int64, 1, in.Clients.N+1)}
	for i := range in.Clients.N {
		add := func(j int32, d int64) {
			if radius > 0 {
				if !in.Within(i, int(j), radius) {
					return
				}
				d = 0
			}
			l.Column, l.Costs = append(l.Column, j), append(l.Costs, int32(d))
		}
		if in.Metric == Listed && in.Rows.To != nil {
			for k := in.Rows.Start[i]; k < in.Rows.Start[i+1]; k++ {
				add(in.Rows.To[k], in.Rows.At[k])
			}
		} else {
			for j := range in.Sites.N {
				d, _ := in.Distance(i, j)
				add(int32(j), d)
			}
		}
		l.Start = append(l.Start, int64(len(l.Column)))
	}
	return l
}

// sphere computes great-circle distances when they are asked for.
type sphere struct{ in *Instance }

func (s *sphere) Size() (rows, columns int) { return s.in.Clients.N, s.in.Sites.N }

func (s *sphere) Cost(row, column int) int64 {
	return int64(math.Round(s.in.straight(row, column)))
}

func (s *sphere) Near(row int, limit int64, visit func(column int32, cost int64)) {
	for j := range s.in.Sites.N {
		if d := s.Cost(row, j); d < limit {
			visit(int32(j), d)
		}
	}
}
