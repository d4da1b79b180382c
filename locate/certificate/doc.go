// Package certificate checks the lower bound of a location problem without trusting who made it.
//
// In goes a [locate.Spec] and a [locate.Certificate]; out comes nothing, or the reason why the certificate does not prove its bound. The
// rules are those that the comment of locate.Certificate states. [Check] follows them in whole numbers of 64 bits, refuses any sum or
// product that does not fit, and shares no code with the solver: of package locate it uses the types and what a Spec says of itself
// (costs and rows). [Value] computes what a choice costs, likewise from the Spec alone.
//
// Complexity: each vector that some node uses takes one pass over the service costs below its multipliers. Each node, and each
// decision that a node fixes, takes one pass over the options, sorted once for each vector.
//
// A [File] holds a certificate with the question that it answers, as JSON; a reader is bounded.
package certificate
