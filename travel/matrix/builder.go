package matrix

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// Builder makes a Matrix row by row, for readers of other forms than CSV. Its mistakes
// are *Error without a line and column: whoever reads knows the place. After a mistake
// nothing more is to be asked of it.
type Builder struct {
	m      *Matrix
	limits Limits
}

// NewBuilder makes an empty one; metres says whether the table has distances.
func NewBuilder(l Limits, metres bool) *Builder {
	return &Builder{&Matrix{fromIndex: map[string]int32{}, toIndex: map[string]int32{}, hasMetres: metres}, l}
}

// From is the number of a place that people come from, a new one where it has not been
// seen before; To that of a place that they go to.
func (b *Builder) From(key string) (int32, error) { return b.place(key, &b.m.from, b.m.fromIndex) }

// To is described at From.
func (b *Builder) To(key string) (int32, error) { return b.place(key, &b.m.to, b.m.toIndex) }

func (b *Builder) place(key string, list *[]string, index map[string]int32) (int32, error) {
	if i, ok := index[key]; ok {
		return i, nil
	}
	switch {
	case strings.TrimSpace(key) == "" || len(key) > longestKey:
		return 0, &Error{NoKey, 0, 0, Shortened(key), fmt.Sprintf("the name of a place, at most %d bytes", longestKey)}
	case !utf8.ValidString(key):
		return 0, &Error{NotUTF8, 0, 0, "other bytes", "UTF-8"}
	case len(*list) == b.limits.Places:
		return 0, &Error{TooLarge, 0, 0, "more", fmt.Sprintf("at most %d places", b.limits.Places)}
	}
	i := int32(len(*list))
	own := strings.Clone(key)
	*list, index[own] = append(*list, own), i
	return i, nil
}

// Seconds is a time as a Matrix holds it, Metres a distance: rounded, within bounds.
func (b *Builder) Seconds(x float64) (uint32, error) { return bounded(x, longestSeconds) }

// Metres is described at Seconds.
func (b *Builder) Metres(x float64) (uint32, error) { return bounded(x, longestMetres) }

func bounded(x, most float64) (uint32, error) {
	if !(x >= 0 && x <= most) {
		return 0, &Error{Number, 0, 0, fmt.Sprint(x), numberWanted(most)}
	}
	return uint32(math.Round(x)), nil
}

func numberWanted(most float64) string {
	return fmt.Sprintf("a number from 0 to %.0f, or nothing where there is no way", most)
}

// Add adds a row of places that From and To have numbered; None stands for no way.
func (b *Builder) Add(from, to int32, seconds, metres uint32) error {
	if b.isFull() {
		return b.full()
	}
	b.m.cells = append(b.m.cells, cell{to, from, seconds, metres})
	return nil
}

func (b *Builder) isFull() bool { return len(b.m.cells) >= b.limits.Rows }

func (b *Builder) full() error {
	return &Error{TooLarge, 0, 0, "more", fmt.Sprintf("at most %d rows", b.limits.Rows)}
}

// Matrix is the table of all rows. A table without rows, or with a pair twice, is a
// mistake. O(rows × log rows).
func (b *Builder) Matrix() (*Matrix, error) {
	if len(b.m.cells) == 0 {
		return nil, &Error{Empty, 0, 0, "", "at least one row"}
	}
	if twice, found := b.m.sort(); found {
		return nil, &Error{Twice, 0, 0, b.m.from[twice.from] + " → " + b.m.to[twice.to], "every pair once"}
	}
	return b.m, nil
}

// Shortened is a text cut so that a message can hold it.
func Shortened(text string) string {
	const most = 60
	if utf8.RuneCountInString(text) > most {
		return string([]rune(text)[:most]) + "…"
	}
	return text
}
