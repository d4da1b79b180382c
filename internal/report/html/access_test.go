package html

import (
	"fmt"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
	nethtml "golang.org/x/net/html"
)

// checkPage checks what readers with aids, and readers without, rely on: unique
// ids, links that lead somewhere, headings in order, tables with captions and
// heads, drawings with texts, nothing fetched and nothing run.
func checkPage(t fataler, root *nethtml.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, n := range elements(root, "") {
		if has(n, "id") {
			if id := attr(n, "id"); ids[id] || id == "" || strings.ContainsAny(id, " \t\n") && inPage(n) {
				t.Errorf("the id %q is taken, empty or has a space", id)
			}
			ids[attr(n, "id")] = true
		}
	}
	level := 0
	for _, n := range elements(root, "") {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s has the attribute %s", n.Data, a.Key)
			}
			if to, inside := strings.CutPrefix(a.Val, "#"); a.Key == "href" && inside && !ids[to] {
				t.Errorf("a link leads to %q, which is not there", to)
			}
			if (a.Key == "aria-labelledby" || a.Key == "aria-describedby") && inPage(n) && !ids[a.Val] {
				t.Errorf("%s is labelled by %q, which is not there", n.Data, a.Val)
			}
		}
		checkElement(t, n, &level)
	}
	for name, count := range map[string]int{"main": 1, "header": 1, "footer": 1, "title": -1, "html": 1} {
		if n := len(elements(root, name)); count > 0 && n != count || n == 0 {
			t.Errorf("%d elements %s", n, name)
		}
	}
}

// inPage says whether an element is the page's own, not a drawing's.
func inPage(n *nethtml.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "svg" {
			return false
		}
	}
	return true
}

func checkElement(t fataler, n *nethtml.Node, level *int) {
	t.Helper()
	switch n.Data {
	case "h1", "h2", "h3", "h4":
		now := int(n.Data[1] - '0')
		if now > *level+1 && *level > 0 {
			t.Errorf("a heading of level %d follows one of level %d", now, *level)
		}
		*level = now
	case "script":
		if attr(n, "type") != "application/json" {
			t.Errorf("a script that runs")
		}
	case "a":
		if href := attr(n, "href"); !strings.HasPrefix(href, "#") && !strings.HasPrefix(href, "https://") && !strings.HasPrefix(href, "http://") && !strings.HasPrefix(href, "mailto:") {
			t.Errorf("a link to %q", href)
		}
	case "link", "iframe", "object", "embed", "form", "base":
		t.Errorf("the page holds an element %s", n.Data)
	case "img":
		if !strings.HasPrefix(attr(n, "src"), "data:") || !has(n, "alt") {
			t.Errorf("a picture from elsewhere, or without alternative text")
		}
	case "table":
		if len(elements(n, "caption")) != 1 || attr(n.Parent, "tabindex") != "0" || attr(n.Parent, "role") != "region" {
			t.Errorf("a table without caption, or that does not scroll by keyboard")
		}
	case "th":
		if attr(n, "scope") == "" {
			t.Errorf("a head without scope: %q", text(n))
		}
	case "svg":
		if p := n.Parent; attr(p, "role") != "img" || !has(p, "aria-label") {
			t.Errorf("a drawing without alternative text")
		}
	}
}

// The first thing that the keyboard meets leads past the page head.
func TestSkipLinkComesFirst(t *testing.T) {
	root := parse(t, small())
	first := elements(root, "a")[0]
	if attr(first, "href") != "#_text" || text(first) != "Till rapportens text" {
		t.Errorf("the first link says %q and leads to %q", text(first), attr(first, "href"))
	}
	if attr(elements(root, "main")[0], "id") != "_text" {
		t.Error("it does not lead to the text")
	}
}

// A status is told by mark and word.
func TestStatusesHaveMarkAndWord(t *testing.T) {
	for _, s := range document.Statuses {
		doc := &document.Document{Lang: "sv", Words: sample.Words("sv"), Body: []document.Block{document.Table{Columns: make([]document.Column, 1),
			Rows: []document.Row{{Cells: []document.Cell{{Text: document.TextOf("ordet"), Status: s}}}}}}}
		cell := elements(parse(t, doc), "td")[1]
		if got := text(cell); got != document.Mark(s)+" ordet" || attr(cell, "class") != "status "+s {
			t.Errorf("%s: %q, class %q", s, got, attr(cell, "class"))
		}
		if !strings.Contains(style, "."+s) {
			t.Errorf("the style sheet has no look for %q", s)
		}
	}
}

func TestSafeDrawing(t *testing.T) {
	for _, c := range []struct {
		svg  string
		safe bool
	}{
		{`<svg xmlns="http://www.w3.org/2000/svg"><g><rect fill="url(#p)"/></g></svg>`, true},
		{``, false}, {`<p/>`, false}, {`<svg>`, false}, {`<svg></g></svg>`, false},
		{`<svg><script>alert(1)</script></svg>`, false},
		{`<svg onload="alert(1)"/>`, false},
		{`<svg><foreignObject/></svg>`, false},
		{`<svg><image href="https://example.org/x.png"/></svg>`, false},
		{`<svg><rect fill="url(https://example.org/x)"/></svg>`, false},
		{`<svg><rect style="fill:red"/></svg>`, false},
		{`<svg><g xlink:href="#a"/></svg>`, false},
		{`<?xml version="1.0"?><svg/>`, false},
		{`<!DOCTYPE svg><svg/>`, false},
		{`<svg><!-- x --></svg>`, false},
	} {
		if got := safeDrawing([]byte(c.svg)); got != c.safe {
			t.Errorf("safeDrawing(%s) = %v", c.svg, got)
		}
	}
}

// A drawing that is not safe gives way to its bitmap, and that to its text.
func TestPictureForms(t *testing.T) {
	for _, c := range []struct {
		svg, png string
		want     string
	}{{`<svg xmlns="http://www.w3.org/2000/svg"></svg>`, "x", "svg"}, {`<svg onload="x"/>`, "x", "img"}, {"", "", "p"}} {
		doc := &document.Document{Lang: "sv", Words: sample.Words("sv"), Body: []document.Block{document.Picture{Number: 1, Alt: "Alt & text", SVG: []byte(c.svg), PNG: []byte(c.png)}}}
		page := fmt.Sprint(elements(parse(t, doc), c.want) != nil)
		data, err := Bytes(doc)
		if page != "true" || err != nil || !strings.Contains(string(data), "Alt &amp; text") {
			t.Errorf("want a picture as %s with its text (%v)", c.want, err)
		}
	}
}

// A picture that fits on a narrow screen is not blown up to the width of others.
func TestNarrowPictureKeepsItsWidth(t *testing.T) {
	for width, want := range map[int]string{380: `class="drawing narrow"`, 720: `class="drawing"`} {
		doc := &document.Document{Lang: "sv", Title: "t", Body: []document.Block{document.Picture{ID: "p", Number: 1, Alt: "alt", Width: width, Height: 700,
			SVG: []byte(`<svg xmlns="http://www.w3.org/2000/svg"><title>t</title></svg>`)}}}
		page, err := Bytes(doc)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(page), want) {
			t.Errorf("width %d: no %s", width, want)
		}
	}
}
