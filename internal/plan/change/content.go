package change

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"

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

// isStated says whether anybody has stated a value: an empty list says as little
// as none.
func isStated(v reflect.Value) bool {
	if v.Kind() == reflect.Slice {
		return v.Len() > 0
	}
	return !v.IsZero()
}

// plain writes a value for a reader: a single text as it is, the rest as content.
func plain(v reflect.Value) string {
	switch {
	case !isStated(v):
		return ""
	case v.Type() == textType && v.Field(1).String() == "":
		return v.Field(0).String()
	case v.Kind() == reflect.String && !v.Type().Implements(marshalerType):
		return v.String()
	}
	return content(v)
}

// content writes a value in the flow style of a programme folder. Two values of
// one type have the same content only if they are equal: what could be taken for
// a sign of the form is quoted. Fields that nobody has stated are left out.
func content(v reflect.Value) string {
	if v.Type().Implements(marshalerType) {
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			return fmt.Sprintf("%+v", v.Interface())
		}
		return quoted(string(text))
	}
	switch v.Kind() {
	case reflect.String:
		return quoted(v.String())
	case reflect.Pointer:
		return content(v.Elem())
	case reflect.Slice:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = content(v.Index(i))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case reflect.Struct:
		return "{" + strings.Join(fieldsOf(v, nil), ", ") + "}"
	}
	return fmt.Sprint(v.Interface())
}

// fieldsOf writes the stated fields of a record, those of an embedded one among them.
func fieldsOf(v reflect.Value, out []string) []string {
	t := v.Type()
	for i := range t.NumField() {
		switch f := v.Field(i); {
		case t.Field(i).Anonymous:
			out = fieldsOf(f, out)
		case isStated(f):
			out = append(out, nameOf(t.Field(i))+": "+content(f))
		}
	}
	return out
}

func nameOf(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return name
}

func quoted(s string) string {
	if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s, ",:{}[]\"\\\n\r\t") {
		return strconv.Quote(s)
	}
	return s
}
