package learning_test

import (
	"math"
	"math/rand/v2"

	"github.com/etablera/etablera/schedule/learning"
)

// truth is how much organisations differ, on the log scale: what nobody who forecasts may see.
type truth struct {
	activities, types, conditions int
	// within is the typical deviation of one cell's outcomes; organisations and cells differ in it by
	// the deviations spreads and cellSpreads of its logarithm.
	within, spreads, cellSpreads float64
	// How far an organisation lies from what is generally known: by activity, and beyond that by type, by
	// condition and by cell.
	activity, kind, condition, cell float64
	// office is a deviation that all activities of one office share. The forecast does not know of it.
	office float64
	// optimism is how much too short every assumption is, on the log scale.
	optimism float64
	// assumed is what a person takes the variance between organisations for; 0: what it is.
	assumed float64
}

// plain is the truth that the table of results rests on: cells of an organisation lie around the
// general experience with a deviation of 0.35 together, and outcomes around the cell with about 0.45.
var plain = truth{
	activities: 7, types: 4, conditions: 2,
	within: 0.45, spreads: 0.25, cellSpreads: 0.1,
	activity: 0.25, kind: 0.15, condition: 0.1, cell: 0.16,
}

// differ multiplies how far organisations lie from what is assumed. What a person assumes stays what it
// was.
func (t *truth) differ(by float64) {
	t.assumed = t.between()
	t.activity *= by
	t.kind *= by
	t.condition *= by
	t.cell *= by
}

// between is the variance of cells around the general experience.
func (t *truth) between() float64 {
	return t.activity*t.activity + t.kind*t.kind + t.condition*t.condition + t.cell*t.cell
}

// usual is the mean variance within a cell, over organisations: what a person with general experience knows.
func (t *truth) usual() float64 {
	return t.within * t.within * math.Exp(2*(t.spreads*t.spreads+t.cellSpreads*t.cellSpreads))
}

// organisation is one that the truth has given rise to.
type organisation struct {
	truth
	rng         *rand.Rand
	assumptions []learning.Assumption
	location    map[learning.Cell]float64
	deviation   map[learning.Cell]float64
	share       float64 // of offices under the first condition
}

// found makes an organisation and what a person with general experience would assume of it.
func found(t truth, seed, number uint64) *organisation {
	o := &organisation{
		truth: t, rng: rand.New(rand.NewPCG(seed, number)), share: 0.6,
		location: map[learning.Cell]float64{}, deviation: map[learning.Cell]float64{},
	}
	between := t.assumed
	if between == 0 {
		between = t.between()
	}
	for a := range t.activities {
		general := math.Log(35) + 0.6*o.rng.NormFloat64()
		shift := t.activity * o.rng.NormFloat64()
		spread := t.within * math.Exp(t.spreads*o.rng.NormFloat64())
		kinds, conditions := o.normals(t.types, t.kind), o.normals(t.conditions, t.condition)
		for k := range t.types {
			for c := range t.conditions {
				cell := learning.Cell{Activity: learning.Activity(a), Type: learning.Type(k), Condition: learning.Condition(c)}
				known := general + 0.2*float64(k) + 0.25*float64(c)
				o.location[cell] = known + shift + kinds[k] + conditions[c] + t.cell*o.rng.NormFloat64()
				o.deviation[cell] = spread * math.Exp(t.cellSpreads*o.rng.NormFloat64())
				median := math.Exp(known - t.optimism)
				wide := math.Sqrt(between + t.usual())
				o.assumptions = append(o.assumptions, learning.Assumption{
					Cell: cell, Median: median, P90: median * math.Exp(1.2815515655446004*wide), Weight: 2,
				})
			}
		}
	}
	return o
}

func (o *organisation) normals(n int, deviation float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = deviation * o.rng.NormFloat64()
	}
	return out
}

// office is the work on one office: its cell and duration in whole days for each activity.
type office struct {
	cells []learning.Cell
	days  []float64
}

func (f office) total() float64 {
	sum := 0.0
	for _, d := range f.days {
		sum += d
	}
	return sum
}

// open draws one office of a type.
func (o *organisation) open(t learning.Type) office {
	var f office
	condition := learning.Condition(0)
	if o.rng.Float64() > o.share {
		condition = learning.Condition(1 + o.rng.IntN(o.conditions-1))
	}
	common := o.office * o.rng.NormFloat64()
	for a := range o.activities {
		cell := learning.Cell{Activity: learning.Activity(a), Type: t, Condition: condition}
		days := math.Exp(o.location[cell] + common + o.deviation[cell]*o.rng.NormFloat64())
		f.cells = append(f.cells, cell)
		f.days = append(f.days, max(1, math.Round(days)))
	}
	return f
}

// recorded returns what is known of the office's activities, done one after another, when window days have
// passed since the first began: what is finished, and what is running.
func (f office) recorded(window float64) []learning.Outcome {
	var out []learning.Outcome
	for i, c := range f.cells {
		if f.days[i] > window {
			return append(out, learning.StillRunning(c, window))
		}
		out = append(out, learning.Took(c, f.days[i]))
		window -= f.days[i]
	}
	return out
}
