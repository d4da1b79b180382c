package docx

import (
	"fmt"
	"strings"
)

// Measures of the page in twips: A4 with margins of 27 mm at the sides.
const (
	pageShort, pageLong = 11906, 16838
	sideMargin          = 1531
	wideMargin          = 1417
	textWidth           = pageShort - 2*sideMargin
	wideWidth           = pageLong - 2*wideMargin
)

// orientation is how the pages of a section lie and what their edges show.
type orientation uint8

const (
	front    orientation = iota // cover and letter: upright, without page head
	upright                     // the report
	sideways                    // wide tables
)

func (o orientation) edgeName() string { return [...]string{"Front", "", "Wide"}[o] }

// width is the width of the text in twips.
func (o orientation) width() int {
	if o == sideways {
		return wideWidth
	}
	return textWidth
}

// section is the end of a section: its page size, margins, head and foot.
func (w *writer) section(o orientation) string {
	head, foot := w.edgeIDs[o][0], w.edgeIDs[o][1]
	size := fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="1814" w:right="%[3]d" w:bottom="1588" w:left="%[3]d" w:header="794" w:footer="737" w:gutter="0"/>`, pageShort, pageLong, sideMargin)
	if o == sideways {
		size = fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/><w:pgMar w:top="1588" w:right="%[3]d" w:bottom="1304" w:left="%[3]d" w:header="737" w:footer="624" w:gutter="0"/>`, pageLong, pageShort, wideMargin)
	}
	return `<w:sectPr><w:headerReference w:type="default" r:id="` + head + `"/><w:footerReference w:type="default" r:id="` + foot + `"/>` + size + `</w:sectPr>`
}

// linkEdges makes the relationships of page heads and feet; sections need their ids.
func (w *writer) linkEdges() {
	for o := front; o <= sideways; o++ {
		w.edgeIDs[o] = [2]string{w.main.add(officeRel+"header", "header"+o.edgeName()+".xml"), w.main.add(officeRel+"footer", "footer"+o.edgeName()+".xml")}
	}
}

// pageEdges are the parts with page heads and feet.
func (w *writer) pageEdges() []part {
	var parts []part
	for o := front; o <= sideways; o++ {
		head, foot := `<w:p/>`, `<w:p/>`
		if o != front {
			tab := fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, o.width())
			head = edge("Header", tab, run(w.doc.Issuer+"\t"+w.reference(), ""))
			foot = edge("Footer", tab, run("\t"+w.doc.Words.Page+"\u00a0", "")+field("PAGE", "1")+run("\u00a0"+w.doc.Words.Of+"\u00a0", "")+field("NUMPAGES", "1"))
		}
		parts = append(parts,
			part{"word/header" + o.edgeName() + ".xml", wordKind + "header+xml", xmlHead + `<w:hdr ` + namespaces + `>` + head + "</w:hdr>\n"},
			part{"word/footer" + o.edgeName() + ".xml", wordKind + "footer+xml", xmlHead + `<w:ftr ` + namespaces + `>` + foot + "</w:ftr>\n"})
	}
	return parts
}

func edge(style, tabs, content string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + tabs + `</w:pPr>` + content + `</w:p>`
}

// reference is what the page head says to the right: kind and registry number.
func (w *writer) reference() string {
	var parts []string
	for _, s := range []string{w.doc.Kind, w.doc.Number} {
		if strings.TrimSpace(s) != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "  ·  ")
}

// field is a field with the result that is shown until somebody computes it.
func field(code, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + escape(code) +
		` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run(result, "") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}
