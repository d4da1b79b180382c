package locale

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Lang is a language of the product: sv or en.
type Lang string

// The languages.
const (
	Swedish Lang = "sv"
	English Lang = "en"
)

// ParseLang reads "sv" or "en".
func ParseLang(s string) (Lang, error) {
	if l := Lang(s); l == Swedish || l == English {
		return l, nil
	}
	return "", fmt.Errorf("%q is not a language here: use sv or en", s)
}

// Messages are texts by key: Swedish, English. Verbs carry explicit indexes.
type Messages = map[string][2]string

// catalogue holds every registered message. It is filled by this package's own
// init from tables, and by Register at the start of the program.
var catalogue = Messages{}

// Register adds a package's messages. Two texts for one key are a mistake in
// the program, found at the start: it panics.
func Register(tables ...Messages) {
	for _, m := range tables {
		for _, key := range slices.Sorted(maps.Keys(m)) {
			if old, taken := catalogue[key]; taken && old != m[key] {
				panic("locale: two texts for " + key)
			}
			catalogue[key] = m[key]
		}
	}
}

// Has says whether a key has a text.
func Has(key string) bool { _, ok := catalogue[key]; return ok }

// Keys lists every registered key in order.
func Keys() []string { return slices.Sorted(maps.Keys(catalogue)) }

// T is the text of a key with its arguments. Arguments are formatted for the
// language first: dates, amounts, values, two-language texts and lists of them.
// A key without a text shows as itself in brackets, so that it is seen and
// reported.
func (l Lang) T(key string, args ...any) string {
	texts, ok := catalogue[key]
	if !ok {
		return "[" + key + "]"
	}
	format := texts[0]
	if l == English {
		format = texts[1]
	}
	if len(args) == 0 {
		return format
	}
	shown := make([]any, len(args))
	for i, a := range args {
		shown[i] = l.arg(a)
	}
	return fmt.Sprintf(format, shown...)
}

// Label is the text of a figure's label.
func (l Lang) Label(label figure.Label) string { return l.T(label.Key, label.Args...) }

func (l Lang) arg(a any) any {
	switch x := a.(type) {
	case programme.Text:
		return x.In(string(l))
	case []programme.Text:
		return l.list(x)
	case figure.Value:
		return l.Value(x)
	case civil.Span:
		return l.Span(x)
	case figure.Label:
		return l.Label(x)
	case int, int64, int32, float64, string, uint64:
		return x
	case fmt.Stringer:
		return x.String()
	}
	return a
}

// list writes names one after another, in the order given.
func (l Lang) list(names []programme.Text) string {
	shown := make([]string, len(names))
	for i, name := range names {
		shown[i] = name.In(string(l))
	}
	return strings.Join(shown, ", ")
}

// Sort sorts things by a name in the order of the language: å, ä, ö come last
// in Swedish.
func Sort[T any](l Lang, things []T, name func(T) string) {
	tag := language.Swedish
	if l == English {
		tag = language.BritishEnglish
	}
	c := collate.New(tag)
	slices.SortStableFunc(things, func(a, b T) int { return c.CompareString(name(a), name(b)) })
}
