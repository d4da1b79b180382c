// Package instance reads location problems from files, whatever their form, into one neutral Instance.
//
// What is read, and how it is recognised:
//
//   - OR-Library p-median files (Beasley 1985): numbers only, "n edges p" and then "i j cost" for each edge. Edges have no direction;
//     of edges that are given twice the LAST holds, as in the library's own optima. Distances are shortest paths.
//   - TSPLIB points (Reinelt 1991): "NAME : …" headings, EDGE_WEIGHT_TYPE EUC_2D, NODE_COORD_SECTION. Every point is a site and a
//     client of weight 1, and d = ⌊Euclid⌋ as in the p-median literature (García, Labbé & Marín 2011).
//   - Covering files of the generator by Cordeau, Furini & Ljubić (2019): "n m", then lines "F id x y cost" of sites and
//     "C id x y demand" of clients.
//   - CSV of points: a heading with id and either lat and lon (degrees) or x and y, and if wanted weight, cost and role.
//   - CSV of a matrix: a heading from,to,cost with a row for each pair, or a square with the sites in the heading and a row for each
//     client. A pair or cell that is missing cannot be served.
//
// Units. Weights and costs are whole numbers; distances are whole: ⌊Euclid⌋ in the unit of the coordinates, or great-circle metres
// rounded to the nearest for lat and lon. A radius is compared with the unrounded distance.
//
// Promises. A reader takes at most MaxBytes and the Max… numbers of things, holds no more than one copy of what it has read, and
// never panics. An error names file:line:column and what would be right. The same bytes give the same Instance.
package instance
