package summary_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/change"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/summary"
)

const docs = "../../docs"

type object = map[string]any

func schemaOf(t *testing.T, a summary.Answer) object {
	t.Helper()
	text, err := a.JSONSchema()
	if err != nil {
		t.Fatal(err)
	}
	var s object
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// The published schemas are those of the types. One that changes breaks whoever
// reads it: a new field is fine (-update), anything else needs a new schema name.
func TestSchemasAreAsPublished(t *testing.T) {
	var files []string
	for _, a := range summary.Answers {
		text, err := a.JSONSchema()
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(docs, "schema", a.Name+".json")
		files = append(files, file)
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, text, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		published, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(published, text) {
			t.Errorf("%s is not what the type %s says (%v)", file, a.Type, err)
		}
	}
	there, err := filepath.Glob(filepath.Join(docs, "schema", "*.json"))
	slices.Sort(files)
	if err != nil || !slices.Equal(there, files) {
		t.Errorf("docs/schema has %v, want %v", there, files)
	}
}

// Every field of every answer is described in docs/json.md, under its schema or
// among what all have in common.
func TestEveryFieldIsDocumented(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(docs, "json.md"))
	if err != nil {
		t.Fatal(err)
	}
	intro, rest, _ := strings.Cut(string(text), "\n## ")
	sections := map[string]string{}
	for _, s := range strings.Split(rest, "\n## ") {
		title, _, _ := strings.Cut(s, "\n")
		sections[strings.Trim(title, "`")] = s
	}
	common := intro + sections["Figures"]
	for _, a := range summary.Answers {
		section, ok := sections[a.Schema]
		if !ok {
			t.Errorf("docs/json.md has no section on %s", a.Schema)
			continue
		}
		for _, name := range fieldsIn(schemaOf(t, a)) {
			if !strings.Contains(section, "`"+name+"`") && !strings.Contains(common, "`"+name+"`") {
				t.Errorf("docs/json.md says nothing about %q of %s", name, a.Schema)
			}
		}
		if !strings.Contains(section, "schema/"+a.Name+".json") {
			t.Errorf("the section on %s does not link to its JSON Schema", a.Schema)
		}
	}
}

// fieldsIn lists the names of all properties in a schema.
func fieldsIn(s any) []string {
	var out []string
	switch x := s.(type) {
	case object:
		for key, v := range x {
			if key == "properties" {
				for name := range v.(object) {
					out = append(out, name)
				}
			}
			out = append(out, fieldsIn(v)...)
		}
	case []any:
		for _, v := range x {
			out = append(out, fieldsIn(v)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// answers are real answers, by the name of the schema: of the example, and of a
// programme without anything.
func answers(t *testing.T) map[string][]any {
	t.Helper()
	sv, en := locale.Swedish, locale.English
	node, err := summary.Explain(example(), "economy/round/omgang-1/establishment", 3)
	if err != nil {
		t.Fatal(err)
	}
	_, manifest, err := report.Make(example(), report.Options{Lang: sv})
	if err != nil {
		t.Fatal(err)
	}
	var addresses bytes.Buffer
	if err := summary.WriteAddresses(&addresses, example(), sv, true); err != nil {
		t.Fatal(err)
	}
	return map[string][]any{
		"plan":      {summary.Of(example(), sv), summary.Of(nothing(), en)},
		"promises":  {summary.PromisesOf(example(), sv), summary.PromisesOf(later(), en), summary.PromisesOf(nothing(), en)},
		"history":   {historyOf(t, later(), sv), historyOf(t, nothing(), en)},
		"leaders":   {leadersOf(t, sv), leadersOf(t, en)},
		"scores":    {scoresOf(t, later(), sv), scoresOf(t, nothing(), en)},
		"access":    {accessOf(example(), sv), accessOf(withScenario(t), en), accessOf(nothing(), sv), summary.AccessOf(withReturns(t, "mon-fri 10:00-15:00"), sv, summary.AccessOptions{})},
		"check":     {summary.CheckOf(nil, summary.MatrixOf(example(), en), en), summary.CheckOf(nil, nil, sv)},
		"explain":   {summary.TreeOf(example(), node, sv)},
		"addresses": {json.RawMessage(addresses.Bytes())},
		"lint":      {summary.FindingsOf([]summary.Linted{summary.LintedOf("a", found(), sv)}), summary.FindingsOf(nil)},
		"verify":    {summary.VerifiedOf("r", broken(), sv)},
		"siting":    {sitingOf(t, example(), locale.English)},
		"closing":   {closingOf(t, en, three()), closingOf(t, sv, closing.Options{Count: 3})},
		"premises":  {summary.PremisesOf(example(), sv), summary.PremisesOf(withOffers(t), en), summary.PremisesOf(nothing(), en)},
		"rounds":    {roundsOf(t, example(), sv), roundsOf(t, led(t, 16), en)},
		"diff":      {summary.ChangesOf(differing(), sv), summary.ChangesOf(&change.Set{}, en), summary.ChangesOf(change.Plans(nothing(), example()), en)},
		"version":   {summary.Version{Schema: summary.VersionSchema}},
		"manifest":  {manifest},
	}
}

// leadersOf is the example planned with eight leaders.
func leadersOf(t *testing.T, lang locale.Lang) *summary.Leaders {
	t.Helper()
	answer, err := summary.LeadersOf(context.Background(), example(), lang, timetable.Leaders{Count: 8})
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// With eight leaders for the example's projects everybody has one leader, some wait for a
// leader, and the text says for whom.
func TestLeadersOfTheExample(t *testing.T) {
	x := leadersOf(t, locale.English)
	waiting := 0
	for _, p := range x.Projects {
		if p.Leader < 1 || p.Leader > 8 {
			t.Errorf("%s is led by %d", p.ID, p.Leader)
		}
		for _, w := range p.Waits {
			if w.Why == "leader" && w.On != "" {
				waiting++
			}
		}
	}
	var out bytes.Buffer
	if err := x.WriteText(&out, locale.English); err != nil {
		t.Fatal(err)
	}
	if len(x.Projects) != 33 || waiting == 0 || !strings.Contains(out.String(), "leader at ") {
		t.Errorf("%d projects, %d wait for a leader:\n%s", len(x.Projects), waiting, &out)
	}
}

// What the commands answer is as the schemas say.
func TestAnswersFollowTheirSchemas(t *testing.T) {
	all := answers(t)
	for _, a := range summary.Answers {
		if len(all[a.Name]) == 0 {
			t.Errorf("no answer of the kind %s is tested", a.Name)
		}
		schema := schemaOf(t, a)
		for i, answer := range all[a.Name] {
			var b bytes.Buffer
			if err := summary.WriteJSON(&b, answer); err != nil {
				t.Fatal(err)
			}
			var v any
			if err := json.Unmarshal(b.Bytes(), &v); err != nil {
				t.Fatal(err)
			}
			faults := validate(schema, schema, v, a.Name)
			for _, f := range faults[:min(len(faults), 5)] {
				t.Errorf("answer %d: %s", i+1, f)
			}
		}
	}
}

// validate holds a value against the part of JSON Schema that the schemas use.
func validate(root, s object, v any, at string) []string {
	if ref, ok := s["$ref"].(string); ok {
		return validate(root, root["$defs"].(object)[strings.TrimPrefix(ref, "#/$defs/")].(object), v, at)
	}
	fault := func(format string, args ...any) []string { return []string{at + ": " + fmt.Sprintf(format, args...)} }
	if c, ok := s["const"]; ok && v != c {
		return fault("%v, want %v", v, c)
	}
	if e, ok := s["enum"].([]any); ok && !slices.Contains(e, v) {
		return fault("%v is none of %v", v, e)
	}
	if any, ok := s["anyOf"].([]any); ok {
		var out []string
		for _, alternative := range any {
			faults := validate(root, alternative.(object), v, at)
			if len(faults) == 0 {
				return nil
			}
			out = append(out, faults...)
		}
		return out
	}
	if !isOfType(s["type"], v) {
		return fault("%.60v is not of type %v", v, s["type"])
	}
	if least, ok := s["minimum"].(float64); ok && v.(float64) < least {
		return fault("%v is less than %v", v, least)
	}
	var out []string
	switch x := v.(type) {
	case []any:
		for i, e := range x {
			out = append(out, validate(root, s["items"].(object), e, fmt.Sprintf("%s[%d]", at, i))...)
		}
	case object:
		properties, _ := s["properties"].(object)
		required, _ := s["required"].([]any)
		for _, name := range required {
			if _, ok := x[name.(string)]; !ok {
				out = append(out, fault("%s is missing", name)...)
			}
		}
		for name, e := range x {
			sub, known := properties[name].(object)
			if !known {
				sub, known = s["additionalProperties"].(object)
			}
			if !known {
				out = append(out, fault("%s is not in the schema", name)...)
				continue
			}
			out = append(out, validate(root, sub, e, at+"."+name)...)
		}
	}
	return out
}

func isOfType(want, v any) bool {
	var types []any
	switch x := want.(type) {
	case nil:
		return true
	case string:
		types = []any{x}
	case []any:
		types = x
	}
	name := map[reflect.Kind]string{reflect.String: "string", reflect.Bool: "boolean", reflect.Map: "object", reflect.Slice: "array", reflect.Float64: "number"}[reflect.ValueOf(v).Kind()]
	if v == nil {
		name = "null"
	}
	n, isNumber := v.(float64)
	return slices.Contains(types, any(name)) || isNumber && n == math.Trunc(n) && slices.Contains(types, any("integer"))
}

// The validator itself can say no.
func TestValidatorSaysNo(t *testing.T) {
	schema := schemaOf(t, summary.Answers[0])
	for text, want := range map[string]string{
		`{}`: "schema is missing", `{"schema":"etablera.plan/2"}`: "want etablera.plan/1", `[]`: "not of type object", `{"asOf":7}`: "not of type string",
		`{"rounds":null}`: "not of type array", `{"projects":[{"p10":{"low":1.5}}]}`: "1.5 is not of type", `{"seed":-1}`: "less than 0",
		`{"clauses":{"findings":[{"status":"maybe"}]}}`: "maybe is none of", `{"other":1}`: "other is not in the schema",
	} {
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(validate(schema, schema, v, "x"), "\n"); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %q", text, got, want)
		}
	}
}

// Every answer names its schema, with a number.
func TestSchemaNames(t *testing.T) {
	form := regexp.MustCompile(`^etablera\.[a-z]+/[1-9][0-9]*$`)
	seen := map[string]bool{}
	for _, a := range summary.Answers {
		if !form.MatchString(a.Schema) || seen[a.Schema] || seen[a.Name] {
			t.Errorf("%s is called %s", a.Name, a.Schema)
		}
		seen[a.Schema], seen[a.Name] = true, true
	}
	broken := summary.Answer{Name: "x", Schema: "etablera.x/1", Type: reflect.TypeFor[struct{ A chan int }]()}
	if _, err := broken.JSONSchema(); err == nil {
		t.Error("a channel has a form in JSON")
	}
}
