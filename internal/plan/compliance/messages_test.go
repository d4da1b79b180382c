package compliance

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

var verb = regexp.MustCompile(`%\[(\d)\]([a-z])`)

// Every text has both languages with the same arguments, of the same form.
func TestTextsAgree(t *testing.T) {
	for key, texts := range Messages {
		var verbs [2][]string
		for i, text := range texts {
			if text == "" {
				t.Errorf("%s has no text in language %d", key, i)
			}
			if strings.Count(text, "%") != len(verb.FindAllString(text, -1)) {
				t.Errorf("%s: a verb without an index in %q", key, text)
			}
			verbs[i] = verb.FindAllString(text, -1)
			slices.Sort(verbs[i])
		}
		if !slices.Equal(verbs[0], verbs[1]) {
			t.Errorf("%s: %v in Swedish, %v in English", key, verbs[0], verbs[1])
		}
	}
}

// Every text is used by the code, whole or put together from a prefix.
func TestTextsAreUsed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var code strings.Builder
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") || f == "messages.go" {
			continue
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(text)
	}
	composed := []string{"status.", "clause.", "compliance.class.", "compliance.precision.", "compliance.consultation.", "compliance.row.lacks-"}
	for key := range Messages {
		name := strings.TrimPrefix(key, "rule.")
		name = strings.TrimSuffix(strings.TrimSuffix(name, "-about"), "-expected")
		if slices.ContainsFunc(composed, func(p string) bool { return strings.HasPrefix(key, p) }) {
			continue
		}
		for _, p := range []string{"compliance.row.", "compliance.state.", "compliance."} {
			if rest, ok := strings.CutPrefix(name, p); ok && strings.Contains(code.String(), `"`+p+`"`) && strings.Contains(code.String()+kindNames(), `"`+rest+`"`) {
				name = p
				break
			}
		}
		if !strings.Contains(code.String(), `"`+name) {
			t.Errorf("nothing uses %s", key)
		}
	}
}

func kindNames() string {
	var b strings.Builder
	for _, k := range programme.ClauseKinds {
		b.WriteString(`"` + string(k) + `"`)
	}
	return b.String() + `"not-started""underway"`
}

// Every status, and every kind with its rule, has a text, and every kind a check.
func TestEveryKindHasItsCheckAndTexts(t *testing.T) {
	for _, k := range programme.ClauseKinds {
		if kinds[k] == nil {
			t.Errorf("no check of %s", k)
		}
		for _, key := range []string{"clause." + string(k), "rule.compliance." + string(k)} {
			if _, ok := Messages[key]; !ok {
				t.Errorf("no text for %s", key)
			}
		}
	}
	if len(kinds) != len(programme.ClauseKinds) {
		t.Errorf("%d checks of %d kinds", len(kinds), len(programme.ClauseKinds))
	}
	for _, s := range Statuses {
		if _, ok := Messages["status."+string(s)]; !ok {
			t.Errorf("no text for %s", s)
		}
	}
}
