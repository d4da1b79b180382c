package verify

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
	"testing"
)

const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>`

func control(tag, content string) string {
	return `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:tag w:val="` + tag + `"/><w:id w:val="1"/></w:sdtPr><w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
}

func text(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }

func item(manifest []byte) string {
	return `<manifest xmlns="` + manifestNamespace + `" encoding="base64">` + base64.StdEncoding.EncodeToString(manifest) + `</manifest>`
}

func wordFile(t testing.TB, content string, more ...string) []byte {
	manifest := encode(t, manifestOf(t, shelf(), "t/sum", "24,65 mnkr"))
	return zipped(t, append([]string{"word/document.xml", fmt.Sprintf(body, content), "customXml/item1.xml", item(manifest)}, more...)...)
}

func shownOf(list []Shown) string {
	var parts []string
	for _, s := range list {
		parts = append(parts, string(s.Address)+"="+s.Text)
	}
	return strings.Join(parts, "; ")
}

// What a reader of a Word file sees in the controls, whatever a word processor
// has done to it since.
func TestWordControls(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"plain", control("figure:t/sum", text("24,65 mnkr")), "t/sum=24,65 mnkr"},
		{"split into runs", control("figure:t/sum", text("24,")+text("65")), "t/sum=24,65"},
		{"around a paragraph", control("figure:t/sum", `<w:p>`+text("24,65")+`</w:p>`), "t/sum=24,65"},
		{"a break and a tab are spaces", control("figure:t/sum", `<w:r><w:t>24</w:t><w:br/><w:t>6</w:t><w:tab/><w:noBreakHyphen/><w:t>5</w:t></w:r>`), "t/sum=24 6 -5"},
		{"other controls", control("title", text("x")) + control("figure:t/day", text("y")), "t/day=y"},
		{"within another", control("figure:t/a", text("1")+control("figure:t/b", text("2"))+text("3")), "t/b=2; t/a=123"},
		{"within one of another kind", control("title", control("figure:t/b", text("2"))), "t/b=2"},
		{"inserted and deleted text", control("figure:t/sum", `<w:del><w:r><w:delText>24</w:delText></w:r></w:del><w:ins>`+text("25")+`</w:ins>`), "t/sum=25"},
		{"moved text", control("figure:t/sum", `<w:moveFrom>`+text("24")+`</w:moveFrom><w:moveTo>`+text("25")+`</w:moveTo>`), "t/sum=25"},
		{"a field's code is not read", control("figure:t/sum", `<w:r><w:instrText>PAGE</w:instrText></w:r>`+text("7")), "t/sum=7"},
		{"a long address", control("figure:~1", text("8")) + control("figure:~2", text("9")), "timetable/a&b=8; ~2=9"},
		{"too long to be a figure", control("figure:t/sum", text(strings.Repeat("å", maxText))+text("x")), "t/sum=" + strings.Repeat("å", maxText/2)},
	} {
		file := wordFile(t, c.content, "customXml/item2.xml", `<addresses xmlns="`+addressesNamespace+`"><address tag="figure:~1">timetable/a&amp;b</address></addresses>`)
		doc, err := Read("x.docx", file)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := shownOf(doc.Shown); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if len(doc.Manifest.Figures) != 1 {
			t.Errorf("%s: %d figures", c.name, len(doc.Manifest.Figures))
		}
	}
}

// Footnotes and page heads are read too, and a manifest is known by its namespace
// and not by the name of its part.
func TestWordParts(t *testing.T) {
	manifest := encode(t, manifestOf(t, shelf(), "t/sum", "24,65 mnkr"))
	notes := `<w:footnotes xmlns:w="w">` + control("figure:t/sum", text("2")) + `</w:footnotes>`
	file := zipped(t, "word/document.xml", fmt.Sprintf(body, control("figure:t/sum", text("1"))), "word/footnotes.xml", notes, "word/header2.xml", notes,
		"word/comments.xml", notes, "customXml/item1.xml", `<b:Sources xmlns:b="bibliography">`+strings.Repeat("<x/>", 10)+`</b:Sources>`,
		"customXml/item7.xml", `<?xml version="1.0"?><m:manifest xmlns:m="`+manifestNamespace+`">`+strings.ReplaceAll(string(manifest), "<", "&lt;")+`</m:manifest>`)
	doc, err := Read("x.docx", file)
	if err != nil {
		t.Fatal(err)
	}
	if got := shownOf(doc.Shown); got != "t/sum=1; t/sum=2; t/sum=2" {
		t.Error(got)
	}
}

func TestPage(t *testing.T) {
	manifest := string(encode(t, manifestOf(t, shelf(), "t/sum", "24,65 mnkr")))
	script := `<script type="application/json" id="etablera-manifest">` + manifest + `</script>`
	page := func(s string) []byte {
		return []byte("<!doctype html><html lang=sv><body>" + s + script + `<script id="etablera-manifest">{"schema":"other"}</script></body></html>`)
	}
	for _, c := range []struct{ name, content, want string }{
		{"plain", `<p>Kostar <data class="figure" value="money 1" data-address="t/sum">24,65 mnkr</data>.`, "t/sum=24,65 mnkr"},
		{"entities and elements within", `<DATA data-address='t/a&amp;b'><strong>24</strong>&nbsp;&lt;</DATA>`, "t/a&b=24\u00a0<"},
		{"other data", `<data value=1>x</data><data data-address="t/b">y</data>`, "t/b=y"},
		{"within another", `<data data-address=a>1<data data-address=b>2</data>3</data>`, "b=2; a=123"},
		{"one that never ends shows nothing", `<data data-address=a>1`, ""},
		{"an end without a beginning", `</data><data data-address=a>1</data>`, "a=1"},
		{"a comment and a script are not read", `<data data-address=a><!-- 2 -->1</data>`, "a=1"},
	} {
		doc, err := Read("x.html", page(c.content))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := shownOf(doc.Shown); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func book1(t testing.TB, hidden string, more ...string) []byte {
	t.Helper()
	return zipped(t, append([]string{
		"xl/workbook.xml", `<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="Kostnad!" r:id="a"/><sheet name="Siffror" r:id="b"/><sheet name="_manifest" state="veryHidden" r:id="c"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="c" Target="worksheets/sheet3.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c r="B3"><v>24650000</v></c><c r="C3" t="b"><v>1</v></c></row></sheetData></worksheet>`,
		"xl/worksheets/sheet2.xml", `<worksheet><sheetData><row><c r="A1" t="inlineStr"><is><t>Adress</t></is></c><c r="C1" t="n"><v>1</v></c></row>` +
			`<row><c r="A2" t="s"><v>0</v></c><c r="C2" s="3"><v>24650000</v></c><c r="D2"><v>24650000.5</v></c><c r="G2" t="str"><v>Kostnad!!B3</v></c></row>` +
			`<row><c r="A3" t="inlineStr"><is><t>t/what</t></is></c><c r="C3" t="str"><v>?</v></c><c r="G3" t="str"><v>Borta!A1</v></c></row></sheetData></worksheet>`,
		"xl/worksheets/sheet3.xml", hidden,
		"xl/sharedStrings.xml", `<sst><si><r><t>t/</t></r><r><t>sum</t></r><rPh><t>pho</t></rPh></si></sst>`,
	}, more...)...)
}

// A workbook's manifest is put together from cells; its numbers are those of the
// list of figures and of the cells that the list names.
func TestWorkbook(t *testing.T) {
	manifest := strings.ReplaceAll(string(encode(t, manifestOf(t, shelf(), "t/sum", "24,65 mnkr"))), "<", "&lt;")
	half := len(manifest) / 2
	doc, err := Read("x.xlsx", book1(t, `<worksheet><sheetData><row><c r="A1" t="inlineStr"><is><t>`+manifest[:half]+`</t></is></c></row><row><c r="A2" t="str"><v>`+manifest[half:]+`</v></c></row></sheetData></worksheet>`))
	if err != nil {
		t.Fatal(err)
	}
	want := []Shown{{"t/sum", "24650000", LowEnd}, {"t/sum", "24650000.5", HighEnd}, {"t/sum", "24650000", LowEnd}}
	if fmt.Sprint(doc.Shown) != fmt.Sprint(want) || len(doc.Manifest.Figures) != 1 {
		t.Errorf("%v, want %v", doc.Shown, want)
	}
}

// The form is known by the extension, else by what the file begins with.
func TestFormat(t *testing.T) {
	manifest := encode(t, manifestOf(t, shelf(), "t/sum", "24,65 mnkr"))
	page := []byte(`<!DOCTYPE html><script id="etablera-manifest">` + string(manifest) + `</script>`)
	for name, content := range map[string][]byte{"a.json": manifest, "a": append([]byte("\n "), manifest...), "a.HTM": page, "b": page, "a.docx": wordFile(t, ""), "c": wordFile(t, "")} {
		if doc, err := Read(name, content); err != nil || doc.Manifest.Figures[0].Address != "t/sum" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is not a report is refused, with the file, the place and what would be right.
func TestRefused(t *testing.T) {
	nested := strings.Repeat("<a>", maxDepth+1)
	bomb := zipped(t, "word/document.xml", strings.Repeat(" ", maxPart+1))
	many := make([]string, 0, 2*maxEntries+2)
	for i := range maxEntries + 1 {
		many = append(many, fmt.Sprint("word/", i), "")
	}
	for _, c := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"a.txt", []byte("28 kontor"), "a.txt: is not a report"},
		{"a.json", nil, "a.json: holds no figure manifest"},
		{"a.json", []byte(`{"schema":"etablera.manifest/9"}`), `this version reads "etablera.manifest/1"`},
		{"a.json", []byte(`{"schema":"etablera.manifest/1","lang":"fi"}`), `"fi" is not a language here`},
		{"a.json", []byte(`[1`), "cannot be read"},
		{"a.html", []byte("<html>28 kontor"), "a.html: script#etablera-manifest: holds no figure manifest"},
		{"a.html", []byte(strings.Repeat("<data>", maxDepth+1)), "more than 256 deep"},
		{"a.docx", []byte("PK"), "is not a Word file"},
		{"a.docx", zipped(t, "x", "y"), "word/document.xml is missing"},
		{"a.docx", zipped(t, "word/document.xml", "<a/>"), "a.docx: customXml: holds no figure manifest"},
		{"a.docx", zipped(t, "word/document.xml", nested), "word/document.xml:1:"},
		{"a.docx", zipped(t, "word/document.xml", "<a>&bomb;</a>"), "bomb"},
		{"a.docx", zipped(t, "word/document.xml", "<a/>", "customXml/item1.xml", `<m xmlns="`+manifestNamespace+`" encoding="rot13">x</m>`), "rot13"},
		{"a.docx", zipped(t, "word/document.xml", "<a/>", "customXml/item1.xml", `<m xmlns="`+manifestNamespace+`" encoding="base64">*</m>`), "base64"},
		{"a.docx", bomb, "unpacks to"},
		{"a.docx", zipped(t, many...), "at most 2000"},
		{"a.docx", []byte("PK\x05\x06\x00\x00\x00\x00\xff\xff\xff\xff and no list of files"), "holds 65535 files"},
		{"a.xlsx", zipped(t, "x", "y"), "xl/workbook.xml is missing"},
		{"a.xlsx", zipped(t, "xl/workbook.xml", "<w/>"), "a.xlsx: _manifest: holds no figure manifest"},
		{"a.xlsx", book1(t, `<s><c r="A1" t="s"><v>17</v></c></s>`), `shared text "17"; there are 1`},
		{"a.xlsx", book1(t, `<s><c r="A1"><v>17</v></c></s>`), "holds no figure manifest"},
	} {
		_, err := Read(c.name, c.content)
		var read *ReadError
		if !errors.As(err, &read) || read.Name != c.name || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %.40q: %v, want %q", c.name, c.content, err, c.want)
		}
	}
	if _, err := Read("big.html", make([]byte, MaxInput+1)); err == nil || !strings.Contains(err.Error(), "at most 67108864 are read") {
		t.Errorf("a file that is too large: %v", err)
	}
}

// A part that says it is small and is not ends where it said it would.
func TestPartThatLies(t *testing.T) {
	var a archive
	a.left = 10
	if err := a.tokens("nothing", nil); err != nil {
		t.Errorf("a part that is not there: %v", err)
	}
	file := zipped(t, "word/document.xml", "<a>"+strings.Repeat("x", 100)+"</a>")
	b, err := openArchive(file, "a file")
	if err != nil {
		t.Fatal(err)
	}
	b.left = 50
	if err := b.tokens("word/document.xml", nil); err == nil || !strings.Contains(err.Error(), "at most 50") {
		t.Errorf("%v", err)
	}
	b.left = 200
	ignore := func(xml.Token) error { return nil }
	if err := b.tokens("word/document.xml", ignore); err != nil {
		t.Errorf("%v", err)
	}
	if err := b.tokens("word/document.xml", ignore); err == nil {
		t.Error("a second part is read beyond what all parts may be")
	}
	b.left = maxPart
	b.parts["word/document.xml"].UncompressedSize64 = 1
	if err := b.tokens("word/document.xml", ignore); err == nil {
		t.Error("a part that is larger than it says is read")
	}
}
