package change

import (
	"fmt"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// book is figures written down by hand, listed in the order of their addresses.
type book struct {
	figures map[figure.Address]figure.Figure
	asked   *int
}

func (b book) Figure(a figure.Address) (figure.Figure, bool) {
	if b.asked != nil {
		*b.asked++
	}
	f, ok := b.figures[a]
	f.Address = a
	return f, ok
}

func (b book) Addresses() iter.Seq[figure.Address] {
	return slices.Values(slices.Sorted(maps.Keys(b.figures)))
}

// made is a side whose part "t" has the given figures.
func made(s *programme.Snapshot, figures map[figure.Address]figure.Figure) side {
	return side{s, figure.Shelf{"t": book{figures: figures}, figure.FactsSegment: figure.NewFacts(s)}}
}

// sum is a figure with a value of its own over other figures; none of the tests
// here does the arithmetic.
func sum(n int, inputs ...figure.Address) figure.Figure {
	return figure.Figure{Value: figure.OfCount(n), Rule: figure.Sum, Inputs: inputs}
}

func span(text string) civil.Span {
	if text == "" {
		return civil.Span{}
	}
	s, err := civil.ParseSpan(text)
	if err != nil {
		panic(err)
	}
	return s
}

func from(citation string) programme.Provenance {
	var c programme.Citation
	_ = c.UnmarshalText([]byte(citation))
	return programme.Provenance{Source: c}
}

// key is how a record without an id of its own is addressed.
func key[T any](r T) string {
	var none T
	// In a list with a record of the same id before it, the id is taken.
	list := []T{none, r}
	if f := reflect.ValueOf(&list[0]).Elem().FieldByName("ID"); f.IsValid() {
		f.Set(reflect.ValueOf(r).FieldByName("ID"))
	}
	return figure.Keys(reflect.ValueOf(list))[1]
}

// lines writes changes of facts one a line.
func lines(changes []FactChange) string {
	var b strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&b, "%s %s: %s → %s\n", c.Kind, c.Address, c.Before, c.After)
	}
	return b.String()
}

func because(list []Cause) string {
	var parts []string
	for _, c := range list {
		parts = append(parts, string(c.Kind)+" "+string(c.Address))
	}
	return strings.Join(parts, ", ")
}
