// Package transit computes door-to-door travel times by public transport and on foot, from many places to a few sites, at
// every departure minute of a window; and whether one gets there and back within opening hours.
//
// # In
//
//   - A [Timetable] of one day: trips as calls at stops. [FromFeeds] makes it from GTFS feeds and a date; [Builder] from
//     anything else.
//   - Walks as [Lists]: from homes to stops, from stop to stop, from stops to sites, from homes to sites, in seconds. A
//     [Walker] makes them: [GreatCircle] as an estimate, [OnFoot] on a graph of streets.
//
// # Out
//
//   - [Network.Matrix]: for each home and site the travel times of all minutes of a window, by departure from home or by
//     arrival at the site, as percentiles over the window or through a function of the caller's.
//   - [Network.Profile]: all useful pairs (leave home, arrive at the site).
//   - [Day.RoundTrips]: the shortest time from leaving home to being home again with an errand within opening hours.
//
// # What a travel time is
//
// Time is whole seconds as int32 after the beginning of the service day; it may be negative (the night before) and pass
// 24 hours. Who leaves home at minute m walks to a stop, waits, rides, changes on foot, and walks to the site; the travel
// time is the arrival minus m, so waiting counts in full, also before the first ride. Walking all the way is always an
// alternative. What takes longer than the limit is [Never]. A journey has at most MaxRides rides, and between two rides
// exactly one entry of the list of changes; changing at one stop is an entry from the stop to itself. Percentile q is the
// least travel time that at least q percent of the minutes do not exceed (nearest rank); Never counts as endless.
//
// # How
//
// Trips of one sequence of stops that never overtake one another form a [Pattern] (the routes of RAPTOR: D. Delling,
// T. Pajor, R. F. Werneck, Round-based public transit routing, Transportation Science 49, 2015). Searches start at the site
// and go backward in time: there are few sites and many homes, and one backward search answers for every home and every
// departure at once, which is what a range query is. A forward search would be made anew for each home.
//
// All changes between trips are worked out once per day and window (S. Witt, Trip-based public transit routing, ESA 2015):
// for each arrival of a trip the trips that can be boarded after it. One is left out where another that rides no more often
// is at least as good for every destination: an earlier trip of the same pattern, an earlier stop of the same trip, or the
// same change made later on the way. The answer for a site is then a minimum over a fixed acyclic network:
//
//	reach(k, trip at stop i) = least of arrival at stop j > i + walk to the site,
//	                                    reach(k−1, trip' at stop i') for each change (trip at j) → (trip' at i')
//
// which is swept once per ride. It compares no times and looks up no stops, so a site costs O(rides × (events + changes)),
// whatever the length of the window. The classic rRAPTOR would search anew at each minute in which something leaves.
//
// A home's ways to board are worked out once for all sites in the same manner; a cell of the matrix then costs one look-up
// per way to board.
//
// # Promises
//
// Results are exact for the timetable and walks given; tests hold them against a slow search that shares no code with this
// one, and each shortcut can be switched off in [Shortcuts] without changing a result. The same input gives the same bytes
// on any number of workers. Nothing is allocated per cell.
//
// # Not here
//
// Fares, delays, crowding, bicycles; rules of transfers.txt for single trips, and staying on board where one trip becomes
// another. A frequency that is no timetable (exact_times 0) is run as one, see [FeedOptions.Seed].
package transit
