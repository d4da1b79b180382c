// Package premises lays premises on offer side by side: how long it takes to each of
// them from every area that its office should serve, on foot, by public transport and
// by car.
//
// In go the facts (offers, the offices with the areas that they serve), a population
// in points and a coverage.Method for each mode; out come, for each offer, seconds
// from the centre of each area by mode, great circles, the worst area, the
// people-weighted mean, the people within so many minutes, and what is stated of rent,
// size, availability and rebuilding. An office without vulnerable areas serves the
// people of its municipality, from whose points the mean is taken.
//
// Nothing is added up into one score. An offer is dominated where another for the same
// office is no worse in any travel time, count of people, rent or day of availability,
// and better in one; where one of the two is not known and the other is, neither
// dominates. Size and rebuilding are shown and not compared: which is better depends on
// the office.
//
// What nothing gives stays unknown, with the reason: a mode without a method (nobody
// estimates public transport without timetables), an offer without a position or too
// far from any road, an area whose people no point stands for alone.
//
// Times are seconds, distances metres, people whole numbers. Nothing is computed
// before somebody asks; then a mode costs O(offers × points) and is kept. The same
// input gives the same bytes. Scores may be used by many goroutines.
package premises
