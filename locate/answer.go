package locate

// Answer is the best choice found and what is proven about it. It holds no times:
// the same Spec, seed and limits on work give the same Answer.
type Answer struct {
	Choice                   // the best found; no options if there is none
	Found        bool        // whether a feasible choice was found
	Bound        int64       // no feasible choice costs less
	Proven       bool        // Value is Bound: nothing is better
	Alternatives []Choice    // others within the tolerance asked for, best first
	Complete     bool        // the Alternatives are all there are, see [Options.All]
	Certificate  Certificate // proves Bound
	Flows        []Flow      // the division of the classes, where capacities are [Enforced]
	Infeasible   *Conflict   // why nothing is feasible, where that is so
	Iterations   int         // evaluations of the dual
	Nodes        int         // nodes of the tree
	Stopped      bool        // by the context or the time limit, before the gap asked for
}

// Choice is one feasible choice of options.
type Choice struct {
	Options  []int32 // ascending
	Value    int64   // of the objective
	Measures []int64 // value of each measure
}

// Gap is how far Value may lie above the best there is, as a share of Value.
func (a *Answer) Gap() float64 {
	if a.Proven || a.Found && a.Value == a.Bound {
		return 0
	}
	size := float64(max(a.Value, -a.Value, 1))
	return (float64(a.Value) - float64(a.Bound)) / size
}

// Flow is weight of a class that an option serves. Flows are in order of class and
// option; what is missing to a class's weight is unserved.
type Flow struct {
	Class, Option int32
	Weight        int64
}

// Conflict names what cannot be met together.
type Conflict struct {
	Classes  []int32 // classes that must be served and cannot
	Rows     []int32 // rows, numbered as in [Spec.AllRows]
	Measures []int32 // caps
	Options  []int32 // options whose state takes part
}

// Load is what an option chosen serves when every class goes to the cheapest.
type Load struct {
	Option   int32
	Weight   int64
	Capacity int64 // 0 where unknown
}
