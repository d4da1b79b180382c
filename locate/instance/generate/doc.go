// Package generate makes location instances of any size from a seed: the same seed gives the same instance on every machine.
//
//   - [Covering] in the manner of the generator by Cordeau, Furini & Ljubić (2019): sites and clients uniform in [0,30]² with six decimals,
//     costs 10–100, demands 1–100, all uniform, drawn in the order sites, clients, costs, demands. The generator of the paper draws from glibc's
//     rand(), this one from PCG, so the instances are alike and not the same.
//   - [Clustered]: clients in towns of very different size and in the country between, sites where clients are.
//   - [Network]: points on the roads of a country 1,550 km long and 400 km wide, with distances along the roads to the nearest sites.
//
// Out comes an [instance.Instance], ready for any question; Network hands out the engine's Spec itself. Nothing here is data of a real place.
package generate
