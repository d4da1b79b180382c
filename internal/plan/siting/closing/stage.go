package closing

import (
	"slices"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Stage is one round of closures.
type Stage struct {
	Last  civil.Date // the offices of the stage serve through this day
	Until civil.Date // the last day before the next stage has closed
	Days  int        // for which its closures are the latest: Last+1 … Until
}

// layStages sets the last days. Where nobody has given them they are spread evenly
// from the day that the network is looked at to the end of the year after that day's, or
// as the path needs.
func (k *Closing) layStages() {
	o := &k.Options
	if o.Last == nil {
		k.even = true
		n := max(o.Stages, len(o.Split), 1)
		if len(k.Needs) > 0 {
			o.Last = k.beforeNeeds(n)
		} else {
			end := civil.Of(k.coverage.On.Year()+1, time.December, 31)
			o.Last = evenly(k.coverage.On, max(k.coverage.On.DaysUntil(end), n), 1, n)
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

// evenly are n days over a number of days from one that is not among them, or is where the
// first part is 0.
func evenly(from civil.Date, days, first, n int) (out []civil.Date) {
	for t := first; t < first+n; t++ {
		out = append(out, from.AddDays(days*t/max(first+n-1, 1)))
	}
	return out
}

// beforeNeeds are the last days of n stages that can save: nothing is saved in a year
// through whose last day the offices serve. The first stage ends before the first year of
// the path and the last before its last year, or on the day of the network where that is
// later.
func (k *Closing) beforeNeeds(n int) []civil.Date {
	on := k.coverage.On
	first, last := k.dayBefore(0), k.dayBefore(len(k.Needs)-1)
	if first <= on || n > 1 && first < last {
		first = max(first, on)
		return evenly(first, max(first.DaysUntil(last), n-1), 0, n)
	}
	if on.DaysUntil(first) < n { // too few days for a stage on each
		return evenly(on, n-1, 0, n)
	}
	return evenly(on, on.DaysUntil(first), 1, n)
}

// dayBefore is the last before a year of the path.
func (k *Closing) dayBefore(i int) civil.Date {
	return civil.Of(k.Needs[i].Year-1, time.December, 31)
}

// StageNotes say by what the last days are set where a path has set them.
func (k *Closing) StageNotes() []figure.Label {
	if !k.even || len(k.Needs) == 0 {
		return nil
	}
	if k.dayBefore(0) < k.coverage.On {
		return []figure.Label{{Key: "closing.note.begun", Args: []any{k.Needs[0].Year}}}
	}
	return []figure.Label{{Key: "closing.note.before", Args: []any{k.Needs[0].Year}}}
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
