package html

import (
	"strings"

	"github.com/etablera/etablera/internal/report/document"
	nethtml "golang.org/x/net/html"
)

// fataler is a test, or a round of a property.
type fataler interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// parse reads a page that has been written.
func parse(t fataler, doc *document.Document) *nethtml.Node {
	t.Helper()
	data, err := Bytes(doc)
	if err != nil {
		t.Fatalf("writing: %v", err)
	}
	root, err := nethtml.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatalf("reading: %v", err)
	}
	return root
}

// elements are the elements of a name ("" for all) in the order of the page.
func elements(root *nethtml.Node, name string) []*nethtml.Node {
	var out []*nethtml.Node
	for n := range root.Descendants() {
		if n.Type == nethtml.ElementNode && (name == "" || n.Data == name) {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *nethtml.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *nethtml.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// text is what an element says.
func text(n *nethtml.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == nethtml.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
