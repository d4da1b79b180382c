package folder

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// lineWidth is how long a record or list may be to stand on one line.
const lineWidth = 110

// emitter writes sections as YAML. Its first error ends the writing.
type emitter struct {
	b   strings.Builder
	err error
}

// section writes a top-level key with its records.
func (e *emitter) section(f recordField, v reflect.Value) {
	if f.form == aRecord {
		if v.IsZero() {
			e.b.WriteString(f.name + ": {}\n")
			return
		}
		e.b.WriteString(f.name + ":\n")
		e.fields(v, 1, "  ")
		return
	}
	e.b.WriteString(f.name + ":\n")
	e.records(v, 1)
}

func (e *emitter) records(v reflect.Value, depth int) {
	indent := strings.Repeat("  ", depth)
	for i := range v.Len() {
		item := v.Index(i)
		if line, ok := e.oneLine(item); ok && len(indent)+2+utf8.RuneCountInString(line) <= lineWidth {
			e.b.WriteString(indent + "- " + line + "\n")
			continue
		}
		e.fields(item, depth+1, indent+"- ")
	}
}

// oneLine writes a record as {a: b}. Things with an id have lines of their own,
// because they are what people look for and change.
func (e *emitter) oneLine(v reflect.Value) (string, bool) {
	if v.IsZero() {
		return "{}", true
	}
	if id := v.FieldByName("ID"); id.IsValid() {
		return "", false
	}
	return e.flowRecord(v)
}

func (e *emitter) flowRecord(v reflect.Value) (string, bool) {
	var parts []string
	for _, f := range recordOf(v.Type()).fields {
		field := v.FieldByIndex(f.index)
		if field.IsZero() {
			continue
		}
		text, ok := e.flow(f.form, field)
		if !ok {
			return "", false
		}
		parts = append(parts, f.name+": "+text)
	}
	return "{" + strings.Join(parts, ", ") + "}", true
}

// flow writes a scalar, a list of scalars or a bilingual text on one line.
func (e *emitter) flow(f form, v reflect.Value) (string, bool) {
	switch f {
	case aBilingual:
		if v.Field(1).IsZero() {
			return e.scalar(v.Field(0), aString, inFlow), true
		}
		return e.flowRecord(v)
	case aList:
		item := formOf(v.Type().Elem())
		if item >= aBilingual {
			return "", false
		}
		var parts []string
		for i := range v.Len() {
			parts = append(parts, e.scalar(v.Index(i), item, inFlow))
		}
		return "[" + strings.Join(parts, ", ") + "]", true
	case aRecord, aPointer:
		return "", false
	}
	return e.scalar(v, f, inFlow), true
}

// fields writes the fields of a record, the first of them after lead.
func (e *emitter) fields(v reflect.Value, depth int, lead string) {
	indent := strings.Repeat("  ", depth)
	for _, f := range recordOf(v.Type()).fields {
		field := v.FieldByIndex(f.index)
		if field.IsZero() {
			continue
		}
		e.b.WriteString(lead + f.name + ":")
		e.value(f, field, depth, len(indent)+len(f.name)+2)
		lead = indent
	}
}

// value writes what follows the colon, used columns into the line.
func (e *emitter) value(f recordField, v reflect.Value, depth, used int) {
	switch f.form {
	case aPointer:
		v = v.Elem()
		if line, ok := e.flowRecord(v); ok {
			e.b.WriteString(" " + line + "\n")
			return
		}
		e.b.WriteString("\n")
		e.fields(v, depth+1, strings.Repeat("  ", depth+1))
	case aBilingual:
		if v.Field(1).IsZero() {
			e.text(v.Field(0).String(), depth)
			return
		}
		if line, _ := e.flowRecord(v); used+utf8.RuneCountInString(line) <= lineWidth {
			e.b.WriteString(" " + line + "\n")
			return
		}
		e.b.WriteString("\n")
		e.fields(v, depth+1, strings.Repeat("  ", depth+1))
	case aList:
		e.list(f, v, depth, used)
	case aString:
		e.text(v.String(), depth)
	default:
		e.b.WriteString(" " + e.scalar(v, f.form, inBlock) + "\n")
	}
}

func (e *emitter) list(f recordField, v reflect.Value, depth, used int) {
	item := formOf(f.typ.Elem())
	if item >= aBilingual {
		e.b.WriteString("\n")
		e.records(v, depth+1)
		return
	}
	if line, _ := e.flow(aList, v); used+utf8.RuneCountInString(line) <= lineWidth {
		e.b.WriteString(" " + line + "\n")
		return
	}
	e.b.WriteString("\n")
	for i := range v.Len() {
		e.b.WriteString(strings.Repeat("  ", depth+1) + "- " + e.scalar(v.Index(i), item, inBlock) + "\n")
	}
}

// text writes a string, as a block of lines where it has several.
func (e *emitter) text(s string, depth int) {
	if !utf8.ValidString(s) {
		e.fail(s)
	}
	mark, lines, ok := literal(s)
	if !ok {
		e.b.WriteString(" " + quoteString(s, inBlock) + "\n")
		return
	}
	e.b.WriteString(" " + mark + "\n")
	for _, line := range lines {
		if line != "" {
			line = strings.Repeat("  ", depth+1) + line
		}
		e.b.WriteString(line + "\n")
	}
}

func (e *emitter) scalar(v reflect.Value, f form, c context) string {
	text, err := scalarString(v, f)
	if err != nil && e.err == nil {
		e.err = err
	}
	if f == aString {
		return quoteString(text, c)
	}
	return quoteValue(text, c)
}

func (e *emitter) fail(s string) {
	if e.err == nil {
		e.err = &ValueError{fmt.Sprintf("%q", s)}
	}
}

// A ValueError says that a value has no text form that would be read back as
// the same value, so that nothing has been written.
type ValueError struct{ Value string }

func (e *ValueError) Error() string {
	return "folder: no text form is read back as the value " + e.Value
}

// scalarString writes a scalar and makes sure that it is read back unchanged.
func scalarString(v reflect.Value, f form) (string, error) {
	var text string
	switch f {
	case aString:
		text = v.String()
	case aBool:
		text = "no"
		if v.Bool() {
			text = "yes"
		}
	case anInt:
		text = strconv.FormatInt(v.Int(), 10)
	case aFloat:
		text = strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case aText:
		b, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			return "", err
		}
		text = string(b)
	}
	again := reflect.New(v.Type()).Elem()
	if bad := setScalar(again, f, text); bad != nil || !reflect.DeepEqual(again.Interface(), v.Interface()) {
		return "", &ValueError{fmt.Sprintf("%+v", v.Interface())}
	}
	return text, nil
}
