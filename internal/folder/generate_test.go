package folder

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
)

// hostile are strings that writers and readers of YAML and CSV trip over.
var hostile = []string{
	"", " ", "  x", "x  ", "yes", "no", "null", "NULL", "~", "true", "1e3", "007", "0x1F", "1_000", ".5", ".inf", ".nan", "-", "--", "---", "...", "-5",
	": ", "a: b", "a:", ":a", "a:b", " #", "a #b", "#", "'", "''", "\"", "it's", `"quoted"`, `back\slash`, "\\", "\\n", "[", "]", "{", "}", "[a, b]", "{a: b}",
	"&a", "*a", "!a", "!!str", "%", "@", "`", "|", ">", "|-", ">+", "? ", "?", "- ", "- a", "-a", ",", ";", "a;b", "a,b",
	"a\nb", "a\n", "\n", "\n\n", "\na", "a\n\nb\n", "a\n\n", "a\n b\n", "a\n#b", "a\n---\nb", "a\n- b\n- c: d", "a \nb", "a\tb", "\t", "a\n\tb", "\ta", "a\r\nb", "\r", "a\rb",
	"åäö ÅÄÖ", "é", "e\u0301", "\u00a0", "a\u00a0b", "\u2028", "a\u2028b", "\u0085", "\ufeff", "\ufeffa", "\u200b", "\u202e", "日本語", "😀", "\U0010ffff", "\ufffd", "\x00", "\x07", "\x7f", "\u0080",
	"2022-06-01", "12:30", "1.5 km", "50 %", "<<", "=", "=1+1", "..", "../x", "(a)", "a ? b", "a?", "key: [", "sv: x", "{sv: x}",
	"en mycket lång text som inte ryms på en enda rad i filen utan fortsätter långt utanför den bredd som en post får ha när den skrivs",
}

func anyString() *rapid.Generator[string] {
	return rapid.OneOf(rapid.SampledFrom(hostile), rapid.String(),
		rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]rune(" \n\t:#-'\"[]{},&*!|>%@`?\\abcåö0.;\r")), 0, 12), func(r []rune) string { return string(r) }))
}

// word is a string without white space, as an id within a value must be.
func word() *rapid.Generator[string] {
	return rapid.OneOf(rapid.StringMatching(`[a-zåäö][a-z0-9åäö-]{0,8}`),
		rapid.Map(anyString(), func(s string) string { return strings.Join(strings.Fields(s), "") }))
}

func date() *rapid.Generator[civil.Date] {
	return rapid.Custom(func(t *rapid.T) civil.Date {
		return civil.Of(rapid.IntRange(1, 9999).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"))
	})
}

// values draws one value of each type that has a text form of its own.
var values = map[reflect.Type]func(t *rapid.T) any{
	reflect.TypeFor[civil.Date]():  func(t *rapid.T) any { return date().Draw(t, "date") },
	reflect.TypeFor[civil.Month](): func(t *rapid.T) any { return date().Draw(t, "date").Month() },
	reflect.TypeFor[civil.Span](): func(t *rapid.T) any {
		a, b := date().Draw(t, "a"), date().Draw(t, "b")
		month, year := a.Month(), a.Year()
		return rapid.SampledFrom([]civil.Span{{}, civil.Day(a), {First: min(a, b), Last: max(a, b)}, {First: a}, {Last: b},
			{First: month.First(), Last: month.Last()}, {First: civil.Of(year, 1, 1), Last: civil.Of(year, 12, 31)}}).Draw(t, "span")
	},
	reflect.TypeFor[programme.Citation](): func(t *rapid.T) any {
		c := programme.Citation{ID: programme.SourceID(word().Draw(t, "source"))}
		if c.ID != "" {
			c.Place = strings.TrimSpace(anyString().Draw(t, "place"))
		}
		return c
	},
	reflect.TypeFor[programme.Tri](): func(t *rapid.T) any { return programme.Tri(rapid.IntRange(0, 2).Draw(t, "tri")) },
	reflect.TypeFor[programme.Range](): func(t *rapid.T) any {
		a, b := rapid.IntRange(0, 1<<31-1).Draw(t, "low"), rapid.IntRange(0, 1<<31-1).Draw(t, "high")
		return rapid.SampledFrom([]programme.Range{{}, programme.Exactly(a), programme.Between(min(a, b), max(a, b))}).Draw(t, "range")
	},
	reflect.TypeFor[programme.Amount](): func(t *rapid.T) any {
		a := money.Ore(rapid.Int64Range(-1e15, 1e15).Draw(t, "low"))
		b := money.Ore(rapid.Int64Range(-1e15, 1e15).Draw(t, "high"))
		return rapid.SampledFrom([]programme.Amount{{}, programme.ExactAmount(a), {Low: min(a, b), High: max(a, b), Known: true}}).Draw(t, "amount")
	},
	reflect.TypeFor[programme.Share]():  func(t *rapid.T) any { return programme.Share(rapid.IntRange(0, 1e6).Draw(t, "share")) },
	reflect.TypeFor[programme.Metres](): func(t *rapid.T) any { return programme.Metres(rapid.IntRange(0, 2e6).Draw(t, "metres")) },
	reflect.TypeFor[programme.Days](): func(t *rapid.T) any {
		return rapid.SampledFrom([]programme.Days{{}, {Known: true}, {N: rapid.IntRange(0, 65535).Draw(t, "days"), Known: true}}).Draw(t, "days")
	},
	reflect.TypeFor[programme.Link](): func(t *rapid.T) any {
		return programme.Link{Stage: programme.StageID(rapid.StringMatching(`[a-z][a-z0-9-]{0,8}`).Draw(t, "stage")),
			Kind: rapid.SampledFrom([]programme.LinkKind{programme.FinishStart, programme.StartStart, programme.FinishFinish}).Draw(t, "kind"),
			Lag:  rapid.IntRange(-32768, 32767).Draw(t, "lag")}
	},
	reflect.TypeFor[programme.Distribution](): func(t *rapid.T) any {
		day := rapid.Map(rapid.IntRange(1, 2500000), func(n int) float64 { return float64(n) / 100 })
		a, b, c := day.Draw(t, "a"), day.Draw(t, "b"), day.Draw(t, "c")
		low, high := min(a, b, c), max(a, b, c)
		return rapid.SampledFrom([]programme.Distribution{{}, {Shape: programme.Fixed, A: a},
			{Shape: programme.Triangular, A: low, B: a + b + c - low - high, C: high}, {Shape: programme.LogNormal, A: low, B: high}}).
			Filter(func(d programme.Distribution) bool {
				return d.Shape != programme.Triangular || d.A <= d.B && d.B <= d.C
			}).Draw(t, "distribution")
	},
	reflect.TypeFor[programme.OpeningHours](): func(t *rapid.T) any {
		h := programme.OpeningHours{Known: rapid.Bool().Draw(t, "known")}
		for i := range h.Days {
			if !h.Known {
				break
			}
			marks := rapid.SliceOfNDistinct(rapid.Int16Range(0, 1440), 0, 6, rapid.ID[int16]).Draw(t, "minutes")
			sortInts(marks)
			for j := 0; j+1 < len(marks); j += 2 {
				h.Days[i] = append(h.Days[i], programme.Interval{From: programme.Minute(marks[j]), To: programme.Minute(marks[j+1])})
			}
		}
		return h
	},
}

func sortInts(v []int16) {
	for i := range v {
		for j := i; j > 0 && v[j] < v[j-1]; j-- {
			v[j], v[j-1] = v[j-1], v[j]
		}
	}
}

// draw fills v with an arbitrary value that text can carry.
func draw(t *rapid.T, v reflect.Value, size int) {
	if gen, ok := values[v.Type()]; ok {
		v.Set(reflect.ValueOf(gen(t)))
		return
	}
	switch formOf(v.Type()) {
	case aString:
		v.SetString(anyString().Draw(t, "text"))
	case aBool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case anInt:
		v.SetInt(int64(rapid.Int32().Draw(t, "int")))
	case aFloat:
		v.SetFloat(rapid.Float64().Draw(t, "float"))
	case aList:
		n := rapid.IntRange(0, size).Draw(t, "length")
		for i := range n {
			if i == 0 {
				v.Set(reflect.MakeSlice(v.Type(), n, n))
			}
			draw(t, v.Index(i), size)
		}
	case aPointer:
		if rapid.Bool().Draw(t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			draw(t, v.Elem(), size)
		}
	default:
		for i := range v.NumField() {
			// Most fields stay empty, as they do in real programmes.
			if rapid.IntRange(0, 2).Draw(t, "filled") == 0 {
				draw(t, v.Field(i), size)
			}
		}
	}
}

func anySnapshot() *rapid.Generator[*programme.Snapshot] {
	return rapid.Custom(func(t *rapid.T) *programme.Snapshot {
		s := &programme.Snapshot{}
		draw(t, reflect.ValueOf(s).Elem(), 3)
		return s
	})
}

// Every form that a field of the snapshot can have has a generator or is plain.
func TestEveryTextFormIsGenerated(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var look func(reflect.Type)
	look = func(typ reflect.Type) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		switch f := formOf(typ); f {
		case aText:
			if values[typ] == nil {
				t.Errorf("no generator for %s", typ)
			}
		case aList, aPointer:
			look(typ.Elem())
		case aRecord:
			for _, g := range recordOf(typ).fields {
				look(g.typ)
			}
		}
	}
	look(reflect.TypeFor[programme.Snapshot]())
	if len(seen) < 60 {
		t.Errorf("only %d types seen", len(seen))
	}
}

// badVerb is what fmt writes for arguments that do not fit a text.
var badVerb = regexp.MustCompile(`%!([a-z]\(|\()`)

// No facts, however odd, make the validation fail, and all that it says has texts.
func TestValidateAnySnapshot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySnapshot().Draw(t, "snapshot")
		for _, p := range programme.Validate(s, register) {
			m := Mistake{Key: p.Key, Args: p.Args}
			if sv, en := m.Text("sv"), m.Text("en"); badVerb.MatchString(sv+en) || strings.HasPrefix(en, "programme.") {
				t.Fatalf("%s %v: %s / %s", p.Key, p.Args, sv, en)
			}
		}
	})
}

// Validation of the same facts says the same, in the same order.
func TestValidateIsDeterministic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySnapshot().Draw(t, "snapshot")
		if a, b := programme.Validate(s, register), programme.Validate(s, register); !reflect.DeepEqual(a, b) {
			t.Fatalf("%v\n%v", a, b)
		}
	})
}
