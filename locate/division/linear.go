package division

// linear is a sum over sites that is nowhere above a goal, with the least of it that is
// possible for every end of the order of a group and all counts still free.
type linear struct {
	l      *layout
	fixed  int64
	cost   []int64   // site·Rounds + round
	limit  int64     // in whole units
	scale  int64     // how many of the sum make a unit
	cover  *cover    // corrects the sum along the search; nil where it is exact
	table  [][]int64 // per place in order: by index; of the place behind a group's last: nothing
	finish []int64   // work: one past the group's last place
}

// never is the least where no choice is possible.
const never = int64(1) << 61

func (l *layout) linear() *linear {
	f := &linear{l: l, cost: make([]int64, l.p.Sites*l.p.Rounds), table: make([][]int64, l.p.Sites), limit: NoLimit, scale: 1}
	widest := 0
	for at := range f.table {
		f.table[at] = make([]int64, l.indexes[l.group[at]])
		widest = max(widest, l.indexes[l.group[at]])
	}
	f.finish = make([]int64, widest)
	for k := range f.finish {
		f.finish[k] = never
	}
	f.finish[0] = 0
	return f
}

// tabulate fills in the tables for the costs, last places first.
func (f *linear) tabulate() {
	l, last := f.l, f.l.p.Rounds-1
	counts := make([]int, last)
	for at := l.p.Sites - 1; at >= 0; at-- {
		g := l.group[at]
		next := f.finish
		if at+1 < l.start[g+1] {
			next = f.table[at+1]
		}
		cost := f.cost[int(l.order[at])*l.p.Rounds:][:l.p.Rounds]
		rest := l.start[g+1] - at
		clear(counts)
		for k := range f.table[at] {
			sum, best := 0, never
			for r, c := range counts {
				sum += c
				if c > 0 {
					best = min(best, next[k-l.strides[g][r]]+cost[r])
				}
			}
			if sum < rest {
				best = min(best, next[k]+cost[last])
			}
			if sum > rest || best > never/2 {
				best = never
			}
			f.table[at][k] = best
			for r := range counts { // the next index in counts
				if counts[r]++; counts[r] <= l.start[g+1]-l.start[g] {
					break
				}
				counts[r] = 0
			}
		}
	}
}

// atLeast is the least of the goal, in whole units, for counts of all groups.
func (f *linear) atLeast(counts []int) int64 {
	v := f.least(counts)
	if v > 0 {
		v += f.scale - 1
	}
	return v / f.scale // of a sum below 0 this is above it, and nothing is
}

// least is the least of the sum for counts of all groups.
func (f *linear) least(counts []int) int64 {
	sum := f.fixed
	for g, k := range counts {
		sum += f.table[f.l.start[g]][k]
	}
	return sum
}

// cheapest reads off a division with the least sum for counts of all groups.
func (f *linear) cheapest(counts []int, division []int32) {
	l, last := f.l, f.l.p.Rounds-1
	for g, k := range counts {
		for at := l.start[g]; at < l.start[g+1]; at++ {
			next := f.finish
			if at+1 < l.start[g+1] {
				next = f.table[at+1]
			}
			i := l.order[at]
			cost := f.cost[int(i)*l.p.Rounds:][:l.p.Rounds]
			r := 0
			for ; r < last; r++ {
				if s := l.strides[g][r]; l.left(g, k, r) > 0 && next[k-s]+cost[r] == f.table[at][k] {
					k -= s
					break
				}
			}
			division[i] = int32(r)
		}
	}
}
