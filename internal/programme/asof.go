package programme

import (
	"reflect"

	"github.com/etablera/etablera/internal/civil"
)

// AsOf returns what was known at the end of a day: a copy without the facts,
// sources included, that became known later. Programme.AsOf of the copy is the
// day. Ids that only later facts refer to are gone with them; a fact that became
// known but refers to something that had not is the owner's mistake, which
// Validate reports.
func (s *Snapshot) AsOf(day civil.Date) *Snapshot {
	f := filter{day: day, sources: map[SourceID]civil.Date{}}
	for _, src := range s.Sources {
		f.sources[src.ID] = src.Date
	}
	out := *s
	f.record(reflect.ValueOf(&out).Elem())
	out.Programme.AsOf = day
	var known []Source
	for _, src := range s.Sources {
		if src.Date <= day {
			known = append(known, src)
		}
	}
	out.Sources = known
	return &out
}

// KnownFrom returns the day on which a fact became known: its own, or that of
// its source. It is unknown for a source that is not listed or has no date.
func (s *Snapshot) KnownFrom(p Provenance) civil.Date {
	if p.Known.IsKnown() {
		return p.Known
	}
	for i := range s.Sources {
		if s.Sources[i].ID == p.Source.ID {
			return s.Sources[i].Date
		}
	}
	return 0
}

type filter struct {
	day     civil.Date
	sources map[SourceID]civil.Date
}

// original is what every fact is, through its embedded Provenance.
type original interface{ Origin() Provenance }

var originalType = reflect.TypeFor[original]()

func (f *filter) isKnown(p Provenance) bool {
	if p.Known.IsKnown() {
		return p.Known <= f.day
	}
	return f.sources[p.Source.ID] <= f.day
}

// record filters the slices and optional facts of a struct in place; slices are
// replaced, never written to, so that the original snapshot stays whole.
func (f *filter) record(v reflect.Value) {
	for i := range v.NumField() {
		field := v.Field(i)
		switch {
		case field.Kind() == reflect.Slice && field.Type().Elem().Implements(originalType):
			field.Set(f.slice(field))
		case field.Kind() == reflect.Pointer && field.Type().Implements(originalType) && !field.IsNil():
			// A part without a source of its own is as known as the whole.
			p := field.Interface().(original).Origin()
			if p != (Provenance{}) && !f.isKnown(p) {
				field.SetZero()
			}
		}
	}
}

func (f *filter) slice(facts reflect.Value) reflect.Value {
	if facts.Len() == 0 {
		return facts
	}
	kept := reflect.MakeSlice(facts.Type(), 0, facts.Len())
	for i := range facts.Len() {
		fact := facts.Index(i)
		p := fact.Interface().(original).Origin()
		if p != (Provenance{}) && !f.isKnown(p) {
			continue
		}
		kept = reflect.Append(kept, fact)
		f.record(kept.Index(kept.Len() - 1))
	}
	return kept
}
