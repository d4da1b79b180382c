// Package schedule computes when activities of many parallel projects start and finish, what drives
// those dates, and how certain they are. It is an engine: it knows activities, links and days, and
// nothing of what the projects build.
//
// # In
//
// A [Spec] lists projects, activities and links as flat slices; [Activity] and [Project] are typed
// indices into them. [Compile] checks a Spec, names every mistake in it, and lays it out as a
// [Network] that is never changed afterwards and may be used by many goroutines.
//
// # Out
//
//   - [Network.Plan] and [Network.PlanAt]: earliest and latest days, slack and the critical path with
//     each activity at one stated duration (the critical path method, Kelley & Walker 1959). O(V+E).
//   - [Simulate]: a distribution of each project's milestone, and for each activity its finish
//     quantiles, its criticality and what it adds to the delay (Monte Carlo on an activity network,
//     Van Slyke 1963). O(runs × (V+E)).
//   - [Samples]: joint questions over the runs, such as how many projects have finished by a day.
//
// # Time
//
// Time is whole working days as int32, in the caller's own numbering; any day may be zero. Day t as a
// point in time is the beginning of working day t. An activity that starts at s and takes d days
// occupies the days s … s+d−1 and finishes at s+d, which is the first day on which a successor may
// start. The caller turns a finish into "last day worked" by taking one day off.
//
// # Rules
//
// An activity starts as soon as its links, its release day and [Spec.Now] allow. A finish-finish link
// holds back the finish and never the start: the activity stretches. So every start and finish is a
// non-decreasing function of every duration. (The other convention, which moves the start, has no such
// property: there a longer activity can make a project shorter, Elmaghraby & Kamburowski 1992.)
//
// What has happened is never moved. A started activity keeps its start and a finished one its finish,
// also where they contradict a link; a link into such an event no longer binds. A running activity has
// taken longer than what has elapsed, so its total duration is drawn from its distribution given that.
//
// # What happens together
//
// Durations that are drawn independently make sums over many activities, and rounds of many projects, look surer
// than they are. An activity may therefore share part of its chance with others: with those of other projects
// through a [FactorSpec], and with those of its own project ([ActivitySpec].Together). Mixing is done on the
// scale of normal numbers, so every duration keeps the distribution that was stated for it (a Gaussian copula,
// Clemen & Reilly 1999). A [RiskSpec] is something that may happen and then adds days. The plan of likely
// durations knows nothing of either.
//
// # Promises
//
// Results depend on the Spec, the seed and the number of runs alone: not on the number of workers, nor
// on which other projects the Spec holds, nor on their order. See [Simulate] for what that gives when
// two scenarios are compared.
//
// # Sources
//
// J. E. Kelley and M. R. Walker, Critical-path planning and scheduling, Proc. Eastern Joint Computer
// Conference (1959) 160–173. R. M. Van Slyke, Monte Carlo methods and the PERT problem, Operations
// Research 11 (1963) 839–860, who also introduces the criticality index. S. E. Elmaghraby and
// J. Kamburowski, The analysis of activity networks under generalized precedence relations, Management
// Science 38 (1992) 1245–1263. H.-C. Chen and Y. Asau, On generating random variates from an empirical
// distribution, AIIE Transactions 6 (1974) 163–166, for the guide table. R. T. Clemen and T. Reilly,
// Correlations and copulas for decision and risk analysis, Management Science 45 (1999) 208–224. J. K. Salmon and others,
// Parallel random numbers: as easy as 1, 2, 3, SC (2011), and G. L. Steele, D. Lea and C. H. Flood,
// Fast splittable pseudorandom number generators, OOPSLA (2014), for the random streams.
package schedule
