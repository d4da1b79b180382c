package lint

import "testing"

type wantBlock struct {
	kind     Kind
	pos      string
	text     string
	row, col int
	header   bool
}

func assertBlocks(t *testing.T, name, source string, want []wantBlock) Text {
	t.Helper()
	text, err := Read(name, []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if len(text.Blocks) != len(want) {
		t.Fatalf("want %d blocks, got %d: %q", len(want), len(text.Blocks), texts(text))
	}
	for i, w := range want {
		b := text.Blocks[i]
		got := wantBlock{b.Kind, text.Position(i, 0).String(), b.Text, b.Row, b.Col, b.Header}
		if got != w {
			t.Errorf("block %d: want %+v, got %+v", i, w, got)
		}
	}
	return text
}

// Markdown's marks go and its words stay, each where it stood.
func TestReadMarkdown(t *testing.T) {
	source := "# Om *kontor*\n\nVi har **103** [kontor](http://a.b/c) och\nid\\_kort, se_kort[^1].\n\n> - Boden\n> - `Laholm`\n\n" +
		"| Typ | Antal |\n|:--|--:|\n| Flexi \\| lån | 4 |\n\n```\nkod 5\n```\nRubrik\n------\n[^1]: En not.\n\nA | B\n--|--\n1 | 2\n"
	text := assertBlocks(t, "a.md", source, []wantBlock{
		{Heading, "1:3", "Om kontor", 0, 0, false},
		{Paragraph, "3:1", "Vi har 103 kontor och id_kort, se_kort.", 0, 0, false},
		{ListItem, "6:5", "Boden", 0, 0, false},
		{ListItem, "7:6", "Laholm", 0, 0, false},
		{Cell, "9:3", "Typ", 0, 0, true},
		{Cell, "9:9", "Antal", 0, 1, true},
		{Cell, "11:3", "Flexi | lån", 1, 0, false},
		{Cell, "11:18", "4", 1, 1, false},
		{Heading, "16:1", "Rubrik", 0, 0, false},
		{Footnote, "18:7", "En not.", 0, 0, false},
		{Cell, "20:1", "A", 0, 0, true},
		{Cell, "20:5", "B", 0, 1, true},
		{Cell, "22:1", "1", 1, 0, false},
		{Cell, "22:5", "2", 1, 1, false},
	})
	assertPositions(t, text, source)
	if h := text.Position(1, 0).Heading; h != "Om kontor" {
		t.Errorf("nearest heading: got %q", h)
	}
}

// HTML's elements become blocks; what nobody reads is passed over; cells keep
// their columns below merged cells; character references are one letter.
func TestReadHTML(t *testing.T) {
	source := "<!doctype html>\n<head><title>T 1</title><style>p{top:2}</style></head>\n<h2>Öppna &amp; stänga</h2>\n" +
		"<p>Vi har <b>103</b>\n kontor.<svg><text>7</text></svg> Slut<!-- 8 -->.</p><script>var a=9</script>\n" +
		"<ul><li><p>Boden</p></li><li>Laholm</li></ul>\n<table><caption>Tabell 1. Kontor</caption>" +
		"<tr><th>Typ<th>Dag</tr>\n<tr><td>Åre<td rowspan=2>1<tr><th scope=row>Boden<td>2</table>"
	text := assertBlocks(t, "a.html", source, []wantBlock{
		{Heading, "3:5", "Öppna & stänga", 0, 0, false},
		{Paragraph, "4:4", "Vi har 103 kontor. Slut.", 0, 0, false},
		{ListItem, "6:12", "Boden", 0, 0, false},
		{ListItem, "6:30", "Laholm", 0, 0, false},
		{Caption, "7:17", "Tabell 1. Kontor", 0, 0, false},
		{Cell, "7:51", "Typ", 0, 0, true},
		{Cell, "7:58", "Dag", 0, 1, true},
		{Cell, "8:9", "Åre", 1, 0, false},
		{Cell, "8:26", "1", 1, 1, false},
		{Cell, "8:45", "Boden", 2, 0, false},
		{Cell, "8:54", "2", 2, 2, false},
	})
	assertPositions(t, text, source)
}

// A figure is bound where its element stands.
func TestReadFigures(t *testing.T) {
	for _, c := range []struct{ name, source string }{
		{"a.html", `<p>Vi har <data class="x figure" value="103" data-address="network/2017">103</data> kontor.</p>`},
		{"a.md", `Vi har <data class="figure" value="103" data-address="network/2017">103</data> kontor.`},
	} {
		text, err := Read(c.name, []byte(c.source))
		if err != nil || len(text.Blocks) != 1 || len(text.Blocks[0].Bound) != 1 {
			t.Fatalf("%s: want one block with one figure, got %+v, %v", c.name, text.Blocks, err)
		}
		b := text.Blocks[0]
		if f := b.Bound[0]; b.Text[f.Start:f.End] != "103" || f.Address != "network/2017" || f.Value != "103" {
			t.Errorf("%s: got %+v", c.name, f)
		}
	}
}
