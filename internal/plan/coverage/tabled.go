package coverage

import (
	"context"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/travel/matrix"
)

// Tabled is the Method of times that somebody else has computed. The table's from
// are the points of the population, by their key or by the part of it before the
// slash where only one point has that; its to are the offices, by their id. What
// is not in the table cannot be reached: Lacks says which offices that are.
type Tabled struct {
	Table *matrix.Matrix
	Name  string // of the file
	Mode  string // car, walk, transit; "" where nobody has said
}

// About implements Method.
func (t Tabled) About() About {
	return About{Key: "matrix", Mode: t.Mode, HasMetres: t.Table.HasMetres(), Grounds: []Ground{
		{"matrix", figure.OfWords(t.Name), ruleSupplied}, {"rows", figure.OfCount(t.Table.Rows()), ruleSupplied},
	}}
}

// Lacks says whether the table has no times to a site at all.
func (t Tabled) Lacks(site Place) bool { return t.Table.ToAt(site.Key) < 0 }

// To implements Method.
func (t Tabled) To(_ context.Context, points []Place, _ []int32) (Rows, error) {
	r := &tabledRows{table: t.Table, at: make([]int32, len(points))}
	short, several := map[string]int{}, map[string]bool{}
	for i, p := range points {
		r.at[i] = int32(t.Table.FromAt(p.Key))
		if before, _, ok := strings.Cut(p.Key, "/"); ok {
			_, several[before] = short[before]
			short[before] = i
		}
	}
	for key, i := range short {
		if at := t.Table.FromAt(key); at >= 0 && !several[key] && r.at[i] < 0 {
			r.at[i] = int32(at)
		}
	}
	return r, nil
}

// missing counts the people of the points that are not in the table.
func (r *tabledRows) missing(people []int32) int64 {
	n := int64(0)
	for i, p := range people {
		if r.at[i] < 0 {
			n += int64(p)
		}
	}
	return n
}

type tabledRows struct {
	table *matrix.Matrix
	at    []int32 // of each point among the table's from, −1
}

func (r *tabledRows) Row(ctx context.Context, site Place, seconds, metres []uint32) error {
	for i := range seconds {
		seconds[i] = Unreachable
	}
	for i := range metres {
		metres[i] = Unreachable
	}
	to := r.table.ToAt(site.Key)
	if to < 0 {
		return ctx.Err()
	}
	took := make([]uint32, len(r.table.From()))
	var far []uint32
	if metres != nil {
		far = make([]uint32, len(took))
	}
	r.table.Row(to, took, far)
	for i, at := range r.at {
		if at < 0 {
			continue
		}
		seconds[i] = took[at]
		if metres != nil {
			metres[i] = far[at]
		}
	}
	return ctx.Err()
}
