// Package change says what differs between two plans, and why: which facts were
// added, removed or changed, and which figures changed because of them. It also
// compares two frozen baselines of one programme.
//
// In go two plans, or an index of facts and two baseline ids; out comes a Set.
// Records with an id are compared by it, field by field; records without one by
// their content, whatever their order. A figure that changed names the changed
// facts and options that lie under it in either plan; one that changed although
// nothing under it did names none, which is a fault of the product worth a look,
// and is shown as such. Nothing is computed anew: values are looked up by address.
//
// Each figure is asked for once per plan and its grounds are walked once, so the
// whole is O(facts + figures + edges between them). The same plans give the same
// Set, in the order of the facts and of the plan.
package change
