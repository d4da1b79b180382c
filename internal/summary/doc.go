// Package summary says in brief what the product has found, for a terminal or
// for another program.
//
// Each answer of the command line is a struct: written as JSON it is the stable
// interface described in docs/json.md (every document carries "schema", and a
// field is never given another meaning under the same schema); written as text
// it is what a person reads. Both come from the same values, so they cannot
// differ. Nothing is computed here: figures are looked up by address.
package summary
