package gtfs

import (
	"fmt"
	"strings"
)

// Code names a kind of problem; it is stable and fit to be a message key.
type Code string

// The kinds of problem.
const (
	MissingFile    Code = "missing-file"    // a file that every feed must have
	MissingColumn  Code = "missing-column"  // a column that the file must have
	DuplicateName  Code = "duplicate-name"  // a column or a file that is there twice
	BadArchive     Code = "archive"         // not a zip archive, cut off, or damaged
	TooLarge       Code = "too-large"       // beyond a limit
	BadRecord      Code = "record"          // quotes or fields that do not add up
	BadValue       Code = "value"           // a value that cannot be read
	MissingValue   Code = "missing-value"   // an empty value where one is needed
	DuplicateID    Code = "duplicate-id"    // one id for two things
	UnknownID      Code = "unknown-id"      // an id that stands for nothing
	BackwardTime   Code = "backward-time"   // a vehicle that leaves before it arrives
	MissingTime    Code = "missing-time"    // the first or last call of a trip without a time
	DuplicateOrder Code = "duplicate-order" // one stop_sequence for two calls of a trip
	BadSpan        Code = "span"            // an end before its beginning, or two that overlap
	SeveralZones   Code = "several-zones"   // agencies in different time zones
	FewCalls       Code = "few-calls"       // a trip that calls at fewer than two stops
	NoService      Code = "no-service"      // a service that never runs
	NotAPlatform   Code = "not-a-platform"  // a call at a station or an entrance
	FlexibleStop   Code = "flexible-stop"   // a call in an area rather than at a stop
	TransferDetail Code = "transfer-detail" // a transfer rule for single trips or routes, which is not used
)

// Problem is one thing that is wrong or odd: where it is, what was found, and what would be right.
type Problem struct {
	File   string
	Line   int // from 1; 0 where it concerns the whole file
	Column int // byte of the line, from 1; 0 where it concerns the whole line
	Field  string
	Code   Code
	Found  string
	Want   string
	// Form is that of a value that cannot be read, with its bounds where it is a number.
	Form      Form
	Low, High float64
}

// Form is what a value should have been; it is stable and fit to be a message key.
type Form string

// The forms.
const (
	WholeForm  Form = "whole"
	NumberForm Form = "number"
	DateForm   Form = "date"
	TimeForm   Form = "time"
)

func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	if p.Field != "" {
		b.WriteString(" " + p.Field)
	}
	fmt.Fprintf(&b, ": %s: %s", p.Code, p.Found)
	if p.Want != "" {
		b.WriteString("; " + p.Want)
	}
	return b.String()
}

// keep bounds how many problems of one kind are kept word for word; all are counted.
const keep = 25

// Problems holds the first problems of each kind, and how many there were of each.
type Problems struct {
	List  []Problem
	Count map[Code]int
}

func (ps *Problems) add(p Problem) {
	if ps.Count == nil {
		ps.Count = map[Code]int{}
	}
	ps.Count[p.Code]++
	if ps.Count[p.Code] <= keep {
		ps.List = append(ps.List, p)
	}
}

// Total is the number of problems, also of those that are not kept.
func (ps *Problems) Total() int {
	n := 0
	for _, c := range ps.Count {
		n += c
	}
	return n
}

func (ps *Problems) String() string {
	lines := make([]string, 0, len(ps.List)+1)
	for _, p := range ps.List {
		lines = append(lines, p.String())
	}
	if more := ps.Total() - len(ps.List); more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more of the same kinds", more))
	}
	return strings.Join(lines, "\n")
}

// Report says what was odd in a feed that could be read.
type Report struct {
	Warnings Problems
	// LeftOut counts the trips that were left out: because they are wrong (Tolerant), or call at fewer than two stops.
	LeftOut int
}

// InvalidError holds what is wrong with a feed that was refused.
type InvalidError struct {
	Feed     string
	Problems Problems
}

func (e *InvalidError) Error() string {
	return fmt.Sprintf("gtfs: %s: %s", e.Feed, e.Problems.String())
}
