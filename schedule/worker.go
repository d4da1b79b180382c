package schedule

import "slices"

// worker simulates one project at a time; its memory is reused from project to project.
type worker struct {
	net   *Network
	opt   *Options
	res   *Result
	ref   dates // the reference, by slot
	now   dates // the block at work
	all   []int32
	steps []step
	sums  []sums
	count []uint32
	start []int32
	// factors are the values of the common causes in all runs, which all workers read; together are those
	// of the project's own cause in the block at work, and none those of no cause.
	factors        [][]float32
	together, none [block]float32
	mix            mixture
}

// sums are an activity's totals over all runs. They are whole numbers, so that the order of adding
// cannot matter.
type sums struct {
	start, finish, duration int64
	excess, wait            int64
	critical                int64
}

func newWorker(n *Network, opt *Options, res *Result, factors [][]float32) *worker {
	w := &worker{net: n, opt: opt, res: res, factors: factors, ref: newDates(0, len(n.act), 1)}
	for i, a := range n.act {
		w.ref.start[i] = opt.Reference.Start[a]
		w.ref.finish[i] = opt.Reference.Finish[a]
		w.ref.duration[i] = opt.Reference.Duration[a]
	}
	largest := 0
	for p := range n.ends {
		largest = max(largest, int(n.first[p+1]-n.first[p]))
	}
	w.now = newDates(0, largest, block)
	w.all = make([]int32, largest*opt.Runs)
	w.sums = make([]sums, largest)
	if opt.Starts {
		w.start = make([]int32, opt.Runs)
	}
	return w
}

// project simulates project p and stores what is told about it.
func (w *worker) project(p Project) error {
	n, e := w.net, &w.net.ends[p]
	from, to := n.first[p], n.first[p+1]
	w.now.first = from
	clear(w.sums[:to-from])
	mixed := slices.ContainsFunc(n.slots[from:to], func(sl slot) bool { return sl.mixed })
	for run0 := 0; run0 < w.opt.Runs; run0 += block {
		count := min(block, w.opt.Runs-run0)
		if mixed {
			normals(w.together[:count], stream(w.opt.Seed, e.key, 0, forTogether), run0)
		}
		for i := from; i < to; i++ {
			n.draw(&w.now, i, w.opt.Seed, e.key, w.mixture(i, run0, count), run0, count)
			n.forwardBlock(&w.now, i, count)
			w.keep(i, run0, count)
		}
		for r := range count {
			w.steps = n.trace(&w.now, r, e.milestone, w.steps[:0])
			w.attribute(r)
		}
		if w.start != nil {
			at := w.now.row(e.start)
			copy(w.start[run0:], w.now.start[at:at+count])
		}
	}
	return w.store(p)
}

// mixture returns what common causes add to the chance of slot i in a block of runs. The pointer is good until
// the next call.
func (w *worker) mixture(i int32, run0, count int) *mixture {
	sl := &w.net.slots[i]
	common := w.none[:count]
	if sl.common >= 0 {
		common = w.factors[sl.common][run0 : run0+count]
	}
	w.mix = mixture{common, w.together[:count], sl.weight[0], sl.weight[1], sl.weight[2]}
	return &w.mix
}

// keep adds the block of slot i to its sums and sets its finishes aside.
func (w *worker) keep(i int32, run0, count int) {
	at := w.now.row(i)
	s := &w.sums[i-w.now.first]
	for r := at; r < at+count; r++ {
		s.start += int64(w.now.start[r])
		s.finish += int64(w.now.finish[r])
		s.duration += int64(w.now.duration[r])
	}
	copy(w.finishes(i)[run0:], w.now.finish[at:at+count])
}

// finishes returns the finishes of slot i in all runs.
func (w *worker) finishes(i int32) []int32 {
	at := int(i-w.now.first) * w.opt.Runs
	return w.all[at : at+w.opt.Runs]
}

// attribute charges the deviation of one run's milestone from the reference to the activities that the
// steps lead over. Each step's charge is the deviation of the event at its later end less that at its
// earlier end, so all charges add up to the milestone's deviation, whatever the reference is.
func (w *worker) attribute(run int) {
	d, ref, first := &w.now, &w.ref, w.now.first
	for _, st := range w.steps {
		i := st.slot
		at := d.row(i) + run
		s := &w.sums[i-first]
		if st.link == ownDuration {
			excess := int64(d.duration[at] - ref.duration[i])
			s.excess += excess
			s.wait += int64(d.duration[at]-(ref.finish[i]-ref.start[i])) - excess
			// Only what is done can lie beyond the tight part, so this is the critical path.
			if w.net.slots[i].state != Done {
				s.critical++
			}
			continue
		}
		if st.link == origin {
			s.wait += int64(d.start[at] - ref.start[i])
			continue
		}
		l := &w.net.link[st.link]
		deviation := d.start[at] - ref.start[i]
		if l.kind == FinishFinish {
			deviation = d.finish[at] - ref.finish[i]
		}
		s.wait += int64(deviation - (d.event(l, run) - ref.event(l, 0)))
	}
}

// store turns sums and finishes of project p into results.
func (w *worker) store(p Project) error {
	n, e, runs := w.net, &w.net.ends[p], float64(w.opt.Runs)
	var wait int64
	for i := n.first[p]; i < n.first[p+1]; i++ {
		s := &w.sums[i-w.now.first]
		wait += s.wait
		w.res.Activities[n.act[i]] = ActivityResult{
			MeanStart: float64(s.start) / runs, MeanFinish: float64(s.finish) / runs, MeanDuration: float64(s.duration) / runs,
			Criticality: float64(s.critical) / runs, Excess: float64(s.excess) / runs, Wait: float64(s.wait) / runs,
		}
	}
	m := w.sums[e.milestone-w.now.first]
	w.res.Projects[p] = ProjectResult{
		Reference: w.ref.finish[e.milestone],
		Mean:      float64(m.finish) / runs,
		Residual:  float64(wait) / runs,
	}
	if err := w.res.Finish.set(p, w.finishes(e.milestone)); err != nil {
		return err
	}
	if w.start != nil {
		if err := w.res.Start.set(p, w.start); err != nil {
			return err
		}
	}
	for i := n.first[p]; i < n.first[p+1]; i++ {
		q := &w.res.Activities[n.act[i]]
		w.count = quantiles(w.finishes(i), w.count, resultLevels[:], []*int32{&q.P10, &q.P50, &q.P80, &q.P90})
	}
	return nil
}
