package docx

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
)

// order is the order of children that the format prescribes. An element that is
// not named may not be used.
var order = map[string][]string{
	"pPr": {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs",
		"suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"},
	"rPr":    {"rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "vertAlign", "lang"},
	"tblPr":  {"tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"},
	"tcPr":   {"tcW", "gridSpan", "tcBorders", "shd", "vAlign"},
	"trPr":   {"cantSplit", "tblHeader"},
	"sdtPr":  {"alias", "tag", "id"},
	"sectPr": {"headerReference", "footerReference", "pgSz", "pgMar"},
	"style":  {"name", "basedOn", "next", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr"},
	"settings": {"zoom", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps",
		"characterSpacingControl", "footnotePr", "compat", "themeFontLang", "decimalSymbol", "listSeparator"},
	"inline": {"extent", "docPr", "cNvGraphicFramePr", "graphic"},
	"lvl":    {"start", "numFmt", "pStyle", "lvlText", "lvlJc", "pPr"},
}

// Programs that validate refuse elements out of order.
func checkOrder(t fataler, name, text string) {
	t.Helper()
	type open struct {
		element string
		last    int
	}
	var stack []open
	tokens(t, name, text, func(tok xml.Token) {
		switch x := tok.(type) {
		case xml.StartElement:
			if n := len(stack); n > 0 {
				if list := order[stack[n-1].element]; list != nil {
					i := slices.Index(list, x.Name.Local)
					if i < stack[n-1].last {
						t.Errorf("%s: %s stands at the wrong place in %s", name, x.Name.Local, stack[n-1].element)
					}
					stack[n-1].last = i
				}
			}
			stack = append(stack, open{element: x.Name.Local})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	})
}

var (
	controlID = regexp.MustCompile(`<w:id w:val="(\d+)"/>`)
	drawingID = regexp.MustCompile(`<wp:docPr id="(\d+)"`)
	markID    = regexp.MustCompile(`<w:bookmarkStart w:id="(\d+)"`)
	markName  = regexp.MustCompile(`<w:bookmarkStart w:id="\d+" w:name="([^"]*)"`)
	anchor    = regexp.MustCompile(`w:anchor="([^"]*)"`)
	noteRef   = regexp.MustCompile(`<w:footnoteReference w:id="(\d+)"/>`)
	note      = regexp.MustCompile(`<w:footnote w:id="(\d+)">`)
	styleUse  = regexp.MustCompile(`<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]*)"/>`)
	styleID   = regexp.MustCompile(`w:styleId="([^"]*)"`)
	listUse   = regexp.MustCompile(`<w:numId w:val="(\d+)"/>`)
	listID    = regexp.MustCompile(`<w:num w:numId="(\d+)">`)
	tagValue  = regexp.MustCompile(`<w:(?:tag|alias) w:val="([^"]*)"/>`)
)

func all(re *regexp.Regexp, text string) []string {
	var out []string
	for _, m := range re.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

func checkDocument(t fataler, parts map[string]string) {
	t.Helper()
	checkPackage(t, parts)
	body := parts["word/document.xml"]
	for name, text := range parts {
		if strings.HasPrefix(name, "word/") && strings.HasSuffix(name, ".xml") {
			checkOrder(t, name, text)
			for _, s := range all(styleUse, text) {
				if !slices.Contains(all(styleID, parts["word/styles.xml"]), s) {
					t.Errorf("%s uses the style %q, which is not there", name, s)
				}
			}
		}
	}
	both := body + parts["word/footnotes.xml"]
	for what, ids := range map[string][]string{"controls and drawings": append(all(controlID, both), all(drawingID, both)...), "bookmarks": all(markID, body), "names of bookmarks": all(markName, body), "notes": all(noteRef, body)} {
		if sorted := slices.Sorted(slices.Values(ids)); len(slices.Compact(sorted)) != len(ids) {
			t.Errorf("two %s share an id", what)
		}
	}
	for _, use := range []struct {
		what       string
		used, have []string
	}{{"bookmark", all(anchor, both), all(markName, body)}, {"note", all(noteRef, body), all(note, parts["word/footnotes.xml"])},
		{"list", all(listUse, body+parts["word/styles.xml"]), all(listID, parts["word/numbering.xml"])}} {
		for _, u := range use.used {
			if !slices.Contains(use.have, u) {
				t.Errorf("the %s %s is used but not there", use.what, u)
			}
		}
	}
	for _, v := range all(tagValue, both) {
		var s struct {
			V string `xml:"v,attr"`
		}
		if err := xml.Unmarshal([]byte(`<a v="`+v+`"/>`), &s); err != nil || short(s.V, tagLimit) != s.V {
			t.Errorf("a content control is called %q: Word takes %d characters", s.V, tagLimit)
		}
	}
}

func TestSampleIsSound(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		parts := unpack(t, sample.Report(lang))
		checkDocument(t, parts)
		body := parts["word/document.xml"]
		for _, want := range []string{`<w:tblHeader/>`, `<w:cantSplit/>`, `SEQ Table`, `SEQ Figure`, ` TOC \o "1-3" `, `PAGEREF _Toc`, `w:orient="landscape"`,
			`svgBlip`, `descr="`, `<w:hyperlink r:id=`, `<w:pStyle w:val="Notice"/>`, `<w:pStyle w:val="Lead"/>`, "◐"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s: the document has no %s", lang, want)
			}
		}
		tag := map[string]string{"sv": "sv-SE", "en": "en-GB"}[lang]
		for name, want := range map[string]string{"word/styles.xml": `<w:lang w:val="` + tag, "word/settings.xml": `<w:themeFontLang w:val="` + tag, "docProps/core.xml": "<dc:language>" + tag} {
			if !strings.Contains(parts[name], want) {
				t.Errorf("%s does not say %s", name, want)
			}
		}
		if strings.Contains(parts["word/settings.xml"], "updateFields") {
			t.Error("Word would ask the reader whether to update fields")
		}
	}
}

// Every row has as many cells as the table has columns, and the widths of its
// cells are the table's.
func TestTablesAreRectangular(t *testing.T) {
	body := unpack(t, sample.Report("sv"))["word/document.xml"]
	for _, table := range strings.Split(body, "<w:tbl>")[1:] {
		columns := strings.Count(table, "<w:gridCol ")
		for _, row := range strings.Split(strings.Split(table, "</w:tbl>")[0], "<w:tr>")[1:] {
			if n := strings.Count(row, "<w:tc>"); n != columns && !strings.Contains(row, "<w:gridSpan") {
				t.Errorf("a row has %d cells in a table of %d columns", n, columns)
			}
		}
		if !strings.HasPrefix(strings.SplitAfter(table, "</w:tbl>")[1], "\n<w:p>") {
			t.Error("a table is not followed by a paragraph")
		}
	}
}

func TestSameBytes(t *testing.T) {
	first, err := Bytes(sample.Report("sv"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := Bytes(sample.Report("sv"))
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("two files of one document differ (%v)", err)
	}
}

// A document with nothing in it is still a Word file.
func TestEmptyDocument(t *testing.T) {
	checkDocument(t, unpack(t, &document.Document{Lang: "sv", Words: sample.Words("sv")}))
}

// A table whose many columns do not fit lies sideways and takes along its heading and one
// paragraph; others stay upright.
func TestWideTablesLieSideways(t *testing.T) {
	heads := func(n int, head string) (t document.Table) {
		for range n {
			t.Columns = append(t.Columns, document.Column{Header: head})
		}
		return t
	}
	wide, small := heads(wideColumns, "Kommunalförbund"), heads(wideColumns-1, "Kommunalförbund")
	narrow := heads(wideColumns, "Antal")
	h, p := document.Heading{Level: 1}, document.Paragraph{}
	for _, c := range []struct {
		blocks []document.Block
		want   string
	}{
		{[]document.Block{h, p, small}, "uuu"},
		{[]document.Block{h, p, narrow}, "uuu"},
		{[]document.Block{h, p, wide, p}, "sssu"},
		{[]document.Block{p, wide}, "us"},
		{[]document.Block{p, p, wide, wide, p}, "uussu"},
		{[]document.Block{h, p, p, wide}, "uuus"},
		{[]document.Block{p, h, h, wide}, "usss"},
		{[]document.Block{wide}, "s"},
	} {
		got := ""
		for _, o := range orientations(c.blocks) {
			got += map[orientation]string{upright: "u", sideways: "s"}[o]
		}
		if got != c.want {
			t.Errorf("pages lie %s, want %s", got, c.want)
		}
	}
}
