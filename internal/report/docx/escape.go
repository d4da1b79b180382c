package docx

import (
	"strings"

	"github.com/etablera/etablera/internal/report/document"
)

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;")

// escape makes any text fit for an attribute or an element.
func escape(s string) string { return escaper.Replace(document.Clean(s)) }

// textRuns is the content of a run: text with its breaks and tabs. Spaces are
// kept, no-break spaces among them.
func textRuns(s string) string {
	var b strings.Builder
	rest := document.Clean(s)
	for rest != "" {
		i := strings.IndexAny(rest, "\n\t")
		if i < 0 {
			i = len(rest)
		}
		if i > 0 {
			b.WriteString(`<w:t xml:space="preserve">` + escape(rest[:i]) + `</w:t>`)
		}
		if i == len(rest) {
			break
		}
		if rest[i] == '\n' {
			b.WriteString(`<w:br/>`)
		} else {
			b.WriteString(`<w:tab/>`)
		}
		rest = rest[i+1:]
	}
	return b.String()
}

// short cuts a text to n UTF-16 units, which is what Word counts.
func short(s string, n int) string {
	units := 0
	for i, r := range s {
		step := 1
		if r > 0xffff {
			step = 2
		}
		if units+step > n {
			return s[:i]
		}
		units += step
	}
	return s
}
