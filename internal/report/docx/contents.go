package docx

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/report/document"
)

// entry is a line of the contents.
type entry struct {
	level        int
	number, text string
	bookmark     string
}

// nameBookmarks gives every place that has an id a name that Word accepts, and
// collects the entries of the contents. Of two places with one id the first
// can be reached.
func (w *writer) nameBookmarks() {
	for b := range w.doc.Blocks() {
		switch x := b.(type) {
		case document.Heading:
			w.nameBookmark("_Toc", x.ID)
		case document.Table:
			w.nameBookmark("_Ref", x.ID)
		case document.Picture:
			w.nameBookmark("_Ref", x.ID)
		}
	}
	for _, b := range w.doc.Body {
		if h, ok := b.(document.Heading); ok {
			text := strings.Join(strings.Fields(document.Clean(document.PlainText(h.Text))), " ")
			w.entries = append(w.entries, entry{min(max(h.Level, 1), 3), strings.TrimSpace(document.Clean(h.Number)), text, w.bookmarks[h.ID]})
		}
	}
}

func (w *writer) nameBookmark(prefix, id string) {
	if id != "" && w.bookmarks[id] == "" {
		w.bookmarks[id] = fmt.Sprintf("%s%09d", prefix, len(w.bookmarks)+1)
	}
}

// contents is a table of contents with its entries in place. Page numbers are
// references without a result: LibreOffice computes them when it opens the file,
// Word when it prints or updates fields. A guess could be wrong; the entries
// have no leader, so a missing number leaves no gap. LibreOffice takes what
// stands within a TOC field as plain text and would never fill the numbers in,
// so the field itself is offered only to programs that know Word 2013's
// vocabulary; all others read the same entries without it.
func (w *writer) contents() {
	if len(w.entries) == 0 {
		return
	}
	w.add("TOCHeading", properties{}, run(w.doc.Words.Contents, ""))
	begin := forWord(`<w:fldChar w:fldCharType="begin"/>`) + forWord(`<w:instrText xml:space="preserve"> TOC \o "1-3" \h \z </w:instrText>`) +
		forWord(`<w:fldChar w:fldCharType="separate"/>`)
	for i, e := range w.entries {
		content := w.entry(e)
		if i == 0 {
			content = begin + content
		}
		if i == len(w.entries)-1 {
			content += forWord(`<w:fldChar w:fldCharType="end"/>`)
		}
		p := properties{}
		if e.number == "" {
			p.indent = &entryIndents[e.level]
		}
		w.add(fmt.Sprintf("TOC%d", e.level), p, content)
	}
}

// forWord is a run whose content only Word 2013 and later take notice of.
func forWord(content string) string {
	return `<w:r><mc:AlternateContent><mc:Choice Requires="w15">` + content + `</mc:Choice></mc:AlternateContent></w:r>`
}

// entryIndents are the left edges of entries without a number, by level, twips.
var entryIndents = [...]int{0, 0, 454, 1077}

func (w *writer) entry(e entry) string {
	text := e.text
	if e.number != "" {
		text = e.number + "\t" + text
	}
	content := run(text, "")
	if e.bookmark == "" {
		return content
	}
	return `<w:hyperlink w:anchor="` + e.bookmark + `" w:history="1">` + content + run("\t", "") + field(`PAGEREF `+e.bookmark+` \h`, "") + `</w:hyperlink>`
}
