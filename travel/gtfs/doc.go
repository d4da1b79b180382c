// Package gtfs reads timetables in the General Transit Feed Specification (GTFS schedule, gtfs.org) into flat arrays,
// and says where a feed is wrong.
//
// # In
//
// A zip archive or a folder with agency, stops, routes, trips, stop_times, calendar and calendar_dates, and where they are
// there frequencies, transfers and feed_info. Other files (shapes, fares, pathways, …) are not opened. A byte-order
// mark, CRLF, quoted fields, spaces around values and any order of columns are taken as they come.
//
// # Out
//
// [Open] gives a [Feed]: calls of all trips in one array, in order of stop_sequence, with a time at every call; and a
// [Report] of what was odd. A feed with mistakes is refused with an [InvalidError] that names every one of them by
// file:line:column and field. With [Options.Tolerant] the trips and rows that are wrong are left out and reported instead,
// where that can be done without guessing; a file that is missing, cut off or beyond the [Limits] is refused all the same.
//
// # Units
//
// Times are seconds after the beginning of the service day, which is twelve hours before its noon; they may pass 24 hours.
// Dates are [Date]. Coordinates are WGS 84 degrees. A change of clocks moves noon, not the seconds of a service day, so
// on the two days of a year when clocks change, times before the change differ from the clock on the wall by one hour.
//
// # Times that a feed leaves out
//
// Only some calls carry times. Between two that do, a call is put in proportion to shape_dist_traveled where every call
// between them has it and it never falls; else in proportion to the great-circle length of the way from stop to stop; else,
// where all stops lie in one place, evenly. Whole seconds, rounded down. [Feed.Interpolated] counts them.
//
// # Promises
//
// The same bytes give the same Feed and Report. Reading takes time and memory in proportion to the files, and no more than
// [Limits] allow. A Feed is not changed by anything in this package once Open has returned, so many goroutines may use it.
package gtfs
