// Package figure is how a number says where it comes from.
//
// A Figure has an address (economy/2023/running/total), a value, the rule that
// gave it, and the addresses of what the rule was applied to. The inputs are
// figures in their turn, down to facts, which have a source instead of inputs.
// A Book answers for the figures of one part of a plan; it makes a figure when
// asked and keeps none, so a plan of 3,000 offices costs nothing until somebody
// wants to know.
//
// Values are whole numbers of a unit (öre, persons, days, millionths), often a
// range, sometimes unknown: integers are the same on every machine, so a report
// can be verified years later. Rules that are plain arithmetic can be
// re-evaluated (Eval), and tests hold every such figure against its inputs.
package figure
