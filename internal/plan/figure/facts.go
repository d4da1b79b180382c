package figure

import (
	"encoding"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// FactsSegment is the first segment of every fact's address.
const FactsSegment = "facts"

// FactAt is the address of a field of a fact: the section as in a programme
// folder, then the record's id, or its number from 1 where it has none, then
// the field: facts/office-types/large/costs/1/amount. The number is for those
// who hold the snapshot at hand: a figure's own Address names a record without
// id by its content (Keys), and that is what outlives the snapshot.
func FactAt(section string, path ...any) Address {
	return At(append([]any{FactsSegment, section}, path...)...)
}

// Facts answers for every field of every fact of a snapshot. It looks facts up
// by reflection over the yaml names, so a new section needs nothing here.
type Facts struct {
	snapshot reflect.Value
	sections map[string]*section
}

// section is a list of top records. Its keys are made when first asked for:
// most plans are never asked about most sections.
type section struct {
	list  reflect.Value
	once  sync.Once
	keys  []string
	byKey map[string]int // position; of equal records the first
}

func (s *section) index() {
	s.once.Do(func() {
		s.keys, s.byKey = Keys(s.list), make(map[string]int, s.list.Len())
		for i, k := range s.keys {
			if _, taken := s.byKey[k]; !taken {
				s.byKey[k] = i
			}
		}
	})
}

// find returns the position of a record by its key, or by its number from 1. A
// number is shorter than any key made of content.
func (s *section) find(key string) (int, bool) {
	s.index()
	if i, ok := s.byKey[key]; ok {
		return i, true
	}
	n, err := strconv.Atoi(key)
	return n - 1, err == nil && len(key) < hashDigits && n >= 1 && n <= len(s.keys)
}

// NewFacts makes the book of a snapshot. O(sections).
func NewFacts(s *programme.Snapshot) *Facts {
	f := &Facts{snapshot: reflect.ValueOf(s).Elem(), sections: map[string]*section{}}
	for i := range f.snapshot.NumField() {
		list := f.snapshot.Field(i)
		if list.Kind() == reflect.Slice {
			f.sections[fieldName(f.snapshot.Type().Field(i))] = &section{list: list}
		}
	}
	return f
}

func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return name
}

// ids maps the id of each record of a list to its position; the first one wins.
func ids(list reflect.Value) map[string]int {
	m := map[string]int{}
	if _, has := list.Type().Elem().FieldByName("ID"); !has {
		return m
	}
	for i := range list.Len() {
		id := list.Index(i).FieldByName("ID").String()
		if _, taken := m[id]; !taken && id != "" {
			m[id] = i
		}
	}
	return m
}

// Figure implements Book. It answers for a record by its number as well; the
// figure's own address has the record's key.
func (f *Facts) Figure(a Address) (Figure, bool) {
	seg := a.Segments()
	if len(seg) < 3 || seg[0] != FactsSegment {
		return Figure{}, false
	}
	v, ok := member(f.snapshot, seg[1])
	if !ok {
		return Figure{}, false
	}
	named := slices.Clone(seg)
	var origin programme.Provenance
	for depth, s := range seg[2:] {
		switch {
		case depth == 0 && v.Kind() == reflect.Slice:
			v, named[2], ok = f.record(seg[1], s)
		case v.Kind() == reflect.Slice:
			v, ok = element(v, s)
		default:
			v, ok = member(v, s)
		}
		if !ok {
			return Figure{}, false
		}
		for v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return Figure{}, false
			}
			v = v.Elem()
		}
		if p, ok := v.Interface().(interface{ Origin() programme.Provenance }); ok && p.Origin() != (programme.Provenance{}) {
			origin = p.Origin()
		}
	}
	value, ok := valueOf(v)
	if !ok {
		return Figure{}, false
	}
	return Figure{Address: Address(strings.Join(named, "/")), Label: Label{Key: "fact", Args: []any{strings.Join(seg[1:], " · ")}}, Value: value, Rule: Fact, Origin: origin}, true
}

func member(v reflect.Value, name string) (reflect.Value, bool) {
	if v.Kind() != reflect.Struct {
		return v, false
	}
	t := v.Type()
	for i := range t.NumField() {
		if f := t.Field(i); !f.Anonymous && fieldName(f) == name {
			return v.Field(i), true
		}
	}
	return v, false
}

// record finds a top record, and its key.
func (f *Facts) record(name, key string) (reflect.Value, string, bool) {
	s := f.sections[name]
	i, ok := s.find(key)
	if !ok {
		return reflect.Value{}, key, false
	}
	return s.list.Index(i), s.keys[i], true
}

// element finds a nested record by id, else by its number from 1.
func element(list reflect.Value, key string) (reflect.Value, bool) {
	if list.Type().Elem().Kind() == reflect.Struct {
		if i, ok := ids(list)[key]; ok {
			return list.Index(i), true
		}
	}
	n, err := strconv.Atoi(key)
	if err != nil || n < 1 || n > list.Len() {
		return list, false
	}
	return list.Index(n - 1), true
}

// valueOf turns a field into a value of the right unit; a whole record has none.
func valueOf(v reflect.Value) (Value, bool) {
	switch x := v.Interface().(type) {
	case programme.Amount:
		return OfAmount(x), true
	case programme.Range:
		return OfRange(x), true
	case money.Ore:
		return OfMoney(x), true
	case civil.Date:
		return OfDate(x), true
	case civil.Span:
		return OfSpan(x), true
	case programme.Share:
		if x == 0 {
			return Unknown(Share), true
		}
		return Between(Share, int64(x), int64(x)), true
	case programme.Metres:
		return Value{Kind: Metres, Known: x != 0, Low: int64(x), High: int64(x)}, true
	case programme.Days:
		return Value{Kind: Days, Known: x.Known, Low: int64(x.N), High: int64(x.N)}, true
	case programme.Text:
		return OfWords(x.Sv), true
	case encoding.TextMarshaler:
		text, err := x.MarshalText()
		return OfWords(string(text)), err == nil
	}
	switch v.Kind() {
	case reflect.String:
		return OfWords(v.String()), true
	case reflect.Int:
		return OfCount(int(v.Int())), true
	case reflect.Float64:
		return OfWords(strconv.FormatFloat(v.Float(), 'f', -1, 64)), true
	case reflect.Bool:
		return OfWords(strconv.FormatBool(v.Bool())), true
	case reflect.Slice:
		return listValue(v)
	}
	return Value{}, false
}

func listValue(v reflect.Value) (Value, bool) {
	var words []string
	for i := range v.Len() {
		e, ok := valueOf(v.Index(i))
		if !ok || e.Kind != Words {
			return Value{}, false
		}
		words = append(words, e.Words)
	}
	return OfWords(strings.Join(words, ", ")), true
}

// Addresses implements Book: every stated field of the top records.
func (f *Facts) Addresses() iter.Seq[Address] {
	return func(yield func(Address) bool) {
		t := f.snapshot.Type()
		for i := range t.NumField() {
			list, section := f.snapshot.Field(i), fieldName(t.Field(i))
			if list.Kind() != reflect.Slice {
				continue
			}
			s := f.sections[section]
			s.index()
			for n := range list.Len() {
				if !fields(list.Index(n), section, s.keys[n], yield) {
					return
				}
			}
		}
	}
}

func fields(record reflect.Value, section, key string, yield func(Address) bool) bool {
	t := record.Type()
	for j := range t.NumField() {
		if t.Field(j).Anonymous || record.Field(j).IsZero() || record.Field(j).Kind() == reflect.Pointer {
			continue
		}
		if _, ok := valueOf(record.Field(j)); ok && !yield(FactAt(section, key, fieldName(t.Field(j)))) {
			return false
		}
	}
	return true
}
