// Package prepared joins what travel times by car, on foot and by public
// transport rest on in one file, and answers questions of many places to many
// with it.
//
// # In and out
//
// Build reads an OpenStreetMap extract and any number of GTFS feeds, prepares the
// roads for each profile (travel/road) with a hierarchy (travel/hierarchy), and
// gives a Network; WriteFile keeps it, Open reads it back. Network.Meta says what it
// rests on: files, checksums, dates, assumptions.
//
// Network.Roads lays out places that people come from (or go to) for one mode;
// Roads.Row then gives the seconds between all of them and one site.
// Network.Transit does the same for public transport on a date, at each minute of a
// window. Times asks either for all pairs at once. Days.ThereAndBack finds trips to a
// site and home again within one day, with an errand while the site is open.
//
// # Units and promises
//
// Times are whole seconds, rounded from milliseconds, Unreachable where there is no
// way; positions are WGS 84 degrees. A place further from every road than the limit
// for snapping, in metres, is reached by nobody and listed. The same files give the
// same bytes. Feeds are kept as they came, so that any day of theirs can be asked
// for; a day is laid out anew for each question.
package prepared
