package html

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
	"github.com/etablera/etablera/internal/report/files/sample"
	nethtml "golang.org/x/net/html"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

// small is a document that shows each kind of block once.
func small() *document.Document {
	in := func(parts ...document.Inline) []document.Inline { return parts }
	run := func(s string) document.Inline { return document.Run{Text: s} }
	d := &document.Document{Lang: "sv", Title: "Två kontor & ett till", Subtitle: "Delredovisning", Issuer: "Exempelmyndigheten", To: "Regeringen",
		Number: "2021/1", Mandate: "Ex2021/2", Date: civil.Of(2021, 9, 24), Kind: "Delredovisning 1", FileBase: "liten", Words: sample.Words("sv"),
		Letter: []document.Block{document.Paragraph{Text: document.TextOf("Härmed överlämnas rapporten.")}},
		Body: []document.Block{
			document.Heading{Level: 1, Number: "1", ID: "start", Text: document.TextOf("Början")},
			document.Paragraph{Style: "lead", Text: in(run("Nätet växer med "), document.Bound{Text: "46", Address: "network/growth", Bold: true}, run(" kontor."), document.Footnote{Text: document.TextOf("Räknat från 2019.")})},
			document.Heading{Level: 3, ID: "djup", Text: document.TextOf("Djupare")},
			document.List{Items: [][]document.Inline{in(run("en punkt")), in(document.Run{Text: "fet", Bold: true}, document.Run{Text: " och lutad", Italic: true})}},
			document.List{Ordered: true, Items: [][]document.Inline{in(document.Link{Text: "tabellen", Href: "#tabell"}, document.Link{Text: "webben", Href: "https://example.org/?a=1&b=2"}, document.Link{Text: "ingenstans", Href: "#borta"})}},
			document.Table{ID: "tabell", Number: 1, Caption: document.TextOf("Kontor"), Note: document.TextOf("Okänt är okänt."), Sheet: "Kontor",
				Columns: []document.Column{{Header: "Kontor", Width: 60}, {Header: "Läge"}, {Header: "Antal", Numeric: true}},
				Rows: []document.Row{
					{Kind: document.Group, Cells: []document.Cell{{Text: document.TextOf("Norr")}}},
					{Cells: []document.Cell{{Text: document.TextOf("Boden"), Header: true}, {Text: document.TextOf("Osäkert"), Status: "risk"}, {Text: in(document.Bound{Text: "1", Address: "offices/boden"})}}},
					{Kind: document.Sum, Cells: []document.Cell{{Text: document.TextOf("Summa"), Header: true}, {}, {Text: document.TextOf("1")}}},
				}},
			document.Picture{ID: "figur", Number: 1, Caption: document.TextOf("Kurvan"), Alt: "En kurva", Sentence: document.TextOf("Den stiger."), SVG: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>`), Width: 1, Height: 1},
			document.Notice{Text: document.TextOf("Typerna är inte bestämda.")},
			document.PageBreak{},
		}}
	d.Manifest = sample.Manifest(d)
	return d
}

func TestGolden(t *testing.T) {
	got, err := Bytes(small())
	if err != nil {
		t.Fatal(err)
	}
	// The style sheet is a file of its own; here it would only hide the page.
	got = bytes.Replace(got, []byte(style), []byte("/* style.css */\n"), 1)
	path := filepath.Join("testdata", "small.html")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the page differs from %s; run with -update and look at the difference", path)
	}
}

func TestSameBytes(t *testing.T) {
	a, err := Bytes(sample.Report("en"))
	if err != nil {
		t.Fatal(err)
	}
	if b, err := Bytes(sample.Report("en")); err != nil || !bytes.Equal(a, b) {
		t.Errorf("two pages of one document differ (%v)", err)
	}
}

type shownFigure struct{ address, text string }

// checkText checks that texts and figures can be read out of the page.
func checkText(t fataler, doc *document.Document, root *nethtml.Node) {
	t.Helper()
	var got, want []shownFigure
	for _, n := range elements(root, "data") {
		got = append(got, shownFigure{attr(n, "data-address"), text(n)})
	}
	page := text(elements(root, "main")[0])
	for b := range doc.Blocks() {
		for in := range document.Texts(b) {
			if s := document.Clean(document.PlainText(in)); footnotes(in) == 0 && !strings.Contains(page, s) {
				t.Errorf("the text %q is not there", s)
			}
			for _, f := range document.Bounds(in) {
				want = append(want, shownFigure{document.Clean(string(f.Address)), document.Clean(f.Text)})
			}
		}
	}
	order := func(a, b shownFigure) int {
		return strings.Compare(a.address+"\x00"+a.text, b.address+"\x00"+b.text)
	}
	slices.SortFunc(want, order)
	slices.SortFunc(got, order)
	if !slices.Equal(got, want) {
		t.Errorf("figures read back: %d, written: %d", len(got), len(want))
	}
}

func footnotes(in []document.Inline) (n int) {
	for _, i := range in {
		if _, ok := i.(document.Footnote); ok {
			n++
		}
	}
	return n
}

// No text breaks out of its place: what the page holds is what the document
// says, and nothing in it runs.
func TestHostileText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := sample.Hostile().Draw(t, "document")
		root := parse(t, doc)
		checkText(t, doc, root)
		checkPage(t, root)
		data, err := Bytes(doc)
		if err != nil {
			t.Fatal(err)
		}
		checkManifest(t, data, doc.Manifest)
	})
}

func TestSampleIsSound(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		doc := sample.Report(lang)
		root := parse(t, doc)
		checkText(t, doc, root)
		checkPage(t, root)
		if got := attr(elements(root, "html")[0], "lang"); got != lang {
			t.Errorf("the page's language is %q", got)
		}
	}
}

// A figure carries the canonical value that the manifest gives it.
func TestFigureCarriesItsValue(t *testing.T) {
	n := elements(parse(t, small()), "data")[0]
	if attr(n, "class") != "figure" || attr(n, "value") != "count 14" || attr(n, "data-address") != "network/growth" || text(n) != "46" {
		t.Errorf("figure %v %q", n.Attr, text(n))
	}
}

func checkManifest(t fataler, page, want []byte) {
	t.Helper()
	got, err := readManifest(page)
	if err != nil {
		t.Fatalf("manifest: %v", err)
	}
	var a, b any
	if json.Unmarshal(got, &a) != nil || json.Unmarshal(want, &b) != nil {
		t.Fatalf("not JSON: %q", got)
	}
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	if !bytes.Equal(x, y) {
		t.Errorf("manifest read back: %s, want %s", x, y)
	}
}

// Nothing in a manifest ends its element.
func TestManifestCannotBreakOut(t *testing.T) {
	doc := small()
	doc.Manifest = []byte(`{"figures":[{"address":"</script><script>alert(1)</script>","value":"<!--\u2028 & ` + "\u2028" + `"}]}`)
	page, err := Bytes(doc)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(page, []byte("alert(1)</")) || bytes.Contains(page, []byte("\u2028")) || bytes.Contains(page, []byte("<!--")) {
		t.Error("the manifest stands unescaped in the page")
	}
	checkManifest(t, page, doc.Manifest)
	if n := len(elements(parse(t, doc), "script")); n != 1 {
		t.Errorf("%d script elements", n)
	}
}

func TestManifestThatIsNotThere(t *testing.T) {
	if _, err := readManifest([]byte("<p>hej</p><script>1</script>")); err == nil {
		t.Error("found a manifest in a page without one")
	}
	doc := small()
	doc.Manifest = []byte("{")
	if _, err := Bytes(doc); err == nil {
		t.Error("wrote half a manifest")
	}
	doc.Manifest = nil
	if n := elements(parse(t, doc), "script"); len(n) != 0 {
		t.Error("wrote an empty manifest")
	}
}

func TestCanonicalValueOfUnlistedFigureIsEmpty(t *testing.T) {
	w := &writer{doc: small(), values: map[figure.Address]string{}}
	if got := w.figure(document.Bound{Text: "1", Address: `a"b`}); got != `<data class="figure" value="" data-address="a&#34;b" title="a&#34;b">1</data>` {
		t.Error(got)
	}
}

// A note within a note stands in brackets, where a note to it would be lost.
func TestNoteWithinNote(t *testing.T) {
	inner := document.Footnote{Text: document.TextOf("inre")}
	doc := &document.Document{Lang: "sv", Words: sample.Words("sv"), Body: []document.Block{document.Paragraph{Text: []document.Inline{
		document.Footnote{Text: []document.Inline{document.Run{Text: "yttre"}, inner}}}}}}
	notes := elements(parse(t, doc), "aside")
	if len(notes) != 1 || !strings.HasSuffix(text(notes[0]), "yttre (inre)") {
		t.Errorf("%d notes", len(notes))
	}
}

// The contents lists what it can lead to.
func TestContents(t *testing.T) {
	heading := func(id, s string) document.Block {
		return document.Heading{Level: 1, ID: id, Text: document.TextOf(s)}
	}
	doc := &document.Document{Lang: "sv", Words: sample.Words("sv"), Body: []document.Block{heading("a b", "Ett"), heading("", "Två"), heading("a-b", "Tre")}}
	root := parse(t, doc)
	checkPage(t, root)
	if got := text(elements(elements(root, "nav")[0], "ol")[0]); got != "\nEtt\nTre\n" {
		t.Errorf("contents %q", got)
	}
	doc.Body = nil
	if len(elements(parse(t, doc), "nav")) != 0 {
		t.Error("a report without headings has a contents")
	}
}
