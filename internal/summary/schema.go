package summary

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/etablera/etablera/internal/plan/change"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/verify"
)

// VersionSchema names the form of the version command's answer.
const VersionSchema = "etablera.version/1"

// Answers lists the JSON documents of the product: the name of each, its schema
// and its Go type. The schemas in docs/schema are made from it.
var Answers = []Answer{
	{"plan", PlanSchema, reflect.TypeFor[Plan]()},
	{"promises", PromisesSchema, reflect.TypeFor[Promises]()},
	{"history", HistorySchema, reflect.TypeFor[History]()},
	{"leaders", LeadersSchema, reflect.TypeFor[Leaders]()},
	{"scores", ScoresSchema, reflect.TypeFor[Scores]()},
	{"check", CheckSchema, reflect.TypeFor[Check]()},
	{"explain", TreeSchema, reflect.TypeFor[Tree]()},
	{"addresses", AddressesSchema, reflect.TypeFor[Addresses]()},
	{"lint", LintSchema, reflect.TypeFor[Findings]()},
	{"verify", VerifySchema, reflect.TypeFor[Verified]()},
	{"access", AccessSchema, reflect.TypeFor[Access]()},
	{"siting", SitingSchema, reflect.TypeFor[Siting]()},
	{"premises", PremisesSchema, reflect.TypeFor[Premises]()},
	{"closing", ClosingSchema, reflect.TypeFor[Closing]()},
	{"rounds", RoundsSchema, reflect.TypeFor[Rounds]()},
	{"diff", DiffSchema, reflect.TypeFor[Changes]()},
	{"version", VersionSchema, reflect.TypeFor[Version]()},
	{"manifest", report.ManifestSchema, reflect.TypeFor[report.Manifest]()},
}

// Answer is one kind of JSON document.
type Answer struct {
	Name, Schema string
	Type         reflect.Type
}

// node is a JSON Schema or a part of one; encoding/json writes maps in order.
type node = map[string]any

// JSONSchema describes the answer as JSON Schema, draft 2020-12. Fields may be
// added under the same schema, so none are forbidden.
func (a Answer) JSONSchema() ([]byte, error) {
	d := &describer{defs: node{}, names: map[string]reflect.Type{}}
	root := d.fields(a.Type)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = a.Schema
	root["properties"].(node)["schema"] = node{"const": a.Schema}
	if len(d.defs) > 0 {
		root["$defs"] = d.defs
	}
	if d.err != nil {
		return nil, fmt.Errorf("schema of %s: %w", a.Name, d.err)
	}
	text, err := json.MarshalIndent(root, "", "  ")
	return append(text, '\n'), err
}

// describer makes schemas of Go types; structs are described once, by name.
type describer struct {
	defs  node
	names map[string]reflect.Type
	err   error
}

// enums are the types with a closed set of values.
var enums = map[reflect.Type][]string{
	reflect.TypeFor[compliance.Status](): texts(compliance.Statuses),
	reflect.TypeFor[change.Kind]():       texts(change.Kinds),
	reflect.TypeFor[verify.Kind]():       texts(verify.Kinds),
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

var textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()

// of describes a type. An interface is one end of a Figure: text, a number, or null.
func (d *describer) of(t reflect.Type) node {
	if values, ok := enums[t]; ok {
		return node{"enum": values}
	}
	if t.Implements(textMarshaler) {
		return node{"type": "string"}
	}
	switch t.Kind() {
	case reflect.String:
		return node{"type": "string"}
	case reflect.Bool:
		return node{"type": "boolean"}
	case reflect.Float64:
		return node{"type": "number"}
	case reflect.Int, reflect.Int64:
		return node{"type": "integer"}
	case reflect.Uint64:
		return node{"type": "integer", "minimum": 0}
	case reflect.Interface:
		return node{"type": []string{"string", "integer", "null"}}
	case reflect.Slice:
		return node{"type": "array", "items": d.of(t.Elem())}
	case reflect.Map:
		return node{"type": "object", "additionalProperties": d.of(t.Elem())}
	case reflect.Pointer:
		return node{"anyOf": []node{d.of(t.Elem()), {"type": "null"}}}
	case reflect.Struct:
		return d.named(t)
	}
	d.err = fmt.Errorf("%s has no form in JSON", t)
	return node{}
}

// named refers to the description of a struct, which it makes the first time.
func (d *describer) named(t reflect.Type) node {
	name := t.Name()
	switch old, known := d.names[name]; {
	case !known:
		d.names[name] = t
		d.defs[name] = d.fields(t)
	case old != t:
		d.err = fmt.Errorf("%s and %s have one name", old, t)
	}
	return node{"$ref": "#/$defs/" + name}
}

// fields describes the fields of a struct, those of embedded ones among them.
func (d *describer) fields(t reflect.Type) node {
	properties, required := node{}, []string{}
	for _, f := range reflect.VisibleFields(t) {
		if f.Anonymous && f.Type.Kind() == reflect.Struct {
			continue // its fields are visible themselves
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || name == "-" {
			d.err = fmt.Errorf("%s.%s has no name in JSON", t, f.Name)
			continue
		}
		ft := f.Type
		if options == "omitempty" {
			if ft.Kind() == reflect.Pointer {
				ft = ft.Elem()
			}
		} else {
			required = append(required, name)
		}
		properties[name] = d.of(ft)
	}
	return node{"type": "object", "properties": properties, "required": required}
}
