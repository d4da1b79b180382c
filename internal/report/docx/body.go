package docx

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/report/document"
)

// namespaces are declared by every part that holds text.
const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"`

// body writes cover, letter, contents and report into nodes.
func (w *writer) body() {
	w.linkEdges()
	w.nameBookmarks()
	w.cover()
	w.letter()
	w.endSection(w.section(front))
	w.contents()
	w.breakNext = len(w.entries) > 0
	now := upright
	lie := orientations(w.doc.Body)
	for i, b := range w.doc.Body {
		if lie[i] != now {
			w.endSection(w.section(now))
			now, w.breakNext = lie[i], false
		}
		w.block(b, now)
	}
	w.last = w.section(now)
	// A table must be followed by a paragraph.
	if n := len(w.nodes); n == 0 || w.nodes[n-1].style == "" || w.nodes[n-1].props.section != "" {
		w.add("TableEnd", properties{}, "")
	}
}

func (w *writer) documentXML() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:document ` + namespaces + `><w:body>` + "\n")
	for _, n := range w.nodes {
		b.WriteString(n.xml() + "\n")
	}
	b.WriteString(w.last + "</w:body></w:document>\n")
	return b.String()
}

// orientations says how the page of each block lies. A wide table lies sideways
// and takes along the heading and the one paragraph that introduce it, so that
// they do not stay behind on the page before.
func orientations(blocks []document.Block) []orientation {
	lie := make([]orientation, len(blocks))
	for i, b := range blocks {
		lie[i] = upright
		t, ok := b.(document.Table)
		if !ok || !isWide(t) {
			continue
		}
		lie[i] = sideways
		j := i - 1
		if j > 0 {
			if _, ok := blocks[j].(document.Paragraph); ok {
				j--
			}
		}
		for ; j >= 0; j-- {
			if _, ok := blocks[j].(document.Heading); !ok {
				break
			}
			for k := j; k < i; k++ {
				lie[k] = sideways
			}
		}
	}
	return lie
}

func (w *writer) block(b document.Block, o orientation) {
	switch x := b.(type) {
	case document.Heading:
		w.heading(x)
	case document.Paragraph:
		w.add(paragraphStyle(x), properties{}, w.inlines(x.Text, false))
	case document.List:
		w.list(x)
	case document.Table:
		w.table(x, o)
	case document.Picture:
		w.picture(x, o)
	case document.Notice:
		w.add("Notice", properties{}, w.inlines(x.Text, false))
	case document.PageBreak:
		w.breakNext = true
	}
}

func paragraphStyle(p document.Paragraph) string {
	if p.Style == "lead" {
		return "Lead"
	}
	return "BodyText"
}

func (w *writer) list(l document.List) {
	style, number := "ListBullet", bulletList
	if l.Ordered {
		style, number = "ListNumber", firstOrdered+w.lists
		w.lists++
	}
	for _, item := range l.Items {
		w.add(style, properties{list: number}, w.inlines(item, false))
	}
}

// headingTabs are where the text of a numbered heading begins, by level, twips.
var headingTabs = [...]int{0, 624, 794, 907}

func (w *writer) heading(h document.Heading) {
	level := min(max(h.Level, 1), 3)
	p, content := properties{}, w.inlines(h.Text, false)
	if number := strings.TrimSpace(document.Clean(h.Number)); number != "" {
		p.tab = headingTabs[level]
		content = run(number+"\t", "") + content
	}
	w.add(fmt.Sprintf("Heading%d", level), p, w.marked(h.ID, content))
}

// marked sets a bookmark round the content, if the document names the place.
func (w *writer) marked(id, content string) string {
	name := w.bookmarks[id]
	if name == "" || w.placed[id] {
		return content
	}
	w.placed[id] = true
	w.marks++
	return fmt.Sprintf(`<w:bookmarkStart w:id="%[1]d" w:name="%[2]s"/>%[3]s<w:bookmarkEnd w:id="%[1]d"/>`, w.marks, name, content)
}
