// Package vectors reads graphs that are kept as bare vectors, one file each, the way in which RoutingKit and others exchange road networks: arrays
// of 32-bit numbers, little-endian, without any header.
//
// [Read] reads one vector, [Load] the five of a graph: first_out (one entry per node and a last one), head and travel_time (one per arc, the time in
// the file's own unit), latitude and longitude (one per node, degrees as float32).
//
// A file of more than MaxBytes is refused, as is one that ends within a number; an error names the file and the entry. A graph that Load returns
// has passed [graph.Graph.Check]. Memory is the size of the files. O(nodes + arcs).
//
// Format: J. Dibbelt, B. Strasser and D. Wagner, Customizable contraction hierarchies, ACM Journal of Experimental Algorithmics 21 (2016), and
// the documentation of RoutingKit.
package vectors
