// Package road makes networks of roads from OpenStreetMap extracts: graphs whose weights are milliseconds of driving or walking, and the
// point of the network that is nearest to a place.
//
// # In and out
//
// [Build] takes an extract ([osm.File]) and profiles ([Car], [Foot], or the caller's own) and gives a [Network] for each.
// [Network.Write] and [Load] keep it in a file. [Network.Snap] finds where a position meets the network; [Network.Departures]
// and [Network.Arrivals] turn that into seeds for any search on the graph, and [Network.Direct] gives the way along a common street.
//
//	networks, err := road.Build(ctx, extract, []road.Profile{road.Car()}, road.Options{})
//	car := networks[0]
//	office, ok := car.Snap(59.3293, 18.0686, 1000)
//	search := graph.NewSearch(car.Graph.Reverse())
//	search.Run(car.Arrivals(office, nil), 45*60*1000)
//	home, ok := car.Snap(59.35, 18.09, 1000)
//	ms := search.To(car.Departures(home, nil)) // and the less of it and car.Direct(home, office)
//
// # What is modelled
//
//   - Speeds by the signed limit, or the limit that the kind of road has by Swedish rules, times a share that is driven on average; bounded by kind of
//     road and surface. All of it is data in the [Profile] and stands in the file. There is no traffic, and no time of day.
//   - One-way streets, roundabouts and motorways; access for the public; barriers on nodes, which part the roads at them.
//   - Ferries, by their stated duration or an assumed speed; waiting is not counted. A ferry on which no tag speaks of cars but some of others is for
//     passengers.
//   - Turn bans at a node (no_… and only_…), by a copy of the node for who comes in under a ban. Bans over a way, with conditions, or for other
//     vehicles are left out and counted. Turns cost no time, and turning back is possible at every junction and dead end.
//   - Those on foot may use any road but motorways and motor roads, both ways; squares are walked around their edge.
//
// Only the largest part in which every place reaches every other becomes the network; what is left out is counted in [Counts]. A
// position near a road that was left out meets the nearest road that was not, or none.
//
// # How
//
// The extract is read twice, ways before nodes, so that only positions of nodes on roads are kept: some 30 bytes for each. Ways are cut into straight
// pieces; components by Tarjan (1972); a node at which nothing can be decided is merged away, which changes
// no distance but one: who is sent on by a turn ban cannot turn back there. The shape of the
// street and the time along it remain, for snapping. Nodes and shapes lie along Hilbert's curve. O(n log n) in the nodes of roads.
//
// # Units and promises
//
// Times are ms, at least 1 for every piece of road; positions are 10⁻⁷ degrees in the arrays and degrees in calls; distances metres, on the ellipsoid.
// The same extract and profiles give the same bytes on any number of cores. Networks across the 180th meridian are not made: roads
// on both sides of it are, but nothing joins them.
//
// # Sources
//
// OpenStreetMap Wiki, "Key:highway", "Key:access", "Relation:restriction", "Key:duration". Trafikförordningen (1998:1276). R. Tarjan,
// Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972) 146–160. I. Kamel and C. Faloutsos, On packing
// R-trees, CIKM (1993) 490–499.
package road
