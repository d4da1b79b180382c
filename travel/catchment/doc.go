// Package catchment measures how well places are served when distance, size and
// competition all count, and how visits divide between sites.
//
// In go times from sites to points (one row per site), what each site offers and
// how many people stand at each point. Out come
//
//   - Cumulative: what is offered within a time; Gravity: what is offered,
//     weighted by how the will to travel falls with time (Hansen, "How
//     accessibility shapes land use", Journal of the American Institute of
//     Planners 25, 1959);
//   - Floating: the two-step floating catchment area. Each site's offer is divided
//     by the people in its catchment, and each point adds up what it gets from the
//     sites within its reach. With Within it is 2SFCA (Luo & Wang, "Measures of
//     spatial accessibility to health care in a GIS environment", Environment and
//     Planning B 30, 2003); with Zones, E2SFCA (Luo & Qi, "An enhanced two-step
//     floating catchment area (E2SFCA) method", Health & Place 15, 2009);
//   - Huff: the chance that somebody at a point visits a site is its attraction
//     over that of all (Huff, "Defining and estimating a trading area", Journal of
//     Marketing 28, 1964), here with one more choice: not to visit any. Flows
//     says from where to where visits move when sites open and close.
//
// Units are the caller's; times are seconds, and NoWay stands where there is no
// way. Every function takes O(sites × points) and asks for each row a fixed number
// of times, so that rows need not be kept; Flows takes O(points × sites²) at
// worst and keeps a number for each pair of sites. Nothing is random.
package catchment
