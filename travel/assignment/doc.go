// Package assignment keeps, for many weighted places, which of the open sites is nearest and which second nearest, and
// brings that up to date when one site opens or closes, without finding any distance anew.
//
// # In
//
// Each open site comes with its row: one distance for each place, in any unit, [graph.Unreachable] where there is no
// way. Rows come from a sweep over a road network, from a timetable, from an estimate or from a table; one sweep is
// all that a new site costs.
//
// # Out
//
// [Assignment.Nearest] and [Assignment.Second] of each place, and [Assignment.Summarize]: how much weight lies within
// given limits, mean and quantiles, for any column of weights, such as the people of an age in each place.
//
// # How
//
// Opening a site compares its row with the two best of each place: O(places). Closing one looks again, among all that
// remain, for those places alone that it was one of the two best of: O(places + places it served · open sites), which is
// about 2 · places when all sites serve alike. A quantile is found by counting into buckets and sorting one of them:
// O(places).
//
// # Promises
//
// The order in which sites were opened and closed is of no account. Equal distances are told apart by the lower number of
// the site. Rows are kept, not copied, and must not be changed while their site is open.
package assignment
