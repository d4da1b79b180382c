// Package closing says which offices of a network to close, in stages, under a path of
// money to save; and what each choice costs in the goals that it was not made for.
//
// In go the facts (offices with types, closings decided, standard costs, lowered
// appropriations, who decides what), the coverage (who reaches an office, by which
// method) and Options: how many to close, the last day of each stage, what to save each
// year, what must stay or go, what no county may lose. Out come, for each goal by
// itself, the offices to close by stage with a bound that no choice can beat, what the
// stages do to people one after the other, the nearest alternative of each office, the
// money saved, and who is competent to decide each closure.
//
// # The model
//
// Time is divided by the stages: period t runs from the day after the last day of stage t
// to the last day of stage t+1, and the last period to Options.Until. A goal is a sum
// over the periods, each weighted by its days: what is kept longer counts for longer. A
// class of demand is a set of offices with a weight: it costs its weight for as long as
// all of the set are closed. People beyond M minutes, areas and counties are such classes
// at once. Extra time is a sum of them as well (the step from the k-th nearest office to
// the next is paid when the k nearest are closed; Cornuéjols, Nemhauser & Wolsey,
// SIAM J. Algebraic Discrete Methods 1, 1980), and points with the same k nearest are one
// class. Deep steps are stated only when an answer needs them: leaving them out
// lowers the cost, so that the bound holds, and an answer in which none is
// needed is an answer to the whole.
//
// The worst county is a search for the least loss of share that is possible in every
// county at once: each limit is a cap for every county, found possible or proven not to be.
//
// # Kept as long as money allows
//
// Where a path of money decides the stages, the set is chosen first, with the
// weights above; then the same offices are put in the order that keeps offices open the
// longest (office-days), and among those orders the one best for the goal. Both are solved
// to proof, being small. With no more than a path given, as few offices close as it allows.
//
// # Units and promises
//
// Times are seconds, money öre, people whole numbers, shares millionths. A saving
// counts for certain only: the low end of a known cost, rounded down to whole kronor; an
// office whose type or cost is not stated saves nothing, unless somebody assumes a cost.
// What closing itself costs, and when leases end, is not in it. Offices whose place
// nobody has stated stay, and serve nobody here.
//
// Nothing is computed before somebody asks. The same input, seed and gap give the same
// answer on any number of cores; a time limit gives that up. A Closing may be used by many
// goroutines. O(offices × points) for the times, then one search for each goal.
package closing
