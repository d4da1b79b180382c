package folder

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// forms names the text form of each type as the page's table of values does.
var forms = map[reflect.Type]string{
	reflect.TypeFor[string]():                 "string",
	reflect.TypeFor[int]():                    "whole number",
	reflect.TypeFor[float64]():                "number",
	reflect.TypeFor[bool]():                   "yes or no",
	reflect.TypeFor[programme.Text]():         "text",
	reflect.TypeFor[programme.Citation]():     "source and place",
	reflect.TypeFor[civil.Date]():             "date",
	reflect.TypeFor[civil.Month]():            "month",
	reflect.TypeFor[civil.Span]():             "span",
	reflect.TypeFor[programme.Range]():        "range",
	reflect.TypeFor[programme.Amount]():       "amount",
	reflect.TypeFor[programme.Share]():        "share",
	reflect.TypeFor[programme.Metres]():       "distance",
	reflect.TypeFor[programme.Days]():         "days",
	reflect.TypeFor[programme.Distribution](): "duration",
	reflect.TypeFor[programme.OpeningHours](): "hours",
	reflect.TypeFor[programme.Link]():         "link",
	reflect.TypeFor[programme.Tri]():          "yes or no",
}

// page writes the generated part of docs/programme-folder.md.
type page struct {
	t         *testing.T
	b         strings.Builder
	means     map[string]string
	used      map[string]bool
	reference *programme.Snapshot
	homes     map[reflect.Type]string // sections by the type of their ids
}

// means reads testdata/fields.txt.
func means(t *testing.T) map[string]string {
	data, err := os.ReadFile("testdata/fields.txt")
	must(t, err)
	out := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if name, text, ok := strings.Cut(strings.TrimSpace(line), " "); ok && name != "#" {
			out[name] = text
		}
	}
	return out
}

// The documentation names every field of every section with its form, and its
// examples are facts without a mistake.
func TestDocumentationOfSections(t *testing.T) {
	data, err := os.ReadFile("testdata/reference.yaml")
	must(t, err)
	s, _, mistakes := Read(asFS(map[string]string{"reference.yaml": string(data)}), register)
	for _, m := range mistakes {
		t.Errorf("%s: %s", m.Place, m.Text("en"))
	}
	p := &page{t: t, means: means(t), used: map[string]bool{}, reference: s, homes: map[reflect.Type]string{}}
	all := sections()
	for _, f := range all.fields {
		if f.form == aList {
			if id, ok := f.typ.Elem().FieldByName("ID"); ok && id.Type.Kind() == reflect.String && id.Type.Name() != "string" {
				p.homes[id.Type] = f.name
			}
		}
	}
	for _, f := range all.fields {
		p.section(f)
	}
	for name := range p.means {
		if !p.used[name] {
			t.Errorf("testdata/fields.txt describes %s, which does not exist", name)
		}
	}
	replaceBetween(t, "../../docs/programme-folder.md", "<!-- sections:", "<!-- end of sections -->", p.b.String())
}

func (p *page) section(f recordField) {
	typ := f.typ
	if f.form == aList {
		typ = typ.Elem()
	}
	fmt.Fprintf(&p.b, "\n### `%s`\n\n", f.name)
	if f.isTable() {
		p.b.WriteString("Can be a CSV table.\n\n")
	}
	p.table(typ, f.name, true)
	e := &emitter{}
	e.section(f, reflect.ValueOf(p.reference).Elem().FieldByIndex(f.index))
	fmt.Fprintf(&p.b, "\n```yaml\n%s```\n", e.b.String())
}

// table writes the fields of a record, and then those of the records within it.
func (p *page) table(typ reflect.Type, path string, whole bool) {
	p.b.WriteString("| field | | form | meaning |\n|---|---|---|---|\n")
	var within []recordField
	sourced := false
	for _, f := range recordOf(typ).fields {
		name := typ.Name() + "." + f.name
		if f.name == "source" || f.name == "known" {
			p.used["Provenance."+f.name] = true
			sourced = true
			continue
		}
		meaning, ok := p.means[name]
		if !ok {
			p.t.Errorf("say what %s means in testdata/fields.txt", name)
		}
		p.used[name] = true
		if !p.isUsed(typ, f) {
			p.t.Errorf("testdata/reference.yaml has no example of %s", name)
		}
		needed := ""
		field, _ := typ.FieldByName(goName(typ, f))
		if programme.IsNeeded(typ, field.Name) || name == "Source.date" {
			needed = "●"
		}
		form := p.form(f.typ, f.name)
		if f.form == aRecord || f.form == aPointer || f.form == aList && formOf(f.typ.Elem()) == aRecord {
			within = append(within, f)
		}
		fmt.Fprintf(&p.b, "| `%s` | %s | %s | %s |\n", f.name, needed, form, meaning)
	}
	if sourced {
		mark := ""
		if whole {
			mark = "●"
		}
		fmt.Fprintf(&p.b, "| `source`, `known` | %s | | see [facts](#facts) |\n", mark)
	}
	for _, f := range within {
		inner := f.typ.Elem()
		fmt.Fprintf(&p.b, "\n`%s.%s`:\n\n", path, f.name)
		p.table(inner, path+"."+f.name, false)
	}
}

func goName(typ reflect.Type, f recordField) string { return typ.FieldByIndex(f.index).Name }

func (p *page) form(typ reflect.Type, name string) string {
	if typ.Kind() == reflect.Slice {
		if formOf(typ.Elem()) == aRecord {
			return "list of records, below"
		}
		return "list of " + p.form(typ.Elem(), name)
	}
	if typ.Kind() == reflect.Pointer {
		return "record, below"
	}
	if form, ok := forms[typ]; ok {
		if name == "id" {
			return "id"
		}
		return form
	}
	if words := programme.Words(typ); words != nil {
		for i := range words {
			words[i] = "`" + words[i] + "`"
		}
		return strings.Join(words, ", ")
	}
	if name == "id" {
		return "id"
	}
	if home, ok := p.homes[typ]; ok {
		return "reference to `" + home + "`"
	}
	if typ == reflect.TypeFor[programme.DeliverableID]() {
		return "reference to `mandates.deliverables`"
	}
	p.t.Errorf("no form for %s", typ)
	return ""
}

// isUsed says whether the reference programme has a value in the field anywhere.
func (p *page) isUsed(typ reflect.Type, f recordField) bool {
	found := false
	var look func(v reflect.Value)
	look = func(v reflect.Value) {
		switch formOf(v.Type()) {
		case aPointer:
			if !v.IsNil() {
				look(v.Elem())
			}
		case aList:
			for i := range v.Len() {
				look(v.Index(i))
			}
		case aRecord:
			if v.Type() == typ && !v.FieldByIndex(f.index).IsZero() {
				found = true
			}
			for _, g := range recordOf(v.Type()).fields {
				look(v.FieldByIndex(g.index))
			}
		}
	}
	look(reflect.ValueOf(*p.reference))
	return found
}

// The table of clauses says what each kind reads, and each kind has a chapter.
func TestDocumentationOfClauses(t *testing.T) {
	var b strings.Builder
	b.WriteString("\n| kind |")
	for _, name := range programme.ClauseFields {
		fmt.Fprintf(&b, " `%s` |", name)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(programme.ClauseFields)) + "\n")
	text, err := os.ReadFile("../../docs/clauses.md")
	must(t, err)
	for _, kind := range programme.ClauseKinds {
		fmt.Fprintf(&b, "| `%s` |", kind)
		reads := programme.ClauseReads[kind]
		for _, name := range programme.ClauseFields {
			mark := " "
			switch {
			case slices.Contains(reads.Needs, name):
				mark = "●"
			case slices.Contains(reads.OneOf, name):
				mark = "○"
			case slices.Contains(reads.May, name):
				mark = "·"
			}
			b.WriteString(" " + mark + " |")
		}
		b.WriteString("\n")
		if !strings.Contains(string(text), "\n### `"+string(kind)+"`\n") {
			t.Errorf("docs/clauses.md has no chapter on %s", kind)
		}
	}
	replaceBetween(t, "../../docs/clauses.md", "<!-- table:", "<!-- end of table -->", b.String())
}

// replaceBetween compares the lines between two marks of a page, or rewrites them.
func replaceBetween(t *testing.T, file, begin, end, text string) {
	t.Helper()
	data, err := os.ReadFile(file)
	must(t, err)
	head, rest, ok := strings.Cut(string(data), begin)
	line, rest, ok2 := strings.Cut(rest, "\n")
	_, tail, ok3 := strings.Cut(rest, end)
	if !ok || !ok2 || !ok3 {
		t.Fatalf("%s has lost its marks", file)
	}
	golden(t, file, head+begin+line+"\n"+text+"\n"+end+tail)
}
