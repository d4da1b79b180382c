package html

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/etablera/etablera/internal/report/document"
)

// nameTargets gives each place that the document names an id that a page can
// hold. Of two places with one name the first keeps it.
func (w *writer) nameTargets() {
	name := func(id string) {
		clean := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '.' {
				return r
			}
			return '-'
		}, document.Clean(id))
		if id == "" || w.ids[id] != "" || clean == manifestID {
			return
		}
		for w.placed[clean] {
			clean += "-"
		}
		w.ids[id], w.placed[clean] = clean, true
	}
	for b := range w.doc.Blocks() {
		switch x := b.(type) {
		case document.Heading:
			name(x.ID)
		case document.Table:
			name(x.ID)
		case document.Picture:
			name(x.ID)
		}
	}
	w.placed = map[string]bool{}
}

// id is the attribute for a place, the first time that it is asked for.
func (w *writer) id(id string) string {
	name := w.ids[id]
	if name == "" || w.placed[name] {
		return ""
	}
	w.placed[name] = true
	return ` id="` + escape(name) + `"`
}

func (w *writer) inlines(in []document.Inline) string {
	var b strings.Builder
	for _, i := range in {
		switch x := i.(type) {
		case document.Run:
			b.WriteString(wrap("strong", x.Bold, wrap("em", x.Italic, escape(x.Text))))
		case document.Bound:
			b.WriteString(wrap("strong", x.Bold, w.figure(x)))
		case document.Link:
			b.WriteString(w.link(x))
		case document.Footnote:
			b.WriteString(w.footnote(x))
		}
	}
	return b.String()
}

func wrap(element string, on bool, content string) string {
	if !on || content == "" {
		return content
	}
	return "<" + element + ">" + content + "</" + element + ">"
}

// figure marks a number with its address and its value.
func (w *writer) figure(f document.Bound) string {
	if escape(f.Text) == "" {
		return ""
	}
	address := escape(string(f.Address))
	return fmt.Sprintf(`<data class="figure" value="%s" data-address="%s" title="%s">%s</data>`, escape(w.values[f.Address]), address, address, escape(f.Text))
}

// link is a link where its target exists or can be opened, and text elsewhere.
func (w *writer) link(l document.Link) string {
	text := escape(l.Text)
	if strings.TrimSpace(text) == "" {
		return text
	}
	if id, ok := strings.CutPrefix(l.Href, "#"); ok {
		if name := w.ids[id]; name != "" {
			return `<a href="#` + escape(name) + `">` + text + `</a>`
		}
		return text
	}
	if target, ok := document.WebTarget(l.Href); ok {
		return `<a href="` + escape(target) + `">` + text + `</a>`
	}
	return text
}

// footnote sets a reference and keeps the note for the end of the page. The
// number stands in brackets: without style it must not run into a number.
func (w *writer) footnote(f document.Footnote) string {
	if w.inNote {
		return " (" + w.inlines(f.Text) + ")"
	}
	w.inNote = true
	text := w.inlines(f.Text)
	w.inNote = false
	w.notes = append(w.notes, text)
	return fmt.Sprintf(`<sup><a id="_ref-%[1]d" href="#_note-%[1]d" role="doc-noteref">[%[1]d]</a></sup>`, len(w.notes))
}

func (w *writer) endnotes() {
	if len(w.notes) == 0 {
		return
	}
	w.printf("<section class=\"notes\">\n<h2>%s</h2>\n", escape(w.doc.Words.Notes))
	for i, n := range w.notes {
		w.printf("<aside id=\"_note-%[1]d\" role=\"doc-footnote\"><p><a href=\"#_ref-%[1]d\" aria-label=\"[%[1]d] %[2]s\">[%[1]d]</a> %[3]s</p></aside>\n", i+1, escape(w.doc.Words.ToText), n)
	}
	w.printf("</section>\n")
}
