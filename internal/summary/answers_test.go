package summary_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/change"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/summary"
)

// written is an answer that a person can read.
type written interface {
	WriteText(io.Writer, locale.Lang) error
}

// inLang makes one of every answer that has a text.
func inLang(t *testing.T, lang locale.Lang) map[string]written {
	t.Helper()
	node, err := summary.Explain(example(), "economy/round/omgang-1/establishment", 4)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]written{
		"plan":     summary.Of(example(), lang),
		"access":   accessOf(withScenario(t), lang),
		"check":    summary.CheckOf(nil, summary.MatrixOf(example(), lang), lang),
		"explain":  summary.TreeOf(example(), node, lang),
		"lint":     summary.FindingsOf([]summary.Linted{summary.LintedOf("a", found(), lang)}),
		"verify":   summary.VerifiedOf("a", broken(), lang),
		"diff":     summary.ChangesOf(differing(), lang),
		"promises": summary.PromisesOf(example(), lang),
		"history":  historyOf(t, later(), lang),
		"scores":   scoresOf(t, later(), lang),
		"plans":    summary.ChangesOf(change.Plans(nothing(), example()), lang),
	}
}

type breaking struct{ left int }

var errBroken = errors.New("the pipe is broken")

func (b *breaking) Write(p []byte) (int, error) {
	if b.left--; b.left < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

// A text that cannot be written to the end is an error, wherever it breaks.
func TestBrokenPipe(t *testing.T) {
	for name, answer := range inLang(t, locale.Swedish) {
		for _, lines := range []int{0, 1, 3} {
			if err := answer.WriteText(&breaking{lines}, locale.Swedish); !errors.Is(err, errBroken) {
				t.Errorf("%s after %d lines: %v", name, lines, err)
			}
		}
	}
}

// The same plan gives the same text and the same JSON.
func TestSameBytes(t *testing.T) {
	first, second := inLang(t, locale.English), inLang(t, locale.English)
	for name := range first {
		var a, b bytes.Buffer
		if err := errors.Join(first[name].WriteText(&a, locale.English), second[name].WriteText(&b, locale.English)); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(summary.WriteJSON(&a, first[name]), summary.WriteJSON(&b, second[name])); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s is another the second time", name)
		}
	}
}

// forPeople are the fields that hold words in the reader's language.
var forPeople = map[string]bool{"text": true, "label": true, "name": true, "ruleText": true, "statusText": true, "required": true, "measured": true,
	"reading": true, "what": true, "subject": true, "needs": true, "notes": true, "office": true, "title": true, "baselineName": true, "reason": true, "place": true, "drivenByName": true, "groupName": true, "failingAreas": true}

// withoutWords drops what a program should not read.
func withoutWords(v any) any {
	switch x := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, e := range x {
			if !forPeople[k] {
				out[k] = withoutWords(e)
			}
		}
		return out
	case []any:
		out := make([]any, len(x))
		for i, e := range x {
			out[i] = withoutWords(e)
		}
		return out
	}
	return v
}

// What a program reads does not depend on the language; what a person reads does.
func TestLanguageIsForPeople(t *testing.T) {
	sv, en := inLang(t, locale.Swedish), inLang(t, locale.English)
	for name := range sv {
		var values [2]any
		var whole [2]string
		for i, answer := range []written{sv[name], en[name]} {
			var b bytes.Buffer
			if err := summary.WriteJSON(&b, answer); err != nil {
				t.Fatal(err)
			}
			whole[i] = b.String()
			if err := json.Unmarshal(b.Bytes(), &values[i]); err != nil {
				t.Fatal(err)
			}
		}
		if !reflect.DeepEqual(withoutWords(values[0]), withoutWords(values[1])) {
			t.Errorf("%s: programs read one thing in Swedish and another in English", name)
		}
		if whole[0] == whole[1] {
			t.Errorf("%s: people read the same in Swedish and in English", name)
		}
	}
}

// Every text of the package is used, and has both languages with the same arguments.
func TestMessages(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var source strings.Builder
	for _, f := range files {
		if f == "messages.go" || strings.HasSuffix(f, "_test.go") {
			continue
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		source.Write(text)
	}
	verbs := regexp.MustCompile(`%\[[0-9]\][a-z]`)
	for key, texts := range summary.Messages {
		group, name, _ := strings.Cut(key, ".")
		used := strings.Contains(source.String(), `"`+key+`"`)
		switch group {
		case "leaders":
			used = used || strings.HasPrefix(name, "why.") && strings.Contains(source.String(), `"leaders.why."`)
		case "severity", "state", "basis", "history", "word":
			used = used || strings.Contains(source.String(), `"`+group+`."`)
		case "column":
			used = used || strings.Contains(source.String(), `"`+name+`"`) || strings.Contains(source.String(), `">`+name+`"`)
		}
		if !used {
			t.Errorf("nothing uses %s", key)
		}
		count := func(text string) map[string]bool {
			out := map[string]bool{}
			for _, v := range verbs.FindAllString(text, -1) {
				out[v] = true
			}
			return out
		}
		if texts[0] == "" || texts[1] == "" || !reflect.DeepEqual(count(texts[0]), count(texts[1])) {
			t.Errorf("%s: %q and %q", key, texts[0], texts[1])
		}
	}
}

// Angle brackets and ampersands stand as they are: JSON for programs is no page.
func TestJSONIsNotEscapedForPages(t *testing.T) {
	var b bytes.Buffer
	if err := summary.WriteJSON(&b, summary.Version{Version: "<a> & b"}); err != nil || !strings.Contains(b.String(), `"<a> & b"`) || !strings.HasSuffix(b.String(), "}\n") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

// A change of a figure shows values of every unit as programs read them.
func TestUnits(t *testing.T) {
	for _, c := range []struct {
		v         figure.Value
		low, high any
		unit      string
	}{
		{figure.OfMoney(2465000000), int64(2465000000), int64(2465000000), "money"},
		{figure.Between(figure.Count, 1, 2), int64(1), int64(2), "count"},
		{figure.OfShare(0.8123), int64(812300), int64(812300), "share"},
		{figure.OfDate(738307), "2022-06-01", "2022-06-01", "date"},
		{figure.Between(figure.Date, 738307, 738308), "2022-06-01", "2022-06-02", "date"},
		{figure.Between(figure.Date, 738307, figure.NoLast), "2022-06-01", nil, "date"},
		{figure.Between(figure.Date, figure.NoFirst, 738308), nil, "2022-06-02", "date"},
		{figure.OfWords("Boden"), "Boden", "Boden", "words"},
		{figure.OfDays(-3), int64(-3), int64(-3), "days"},
		{figure.Unknown(figure.Metres), nil, nil, "metres"},
	} {
		set := &change.Set{Figures: []change.FigureChange{{Kind: change.Added, Address: "a", After: c.v}}}
		f := summary.ChangesOf(set, locale.English).Figures[0].After
		if f.Low != c.low || f.High != c.high || f.Unit != c.unit || f.Text == "" {
			t.Errorf("%s: %+v", c.v.Canonical(), f)
		}
	}
}
