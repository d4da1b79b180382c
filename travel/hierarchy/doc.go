// Package hierarchy answers distance questions on large road networks fast: it prepares a graph once, as a contraction
// hierarchy, and then finds the times between thousands of sites and hundreds of thousands of places in seconds.
//
// # In
//
// A [graph.Graph] that passes [graph.Graph.Check], and [graph.Seed] for the places: a node, or the two ends of an arc
// with what is left of it. What lies on one and the same arc is the caller's to see: the way along that arc between two
// seeds of it leads over no node.
//
// # Out
//
//   - [Build] contracts the nodes one after the other, the least important first, and adds shortcuts that keep the
//     distances between those that remain (Geisberger, Sanders, Schultes & Vetter 2012). What is left is a graph in
//     which every shortest path climbs and then comes down. [Hierarchy.Put] and [Get] store one in a file.
//   - [Query]: the distance between two places, climbing from both ends, a few hundred nodes each.
//   - [Hierarchy.Restrict] lays out what leads down to given targets, [Sweep] and [Restricted.Matrix] then find the
//     distances from each source to all of them: a climb, and one pass through that memory from front to back (RPHAST:
//     Delling, Goldberg, Nowatzyk & Werneck 2013; Delling, Goldberg & Werneck 2011). O(places and arcs above the targets)
//     for each source, whatever lies between; a batch of sources shares the pass.
//
// With [Inward] the sources are where people go to and the targets where they come from: a search starts at each of a
// few thousand sites, not at each of a hundred thousand homes.
//
// # How nodes are ordered
//
// In rounds: every node that ranks below all its neighbours goes, all at once and on all cores (Vetter 2009). The rank
// adds up a node's level and the arcs that its contraction makes for each that it takes away, counted as they are and by
// the original arcs in them. It is found anew when a neighbour has gone. A shortcut is left out if a bounded search
// finds a way round that is no longer; one that searched on would leave out more, and change no distance.
//
// # Promises
//
// All distances equal those of [graph.Search]; a path longer than [graph.MaxDistance] is no path, for either. The same
// graph gives the same hierarchy, bit by bit, on any number of cores. Nothing that makes it fast changes a value: each
// such thing has a switch, and a test turns it off.
//
// # Memory
//
// Build takes some 200 bytes a node. A Hierarchy takes 12 bytes a node and 8 an arc, a Restricted 4 bytes a node of the
// whole graph and 8 for each arc above its targets, and each goroutine of a matrix 4 bytes a node and 33 for each place above
// the targets.
//
// # Sources
//
// R. Geisberger, P. Sanders, D. Schultes and C. Vetter, Exact routing in large road networks using contraction
// hierarchies, Transportation Science 46 (2012) 388–404. C. Vetter, Parallel time-dependent contraction hierarchies,
// student research project, Universität Karlsruhe (2009). D. Delling, A. V. Goldberg, A. Nowatzyk and R. F. Werneck,
// PHAST: hardware-accelerated shortest path trees, Journal of Parallel and Distributed Computing 73 (2013) 940–952.
// D. Delling, A. V. Goldberg and R. F. Werneck, Faster batched shortest paths in road networks, ATMOS (2011) 52–63.
package hierarchy
