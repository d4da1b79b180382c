package verify

import (
	"fmt"
	"testing"
	"unicode/utf8"
)

// sound fails if a document that was read could not have been written.
func sound(t *testing.T, doc *Document, err error) {
	if (doc == nil) == (err == nil) {
		t.Fatalf("%v and %v", doc, err)
	}
	if err != nil {
		return
	}
	for _, s := range doc.Shown {
		if s.Address == "" || !utf8.ValidString(s.Text) || s.End == AsText && len(s.Text) > 3*maxText {
			t.Fatalf("%+v", s)
		}
	}
	// A report on which nothing is known holds in no part, and says so.
	if r := check(doc, nil); len(r.Broken) < r.Checked {
		t.Fatalf("%d of %d figures hold against nothing", r.Checked-len(r.Broken), r.Checked)
	}
}

// Whatever the bytes, they are read or refused.
func FuzzRead(f *testing.F) {
	manifest := encode(f, manifestOf(f, shelf(), "t/sum", "24,65 mnkr"))
	for _, content := range [][]byte{manifest, []byte(`<script id="etablera-manifest">` + string(manifest) + `</script><data data-address=a>1</data>`),
		wordFile(f, control("figure:t/sum", text("1"))), book1(f, "<a/>"), nil} {
		for kind := range extensions {
			f.Add(uint8(kind), content)
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, content []byte) {
		doc, err := Read("a"+extensions[int(kind)%len(extensions)], content)
		sound(t, doc, err)
	})
}

var extensions = []string{".json", ".html", ".docx", ".xlsx", ""}

// The parts of an archive are read or refused whatever they hold; packed here,
// because a random archive is hardly ever one.
func FuzzParts(f *testing.F) {
	manifest := encode(f, manifestOf(f, shelf(), "t/sum", "24,65 mnkr"))
	f.Add(fmt.Sprintf(body, control("figure:t/sum", text("1"))), item(manifest), `<addresses xmlns="`+addressesNamespace+`"><address tag="figure:~1">a</address></addresses>`)
	f.Add(`<s><c r="A1" t="s"><v>0</v></c></s>`, `<s><c r="A2" t="inlineStr"><t>a</t></c><c r="C2"><v>1</v></c><c r="G2" t="str"><v>Kostnad!!B3</v></c></s>`, `<sst><si><t>{</t></si></sst>`)
	f.Fuzz(func(t *testing.T, one, two, three string) {
		doc, err := Read("a.docx", zipped(t, "word/document.xml", one, "customXml/item1.xml", two, "customXml/item2.xml", three, "word/footnotes.xml", three))
		sound(t, doc, err)
		doc, err = Read("a.xlsx", zipped(t, "xl/workbook.xml", `<w><sheet name="L" id="l"/><sheet name="_manifest" id="m"/></w>`,
			"xl/_rels/workbook.xml.rels", `<r><Relationship Id="l" Target="l.xml"/><Relationship Id="m" Target="m.xml"/></r>`,
			"xl/m.xml", one, "xl/l.xml", two, "xl/sharedStrings.xml", three))
		sound(t, doc, err)
	})
}
