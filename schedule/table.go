package schedule

// table is a distribution compiled for sampling by inversion with a guide table (Chen & Asau 1974): a
// guide entry leads to the place from which a short linear search over the survivor function ends at
// the wanted day. Survivors are held as float32, so the probability of any day is right to 6·10⁻⁸
// relative to the tail above it; beyond tableEnd the search goes on with the exact function. The table
// takes some 8 to 12 bytes per day of the distribution's range and a draw a few ns.
type table struct {
	dist  Distribution
	first int32     // the day of tail[0]
	tail  []float32 // tail[k] = P(duration > first+k), then −1 as a stop
	guide []uint16  // guide[j] = the smallest k that any v in bucket j can need
	scale float64   // number of buckets; a power of two, so that v·scale is exact
}

// tableEnd is the survivor probability at which the table ends.
const tableEnd = 1.0 / (1 << 12)

// bucketsPerDay is how many guide entries there are for a day of the range: enough that few buckets hold
// more than one step of the survivor function.
const bucketsPerDay = 2

func newTable(d Distribution) *table {
	t := &table{dist: d, first: d.beyond(1-1e-12, 0)}
	for k := t.first; ; k++ {
		s := d.Survivor(k)
		t.tail = append(t.tail, float32(s))
		if s <= tableEnd {
			break
		}
	}
	entries := len(t.tail)
	t.tail = append(t.tail, -1)
	buckets := 1
	for buckets < bucketsPerDay*entries && buckets < 1<<12 {
		buckets *= 2
	}
	t.scale = float64(buckets)
	t.guide = make([]uint16, buckets+1)
	k := 0
	for j := buckets; j >= 0; j-- {
		upper := float64(j+1) / t.scale
		for k < entries && float64(t.tail[k]) > upper {
			k++
		}
		t.guide[j] = uint16(k)
	}
	return t
}

// constant tells whether every draw gives the same duration.
func (t *table) constant() bool { return t.tail[0] == 0 }

// at returns the smallest duration whose survivor probability is at most v, for v in (0, 1); days with a
// probability below 10⁻¹² at the lower end are left out. With v
// uniform on (0, 1) that is a draw; with v uniform on (0, Survivor(e)) a draw given more than e.
func (t *table) at(v float64) int32 {
	k := int(t.guide[int(v*t.scale)])
	for float64(t.tail[k]) > v {
		k++
	}
	if k == len(t.tail)-1 {
		return t.dist.beyond(v, t.first+int32(k))
	}
	return t.first + int32(k)
}

// tables compiles each distinct distribution once.
type tables struct {
	of  map[Distribution]int32
	all []*table
}

func (ts *tables) index(d Distribution) int32 {
	if i, ok := ts.of[d]; ok {
		return i
	}
	if ts.of == nil {
		ts.of = map[Distribution]int32{}
	}
	i := int32(len(ts.all))
	ts.of[d] = i
	ts.all = append(ts.all, newTable(d))
	return i
}
