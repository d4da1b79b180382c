package docx

import (
	"fmt"
	"strings"
)

// node is a paragraph, or anything else that stands in the body as raw XML.
// Paragraphs stay open until the end, since a section ends in its last one.
type node struct {
	raw     string
	style   string
	props   properties
	content string
}

// properties are what a paragraph sets beside its style.
type properties struct {
	keepNext   bool
	breakAbove bool // starts a page
	list       int  // number of the numbering instance, 0 for none
	tab        int  // a tab stop and hanging indent, twips
	indent     *int // left edge without hanging, twips
	section    string
}

func (p properties) xml(style string) string {
	var b strings.Builder
	b.WriteString(`<w:pPr><w:pStyle w:val="` + style + `"/>`)
	if p.keepNext {
		b.WriteString(`<w:keepNext/>`)
	}
	if p.breakAbove {
		b.WriteString(`<w:pageBreakBefore/>`)
	}
	if p.list > 0 {
		fmt.Fprintf(&b, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, p.list)
	}
	if p.tab > 0 {
		fmt.Fprintf(&b, `<w:tabs><w:tab w:val="left" w:pos="%d"/></w:tabs>`, p.tab)
	}
	if p.breakAbove && strings.HasPrefix(style, "Heading") {
		b.WriteString(`<w:spacing w:before="0"/>`) // a heading at the top of a page stands where text does
	}
	if p.tab > 0 {
		fmt.Fprintf(&b, `<w:ind w:left="%[1]d" w:hanging="%[1]d"/>`, p.tab)
	}
	if p.indent != nil {
		fmt.Fprintf(&b, `<w:ind w:left="%d" w:firstLine="0"/>`, *p.indent)
	}
	b.WriteString(p.section + `</w:pPr>`)
	return b.String()
}

// paragraph is a whole paragraph as XML.
func paragraph(style string, p properties, content string) string {
	return `<w:p>` + p.xml(style) + content + `</w:p>`
}

func (n node) xml() string {
	if n.style == "" {
		return n.raw
	}
	return paragraph(n.style, n.props, n.content)
}

// add appends a paragraph to the body.
func (w *writer) add(style string, p properties, content string) {
	if w.breakNext {
		p.breakAbove, w.breakNext = true, false
	}
	w.nodes = append(w.nodes, node{style: style, props: p, content: content})
}

// endSection ends a section in the last paragraph, or in an empty one after a
// table.
func (w *writer) endSection(section string) {
	if n := len(w.nodes); n > 0 {
		last := &w.nodes[n-1]
		if last.style != "" && last.props.section == "" {
			last.props.section = section
			return
		}
	}
	w.nodes = append(w.nodes, node{style: "TableEnd", props: properties{section: section}})
}
