package figure

import (
	"fmt"
	"iter"
	"strings"

	"github.com/etablera/etablera/internal/programme"
)

// Address names a figure: segments separated by slashes, first the part of the
// plan that answers for it.
type Address string

// At joins segments into an address. Ids, years, dates and numbers are written
// as they are; segments must not be empty or hold a slash.
func At(segments ...any) Address {
	var b strings.Builder
	for i, s := range segments {
		if i > 0 {
			b.WriteByte('/')
		}
		fmt.Fprint(&b, s)
	}
	return Address(b.String())
}

// Segments splits an address.
func (a Address) Segments() []string { return strings.Split(string(a), "/") }

// Label says in words what a figure is: a message key of the locale with its
// arguments. Arguments are strings, ints, civil dates or programme.Text.
type Label struct {
	Key  string
	Args []any
}

// Figure is one number with its grounds.
type Figure struct {
	Address Address
	Label   Label
	Value   Value
	Rule    Rule
	Inputs  []Address
	// Origin is the source of a fact; other figures have none.
	Origin programme.Provenance
	// Notes say what the figure rests on that is not a number: an assumption,
	// a proposal not decided, a price level that nobody has indexed.
	Notes []Label
}

// Book answers for the figures of a part of the plan.
type Book interface {
	// Figure returns the figure at an address, and whether there is one.
	Figure(Address) (Figure, bool)
	// Addresses lists the figures in a stable order. A book may have figures
	// that it does not list (one per office and day, say).
	Addresses() iter.Seq[Address]
}

// Shelf is the books of a plan by the first segment of their addresses.
type Shelf map[string]Book

// Figure asks the book that answers for the address.
func (s Shelf) Figure(a Address) (Figure, bool) {
	first, _, _ := strings.Cut(string(a), "/")
	book, ok := s[first]
	if !ok {
		return Figure{}, false
	}
	return book.Figure(a)
}
