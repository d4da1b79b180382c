// Package rounds says how a mandate's offices are best divided into rounds, by each of
// several goals, within the clauses about rounds and what the leaders can carry; and
// holds the mandate's own division against that.
//
// In go the facts (the mandate's projects with their offices, rounds and categories,
// the clauses about rounds, leaders), the coverage (who reaches an office, how fast) and
// the timetable; out come the own division by every goal, the best for each goal with a
// bound that no division can beat, the trade-off between two goals, and whether the own
// division is dominated: whether another is no worse in any goal and better in one.
// Where it is, the smallest change that gains something is named too. Goals are never
// added up.
//
// # Goals
//
// Each is a count of what is left to wish for; less is better. With n offices, s of
// them in a round, of a category c n(c) in all and x in the round:
//
//   - Balance: Σ over rounds and categories of |x − n(c)·s/n|, in offices: how far the
//     categories are from the rounds' proportional shares.
//   - Spread: pairs of a round and a county that has no office in the round, of the
//     counties with at least as many offices as there are rounds.
//   - Access: the mean time of travel to the nearest office while later rounds are yet
//     to open, over the days from round to round.
//   - Areas: vulnerable areas that the mandate's offices will serve and that wait for
//     theirs, over the same days. An office that is to lie in a vulnerable area nobody
//     has named counts as one area.
//
// They are solved and proven by package locate/division. A fifth thing, the time until a
// round is open under the leaders, is not a sum over offices: the days follow from a
// schedule. It is asked of package timetable after, for every division shown.
//
// # Unknown
//
// Who reaches an office is only known as far as the network is. Where a part of the
// offices that are open before has no known place, access is measured beside the known
// part, says so, and takes no part in whether the own division is dominated; a second
// judgement with it stands beside the first. Time takes part where the leaders are
// stated. Offices whose place only stands in for another are counted in a note. Nothing
// is computed before somebody asks; a Rounds may be used by many goroutines; the same
// facts and seed give the same answer.
package rounds
