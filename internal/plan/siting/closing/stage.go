package closing

import (
	"slices"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// Stage is one round of closures.
type Stage struct {
	Last  civil.Date // the offices of the stage serve through this day
	Until civil.Date // the last day before the next stage has closed
	Days  int        // for which its closures are the latest: Last+1 … Until
}

// layStages sets the last days. Where nobody has given them they are spread evenly
// from the day that the network is looked at to the end of the last year of the
// path, or of the year after that day's.
func (k *Closing) layStages() {
	o := &k.Options
	if o.Last == nil {
		k.even = true
		n := max(o.Stages, len(o.Split), 1)
		end := civil.Of(k.coverage.On.Year()+1, time.December, 31)
		if len(k.Needs) > 0 {
			end = civil.Of(k.Needs[len(k.Needs)-1].Year, time.December, 31)
			if len(k.Needs) > 1 { // the last year is to be saved in
				end = civil.Of(k.Needs[len(k.Needs)-2].Year, time.December, 31)
			}
		}
		days := max(k.coverage.On.DaysUntil(end), n)
		for t := range n {
			o.Last = append(o.Last, k.coverage.On.AddDays(days*(t+1)/n))
		}
	}
	last := o.Last[len(o.Last)-1]
	if !o.Until.IsKnown() {
		o.Until = last.AddDays(365)
		if len(k.Needs) > 0 {
			o.Until = max(o.Until, civil.Of(k.Needs[len(k.Needs)-1].Year, time.December, 31))
		}
	}
	for t, day := range o.Last {
		s := Stage{Last: day, Until: o.Until}
		if t+1 < len(o.Last) {
			s.Until = o.Last[t+1]
		}
		s.Days = max(day.DaysUntil(s.Until), 0)
		k.Stages = append(k.Stages, s)
	}
	if o.Count == 0 {
		for _, n := range o.Split {
			o.Count += n
		}
	}
}

// spread divides the offices evenly over the stages where neither numbers nor a path are
// given; a stage that more must close in by the facts has them all, and the later ones
// fewer.
func (k *Closing) spread(w *world) {
	o := &k.Options
	if o.Split != nil || o.Count == 0 || len(k.Needs) > 0 {
		return
	}
	before := 0
	for t := range k.Stages {
		forced := 0
		for i := range w.offices {
			if at := w.offices[i].forced; at >= 0 && at <= t {
				forced++
			}
		}
		closed := min(max(o.Count*(t+1)/len(k.Stages), forced, before), o.Count)
		o.Split = append(o.Split, closed-before)
		before = closed
	}
}

// weights are the days of the periods by their greatest common divisor, so that sums stay
// small, and the sum of them.
func (k *Closing) weights() (w []int64, sum int64) {
	g := int64(0)
	for _, s := range k.Stages {
		for a, b := g, int64(s.Days); ; a, b = b, a%b {
			if b == 0 {
				g = a
				break
			}
		}
	}
	for _, s := range k.Stages {
		w = append(w, int64(s.Days)/max(g, 1))
		sum += w[len(w)-1]
	}
	return w, sum
}

// Weights are what the periods weigh in the goals that are means: their days by their
// greatest common divisor.
func (k *Closing) Weights() []int64 {
	w, _ := k.weights()
	return w
}

// layNeeds takes the path from the facts where that is asked for: the appropriations
// of no mandate that are lowered, year by year. An entry that is permanent holds for the
// years of the others that follow.
func (k *Closing) layNeeds() {
	k.Needs = slices.Clone(k.Options.Save)
	if k.Options.SaveFacts {
		var years []int
		entries := k.facts.S.Appropriations
		lowers := func(a *programme.Appropriation) bool {
			return a.Mandate == "" && a.Amount.Known && a.Amount.High < 0
		}
		for i := range entries {
			if lowers(&entries[i]) {
				years = append(years, entries[i].Year)
			}
		}
		slices.Sort(years)
		for _, y := range slices.Compact(years) {
			n := Need{Year: y, Amount: programme.Amount{Known: true}}
			for i := range entries {
				if a := &entries[i]; lowers(a) && (a.Year == y || a.Permanent && a.Year < y) {
					n.Amount.Low -= a.Amount.High
					n.Amount.High -= a.Amount.Low
					n.facts = append(n.facts, a.ID)
				}
			}
			k.Needs = append(k.Needs, n)
		}
	}
	slices.SortStableFunc(k.Needs, func(a, b Need) int { return a.Year - b.Year })
}

// Years are those in which savings are shown: from the first stage's to the one after the
// last, and those of the path.
func (k *Closing) Years() []int {
	first, last := k.Stages[0].Last.Year(), k.Stages[len(k.Stages)-1].Last.Year()+1
	for _, n := range k.Needs {
		first, last = min(first, n.Year), max(last, n.Year)
	}
	var out []int
	for y := first; y <= last; y++ {
		out = append(out, y)
	}
	return out
}
