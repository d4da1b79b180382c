package folder

import (
	"encoding"
	"reflect"
	"sync"

	"github.com/etablera/etablera/internal/programme"
)

// form is how a value is written.
type form uint8

const (
	aString    form = iota // any scalar, as it stands
	aText                  // a scalar with a form of its own: date, range, amount …
	aBool                  // yes or no
	anInt                  // whole number
	aFloat                 // decimal number
	aBilingual             // programme.Text: a string, or a map of sv and en
	aRecord                // mapping
	aPointer               // mapping that may be left out
	aList                  // sequence
)

var (
	textType        = reflect.TypeFor[programme.Text]()
	unmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

func formOf(t reflect.Type) form {
	if t == textType {
		return aBilingual
	}
	if reflect.PointerTo(t).Implements(unmarshalerType) {
		return aText
	}
	switch t.Kind() {
	case reflect.Bool:
		return aBool
	case reflect.Int:
		return anInt
	case reflect.Float64:
		return aFloat
	case reflect.Struct:
		return aRecord
	case reflect.Pointer:
		return aPointer
	case reflect.Slice:
		return aList
	case reflect.String:
		return aString
	}
	panic("folder: no text form for " + t.String())
}

// record is what is known of a struct: its fields in the order of writing.
type record struct {
	fields []recordField
	byName map[string]int
	names  []string
}

type recordField struct {
	name  string
	index []int
	typ   reflect.Type
	form  form
}

var records sync.Map // reflect.Type → *record

func recordOf(t reflect.Type) *record {
	if r, ok := records.Load(t); ok {
		return r.(*record)
	}
	r := &record{byName: map[string]int{}}
	for _, f := range reflect.VisibleFields(t) {
		name := f.Tag.Get("yaml")
		if name == "" {
			continue // an embedded Provenance, whose own fields follow
		}
		r.byName[name] = len(r.fields)
		r.names = append(r.names, name)
		r.fields = append(r.fields, recordField{name, f.Index, f.Type, formOf(f.Type)})
	}
	records.Store(t, r)
	return r
}

// sections is the record of a whole snapshot.
func sections() *record { return recordOf(reflect.TypeFor[programme.Snapshot]()) }

// isTable says whether a section's records hold nothing but scalars, so that
// they can be rows of a CSV file.
func (f recordField) isTable() bool {
	if f.form != aList {
		return false
	}
	for _, g := range recordOf(f.typ.Elem()).fields {
		if g.form >= aRecord {
			return false
		}
	}
	return true
}
