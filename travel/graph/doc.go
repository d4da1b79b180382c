// Package graph holds directed graphs with arc weights in flat arrays, and the plain searches that every faster
// method is held against.
//
// # In and out
//
// A [Graph] is a forward star: the arcs that leave node v are First[v] … First[v+1]−1, arc a leads to Head[a] and
// costs Weight[a]. Weights are whole numbers in the caller's unit; roads use milliseconds. [FromEdges] lays a graph
// out, [Graph.Check] names what is wrong with arrays from elsewhere; every search takes a graph that Check accepts.
// A Graph is never changed once it is made, so many goroutines may use it.
//
// # Searches
//
//   - [Search]: one-to-all distances from one or several seeds, bounded by a limit (Dijkstra 1959).
//     O((V+E) log V) for what lies within the limit; nothing of the rest is touched.
//   - [TwoNearest]: for every node the nearest and the second nearest of many sites, in one search. Every node keeps
//     its two best labels of different sites and passes both on, which suffices: a path to the second nearest site
//     never leads through a node that knows two nearer ones. Buckets of equal width take the place of a heap (Dial
//     1969; Meyer & Sanders 2003). O((V+E) · rounds in a bucket).
//   - [OneNearest]: the same for the nearest site alone, in half the time and memory.
//
// All look at what leaves a node. Times from all nodes to a site are found on the graph that [Graph.Reverse] gives.
//
// # Orders
//
// A search is as fast as its memory is near. [DepthFirst] and [ByPlace] give orders in which neighbours lie close
// together, [Graph.Permute] renumbers a graph by one.
//
// # Promises
//
// A path longer than [MaxDistance] counts as no path, here and in every method that is compared with this package.
// Results depend on the graph and the seeds alone; equal times are told apart by the lower number of the site.
//
// # Sources
//
// E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959) 269–271. R. B. Dial,
// Algorithm 360: shortest-path forest with topological ordering, Communications of the ACM 12 (1969) 632–633. U. Meyer
// and P. Sanders, Δ-stepping: a parallelizable shortest path algorithm, Journal of Algorithms 49 (2003) 114–152.
// D. Hilbert, Über die stetige Abbildung einer Linie auf ein Flächenstück, Mathematische Annalen 38 (1891) 459–460.
package graph
