package visits

import (
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/travel/catchment"
)

// Observed is what is known of the visits of an office: the mean of its months
// within the last year of which anything is known.
type Observed struct {
	Office    programme.OfficeID
	Months    int
	Low, High float64 // visits a month
	records   []int   // positions in Snapshot.Visits
}

// Middle is the mean of both ends.
func (o *Observed) Middle() float64 { return (o.Low + o.High) / 2 }

// IsSmall says whether the number is too small to go far by.
func (o *Observed) IsSmall() bool { return o.Months < FewMonths || o.Middle() < Few }

// observed sums up the visits of the twelve months that end with the latest known.
// Of two counts of a month the one written last holds.
func observed(x *programme.Index) []Observed {
	last := civil.Month(0)
	for _, n := range x.S.Visits {
		if n.Visits.Known {
			last = max(last, n.Month)
		}
	}
	byMonth := map[programme.OfficeID]map[civil.Month]int{}
	for i, n := range x.S.Visits {
		if !n.Visits.Known || n.Month <= last-12 {
			continue
		}
		if byMonth[n.Office] == nil {
			byMonth[n.Office] = map[civil.Month]int{}
		}
		byMonth[n.Office][n.Month] = i
	}
	var out []Observed
	for i := range x.S.Offices {
		months := byMonth[x.S.Offices[i].ID]
		if len(months) == 0 {
			continue
		}
		o := Observed{Office: x.S.Offices[i].ID, Months: len(months)}
		for _, at := range months {
			o.Low, o.High = o.Low+float64(x.S.Visits[at].Visits.Low), o.High+float64(x.S.Visits[at].Visits.High)
			o.records = append(o.records, at)
		}
		o.Low, o.High = o.Low/float64(o.Months), o.High/float64(o.Months)
		slices.Sort(o.records)
		out = append(out, o)
	}
	return out
}

// Fit is what the expected visits are multiplied by to agree with the observed.
type Fit struct {
	Known   bool
	Scale   float64 // visits a month for each inhabitant who would visit
	Remains float64 // mean size of what then differs, as a part
	Offices int
}

// makeFit compares the offices of the state now with what was observed of them.
func (v *Visits) makeFit() Fit {
	at := v.coverage.State(coverage.Now)
	if at < 0 || len(v.Observed) == 0 {
		return Fit{}
	}
	s, err := v.StateAt(at)
	if err != nil {
		return Fit{}
	}
	var expected, seen []float64
	for i, site := range v.coverage.States[at].Open {
		if o := v.observedAt(v.coverage.Sites[site].Office); o != nil {
			expected, seen = append(expected, s.Visits[i]), append(seen, o.Middle())
		}
	}
	f := Fit{Offices: len(expected)}
	f.Scale, f.Remains, f.Known = catchment.Scale(expected, seen)
	return f
}

// FitNow is the fit of the state now.
func (v *Visits) FitNow() Fit { return v.fit() }

func (v *Visits) observedAt(id programme.OfficeID) *Observed {
	for i := range v.Observed {
		if v.Observed[i].Office == id {
			return &v.Observed[i]
		}
	}
	return nil
}
