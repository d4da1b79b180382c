package docx

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// inlines writes inline content; all of it is bold if bold is set.
func (w *writer) inlines(in []document.Inline, bold bool) string {
	var b strings.Builder
	for _, i := range in {
		switch x := i.(type) {
		case document.Run:
			b.WriteString(run(x.Text, format(x.Bold || bold, x.Italic)))
		case document.Bound:
			b.WriteString(w.control(x, bold))
		case document.Link:
			b.WriteString(w.link(x, bold))
		case document.Footnote:
			b.WriteString(w.footnote(x, bold))
		}
	}
	return b.String()
}

func format(bold, italic bool) string {
	switch {
	case bold && italic:
		return `<w:b/><w:bCs/><w:i/><w:iCs/>`
	case bold:
		return `<w:b/><w:bCs/>`
	case italic:
		return `<w:i/><w:iCs/>`
	}
	return ""
}

// run is a run of text with its properties.
func run(text, props string) string {
	content := textRuns(text)
	if content == "" {
		return ""
	}
	if props != "" {
		props = `<w:rPr>` + props + `</w:rPr>`
	}
	return `<w:r>` + props + content + `</w:r>`
}

// tagLimit is how many UTF-16 units Word accepts in the tag and the name of a
// content control; it refuses a file with more.
const tagLimit = 64

// control wraps a figure in a content control that carries its address. Without
// text there is nothing to wrap.
func (w *writer) control(f document.Bound, bold bool) string {
	content := run(f.Text, format(f.Bold || bold, false))
	if content == "" {
		return ""
	}
	return fmt.Sprintf(`<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s"/><w:id w:val="%d"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`,
		escape(short(document.Clean(string(f.Address)), tagLimit)), escape(w.tag(f.Address)), w.id(), content)
}

// tag is "figure:" and the address. An address that is longer than Word accepts
// is called ~1, ~2 … and written out in customXml/item2.xml.
func (w *writer) tag(a figure.Address) string {
	full := "figure:" + document.Clean(string(a))
	if short(full, tagLimit) == full {
		return full
	}
	tag, known := w.longTags[a]
	if !known {
		w.longest = append(w.longest, a)
		tag = fmt.Sprintf("figure:~%d", len(w.longest))
		w.longTags[a] = tag
	}
	return tag
}

// link is a hyperlink where its target is a place in the document or a sound
// address on the web, and plain text elsewhere.
func (w *writer) link(l document.Link, bold bool) string {
	text := run(l.Text, `<w:rStyle w:val="Hyperlink"/>`+format(bold, false))
	if text == "" {
		return ""
	}
	if id, ok := strings.CutPrefix(l.Href, "#"); ok {
		if name := w.bookmarks[id]; name != "" {
			return `<w:hyperlink w:anchor="` + name + `" w:history="1">` + text + `</w:hyperlink>`
		}
		return run(l.Text, format(bold, false))
	}
	target, ok := document.WebTarget(l.Href)
	if !ok {
		return run(l.Text, format(bold, false))
	}
	return `<w:hyperlink r:id="` + w.rel.addLink(target) + `" w:history="1">` + text + `</w:hyperlink>`
}

// footnote sets a reference and keeps the note for its own part.
func (w *writer) footnote(f document.Footnote, bold bool) string {
	if w.inNote {
		return run(" (", "") + w.inlines(f.Text, bold) + run(")", "")
	}
	w.inNote, w.rel = true, w.notesRel
	text := w.inlines(f.Text, false)
	w.inNote, w.rel = false, w.main
	w.notes = append(w.notes, paragraph("FootnoteText", properties{},
		`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`+run("\u00a0", "")+text))
	return fmt.Sprintf(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, len(w.notes))
}
