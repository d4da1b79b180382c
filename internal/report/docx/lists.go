package docx

import (
	"fmt"
	"strings"
)

// bulletList is the numbering instance of all bulleted lists; each ordered list
// has one of its own, so that it starts from 1.
const (
	bulletList   = 1
	firstOrdered = 2
)

func (w *writer) numbering() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`)
	level := func(id int, format, text, style string) {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:pStyle w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>`, id, format, style, text)
	}
	level(0, "bullet", "•", "ListBullet")
	level(1, "decimal", "%1.", "ListNumber")
	fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>`, bulletList)
	// The style of ordered lists names the first instance, even where no list uses it.
	for i := range max(1, w.lists) {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, firstOrdered+i)
	}
	b.WriteString("</w:numbering>\n")
	return b.String()
}

// footnotes holds the two rules that Word draws above notes, and the notes.
func (w *writer) footnotes() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:footnotes ` + namespaces + `>`)
	b.WriteString(`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`)
	b.WriteString(`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for i, n := range w.notes {
		fmt.Fprintf(&b, `<w:footnote w:id="%d">%s</w:footnote>`, i+1, n)
	}
	b.WriteString("</w:footnotes>\n")
	return b.String()
}
