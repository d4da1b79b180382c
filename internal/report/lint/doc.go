// Package lint reads a report's text and says where it contradicts itself or
// the facts that it rests on.
//
// In go the bytes of a report (plain text, Markdown, HTML or Word) and the
// Facts that the caller holds; out come Findings, each with a rule, a severity,
// a place in the source, and a message as key and arguments (texts in Swedish
// and English are in Messages). Swedish is the first language, English the
// second; the rules find out themselves which one a text is written in.
//
// A reader turns the source into blocks and remembers for every rune where it
// stood, so that a sentence that a PDF dump broke over lines, blank lines, a
// footnote and a page is judged as one sentence and still reported at its own
// line and column.
//
// Rules prefer silence to noise: a rule speaks only when it knows which numbers
// belong together. What each one looks at, and what it lets pass, stands at the
// head of its file (rule_*.go).
//
// Promises: the same text and facts give the same findings in the same order;
// no input makes a reader or a rule panic, and work and memory grow linearly
// with the input up to the limits in read.go. Nothing is read but the bytes
// given. Numbers are plain float64 in the unit that the text uses; dates are
// civil dates.
package lint
