package folder

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

// Every message has both texts with the same arguments, all of them numbered.
func TestMessagesSayTheSameInBothLanguages(t *testing.T) {
	for key, texts := range Messages {
		var verbs [2][]string
		for i, text := range texts {
			verbs[i] = verb.FindAllString(text, -1)
			slices.Sort(verbs[i])
			verbs[i] = slices.Compact(verbs[i])
			if strings.TrimSpace(text) != text || !strings.ContainsAny(text[len(text)-1:], ".?") {
				t.Errorf("%s: %q is not one or more whole sentences", key, text)
			}
			for _, v := range verbs[i] {
				if !strings.Contains(v, "[") {
					t.Errorf("%s: the argument %s is not numbered", key, v)
				}
			}
		}
		if !slices.Equal(verbs[0], verbs[1]) {
			t.Errorf("%s: %v in Swedish, %v in English", key, verbs[0], verbs[1])
		}
	}
}

// Every key that the code uses has texts, and every text is used.
func TestEveryKeyHasTexts(t *testing.T) {
	files, _ := filepath.Glob("*.go")
	used := map[string]bool{}
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") || f == "messages.go" {
			continue
		}
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`"(folder\.[a-z0-9-]+)"`).FindAllStringSubmatch(string(data), -1) {
			used[m[1]] = true
			if _, ok := Messages[m[1]]; !ok {
				t.Errorf("%s uses %s, which has no texts", f, m[1])
			}
		}
	}
	for key := range Messages {
		if !used[strings.TrimSuffix(key, "-near")] {
			t.Errorf("nobody uses %s", key)
		}
	}
}
