// Package folder reads and writes a programme as a folder of text files.
//
// In goes a file system with *.yaml files, whose top-level keys are the
// sections of programme.Snapshot, and *.csv files, each named after the section
// whose rows it holds. Out come the snapshot, the place of everything in it,
// and every mistake: one run tells them all, each with file:line:column, what
// is wrong and what would be right. docs/programme-folder.md is the reference.
//
// It promises that
//   - what Write wrote, Read reads back to an equal snapshot, and writing that
//     again gives the same bytes; a value that text cannot carry is refused
//     rather than changed;
//   - no input makes it panic, follow a link out of the folder, expand an alias
//     or use more than the bounds in limits.go allow;
//   - Write replaces a folder as a whole or not at all.
//
// Only the plain part of YAML is understood: mappings, sequences and scalars.
// Anchors, aliases, merge keys, tags, directives and several documents in one
// file are refused, because a fact must stand where it is read.
package folder
