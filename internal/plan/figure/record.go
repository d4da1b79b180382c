package figure

import (
	"crypto/sha256"
	"encoding"
	"encoding/hex"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

var marshalerType = reflect.TypeFor[encoding.TextMarshaler]()

// IsStated says whether anybody has stated a value: an empty list says as little
// as none.
func IsStated(v reflect.Value) bool {
	if v.Kind() == reflect.Slice {
		return v.Len() > 0
	}
	return !v.IsZero()
}

// Content writes a value in the flow style of a programme folder. Two values of
// one type have the same content only if they are equal: what could be taken for
// a sign of the form is quoted. Fields that nobody has stated are left out, so
// that a field that the product learns of later changes nothing.
func Content(v reflect.Value) string {
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
		return Content(v.Elem())
	case reflect.Slice:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = Content(v.Index(i))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case reflect.Struct:
		return "{" + strings.Join(statedFields(v, nil), ", ") + "}"
	}
	return fmt.Sprint(v.Interface())
}

// statedFields writes the stated fields of a record, those of an embedded one
// among them.
func statedFields(v reflect.Value, out []string) []string {
	t := v.Type()
	for i := range t.NumField() {
		switch f := v.Field(i); {
		case t.Field(i).Anonymous:
			out = statedFields(f, out)
		case IsStated(f):
			out = append(out, fieldName(t.Field(i))+": "+Content(f))
		}
	}
	return out
}

func quoted(s string) string {
	if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s, ",:{}[]\"\\\n\r\t") {
		return strconv.Quote(s)
	}
	return s
}

// hashDigits is how many hexadecimal digits of its content name a record that
// has no id of its own.
const hashDigits = 8

// Keys are what the records of a list of top records are addressed by: the id,
// else the beginning of the SHA-256 of the content, source included. So the
// address of a record does not depend on which others there are, nor on their
// order. Equal records share a key. Of two records with one id the second counts
// as one without. O(content of the records without id).
func Keys(list reflect.Value) []string {
	keys := make([]string, list.Len())
	_, hasID := list.Type().Elem().FieldByName("ID")
	ids, taken := map[string]bool{}, map[string]string{} // taken: key → content
	for i := range keys {
		r := list.Index(i)
		if hasID {
			if id := r.FieldByName("ID").String(); id != "" && !ids[id] {
				ids[id] = true
				keys[i] = id
				continue
			}
		}
		content := Content(r)
		sum := sha256.Sum256([]byte(content))
		digits := hex.EncodeToString(sum[:])
		// Two contents that begin alike are one in four thousand million: the
		// later one then takes more digits.
		n := hashDigits
		for c, has := taken[digits[:n]]; has && c != content && n < len(digits); c, has = taken[digits[:n]] {
			n++
		}
		keys[i] = digits[:n]
		taken[keys[i]] = content
	}
	return keys
}
