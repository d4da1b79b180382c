// Package coverage says who reaches a service office, and how fast.
//
// In go the facts (offices with their positions, dated openings, closings and
// hours, scenarios, criteria), the timetable, a population in points, and a
// Method that gives times of travel; out come, for any state of the network, the
// share of the people within so many minutes or kilometres, the mean, median and
// worst time, by municipality, county, category and group; what a mandate or a
// scenario changes, and for whom; and whether stated criteria hold.
//
// A state is the set of offices that are open: now (on the day of the plan, or
// another), planned (with everything that is under way), before-<mandate> and
// after-<mandate>, scenario-<id>. Offices whose place nobody has stated cannot be
// reached here; a state counts them, and every share says so. The register of
// offices is a part of the network, so shares are those of the part.
//
// Times are seconds, distances metres of road, people whole numbers. Times are
// measured from a site to all points at once, since there are fewer sites. The
// estimate without a network (travel/estimate) is the method where no other is
// given, and every figure that rests on it says that it is an estimate.
//
// Nothing is computed before somebody asks; then one state costs
// O(sites × points), and its figures O(points) each, kept for the next one who
// asks. A Coverage may be used by many goroutines. The same input gives the same
// bytes.
package coverage
