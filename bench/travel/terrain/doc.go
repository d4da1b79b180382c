// Package terrain makes up road networks for measuring: seeded, of any size, with towns, road classes, dead ends and
// one-way streets, and with exactly the number of nodes and arcs that are asked for. They are like roads in what makes
// searches hard or easy; they are no map of anything.
//
// # How
//
// A country of 1,000 × 450 km is a block. A block is cut in two by a road from one side to the other, across its
// longer extent at a place drawn between 35 and 65 % of it, and so are the halves, until a block is as small as its
// place asks for: some 110 m in the middle of a town, ten kilometres far from any. Towns lie at random, denser in the south,
// with radii after Pareto's law. So roads end at older roads in T-junctions, and the first cuts, which are the longest
// roads, are the fastest: 110 km/h down to 70, and 30–50 in towns, each with some noise. Lengths are longer than the
// straight line by up to 30 %.
//
// Junctions of three roads alone have 1.5 roads each. Nodes are then added until there are as many as asked for: one third
// as ends of lanes that leave a node and lead nowhere, which branch again, two thirds as bends within a road, as map
// data has them. Every
// other node adds one road and so brings the mean down to that of map data. Last, as many roads as the number of arcs
// asks for are made one-way, most of them streets in towns.
//
// Places are metres; weights are milliseconds by car. Nodes are numbered at random.
package terrain
