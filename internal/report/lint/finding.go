package lint

import "cmp"

// Severity says how sure a rule is that a reader would call it a mistake.
type Severity uint8

const (
	// Note: worth a look; the text may be right.
	Note Severity = iota + 1
	// Warning: the text needs a change or an explanation.
	Warning
	// Error: the text cannot be right as it stands.
	Error
)

// String returns the name used in JSON output.
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return "unknown"
}

// MarshalText implements encoding.TextMarshaler.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// An Arg is one named value of a message. Values are strings, ready to show,
// written with the decimal sign of the text that they were read from.
type Arg struct{ Name, Value string }

// A Finding is one thing that is wrong, or looks so.
type Finding struct {
	Rule     string // change, range, count, place, date, bound, sum
	Severity Severity
	Pos      Position
	Excerpt  string // the words around Pos, on one line, at most about 120 runes
	Key      string // message key; texts in Messages
	Args     []Arg
	Related  []Position // the other places that the finding rests on
}

// Arg returns the value of the named argument, or "".
func (f Finding) Arg(name string) string {
	for _, a := range f.Args {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

func (f Finding) compare(g Finding) int {
	return cmp.Or(
		f.Pos.compare(g.Pos),
		cmp.Compare(f.Rule, g.Rule),
		cmp.Compare(f.Key, g.Key),
		compareArgs(f.Args, g.Args),
	)
}

func compareArgs(a, b []Arg) int {
	for i := range min(len(a), len(b)) {
		if c := cmp.Or(cmp.Compare(a[i].Name, b[i].Name), cmp.Compare(a[i].Value, b[i].Value)); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}
