package lint

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// wordFile packs parts into an archive.
func wordFile(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, name := range []string{"word/document.xml", "word/styles.xml", "word/footnotes.xml", "other.xml"} {
		if body, ok := parts[name]; ok {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write([]byte(body)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

const wordHead = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`
const wordTail = `</w:body></w:document>`

func paragraph(style, text string) string {
	if style != "" {
		style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return `<w:p>` + style + `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// A Word file's paragraphs, headings, lists, cells and notes come out with the
// paragraph's number, the column and the nearest heading.
func TestReadWord(t *testing.T) {
	body := paragraph("Rubrik1", "Inledning") + `<w:p/>` +
		`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Vi har </w:t></w:r><w:del><w:r><w:delText>99</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>77 </w:t></w:r></w:moveFrom>` +
		`<w:sdt><w:sdtPr><w:tag w:val="figure:network/2017"/></w:sdtPr><w:sdtContent><w:r><w:t>103</w:t></w:r></w:sdtContent></w:sdt>` +
		`<w:r><w:tab/><w:t>kontor.</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Boden</w:t></w:r></w:p>` +
		`<mc:AlternateContent><mc:Fallback>` + paragraph("", "dubbelt") + `</mc:Fallback></mc:AlternateContent>` +
		paragraph("Egen", "Underrubrik") + paragraph("", "Tabell 1. Kontor") +
		`<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>` + paragraph("", "Typ") + `</w:tc><w:tc>` + paragraph("", "Antal") +
		`</w:tc></w:tr><w:tr><w:tc>` + paragraph("", "Små") + `</w:tc><w:tc>` + paragraph("", "7") + `</w:tc></w:tr></w:tbl>`
	data := wordFile(t, map[string]string{
		"word/document.xml":  wordHead + body + wordTail,
		"word/styles.xml":    `<styles><style styleId="Egen"><name val="heading 2"/></style></styles>`,
		"word/footnotes.xml": `<footnotes><footnote>` + strings.ReplaceAll(paragraph("", "En not."), "w:", "") + `</footnote></footnotes>`,
	})
	text := assertBlocks(t, "a.docx", string(data), []wantBlock{
		{Heading, "¶1:1 (Inledning)", "Inledning", 0, 0, false},
		{Paragraph, "¶3:1 (Inledning)", "Vi har 103 kontor.", 0, 0, false},
		{ListItem, "¶4:1 (Inledning)", "Boden", 0, 0, false},
		{Heading, "¶5:1 (Underrubrik)", "Underrubrik", 0, 0, false},
		{Caption, "¶6:1 (Underrubrik)", "Tabell 1. Kontor", 0, 0, false},
		{Cell, "¶7:1 (Underrubrik)", "Typ", 0, 0, true},
		{Cell, "¶8:1 (Underrubrik)", "Antal", 0, 1, true},
		{Cell, "¶9:1 (Underrubrik)", "Små", 1, 0, false},
		{Cell, "¶10:1 (Underrubrik)", "7", 1, 1, false},
		{Footnote, "footnotes ¶1:1 (Underrubrik)", "En not.", 0, 0, false},
	})
	if b := text.Blocks[1]; len(b.Bound) != 1 || b.Text[b.Bound[0].Start:b.Bound[0].End] != "103" || b.Bound[0].Address != "network/2017" {
		t.Errorf("figure: got %+v", b.Bound)
	}
	if p := text.Position(1, strings.Index(text.Blocks[1].Text, "kontor")); p.Column != 12 || p.Line != 3 {
		t.Errorf("column in a paragraph: want 3:12, got %d:%d", p.Line, p.Column)
	}
}

// A control around whole paragraphs binds all their text.
func TestReadWordBlockControl(t *testing.T) {
	data := wordFile(t, map[string]string{"word/document.xml": wordHead +
		`<w:sdt><w:sdtPr><w:tag w:val="figure:a"/></w:sdtPr><w:sdtContent>` + paragraph("", "12 av 14") + `</w:sdtContent></w:sdt>` +
		paragraph("", "13") + wordTail})
	text, err := Read("a.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	if b := text.Blocks[0].Bound; len(b) != 1 || b[0].End != len("12 av 14") || len(text.Blocks[1].Bound) != 0 {
		t.Errorf("want the first paragraph bound and the second free, got %+v, %+v", b, text.Blocks[1].Bound)
	}
}

// Archives that unpack to too much, nest too deep, or lack the text are refused.
func TestReadWordRefuses(t *testing.T) {
	var many bytes.Buffer
	z := zip.NewWriter(&many)
	for i := range maxEntries + 1 {
		if _, err := z.Create(fmt.Sprintf("f%d", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"bomb":    {wordFile(t, map[string]string{"word/document.xml": strings.Repeat(" ", maxXML+1)}), "unpacks to too much"},
		"many":    {many.Bytes(), "at most 2000"},
		"deep":    {wordFile(t, map[string]string{"word/document.xml": strings.Repeat("<w:p>", maxXMLDepth+1)}), "deep"},
		"missing": {wordFile(t, map[string]string{"other.xml": "<a/>"}), "word/document.xml: is missing"},
		"broken":  {wordFile(t, map[string]string{"word/document.xml": "<a>\n<b></a>"}), "word/document.xml: 2:"},
	} {
		_, err := Read("a.docx", c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: want an error with %q, got %v", name, c.want, err)
		}
	}
}

// An archive that says it unpacks to little is stopped when it goes on.
func TestReadWordLyingSize(t *testing.T) {
	data := wordFile(t, map[string]string{"word/document.xml": wordHead + strings.Repeat("<w:p/>", maxXML/6) + wordTail})
	if i := bytes.LastIndex(data, []byte("PK\x01\x02")); i >= 0 {
		copy(data[i+24:], []byte{100, 0, 0, 0}) // the size that the directory promises
	}
	if _, err := Read("a.docx", data); err == nil {
		t.Error("want an error, got none")
	}
}
