package coverage

import "context"

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
	return TabulateTelling(ctx, m, sites, points, people, nil)
}

// TabulateTelling is Tabulate that tells how many sites are done, from one goroutine
// at a time.
func TabulateTelling(ctx context.Context, m Method, sites, points []Place, people []int32, tell func(done, of int)) (*Table, error) {
	rows, err := m.To(ctx, points, people)
	if err != nil {
		return nil, err
	}
	t := &Table{Points: len(points), Seconds: make([]uint32, len(sites)*len(points))}
	seconds := make([][]uint32, len(sites))
	for k := range sites {
		seconds[k] = t.Row(k)
	}
	if err := fill(ctx, rows, sites, seconds, nil, tell); err != nil {
		return nil, err
	}
	return t, nil
}
