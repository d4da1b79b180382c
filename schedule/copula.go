package schedule

import "math"

// deviates is a table read by standard normal numbers instead of probabilities: the duration for z is the
// one whose survivor probability is that of a standard normal number above z. Mixing normal numbers and then
// reading each activity's table by the mix leaves every distribution as it was stated and correlates them:
// the Gaussian copula (Clemen & Reilly 1999). Between log-normal durations that is the same as
// multiplying them by common log-normal factors.
type deviates struct {
	*table
	level []float32 // level[k] = the z above which the duration exceeds first+k, then +Inf as a stop
	guide []uint16  // by z from −deviateEnd in steps of 1/scale
	scale float64
}

// deviateEnd bounds the guided range of z; beyond it the search begins at the nearest end.
const deviateEnd = 4

func newDeviates(t *table) *deviates {
	d := &deviates{table: t, level: make([]float32, len(t.tail))}
	stop := len(t.tail) - 1
	for k := range stop {
		d.level[k] = float32(upperNormal(float64(t.tail[k])))
	}
	d.level[stop] = float32(math.Inf(1))
	buckets := 1
	for buckets < bucketsPerDay*stop && buckets < 1<<12 {
		buckets *= 2
	}
	d.scale = float64(buckets) / (2 * deviateEnd)
	d.guide = make([]uint16, buckets)
	k := 0
	for j := 1; j < buckets; j++ {
		for lower := float32(float64(j)/d.scale - deviateEnd); d.level[k] < lower; {
			k++
		}
		d.guide[j] = uint16(k)
	}
	return d
}

// at returns the duration for z.
func (d *deviates) at(z float64) int32 {
	j := min(max(int((z+deviateEnd)*d.scale), 0), len(d.guide)-1)
	k := int(d.guide[j])
	y := float32(z)
	k += int(math.Float32bits(d.level[k]-y) >> 31)
	for d.level[k] < y {
		k++
	}
	if k == len(d.level)-1 {
		return d.dist.beyond(exactAbove(z), d.first+int32(k))
	}
	return d.first + int32(k)
}

// mixture is what the chance of an activity is made of in a block of runs: the values of its common cause and
// of its project's own cause, and their weights.
type mixture struct {
	common, together             []float32
	commonWeight, togetherWeight float64
	own                          float64
}

// at mixes run r, where v is the uniform number that would decide if there were no common cause.
func (m *mixture) at(r int, v float64) float64 {
	return m.commonWeight*float64(m.common[r]) + m.togetherWeight*float64(m.together[r]) + m.own*normal(v)
}

// drawMixed is drawDurations with common causes. The search is that of at, written out because it is the inner
// loop of every simulation with common causes.
func drawMixed(into []int32, d *deviates, m *mixture, from uint64, run0 int) {
	level, guide, first := d.level, d.guide, d.first
	scale, shift, last := d.scale, d.scale*deviateEnd, len(d.guide)-1
	common, together := m.common[:len(into)], m.together[:len(into)]
	wc, wt, wo := m.commonWeight, m.togetherWeight, m.own
	stop := len(level) - 1
	x := from + uint64(run0)*golden
	for r := range into {
		z := wc*float64(common[r]) + wt*float64(together[r]) + wo*normal(uniform(x))
		x += golden
		y := float32(z)
		k := int(guide[min(max(int(z*scale+shift), 0), last)])
		k += int(math.Float32bits(level[k]-y) >> 31)
		for level[k] < y {
			k++
		}
		if k == stop {
			into[r] = d.dist.beyond(exactAbove(z), first+int32(k))
			continue
		}
		into[r] = first + int32(k)
	}
}

// drawMixedBeyond is drawBeyond with common causes: they decide how far into what remains of the distribution
// the duration lies. That leaves what the activity's own elapsed time says untouched.
func drawMixedBeyond(into []int32, t *table, m *mixture, start []int32, now int32, from uint64, run0 int) {
	x := from + uint64(run0)*golden
	var memory survivors
	for r := range into {
		elapsed := now - start[r]
		if v := normalAbove(m.at(r, uniform(x))) * memory.of(t, elapsed); v == 0 {
			into[r] = elapsed + 1
		} else {
			into[r] = max(t.at(v), elapsed+1)
		}
		x += golden
	}
}
