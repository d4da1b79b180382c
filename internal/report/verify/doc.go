// Package verify holds a finished report against a plan made anew, and names
// every figure that no longer holds.
//
// In goes a report as bytes: a page (html), a Word file (docx), a workbook (xlsx)
// or the figure manifest alone (json). Read finds the manifest that every writer
// embeds, and what the document itself shows for each bound figure, so that a
// number edited by hand is found as well. Check compares them with a plan: value,
// inputs, and shown form.
//
// A report comes from outside and may be anything: sizes, files in an archive,
// depth and what they unpack to are bounded, and what cannot be read is refused
// with its place. Documents that have been opened and saved by a word processor
// are read all the same. Nothing is written, fetched or run.
package verify
