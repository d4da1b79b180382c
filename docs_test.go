package etablera_test

import (
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var (
	fenced   = regexp.MustCompile("(?ms)^ *(```|~~~).*?^ *(```|~~~) *$")
	inlined  = regexp.MustCompile("`[^`\n]*`")
	linkTo   = regexp.MustCompile(`\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)`)
	linkDef  = regexp.MustCompile(`(?m)^ {0,3}\[[^\]^]+\]:\s+<?(\S+?)>?(?:\s|$)`)
	headline = regexp.MustCompile(`(?m)^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*$`)
	markedID = regexp.MustCompile(`(?:id|name)="([^"]+)"`)
)

// linksOf are the targets that a Markdown text points to, outside code.
func linksOf(text string) []string {
	text = inlined.ReplaceAllString(fenced.ReplaceAllString(text, ""), "")
	var out []string
	for _, m := range append(linkTo.FindAllStringSubmatch(text, -1), linkDef.FindAllStringSubmatch(text, -1)...) {
		out = append(out, m[1])
	}
	return out
}

// anchorsOf are the places in a Markdown text that a link can point to: its
// headings as a reader on the web names them, and ids set by hand.
func anchorsOf(text string) map[string]bool {
	text = fenced.ReplaceAllString(text, "")
	out := map[string]bool{}
	for _, m := range headline.FindAllStringSubmatch(text, -1) {
		name := slug(regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`).ReplaceAllString(m[1], "$1"))
		for again, first := 0, name; out[name]; {
			again++
			name = first + "-" + strconv.Itoa(again)
		}
		out[name] = true
	}
	for _, m := range markedID.FindAllStringSubmatch(text, -1) {
		out[m[1]] = true
	}
	return out
}

// slug keeps letters, digits, hyphens and underscores of a heading in lower
// case and makes each space a hyphen.
func slug(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// brokenLinks are the links of a Markdown file within the project that lead nowhere.
func brokenLinks(file string) ([]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var broken []string
	for _, link := range linksOf(string(text)) {
		target, err := url.Parse(link)
		if err != nil {
			broken = append(broken, link)
			continue
		}
		if target.Scheme != "" || target.Host != "" {
			continue
		}
		path := file
		if target.Path != "" {
			path = filepath.Join(filepath.Dir(file), filepath.FromSlash(target.Path))
		}
		if _, err := os.Stat(path); err != nil {
			broken = append(broken, link)
			continue
		}
		if target.Fragment == "" || filepath.Ext(path) != ".md" {
			continue
		}
		if other, err := os.ReadFile(path); err != nil || !anchorsOf(string(other))[target.Fragment] {
			broken = append(broken, link)
		}
	}
	return broken, nil
}

// Every link in the project's texts leads to a file that is there and, within
// Markdown, to a heading that is there.
func TestLinks(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		switch name := entry.Name(); {
		case err != nil:
			return err
		case entry.IsDir() && path != "." && (strings.HasPrefix(name, ".") || name == "testdata" || name == "node_modules"):
			return fs.SkipDir
		case entry.IsDir() || filepath.Ext(name) != ".md":
			return nil
		}
		files++
		broken, err := brokenLinks(path)
		for _, link := range broken {
			t.Errorf("%s: %s leads nowhere", path, link)
		}
		return err
	})
	if err != nil || files < 10 {
		t.Errorf("%d texts read: %v", files, err)
	}
}

// The test above finds what is broken, and only that.
func TestBrokenLinksAreFound(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.md": "# Först\n[b](b.md), [b](b.md#två-ord), [här](#först \"titel\"), [ut](https://example.org/x#y), `[kod](nej.md)`\n" +
			"```\n[kod](nej.md)\n```\n[c](saknas.md) [d](b.md#saknas) [e](#andra)\n\n[f]: borta.md\n",
		"b.md": "## Två ord\n## Två ord\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := brokenLinks(filepath.Join(dir, "a.md"))
	if want := "saknas.md b.md#saknas #andra borta.md"; err != nil || strings.Join(got, " ") != want {
		t.Errorf("got %v (%v), want %s", got, err, want)
	}
}
