// Package portfolio plans many projects that share leaders and teams, and simulates the plan. It is an engine: it knows
// projects, activities, leaders and days, and nothing of what the projects build.
//
// # In
//
// A [Spec] lists projects, activities, links, calendars, clocks, leaders, teams, choices and goals as flat slices.
// [Compile] checks it, names every mistake, and lays it out as a [Portfolio] that is never changed afterwards.
//
// # Out
//
//   - [Solve] returns a [Plan]: start and finish of every activity, one leader for each project, the score on every goal
//     in the order in which the user stated them, and for every goal a bound that no plan can beat.
//   - [Check] holds a [Schedule] against every rule. It shares no code with what made it; Solve passes every plan through it.
//   - [Plan.Waits] says what a project waits for, step by step back to where the chain begins.
//   - [WhatIf] solves a changed Spec with the same seed; [Preview] says what a change moves and by how much.
//   - [Simulate] draws durations, risks and common causes and settles all dates under the plan's own order; [Compare]
//     sets two scenarios against each other run by run.
//
// # Time
//
// Time is whole calendar days as int32 on one axis from day 0; day t as a point in time is the beginning of day t. An
// activity starts on a working day of its own calendar and takes a number of that calendar's working days; it finishes on
// the day after the last of them. An external clock counts calendar days from the start. An activity that takes no time has
// no calendar. A finish-finish link holds back the finish and never the start: the activity stretches, as in package
// schedule. A team is used on every day from start to finish, days off included.
//
// # Leaders
//
// A project that is led has one leader from its first start to its last finish. Nothing but a [Handover] in the Spec
// changes that. A leader leads no more projects at once than stated; what has started is kept even where it breaks that,
// and then nothing is added to it.
//
// # How a plan is made
//
// Projects are placed one by one, each as early as its releases, teams and some leader allow (serial generation at the level
// of projects, activities in topological order within; Kolisch & Hartmann 2006). Where a maximum lag would be broken the
// earlier activity is put off and the project placed anew. The order is improved by a seeded local search of insertions and
// swaps, starting from the best of several priority rules; where a low peak or an even load is a goal, also from that order with fewer
// and fewer projects at once. One schedule costs O(projects × (activities × days looked at +
// leaders × days)). Where only leaders bind and no goal rewards waiting, small instances are settled by branch and bound over
// orders and leaders, and the plan is then marked proven. Bounds: every project alone, and how many projects the leaders'
// days, or a team's days, can carry by a day.
//
// # The policy that is simulated
//
// A simulation keeps the plan's decisions and lets the days move: each leader takes the projects in the planned order, and
// each team the activities in the planned order, each as soon as what comes before it has finished and its own links,
// release and calendar allow. That is an earliest-start policy on the plan's resource flow (Igelmund & Radermacher 1983;
// Artigues, Michelon & Reusser 2003): nothing is decided with knowledge of the future. With durations that are certain it
// gives the plan again. Where the plan itself decides to wait (for a greatest lag, for an even load, or because an overlap makes two
// activities wait for one another in a circle) its day stays the earliest. Activities that take part in a maximum lag as the
// earlier end start no earlier than planned; how often such a lag is broken all the same is counted, not prevented. So is how
// often a fixed start cannot be kept. Capacity that goes away on a stated day is honoured by the plan and not by an activity
// that chance has moved beyond that day. A way that the plan does not take waits for no team.
//
// # Chance
//
// Durations are drawn from their distributions; a common cause multiplies those that share it by a log-normal factor with
// median 1; a risk happens or not and then adds days or multiplies. Random numbers are counter-based by seed, key and run,
// so the same seed gives the same bytes on any number of workers, and scenarios share their numbers run by run.
// Criticality is the share of runs in which an activity lies on the chain that drove the milestone (Van Slyke 1963), cruciality the
// correlation of its duration with the milestone (Williams 1992). O(runs × (activities + arcs)).
//
// # Sources
//
// R. Kolisch and S. Hartmann, EJOR 174 (2006) 23–37. G. Igelmund and F. J. Radermacher, Preselective strategies for the
// optimization of stochastic project networks under resource constraints, Networks 13 (1983) 1–28. C. Artigues,
// P. Michelon and S. Reusser, Insertion techniques for static and dynamic resource-constrained project scheduling, EJOR 149
// (2003) 249–267. R. M. Van Slyke, Monte Carlo methods and the PERT problem, Operations Research 11 (1963) 839–860.
// T. M. Williams, Criticality in stochastic networks, Journal of the Operational Research Society 43 (1992) 353–357.
package portfolio
