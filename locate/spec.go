package locate

import "math"

// Never is the cost of a service that cannot be given, and of leaving a class
// unserved that must be served.
const Never = math.MaxInt64

// NoLimit says that a [Row] has no upper limit; -NoLimit says that it has no lower one.
const NoLimit = math.MaxInt64

// State says what is already decided about an option.
type State uint8

// The states of an option.
const (
	Free      State = iota // the solver decides
	Open                   // is there and stays
	Forbidden              // must not be chosen
)

// Class is a group of people (or errands) who are served alike.
type Class struct {
	Weight   int64 // how many; at least 0
	Unserved int64 // cost of one unit that nobody serves; [Never] where somebody must
	Row      int32 // whose service costs it has: a row of [Spec.Service]
	Period   int32 // when it asks for service
	Measure  int32 // where its cost is counted: an index into [Spec.Measures]
	Order    int32 // whose service it pays: 0 or 1 the nearest option's, 2 the second nearest's (backup)
}

// Option is one thing that can be decided for: an office of one type at one
// site, opened in one period. At most one option of a site is ever chosen.
type Option struct {
	Site     int32 // options with the same site exclude each other
	Type     int32 // the caller's own numbering; the solver only hands it back
	Column   int32 // whose service costs it has: a column of [Spec.Service]
	From     int32 // the first period in which it serves
	Until    int32 // the first period in which it no longer serves; 0 for never
	Cost     int64 // added to the objective when chosen; negative where choosing saves
	Capacity int64 // weight that it can serve in each period, see [Capacities]; 0 for unknown or unlimited
	State    State
}

// Capacities says what the capacities of options do.
type Capacities uint8

// What capacities do.
const (
	// Reported: nothing. Every class goes to its cheapest option, and [Loads] shows
	// what each option serves beside its capacity.
	Reported Capacities = iota
	// Enforced: in each period an option serves at most its Capacity (0: no limit). The
	// weight of a class may be divided among options, and the rest is unserved at the
	// class's cost; a class that must be served is served whole. The division is the
	// cheapest for the objective: see [Flow]. A measure that has classes cannot have a
	// cap that could bind, and no class can have Order 2.
	Enforced
)

// Measure is one thing that is counted: the cost of service of its classes plus
// the Costs of the options chosen. A measure takes part in the objective
// (Factor), is held under a limit (Cap), both, or is only reported.
type Measure struct {
	Name   string
	Factor int64 // how often it counts in the objective; at least 0
	Capped bool
	Cap    int64   // value that must not be exceeded, if Capped
	Costs  []int64 // per option; nil where options cost nothing in this measure
}

// Row is a linear rule for the options chosen: Min ≤ Σ coefficient × chosen ≤ Max.
// See [AtMost], [AtLeast], [Exactly], [Budget], [Together] and [NotTogether].
type Row struct {
	Name         string
	Options      []int32 // without repetition
	Coefficients []int64 // nil for 1 each
	Min, Max     int64   // -NoLimit and NoLimit where there is none
}

// Spec is a problem: choose options such that all rows, sites, states and caps
// hold and
//
//	Σ Cost of options chosen + Σ Factor × value of each measure
//
// is least, where the value of a measure is Σ Costs of the options chosen plus
// Σ over its classes of Weight × the least of Unserved and the service costs of
// the options chosen that serve the class. An option serves a class if the
// class's period lies in From … Until-1 and the service cost is not [Never]. A class
// of Order 2 pays the second least of those service costs instead, or Unserved where
// that is less or only one option serves it. Where Capacities are [Enforced] a class
// pays for each unit of its weight what the option costs that the unit is given to.
type Spec struct {
	Classes    []Class
	Options    []Option
	Service    Service
	Measures   []Measure // empty: one measure, with Factor 1 and no cap
	Rows       []Row
	Capacities Capacities // whether Option.Capacity binds
}

// Cost is what one unit of a class costs when the option serves it, or [Never].
func (s *Spec) Cost(class, option int) int64 {
	c, o := &s.Classes[class], &s.Options[option]
	if c.Period < o.From || o.Until != 0 && c.Period >= o.Until {
		return Never
	}
	return s.Service.Cost(int(c.Row), int(o.Column))
}

// AllRows are the rows of the Spec followed by one row for each site that has
// several options, in order of the sites. Certificates number rows like this.
func (s *Spec) AllRows() []Row {
	sites := int32(0)
	for _, o := range s.Options {
		sites = max(sites, o.Site+1)
	}
	at := make([][]int32, sites)
	for j, o := range s.Options {
		at[o.Site] = append(at[o.Site], int32(j))
	}
	rows := append([]Row(nil), s.Rows...)
	for _, options := range at {
		if len(options) > 1 {
			rows = append(rows, AtMost("one option per site", 1, options...))
		}
	}
	return rows
}

// AllMeasures are the measures of the Spec, or the one that stands in for none.
func (s *Spec) AllMeasures() []Measure {
	if len(s.Measures) == 0 {
		return []Measure{{Factor: 1}}
	}
	return s.Measures
}

// AtMost lets no more than k of the options be chosen.
func AtMost(name string, k int64, options ...int32) Row {
	return Row{Name: name, Options: options, Min: -NoLimit, Max: k}
}

// AtLeast has no fewer than k of the options chosen.
func AtLeast(name string, k int64, options ...int32) Row {
	return Row{Name: name, Options: options, Min: k, Max: NoLimit}
}

// Exactly has k of the options chosen.
func Exactly(name string, k int64, options ...int32) Row {
	return Row{Name: name, Options: options, Min: k, Max: k}
}

// Budget holds the sum of the costs of the options chosen under a limit.
func Budget(name string, limit int64, options []int32, costs []int64) Row {
	return Row{Name: name, Options: options, Coefficients: costs, Min: -NoLimit, Max: limit}
}

// Together has both options chosen or neither.
func Together(name string, a, b int32) Row {
	return Row{Name: name, Options: []int32{a, b}, Coefficients: []int64{1, -1}}
}

// NotTogether lets at most one of two options be chosen.
func NotTogether(name string, a, b int32) Row { return AtMost(name, 1, a, b) }
