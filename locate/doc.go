// Package locate chooses where to serve from: which offices to open, keep, resize
// or close so that demand is served at least cost, and proves how good the choice
// is. It is an engine: it knows classes of demand, options and rules, and nothing of
// what the offices do.
//
// # In
//
// A [Spec] lists classes of demand (weight, cost if unserved), options (a site, a
// type, a period, a cost) and what service costs between them: as a [Matrix], as
// sparse [Lists], or as [Points] with a metric. Rows hold counts, nested quotas,
// budgets and rules like "not together". Everything is int64, so bounds are exact.
//
// One model covers the family. The p-median has classes without a cost if unserved
// and one row "exactly p". Maximal covering has service costs 0, cost 1 if unserved.
// Set covering has classes that must be served and options that cost. Cover of a
// share per county is a [Measure] per county with a cap. Rounds are periods.
//
// # Out
//
// [Solve] gives an [Answer]: the choice, its value, a bound that nothing can beat,
// and a [Certificate] from which anybody can compute that bound again.
package locate
