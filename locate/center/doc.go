// Package center solves the p-center problem: open p columns such that the farthest row is as near as can be. It proves
// its answer.
//
// In goes a [Problem]: distances between rows (who are served) and columns (where one may serve from), how many columns to open, and
// which are there already. Out comes an [Answer]: the columns, the radius, and a lower bound; with it a [locate.Certificate] that no
// choice of p columns covers all rows within the next lower distance. Distances are whole numbers in any unit. They need obey no
// triangle inequality.
//
// # Method
//
// A radius is enough if the rows can be covered by p columns within it (Minieka 1970), so the least radius is found by bisection over
// the distances that occur: after each decision both ends move to a distance that occurs. Each decision is a set covering problem,
// [Cover]: rows and columns that others dominate are dropped, a Lagrangian bound is raised by subgradients, columns are fixed by
// reduced costs, and what is left is branched on, depth first. The bisection is done twice, first with the bounds and heuristics at the
// root of the tree only, then with the tree where those did not decide: the bound from the root is the LP bound of Elloumi, Labbé & Pochet (2004),
// which Gaar & Sinnl (2022, "A scalable exact algorithm for the vertex p-center problem") reach by lifting and which is mostly tight.
//
// # Complexity and promises
//
// A decision holds two bit matrices of rows × columns; a node costs O(rows·columns·columns/64) at worst for the dominance and O(entries) for each
// of some hundred subgradients. The number of nodes has no useful bound. The same problem gives the same answer: nothing is random, and
// bounds that count are computed in whole numbers. A cancelled context ends the work with the best so far and the bound so far.
package center
