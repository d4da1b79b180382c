package compliance

import (
	"math"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// officesInTime holds the named municipalities against the clause's window: in
// each an office must open in it. The probability counts the runs in which that
// is so of all of them together. in has the mandate's projects by municipality.
func (k *check) officesInTime(in map[string][]*timetable.Project) {
	w := k.c.Window
	var t tally
	var without []programme.Text
	var chosen []*timetable.Project
	var fates []fate
	o := odds{need: len(k.c.Municipalities), all: len(k.c.Municipalities)}
	both := make([]bool, 2*k.t.Runs)
	for i := range both {
		both[i] = true
	}
	low, high := both[:k.t.Runs], both[k.t.Runs:]
	for _, m := range k.c.Municipalities {
		if len(in[m]) == 0 {
			o.never++
			t.add(programme.No)
			without = append(without, plain(m))
			k.row(plain(m), programme.No, k.field("municipalities"), "compliance.row.no-project")
			continue
		}
		p, f := k.foremostIn(in[m], w)
		chosen, fates = append(chosen, p), append(fates, f)
		o.count(f)
		t.add(k.openingRow(p, f, w))
		k.f.Evidence[len(k.f.Evidence)-1].Subject = plain(m)
		if f == undecided && k.narrow(in[m], w, low, high) {
			o.late = append(o.late, p)
		}
	}
	k.measureTally(t)
	o.low, o.high = share(low), share(high)
	if o.unsaid > 0 {
		o.low = 0
	}
	k.f.Status, k.f.Probability = o.decide(k.sure, k.passed(w))
	k.needOf("compliance.need.project-in", without)
	if len(without) == 0 {
		k.openingNeeds(chosen, fates, w, o)
	}
}

// count enters the fate of one of the things that are counted.
func (o *odds) count(f fate) {
	switch f {
	case surely:
		o.surely++
	case never:
		o.never++
	case unsaid:
		o.unsaid++
	}
}

// foremostIn returns the project that fulfils a demand for one opening in a
// window first, and what is known of it.
func (k *check) foremostIn(ps []*timetable.Project, w civil.Span) (*timetable.Project, fate) {
	for _, wanted := range []fate{surely, undecided, unsaid} {
		var such []*timetable.Project
		for _, p := range ps {
			if k.fate(p, w) == wanted {
				such = append(such, p)
			}
		}
		if len(such) > 0 {
			return k.foremost(such), wanted
		}
	}
	return k.foremost(ps), never
}

// narrow leaves of the runs those in which one of a municipality's offices opens
// in the window: low takes those of which nothing is said as failing, high as
// opening. It says whether some run fails. O(projects × runs).
func (k *check) narrow(ps []*timetable.Project, w civil.Span, low, high []bool) bool {
	opens := make([]int32, k.t.Runs)
	silent := false
	for _, p := range ps {
		switch k.fate(p, w) {
		case undecided:
			k.countRuns(p, w, opens)
		case unsaid:
			silent = true
		}
	}
	for r, n := range opens {
		low[r] = low[r] && n > 0
		high[r] = high[r] && (n > 0 || silent)
	}
	return slices.Contains(opens, 0)
}

// share is the part of the runs that hold, NaN of none.
func share(runs []bool) float64 {
	n := 0
	for _, holds := range runs {
		if holds {
			n++
		}
	}
	if len(runs) == 0 {
		return math.NaN()
	}
	return float64(n) / float64(len(runs))
}
