// Package programme holds the facts: what a programme of establishments is
// known to be, by whom, since when and from which document.
//
// A Snapshot is everything that is known at one moment. It consists of things
// (mandates, offices, projects, parties …) that only have an identity and a
// few lasting properties, and of statements about them (an office's type, its
// service level, an opening, a report of progress) that carry a date of their
// own. Both carry a Provenance: the document, the place in it, and the day on
// which it became known. Snapshot.AsOf drops what was not yet known on a day,
// so the past can be planned again exactly as it looked then.
//
// Unknown is a value: the zero Date, Span, Range, Amount, Tri and empty text
// all mean that nobody has stated it. Nothing here fills a gap.
//
// The package knows nothing of files, databases, plans or pages. A Problem
// names its place by a path into the snapshot (offices[3].municipality); the
// reader that made the snapshot turns that into file:line:column, a sheet's
// cell or a form's field. Yaml tags on the fields are the names that people
// write, the same in every exchange format.
package programme
