// Package sweden is the reference data that Etablera carries with it: the
// municipalities and counties of Sweden, localities, where people live, the
// vulnerable areas of the Police lists, and the calendar of a Swedish agency.
//
// In go the tables under tables/, embedded in the binary; out come values
// sorted as each function says. A table is read the first time that somebody
// asks for it, once, and never at start-up. The slices returned are shared by
// every caller and must not be written to.
//
// Units: people are persons registered on the day that [Sources] states, areas
// are square kilometres, positions are WGS 84 degrees, distances are metres.
// What the sources do not say stays unknown: a zero population, a zero [Point],
// [ClassUnknown].
//
// The calendar is computed from rules, not from a table, and covers any year
// of the law it follows; see [HolidayOn], [IsWorkingDay] and [WorkingCalendar].
// Nothing here reads the clock, the network or a file outside the binary.
//
// Where each table comes from, of which year and under which licence, is in
// [Sources] and in README.md.
package sweden

import "embed"

//go:generate go run ./generate -out tables

//go:embed tables
var tables embed.FS
