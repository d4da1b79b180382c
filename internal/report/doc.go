// Package report writes the report to the government: a document in which every
// figure is bound to an address in the plan.
//
// A report is made from a template, which is Markdown with actions of
// text/template. The text stands in the template; numbers, tables and charts are
// called by address or name and taken from the plan, so a number cannot differ
// from what the plan says, or between two places. A number typed into a template
// by hand is found by the linter. Templates exist in Swedish and English; a
// programme folder may bring its own (report.sv.md, letter.sv.md).
//
// In go a plan, a deliverable and a language; out come a document.Document for
// the writers (html, docx, xlsx) and a Manifest: address, value, shown form, rule
// and a hash of the inputs of each figure. Verify makes the plan again and names
// every figure that no longer holds. Same plan, same bytes.
package report
