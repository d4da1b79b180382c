// Package division divides sites into rounds that open one after the other, by each of
// several goals and within limits on the others, and proves how good the division is.
// It is an engine: it knows sites, rounds and lists of sites, and nothing of what opens.
//
// # In
//
// A [Problem] has sites, the sizes that the rounds may have, and lists of sites: kinds
// that should be spread evenly, regions that should have a site in every round, and
// waits, which cost something for as long as none of their sites is open. [Nearest]
// makes waits of times of travel.
//
// # Goals
//
// Less is better in each of [Values]. With n sites, s of them in a round, of a kind k in
// all and x in the round: [Balance] is Σ |n·x − k·s| over kinds and rounds. [Spread]
// counts rounds without a site of a region, over regions with at least as many sites as
// there are rounds. [Waiting] is Σ cost × days until the first of a wait's sites opens,
// [Unserved] the same over targets. [Moves] counts sites in another round than
// [Problem.Own]. Goals are never added up: [Solve] takes one and limits on others.
//
// # Method
//
// Sites of the same kinds are a group. Balance depends on the counts of each group in each
// round alone, so tables of counts are listed first, and those beyond a limit left
// out. For one table each goal that is a sum over sites has an exact least value for what
// is left to decide, by dynamic programming over the sites of a group and the counts
// still free. Waiting is no such sum; pricing every wait (Lagrangian relaxation:
// Geoffrion 1974; Cornuéjols, Fisher & Nemhauser 1977) makes it one that is nowhere
// above it, with prices improved by subgradient steps (Held, Wolfe & Crowder 1974). Limits
// on other sums are priced along. Depth-first search then decides site by site, and
// leaves what these bounds rule out. Sites that no goal asked for tells apart are kept in
// order of round. Swaps give a division to begin with.
//
// Tables take O(sites × Π over rounds but the last of a group's size); an evaluation of the
// prices that plus the entries of the lists; a node of the search one look per bound.
//
// # Promises
//
// Bounds are whole numbers computed exactly. The answer depends on the Problem and the
// [Options] alone. Where the search is cut short by Options.Nodes the bound still holds,
// and Proven says so.
//
// # Sources
//
// A. M. Geoffrion, Lagrangean relaxation for integer programming, Mathematical Programming
// Study 2 (1974) 82–114. G. Cornuéjols, M. L. Fisher and G. L. Nemhauser, Location of bank
// accounts to optimize float, Management Science 23 (1977) 789–810. M. Held, P. Wolfe and
// H. P. Crowder, Validation of subgradient optimization, Mathematical Programming 6 (1974)
// 62–88. Y. Y. Haimes, L. S. Lasdon and D. A. Wismer, On a bicriterion formulation of the
// problems of integrated system identification and system optimization, IEEE Transactions
// on Systems, Man, and Cybernetics 1 (1971) 296–297, for limits on all goals but one.
package division
