package programme

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/etablera/etablera/internal/civil"
)

var (
	provenanceType = reflect.TypeFor[Provenance]()
	textType       = reflect.TypeFor[Text]()
	idTypes        = map[reflect.Type]string{ // and the word for the thing in message keys
		reflect.TypeFor[SourceID]():      "source",
		reflect.TypeFor[PartyID]():       "party",
		reflect.TypeFor[MandateID]():     "mandate",
		reflect.TypeFor[ClauseID]():      "clause",
		reflect.TypeFor[DeliverableID](): "deliverable",
		reflect.TypeFor[TypeID]():        "type",
		reflect.TypeFor[StageID]():       "stage",
		reflect.TypeFor[RoundID]():       "round",
		reflect.TypeFor[OfficeID]():      "office",
		reflect.TypeFor[ProjectID]():     "project",
		reflect.TypeFor[BaselineID]():    "baseline",
	}
)

// homes names the section in which the things of each kind stand.
var homes = map[string]string{"source": "sources", "party": "parties", "mandate": "mandates", "clause": "mandates",
	"deliverable": "mandates", "type": "office-types", "stage": "process", "round": "rounds", "office": "offices",
	"project": "projects", "baseline": "baselines"}

// collectIDs finds every thing's id and the day on which the thing became known.
func (v *validator) collectIDs() {
	for t := range idTypes {
		v.known[t] = map[string]civil.Date{}
	}
	v.collect(reflect.ValueOf(v.s).Elem(), 0)
}

func (v *validator) collect(val reflect.Value, known civil.Date) {
	f := val.FieldByName("ID")
	if f.IsValid() && f.Type().Name() != "string" {
		known = v.knownOf(val, known)
		byID := v.known[f.Type()]
		if _, taken := byID[f.String()]; !taken {
			byID[f.String()] = known
			v.ids[f.Type()] = append(v.ids[f.Type()], f.String())
		}
	}
	for i := range val.NumField() {
		f := val.Field(i)
		if f.Kind() != reflect.Slice || f.Type().Elem().Kind() != reflect.Struct {
			continue
		}
		if _, hasID := f.Type().Elem().FieldByName("ID"); hasID {
			for j := range f.Len() {
				v.collect(f.Index(j), known)
			}
		}
	}
}

// knownOf is the day on which a record became known; a part without a
// provenance of its own is as known as the whole.
func (v *validator) knownOf(val reflect.Value, whole civil.Date) civil.Date {
	f := val.FieldByName("Provenance")
	if !f.IsValid() {
		return whole
	}
	if p := f.Interface().(Provenance); p != (Provenance{}) {
		return v.from(p)
	}
	return whole
}

// walk checks a record and everything within it, field by field.
func (v *validator) walk(val reflect.Value, known civil.Date) {
	t := val.Type()
	known = v.knownOf(val, known)
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Type == provenanceType {
			v.provenance(val.Field(i).Interface().(Provenance))
			continue
		}
		v.path = append(v.path, step{name: f.Tag.Get("yaml")})
		v.field(t, f.Name, val.Field(i), known)
		v.path = v.path[:len(v.path)-1]
	}
	v.required(val)
}

func (v *validator) field(owner reflect.Type, name string, val reflect.Value, known civil.Date) {
	switch {
	case name == "ID":
		v.ownID(owner, val.String())
	case val.Type() == textType:
		if t := val.Interface().(Text); t.Sv == "" && t.En != "" {
			v.add(Warning, "programme.no-swedish")
		}
	case val.Kind() == reflect.Pointer:
		if !val.IsNil() {
			v.walk(val.Elem(), known)
		}
	case val.Kind() == reflect.Slice:
		v.list(owner, name, val, known)
	case val.Kind() == reflect.String:
		v.word(owner, name, val, known)
	default:
		v.value(val, known)
	}
}

// value checks a struct with a text form of its own, or a record.
func (v *validator) value(val reflect.Value, known civil.Date) {
	if val.Kind() == reflect.Int {
		v.year(int(val.Int()))
		return
	}
	switch x := val.Interface().(type) {
	case civil.Span:
		if x.First.IsKnown() && x.Last.IsKnown() && x.First > x.Last {
			v.add(Error, "programme.ends-before-start", x.First.String(), x.Last.String())
		}
	case Range:
		if x.Low > x.High || x.Low < 0 {
			v.add(Error, "programme.range-order", x.Low, x.High)
		}
	case Amount:
		if x.Low > x.High {
			v.add(Error, "programme.amount-order", x.String())
		}
	case Link:
		v.reference(reflect.TypeFor[StageID](), string(x.Stage), known)
	case Citation, civil.Date, civil.Month, Tri, Share, Metres, Days, Distribution, OpeningHours, float64, bool:
	default:
		v.walk(val, known)
	}
}

func (v *validator) list(owner reflect.Type, name string, val reflect.Value, known civil.Date) {
	seen := map[string]bool{}
	for i := range val.Len() {
		v.path = append(v.path, step{index: i})
		item := val.Index(i)
		if item.Kind() == reflect.String {
			v.word(owner, name, item, known)
			if item.String() != "" && seen[item.String()] {
				v.add(Warning, "programme.listed-twice", item.String())
			}
			seen[item.String()] = true
		} else {
			v.value(item, known)
		}
		v.path = v.path[:len(v.path)-1]
	}
}

// ownID checks the form of a thing's own id, and that it is there once. Clauses
// and deliverables are named from outside their mandate, so that all mandates
// share one space of ids for them.
func (v *validator) ownID(owner reflect.Type, id string) {
	if id == "" {
		return
	}
	if !wellFormed(id) {
		v.add(Error, "programme.id-form", id, suggestID(id))
	}
	if v.taken[owner] == nil {
		v.taken[owner] = map[string]string{}
	}
	if first, twice := v.taken[owner][id]; twice {
		v.add(Error, "programme.id-twice", id, first)
		return
	}
	v.taken[owner][id] = v.here()
}

const longestID = 60

func wellFormed(id string) bool {
	if len(id) > longestID || strings.HasPrefix(id, "-") || strings.HasSuffix(id, "-") {
		return false
	}
	for _, r := range id {
		if !unicode.IsLower(r) && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return true
}

// suggestID turns what was written into an id of the right form.
func suggestID(id string) string {
	words := strings.FieldsFunc(strings.ToLower(id), func(r rune) bool {
		return !unicode.IsLower(r) && (r < '0' || r > '9')
	})
	out := strings.Join(words, "-")
	for len(out) > longestID || strings.HasSuffix(out, "-") {
		_, size := utf8.DecodeLastRuneInString(out)
		out = out[:len(out)-size]
	}
	if out == "" {
		return "a-1"
	}
	return out
}

// provenance checks that a fact says where it comes from. Parts of a fact may
// leave it out: the source of the whole is theirs too.
func (v *validator) provenance(p Provenance) {
	whole := len(v.path) == 2
	if p.Source.ID == "" {
		if whole || p.Known.IsKnown() {
			v.at("source", Error, "programme.no-source")
		}
		return
	}
	v.path = append(v.path, step{name: "source"})
	defer func() { v.path = v.path[:len(v.path)-1] }()
	if right, last := v.idLast(p.Source); last {
		v.add(Error, "programme.source-id-last", right)
		return
	}
	v.reference(reflect.TypeFor[SourceID](), string(p.Source.ID), 0)
	if date := v.dates[p.Source.ID]; p.Known.IsKnown() && date.IsKnown() && p.Known < date {
		v.path[len(v.path)-1].name = "known"
		v.once("programme.known-before-source", string(p.Source.ID), p.Known.String(), date.String())
	}
}

// idLast finds the id of a source among the words of the place, where the first
// word is none: "avsnitt 2 delred1" should be "delred1 avsnitt 2".
func (v *validator) idLast(c Citation) (right string, last bool) {
	if _, known := v.dates[c.ID]; known {
		return "", false
	}
	words := strings.Fields(c.String())
	for i, w := range words {
		id := strings.TrimRight(w, ",.;:")
		if _, known := v.dates[SourceID(id)]; known && id != "" {
			rest := strings.Join(append(words[:i:i], words[i+1:]...), " ")
			return id + " " + strings.TrimRight(rest, ",.;:"), true
		}
	}
	return "", false
}

// year checks the fields that are years; all other whole numbers are free.
func (v *validator) year(n int) {
	const earliest, latest = 1900, 2200
	switch v.path[len(v.path)-1].name {
	case "year", "list-year", "price-year":
		if n != 0 && (n < earliest || n > latest) {
			v.add(Error, "programme.year", n, earliest, latest)
		}
	case "cost-weight":
		if n < 0 {
			v.add(Error, "programme.negative", n)
		}
	}
}
