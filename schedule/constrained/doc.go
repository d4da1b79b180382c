// Package constrained schedules activities of many parallel projects under scarce resources. It is an engine: it knows
// activities, links, resources and days, and nothing of what the projects build.
//
// # In
//
// A [Spec] lists projects, activities, links, resources, demands and holds as flat slices. [Compile] checks it, names every
// mistake and lays it out as a [Problem]. The subpackages psplib and mpsplib read benchmark files into a Spec.
//
// # Out
//
// [Solve] returns start days, their [Score], a bound that no schedule can beat, and whether the schedule is proven
// optimal. [Check] holds start days against every rule; it shares no code with what finds them, and Solve passes every
// answer through it.
//
// # Time and goals
//
// Time is whole days as int32 from day 0. An activity that starts at s and takes d days occupies s … s+d−1 and
// finishes at s+d, the first day on which a successor may start. All links are least distances; a finish-finish link moves
// the start, because activities do not stretch. The goal is weighted lateness past due dates, then the makespan.
// Deadlines and pins are kept or an [InfeasibleError] is returned.
//
// # How
//
// Where capacity is constant and nothing is pinned, held or dated, the heuristic breeds two populations, of schedules
// pushed to the left and to the right, each child of one a member of the other, so that crossing and forward–backward
// improvement are one pass (Debels & Vanhoucke 2005); seeds are priority rules with noise in both generation schemes
// (Kolisch & Hartmann 2006). One pass costs O(n·(links + days looked at)). Otherwise one population of activity lists is bred
// forward only. Every pass, forward or backward, counts as one schedule, as the surveys ask
// (Kolisch & Hartmann 2006; Pellerin, Perrier & Berthaut 2020).
//
// Bounds are the critical path, the work on each resource after each earliest start, and ends that are refuted one by one
// (destructive improvement, Klein & Scholl 1999). Ends are decided by lazy clause generation with time-table propagation
// (Schutt, Feydy, Stuckey & Wallace 2011): exponential in the worst case, n variables per day of slack, bounded by
// [Options].Conflicts. Holds and due dates are left out of the proof: there the bounds are the simple ones.
//
// # Promises
//
// The same Spec and Options give the same Result, unless the context ends first. Nothing is tuned per instance.
//
// # Sources
//
// R. Kolisch and S. Hartmann, Experimental investigation of heuristics for resource-constrained project scheduling: an update,
// European Journal of Operational Research 174 (2006) 23–37. R. Pellerin, N. Perrier and F. Berthaut, A survey of hybrid
// metaheuristics for the resource-constrained project scheduling problem, EJOR 280 (2020) 395–416. D. Debels and M. Vanhoucke,
// A bi-population based genetic algorithm for the resource-constrained project scheduling problem, ICCSA, LNCS 3483 (2005)
// 378–387. A. Schutt, T. Feydy, P. J. Stuckey and M. G. Wallace, Explaining the cumulative propagator, Constraints 16 (2011)
// 250–282. R. Klein and A. Scholl, Computing lower bounds by destructive improvement, EJOR 112 (1999) 322–346.
// Failure-directed search (P. Vilím, P. Laborie and P. Shaw, CPAIOR, LNCS 9075 (2015) 437–453) was considered and is not used: clause
// learning keeps what failure-directed search only counts. G. L. Steele, D. Lea and C. H. Flood, Fast splittable
// pseudorandom number generators, OOPSLA (2014), for the random numbers.
package constrained
