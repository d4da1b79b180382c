package generate

import (
	"math/rand/v2"
	"slices"

	"github.com/etablera/etablera/locate"
)

// points puts points on roads drawn at random and states the p-median.
func (r *roads) points(random *rand.Rand, near *known, size Size) *locate.Spec {
	l := &locate.Lists{Columns: size.Sites, Start: make([]int64, 1, size.Points+1)}
	s := &locate.Spec{Classes: make([]locate.Class, size.Points), Options: make([]locate.Option, size.Sites), Service: l}
	cost, sites := make([]int32, size.Sites), make([]int32, 0, 2*near.k)
	for i := range s.Classes {
		e := random.IntN(len(r.a))
		access, along := int32(random.IntN(300)), int32(random.IntN(int(r.d[e])+1))
		ends := [2]arrival{{access + along, r.a[e], 0}, {access + r.d[e] - along, r.b[e], 0}}
		limit := int64(1) << 62
		sites = sites[:0]
		for _, end := range ends {
			limit = min(limit, int64(end.far)+int64(near.reach(end.junction)))
			for k := range near.count[end.junction] {
				j := near.site[int(end.junction)*near.k+int(k)]
				if far := end.far + near.far[int(end.junction)*near.k+int(k)]; cost[j] == 0 {
					sites = append(sites, j)
					cost[j] = far + 1 // 0 is not listed yet
				} else {
					cost[j] = min(cost[j], far+1)
				}
			}
		}
		slices.Sort(sites)
		for _, j := range sites {
			if c := cost[j] - 1; int64(c) < limit {
				l.Column, l.Costs = append(l.Column, j), append(l.Costs, c)
			}
			cost[j] = 0
		}
		l.Start = append(l.Start, int64(len(l.Column)))
		s.Classes[i] = locate.Class{Weight: int64(1 + random.IntN(40)), Unserved: limit, Row: int32(i)}
		if limit >= 1<<31-1 { // its ends know every site
			s.Classes[i].Unserved = locate.Never
		}
	}
	all := make([]int32, size.Sites)
	for j := range all {
		all[j] = int32(j)
		s.Options[j] = locate.Option{Site: int32(j), Column: int32(j)}
	}
	s.Rows = []locate.Row{locate.Exactly("p", int64(size.Open), all...)}
	return s
}
