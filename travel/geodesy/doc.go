// Package geodesy measures distances on the earth and turns latitude and longitude into the grid of Swedish maps and back.
//
// # In and out
//
// Positions are degrees, north and east positive. Distances are metres.
//
//   - [GreatCircle]: along a sphere of the earth's mean radius (haversine). Off by up to some 0.5 % from the ellipsoid.
//   - [Near]: between points that lie near each other, on the ellipsoid's two radii of curvature halfway between them. Within
//     one part in 10,000 of the geodesic up to 50 km and 70° of latitude; for the pieces of a road, of some metres, far better.
//   - [ToSWEREF], [FromSWEREF]: SWEREF 99 TM (EPSG:3006), the transverse Mercator projection of GRS 80 with central meridian 15° E, scale
//     0.9996 and false easting 500 000 m, by Krüger's series to the sixth order in the third flattening. For this purpose WGS 84 and SWEREF 99
//     are the same; they differ by the drift of the continent since 1999, some decimetres.
//
// All cost O(1) and allocate nothing.
//
// # Promises
//
// ToSWEREF agrees with PROJ within 1 mm in Sweden, and FromSWEREF undoes it within 10⁻⁹ degrees (0.1 mm) up to 30° from the central meridian.
//
// # Sources
//
// L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene, Veröffentlichung des Königlich Preuszischen Geodätischen Institutes 52
// (1912). C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, Journal of Geodesy 85 (2011) 475–485, for the terms
// of higher order and the inverse of the conformal latitude. H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74 (2000)
// 128–133, for the ellipsoid and the mean radius.
package geodesy
