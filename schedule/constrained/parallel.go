package constrained

// parallel is the parallel schedule generation scheme: day by day, what may start and has room starts,
// smallest key first. Its schedules are non-delay, which is good under scarce resources and may miss every
// optimum. It needs constant capacities and fills start; it returns the makespan.
// O(n·(eligible + links)).
func (b *builder) parallel(key []int64, start []int32, scratch *parallelScratch) int32 {
	b.clear()
	w, end := b.w, int32(0)
	scratch.reset(w)
	left, ready, eligible := scratch.left, scratch.ready, scratch.eligible[:0]
	for j := int32(0); j < w.n; j++ {
		ready[j] = w.head[j]
		if left[j] = int32(len(w.preds(j))); left[j] == 0 {
			eligible = append(eligible, j)
		}
	}
	for t, done := int32(0), int32(0); done < w.n; {
		best := int32(-1)
		next := int32(unbounded)
		for _, j := range eligible {
			if ready[j] > t {
				next = min(next, ready[j])
				continue
			}
			if best >= 0 && (key[j] > key[best] || key[j] == key[best] && j > best) {
				continue
			}
			if u := b.fit(j, t); u > t {
				next = min(next, u)
				ready[j] = u
				continue
			}
			best = j
		}
		if best < 0 {
			t = next
			continue
		}
		b.take(best, t)
		start[best] = t
		end = max(end, t+w.tail[best])
		done++
		for i, j := range eligible {
			if j == best {
				eligible[i] = eligible[len(eligible)-1]
				eligible = eligible[:len(eligible)-1]
				break
			}
		}
		for _, a := range w.succs(best) {
			ready[a.to] = max(ready[a.to], t+a.wait)
			if left[a.to]--; left[a.to] == 0 {
				eligible = append(eligible, a.to)
			}
		}
	}
	return end
}

type parallelScratch struct{ left, ready, eligible []int32 }

func (p *parallelScratch) reset(w *network) {
	if int32(len(p.left)) < w.n {
		p.left, p.ready, p.eligible = make([]int32, w.n), make([]int32, w.n), make([]int32, 0, w.n)
	}
}
