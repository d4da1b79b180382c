package locate

// Certificate proves a lower bound for a [Spec] to anybody who can add: from
// integer multipliers the bound follows exactly, in int64, with no optimisation
// beyond picking the cheapest options under nested counts.
//
// For one [Multipliers] with scale S, put s(m) = S × Factor(m) + Measures[m] and
//
//	ρ(j) = S × Cost(j) + Σ_m s(m) × Costs(m,j) + Σ_r Rows[r] × coefficient(r,j) − G(j)
//	G(j) = Σ_i g(i,j), g(i,j) = max(0, Classes[i] − s(measure of i) × Weight(i) × Cost(i,j))
//	L    = Σ_i Classes[i] + min Σ_{j chosen} ρ(j)
//	       − Σ_m Measures[m] × Cap(m) − Σ_r Rows[r] × (Max(r) if Rows[r] > 0, else Min(r))
//
// where the minimum is over all choices that respect states, the decisions on the
// path to the node, and the rows listed in Kept. No feasible choice then costs
// less than ⌈L/S⌉. Two kinds of Spec count G otherwise:
//
//   - where capacities are [Enforced] and option j has one, G(j) is, period by period, the
//     most that Σ_i x_i × g(i,j)/Weight(i) can be with whole 0 ≤ x_i ≤ Weight(i) and
//     Σ x_i ≤ Capacity: the most worth per unit first;
//   - for a class of Order 2, g(i,j) counts as its half, rounded up, for every j if
//     Spare[i] is −1; else it counts whole, except for j = Spare[i], where it is 0.
//
// It is required that
//
//   - Classes[i] ≥ 0, Classes[i] ≤ s × Weight × Unserved unless Unserved is [Never],
//     and Classes[i] = 0 where Weight is 0; where capacities are enforced Classes[i] is
//     a multiple of Weight;
//   - Measures[m] ≥ 0, and 0 where the measure has no cap;
//   - Rows[r] is 0 where the row has no limit on the side that its sign names, and
//     for every row in Kept;
//   - the rows in Kept have only coefficients 1 and are nested: of any two, one
//     contains the other or they share no option.
//
// Rows are numbered as in [Spec.AllRows], measures as in [Spec.AllMeasures].
// A minimum over no choice at all is +∞.
type Certificate struct {
	Bound   int64         // what is proven: no feasible choice costs less
	Scale   int64         // S; at least 1
	Kept    []int32       // rows that every minimum respects
	Vectors []Multipliers // shared by the nodes
	Nodes   []Node        // a binary tree; node 0 is the root
}

// Multipliers are the prices of one bound, in units of 1/Scale.
type Multipliers struct {
	Classes  []int64 // per class, for the whole class
	Measures []int64 // per measure; nil for none
	Rows     []int64 // per row; nil for none
	Spare    []int32 // per class: of Order 2, the option without which it is counted; nil for -1
}

// Node is a node of the tree of decisions. It holds if its own L by Vector gives
// ⌈L/S⌉ ≥ Bound, or if it branches and both children hold. Each decision in Fixed
// must first be forced: with the opposite decision added to the path, L by Vector
// gives ⌈L/S⌉ ≥ Bound. The children's paths then hold Fixed as well.
type Node struct {
	Vector int32
	Fixed  []Decision
	Branch int32 // the option to decide; -1 for a leaf
	Open   int32 // the child where it is chosen
	Closed int32 // the child where it is not
}

// Decision chooses an option or rules it out.
type Decision struct {
	Option int32
	Chosen bool
}
