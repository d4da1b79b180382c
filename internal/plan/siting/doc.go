// Package siting says where offices are best opened, by each of several goals,
// within a mandate's clauses; and what the choice for one goal costs in the others.
//
// In go the facts (a mandate with its clauses, offices, scenarios), the coverage
// (who reaches an office in which state of the network, and by which method) and the
// reference tables; out come, for each goal, a set of places with a bound that no
// set can beat, a table of sets by goals by clauses, who gains and who loses against
// the mandate's own offices, the trade-off between two goals, and which of the
// places stay when the assumptions change. Goals are never added up.
//
// Candidates are the localities and vulnerable areas of the tables, and the
// offices whose place is known and that are not open before the mandate. The
// offices open before it stay. A set has as many offices as the mandate asks for, or
// as somebody says. Clauses that say where offices must be are rules that every set
// keeps; if they cannot all be kept, a least set of
// rules that contradict each other is named. Clauses
// about time or consent bind no place, and are listed as such.
//
// Times are seconds, people whole numbers, areas counted. Offices whose place nobody
// has stated serve nobody here: with a part of the network known, what is best is
// best beside that part alone, and says so.
//
// Nothing is computed before somebody asks: then candidates × points times are
// measured once, and each goal is solved once by package locate. The same input,
// seed and gap give the same set; a time limit gives that up. A Siting may be used
// by many goroutines.
package siting
