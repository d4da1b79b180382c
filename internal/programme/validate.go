package programme

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/civil"
)

// Validate checks what the types cannot: that names and references exist, that
// dates and numbers agree with each other, and that every fact has a source.
// r holds the names of the real world; an empty list there means that nothing
// can be said of that kind of name, and it is not checked.
//
// All problems are reported, none hides another, and their order is the same
// every time. O(facts), apart from the search for the nearest name of a wrong one.
func Validate(s *Snapshot, r Register) []Problem {
	v := newValidator(s, r)
	v.walk(reflect.ValueOf(s).Elem(), 0)
	v.tellHowMany()
	v.clauses()
	v.process()
	v.durations()
	v.weights()
	v.risks()
	v.officeTypes()
	v.roundCounts()
	v.windows()
	v.offices()
	v.events()
	v.projects()
	v.progress()
	v.baselines()
	v.submissions()
	v.consultations()
	v.scenarios()
	v.statedTwice()
	return v.problems
}

type validator struct {
	s        *Snapshot
	problems []Problem
	path     []step
	// dates gives the day of each source; known, by type of id and then by id,
	// the day on which the thing became known.
	dates map[SourceID]civil.Date
	known map[reflect.Type]map[string]civil.Date
	ids   map[reflect.Type][]string          // in the order written, for the nearest name
	taken map[reflect.Type]map[string]string // where each id stands first, by type of record
	names map[nameKind]*nameList
	// areaIn gives the municipality of the areas on the Police lists.
	areaIn map[string]string
	x      *Index
	// doubts are the warnings that are told once for a whole section.
	doubts map[doubt]*sameDoubt
	order  []doubt
	// searched counts the names that wrong ones have been compared with.
	searched int
}

// step is a field, or an item of the slice before it.
type step struct {
	name  string
	index int
}

func newValidator(s *Snapshot, r Register) *validator {
	v := &validator{s: s, dates: map[SourceID]civil.Date{}, known: map[reflect.Type]map[string]civil.Date{},
		ids: map[reflect.Type][]string{}, taken: map[reflect.Type]map[string]string{},
		doubts: map[doubt]*sameDoubt{}, x: NewIndex(s)}
	for _, src := range s.Sources {
		v.dates[src.ID] = src.Date
	}
	v.collectIDs()
	v.names = nameLists(s, r)
	v.areaIn = r.AreaMunicipality
	return v
}

// add reports a problem at the place where the walk stands.
func (v *validator) add(severity Severity, key string, args ...any) {
	v.problems = append(v.problems, Problem{v.here(), severity, key, args})
}

// here is the path of the place where the walk stands.
func (v *validator) here() string {
	var b strings.Builder
	for _, s := range v.path {
		if s.name == "" {
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(s.name)
	}
	return b.String()
}

// at reports a problem with a field of the record where the walk stands.
func (v *validator) at(field string, severity Severity, key string, args ...any) {
	v.path = append(v.path, step{name: field})
	v.add(severity, key, args...)
	v.path = v.path[:len(v.path)-1]
}

// doubt is a warning that whole sections are apt to give rise to: a list of
// parties taken from one document is backdated as a whole.
type doubt struct{ key, section, about string }

type sameDoubt struct{ problem, more int }

// once reports a warning for the first of a section's records that share what
// it is about, and counts the others.
func (v *validator) once(key, about string, args ...any) {
	d := doubt{key, v.path[0].name, about}
	if same := v.doubts[d]; same != nil {
		same.more++
		return
	}
	v.doubts[d] = &sameDoubt{problem: len(v.problems)}
	v.order = append(v.order, d)
	v.add(Warning, key, args...)
}

// tellHowMany puts the counts into the warnings told once.
func (v *validator) tellHowMany() {
	for _, d := range v.order {
		if same := v.doubts[d]; same.more > 0 {
			p := &v.problems[same.problem]
			p.Key += "-more"
			p.Args = append(p.Args, same.more)
		}
	}
}

// fault and doubtful report a problem in the i-th record of a section.
func (v *validator) fault(section string, i int, field, key string, args ...any) {
	v.problems = append(v.problems, Problem{place(section, i, field), Error, key, args})
}

func (v *validator) doubtful(section string, i int, field, key string, args ...any) {
	v.problems = append(v.problems, Problem{place(section, i, field), Warning, key, args})
}

func place(section string, i int, field string) string {
	p := section + "[" + strconv.Itoa(i) + "]"
	if field != "" {
		p += "." + field
	}
	return p
}

// from is the day on which a fact became known.
func (v *validator) from(p Provenance) civil.Date {
	if p.Known.IsKnown() {
		return p.Known
	}
	return v.dates[p.Source.ID]
}
