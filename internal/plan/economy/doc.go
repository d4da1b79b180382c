// Package economy says what a programme costs, when, and against which money.
//
// In go the facts (unit costs of office types, counts per round, type claims,
// appropriations, loan frames, price series, outturn) and the dates of the
// timetable; out come the cost of every office, round, type and of the whole
// programme by month, tertial and year, investments and their depreciation, and
// the spread of the cost that follows from the timetable's simulation. Every
// number is a figure with an address (see Book). All money is whole öre, and the
// parts add up to the whole at every level.
//
// # Types that are not settled
//
// An office's type may be decided, proposed or open, while its round may have
// counts per type. A composition is a vector of counts per type that agrees with
// the counts, the round's total and the types that its offices may have; the
// last is a bipartite flow (Hall's condition). Decided types bind; proposals do
// too where the counts have room for all of them. Where they have not, every
// composition of the counts stays open, and proposals yield in each scenario, as
// few as its composition allows.
//
// Two scenarios settle every office. Low takes the composition of lowest running
// cost, with the dearest types on the offices that open last; High the one of
// highest, with the dearest types on the offices that open first. Feasible count
// vectors form an M-convex set (Murota, Discrete Convex Analysis, 2003), so both
// are found type by type. Where the offices of a round may have the same types
// and its total is exact, the rearrangement inequality (Hardy, Littlewood and
// Pólya, Inequalities, 1934, section 10.2) makes the two bound the running cost
// of every period at once, as long as no office closes within the horizon.
// Elsewhere offices are settled greedily in that order, each choice checked to
// leave the rest possible: a consistent assignment, but not always the outermost,
// and a note says so. Establishment cost falls before the opening, so in a given
// month it can be higher in Low than in High: a range spans the two.
//
// # Phasing
//
// Establishment cost is spread over the project's activities by the cost weight
// of their stages, each evenly over its working days; where no stage has a
// weight, evenly over the working days from start up to the day before opening.
// Without a start it falls on the opening. Running cost counts calendar days from the
// opening, over the days of the year, to the last day of an office that closes.
// A cost accrues as differences of a rounded running total, so twelve months are
// the year to the öre. Offices without any date are costed per year, never by
// period, and counted as not phased.
//
// Costs are in the prices of the year of payment as far as the cost series
// reaches without a gap from the price year, rounded half away from zero at each
// yearly step; where it ends the price level stays, and a note says which it is.
//
// # Complexity
//
// With n offices, m months, T types and r runs: O(n·m) for the plan, O(n·r) for
// the simulation with a few additions per office and run, and memory for the sums
// of each run only. The same input gives the same bytes on any number of cores.
package economy
