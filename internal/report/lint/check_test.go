package lint

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Every key in the code has a text in both languages with the same arguments,
// and no text is left over.
func TestMessages(t *testing.T) {
	used := map[string]bool{}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	key := regexp.MustCompile(`"(lint\.[a-zA-Z.]+)"`)
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") || e.Name() == "messages.go" {
			continue
		}
		source, err := os.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range key.FindAllStringSubmatch(string(source), -1) {
			used[m[1]] = true
		}
	}
	args := regexp.MustCompile(`\{[a-zA-Z]+\}`)
	for k, m := range Messages {
		if !used[k] {
			t.Errorf("%s is used nowhere", k)
		}
		for _, a := range args.FindAllString(m.Sv+m.En, -1) {
			if !strings.Contains(m.Sv, a) || !strings.Contains(m.En, a) {
				t.Errorf("%s: %s is only in one language", k, a)
			}
		}
	}
	for k := range used {
		if _, ok := Messages[k]; !ok {
			t.Errorf("%s has no text", k)
		}
	}
}

// A finding's excerpt shows the words around it on one line.
func TestExcerpt(t *testing.T) {
	found := check(t, "a.txt", strings.Repeat("Ingenting sägs här om åäö. ", 20)+
		"Antalet ökade från 103 till 149, med 47 kontor. "+strings.Repeat("Inte heller här. ", 20), Facts{})
	if len(found) != 1 || !strings.Contains(found[0].Excerpt, "med 47 kontor") || strings.Count(found[0].Excerpt, "…") != 2 ||
		len([]rune(found[0].Excerpt)) > 2*excerptWidth+10 {
		t.Errorf("got %s", describe(found))
	}
	if len(found[0].Related) != 2 {
		t.Errorf("want base and new value as related places, got %v", found[0].Related)
	}
}

// A report of some 200 pages, read and checked.
func BenchmarkCheck200Pages(b *testing.B) {
	source := []byte(strings.Repeat(consistent, 600_000/len(consistent)))
	facts := smallFacts()
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		text, err := Read("a.md", source)
		if err != nil {
			b.Fatal(err)
		}
		Check(text, facts)
	}
}
