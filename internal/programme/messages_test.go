package programme

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every message has both texts, with the same numbered arguments.
func TestMessagesSayTheSameInBothLanguages(t *testing.T) {
	for key, texts := range Messages {
		for i, text := range texts {
			for n, rest := range strings.Split(text, "%")[1:] {
				if !strings.HasPrefix(rest, "[") || len(rest) < 4 {
					t.Errorf("%s: argument %d of %q is not numbered", key, n+1, text)
					continue
				}
				if !strings.Contains(texts[1-i], "%"+rest[:4]) {
					t.Errorf("%s: %%%s is in one language only", key, rest[:4])
				}
			}
			if !strings.ContainsAny(text[len(text)-1:], ".?") {
				t.Errorf("%s: %q does not end", key, text)
			}
		}
	}
}

// Every key that the code uses has texts, and every text is used. Keys are made
// by adding a kind of name, "-near" or "-more" to what stands in the code.
func TestEveryKeyHasTexts(t *testing.T) {
	names, err := filepath.Glob("validate*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for thing := range homes {
		used["programme.unknown-"+thing] = true
	}
	for _, kind := range []nameKind{aMunicipality, aCounty, aMetroRegion, anArea} {
		used["programme.unknown-"+string(kind)] = true
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`"(programme\.[a-z0-9-]*[a-z0-9])"`).FindAllStringSubmatch(string(data), -1) {
			used[m[1]] = true
		}
	}
	for key := range used {
		if _, ok := Messages[key]; !ok {
			t.Errorf("%s has no texts", key)
		}
	}
	for key := range Messages {
		if !used[strings.TrimSuffix(strings.TrimSuffix(key, "-near"), "-more")] {
			t.Errorf("nobody uses %s", key)
		}
	}
	for key := range absent {
		if !used[key] {
			t.Errorf("absent names %s, which nobody uses", key)
		}
	}
}
