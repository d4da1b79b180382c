package lint

import (
	"cmp"
	"fmt"
)

// A Position is a place in the source that a person can go to.
type Position struct {
	// Line is the line of the source, from 1. A Word file has no lines: there
	// Paragraphs is true and Line is the number of the paragraph within Part,
	// empty paragraphs and paragraphs in table cells included.
	Line int
	// Column counts runes from 1, within the line or the paragraph.
	Column int
	// Paragraphs says that Line counts paragraphs.
	Paragraphs bool
	// Part names the part of a Word file, if it is not the main text:
	// "footnotes" or "endnotes".
	Part string
	// Heading is the nearest heading above, empty before the first one.
	Heading string
}

// String writes line:column, and for a Word file the heading as well, because
// a word processor shows no paragraph numbers.
func (p Position) String() string {
	if !p.Paragraphs {
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	s := fmt.Sprintf("¶%d:%d", p.Line, p.Column)
	if p.Part != "" {
		s = p.Part + " " + s
	}
	if p.Heading != "" {
		s += fmt.Sprintf(" (%s)", p.Heading)
	}
	return s
}

func (p Position) compare(q Position) int {
	return cmp.Or(
		cmp.Compare(p.Part, q.Part),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Column, q.Column),
	)
}
