package constrained

// times are the dates that links alone give: earliest and latest starts within the critical path.
type times struct {
	earliest, latest []int32
	length           int32
}

// critical computes the critical path: no schedule is shorter than its length. O(n + links).
func (w *network) critical() times {
	c := times{earliest: make([]int32, w.n), latest: make([]int32, w.n)}
	for _, j := range w.order {
		e := w.head[j]
		for _, a := range w.preds(j) {
			e = max(e, c.earliest[a.to]+a.wait)
		}
		c.earliest[j] = e
		c.length = max(c.length, e+w.tail[j])
	}
	for k := len(w.order) - 1; k >= 0; k-- {
		j := w.order[k]
		l := c.length - w.tail[j]
		for _, a := range w.succs(j) {
			l = min(l, c.latest[a.to]-a.wait)
		}
		c.latest[j] = l
	}
	return c
}

// rules returns keys of the classic priority rules: latest finish, latest start, least slack, most work
// behind.
func (w *network) rules() [][]int64 {
	c := w.critical()
	lft, lst, slk := make([]int64, w.n), make([]int64, w.n), make([]int64, w.n)
	grpw := make([]int64, w.n)
	for j := int32(0); j < w.n; j++ {
		lft[j], lst[j] = int64(c.latest[j]+w.dur[j])<<8, int64(c.latest[j])<<8
		slk[j] = int64(c.latest[j]-c.earliest[j]) << 8
		grpw[j] = -int64(w.dur[j]) << 8
		for _, a := range w.succs(j) {
			grpw[j] -= int64(w.dur[a.to]) << 8
		}
	}
	return [][]int64{lft, lst, slk, grpw}
}
