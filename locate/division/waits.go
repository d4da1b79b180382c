package division

// waits evaluates waiting by sets of bits.
type waits struct {
	p     *Problem
	words int
	bits  []uint64 // wait·words + word
	open  []uint64 // work: the sites open by a round
}

func newWaits(p *Problem) *waits {
	w := &waits{p: p, words: (p.Sites + 63) / 64}
	w.bits, w.open = make([]uint64, len(p.Waits)*w.words), make([]uint64, w.words)
	for k := range p.Waits {
		for _, i := range p.Waits[k].Sites {
			w.bits[k*w.words+int(i)/64] |= 1 << (i % 64)
		}
	}
	return w
}

// of is the waiting of a division.
func (w *waits) of(division []int32) int64 {
	sum := w.p.Always * w.p.length()
	clear(w.open)
	for r, days := range w.p.Days {
		for i, at := range division {
			if int(at) == r {
				w.open[i/64] |= 1 << (i % 64)
			}
		}
		missing := int64(0)
		for k := range w.p.Waits {
			served := uint64(0)
			for j, bits := range w.bits[k*w.words : (k+1)*w.words] {
				served |= bits & w.open[j]
			}
			if served == 0 {
				missing += w.p.Waits[k].Cost
			}
		}
		sum += days * missing
	}
	return sum
}
