// Package estimate says how long a trip takes where no network of roads is at
// hand: great circle × detour ÷ speed.
//
// In go positions in degrees (WGS 84) with the number of people at each; out
// come seconds and metres of road between a site and every position. A trip has
// a built-up stretch at each end, as long as the class of the place there gives
// it, which is driven at the speed of that class; what lies between is driven at
// the rural speed. The class (city, town, rural) follows from how many people
// live within five kilometres.
//
// It is an estimate and no measurement: it knows no lake, no fjord, no ferry and
// no motorway. What is known of its error is Check on Pairs: road distances
// between 24 pairs of towns. Those say nothing of short trips, and nothing of
// speed, for which no observation is at hand; Parameters.Assumed says what rests
// on an assumption.
//
// The distance is computed on a sphere (IUGG mean radius), within 0.5 % of the
// ellipsoid in Sweden. A row costs O(positions), some 20 ns each; classing n
// positions O(n × positions within the same band of latitude). Nothing here
// allocates per pair, and the same input gives the same bytes.
package estimate
