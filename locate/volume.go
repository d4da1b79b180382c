package locate

import (
	"context"
	"math"
)

// volume improves multipliers by the volume algorithm (Barahona & Anbil 2000): steps
// are taken from the best point so far along an average of the slopes met. The average
// forgets slowly, and more slowly the nearer the end, so that it tends to a slope of
// zero over the face that the optimum lies in: the bound comes near that of the linear
// relaxation, where a subgradient method alone stops short. The same average of the
// options chosen is near an optimum of the relaxation.
type volume struct {
	d      *dual
	best   multipliers
	bound  float64
	slope  multipliers // average
	share  []float64   // per option: average of being chosen
	try    multipliers
	step   float64 // share of Polyak's step
	mix    float64 // most that a new slope counts
	failed int     // evaluations since the last that was better or shortened the step
	since  int     // evaluations since the bound was last compared
	before float64 // bound then
	used   int
}

// The constants of the volume algorithm here, chosen by measuring on p-medians of 1,300
// to 3,000 points; see TestVolumeComesNearTheRelaxation.
const (
	volumeStep     = 0.1
	volumeMix      = 0.1
	volumeLeastMix = 1e-4
	volumePatience = 10
	volumeWindow   = 100
)

func newVolume(d *dual, start *multipliers) *volume {
	v := &volume{d: d, best: start.copy(), try: start.copy(), slope: d.p.noMultipliers(), share: make([]float64, len(d.state))}
	v.restart()
	return v
}

// restart evaluates the best point anew, which is needed when the dual has been settled
// otherwise, and forgets the slopes.
func (v *volume) restart() {
	v.bound = v.d.evaluate(&v.best)
	v.best.copyFrom(&v.d.at)
	v.slope.copyFrom(&v.d.slope)
	clear(v.share)
	for _, j := range v.d.taken {
		v.share[j] = 1
	}
	v.step, v.mix, v.failed, v.since, v.before = volumeStep, volumeMix, 0, 0, v.bound
	v.used++
}

// run evaluates up to the number given, or until the bound reaches the target, nothing
// is left to gain or the context ends.
func (v *volume) run(ctx context.Context, evaluations int, upper, target float64) {
	for range evaluations {
		if ctx.Err() != nil || v.spent() || v.bound >= target || math.IsInf(v.bound, 1) {
			return
		}
		if !v.move(upper) {
			v.mix = 0
			return
		}
		v.used++
		value := v.d.evaluate(&v.try)
		if math.IsInf(value, 1) {
			v.bound = value
			return
		}
		v.judge(value, v.blend())
		if v.since++; v.since >= volumeWindow {
			if v.bound-v.before < 0.01*(upper-v.bound) {
				v.mix *= 0.5
			}
			v.since, v.before = 0, v.bound
		}
	}
}

// spent says whether the average has become so slow that nothing more is to be gained.
func (v *volume) spent() bool { return v.mix < volumeLeastMix }

// judge keeps the point where it is better, and lengthens the step while slopes agree
// with the direction.
func (v *volume) judge(value, agree float64) {
	if value > v.bound {
		if agree >= 0 {
			v.step = min(1.1*v.step, 2)
		}
		v.bound, v.failed = value, 0
		v.best.copyFrom(&v.d.at)
		return
	}
	if v.failed++; v.failed >= volumePatience {
		v.step, v.failed = max(0.67*v.step, 1e-4), 0
	}
}

// move goes from the best point along the average slope, and says whether there is one.
func (v *volume) move(upper float64) bool {
	d := v.d
	scaleM, scaleR := d.scales(upper)
	size := 0.0
	for i, g := range v.slope.v {
		if g > 0 && v.best.v[i] >= d.top[i] || g < 0 && v.best.v[i] <= 0 {
			continue
		}
		size += d.prices[i].w * g * g
	}
	for _, k := range d.p.capped {
		if g := v.slope.measures[k]; g > 0 || v.best.measures[k] > 0 {
			size += scaleM[k] * g * g
		}
	}
	for _, r := range d.p.relaxed {
		size += scaleR[r] * v.slope.rows[r] * v.slope.rows[r]
	}
	if size < 1e-12 {
		return false
	}
	t := v.step * max(upper-v.bound, 1e-6*math.Abs(upper)) / size
	for i, g := range v.slope.v {
		v.try.v[i] = min(max(v.best.v[i]+t*g, 0), d.top[i])
	}
	for _, k := range d.p.capped {
		v.try.measures[k] = max(0, v.best.measures[k]+t*scaleM[k]*v.slope.measures[k])
	}
	for _, r := range d.p.relaxed {
		v.try.rows[r] = v.best.rows[r] + t*scaleR[r]*v.slope.rows[r]
	}
	return true
}

// blend takes the last slope into the average, by as much as leaves the average
// smallest within limits, and says how far the last slope agrees with the average.
func (v *volume) blend() (agree float64) {
	d := v.d
	cross, size := 0.0, 0.0
	add := func(w, last, mean float64) {
		cross += w * (last - mean) * mean
		size += w * (last - mean) * (last - mean)
		agree += w * last * mean
	}
	for i, g := range d.slope.v {
		add(d.prices[i].w, g, v.slope.v[i])
	}
	for _, k := range d.p.capped {
		add(d.scaleM[k], d.slope.measures[k], v.slope.measures[k])
	}
	for _, r := range d.p.relaxed {
		add(d.scaleR[r], d.slope.rows[r], v.slope.rows[r])
	}
	mix := v.mix
	if size > 0 {
		mix = min(max(-cross/size, v.mix/10), v.mix)
	}
	mean(v.slope.v, d.slope.v, mix)
	mean(v.slope.measures, d.slope.measures, mix)
	mean(v.slope.rows, d.slope.rows, mix)
	for j := range v.share {
		v.share[j] *= 1 - mix
	}
	for _, j := range d.taken {
		v.share[j] += mix
	}
	return agree
}

func mean(into, last []float64, mix float64) {
	for i, x := range last {
		into[i] += mix * (x - into[i])
	}
}
