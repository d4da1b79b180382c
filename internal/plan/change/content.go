package change

import (
	"encoding"
	"reflect"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

var (
	marshalerType = reflect.TypeFor[encoding.TextMarshaler]()
	textType      = reflect.TypeFor[programme.Text]()
)

// isScalar says whether a type is compared as one value: a text, number or date,
// or a list of such.
func isScalar(t reflect.Type) bool {
	if t == textType || t.Implements(marshalerType) {
		return true
	}
	switch t.Kind() {
	case reflect.Slice:
		return isScalar(t.Elem())
	case reflect.Struct, reflect.Pointer:
		return false
	}
	return true
}

// plain writes a value for a reader: a single text as it is, the rest as content.
func plain(v reflect.Value) string {
	switch {
	case !figure.IsStated(v):
		return ""
	case v.Type() == textType && v.Field(1).String() == "":
		return v.Field(0).String()
	case v.Kind() == reflect.String && !v.Type().Implements(marshalerType):
		return v.String()
	}
	return figure.Content(v)
}

func nameOf(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return name
}
