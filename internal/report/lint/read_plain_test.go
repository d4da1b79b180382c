package lint

import (
	"strings"
	"testing"
)

// dump is laid out as a PDF dump is: a blank line after every line, hyphens at
// line ends, a footnote and a page turn in the middle of a sentence.
const dump = "1.1   Bakgrund \n\nStatens servicecenter kommer att öppna nya servicekontor i de följande kom-\n\n" +
	"munerna och i respektive etableringsomgång enligt beslut:1 När myndigheten tog \n\n" +
	"                                                 \n\n1 Styrelsen beslutar på vilka orter det ska finnas ser-\n\nvicekontor. \n" +
	" över verksamheten i Nydala-\n\nHermodsdal fanns gles- \n\noch landsbygd samt 10-\n\n20 kontor. \n\n" +
	"• Lysekil \n\n• Stenungsund \n\nRegeringsuppdrag att öppna – Delredovisning 1 14 / 17 \n\nEU27 är inte en fotnot. \n"

// A dump's sentences come out whole, each kind of block as what it is.
func TestReadPlainDump(t *testing.T) {
	text, err := Read("dump.txt", []byte(dump))
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		kind Kind
		pos  string
		text string
	}{
		{Heading, "1:1", "1.1 Bakgrund"},
		{Paragraph, "3:1", "Statens servicecenter kommer att öppna nya servicekontor i de följande kommunerna och i respektive etableringsomgång enligt beslut: " +
			"När myndigheten tog över verksamheten i Nydala-Hermodsdal fanns gles- och landsbygd samt 10-20 kontor."},
		{Footnote, "9:3", "Styrelsen beslutar på vilka orter det ska finnas servicekontor."},
		{ListItem, "20:3", "Lysekil"},
		{ListItem, "22:3", "Stenungsund"},
		{Furniture, "24:1", "Regeringsuppdrag att öppna – Delredovisning 1 14 / 17"},
		{Paragraph, "26:1", "EU27 är inte en fotnot."},
	}
	if len(text.Blocks) != len(want) {
		t.Fatalf("want %d blocks, got %d: %q", len(want), len(text.Blocks), texts(text))
	}
	for i, w := range want {
		b := text.Blocks[i]
		if b.Kind != w.kind || b.Text != w.text || text.Position(i, 0).String() != w.pos {
			t.Errorf("block %d: want %d %s %q\ngot %d %s %q", i, w.kind, w.pos, w.text, b.Kind, text.Position(i, 0), b.Text)
		}
	}
}

func texts(text Text) []string {
	var all []string
	for _, b := range text.Blocks {
		all = append(all, b.Text)
	}
	return all
}

// Every letter of a block stands in the source where its position says.
func TestPlainPositions(t *testing.T) {
	text, _ := Read("dump.txt", []byte(dump))
	assertPositions(t, text, dump)
}

// assertPositions compares every letter and digit of a text with the source.
func assertPositions(t testing.TB, text Text, source string) {
	t.Helper()
	var lines [][]rune
	for rest := source; rest != ""; {
		var l string
		l, rest = cutLine(rest)
		lines = append(lines, []rune(l))
	}
	for i, b := range text.Blocks {
		for off, r := range b.Text {
			if !inWord(r) {
				continue
			}
			p := text.Position(i, off)
			if p.Line > len(lines) || p.Column > len(lines[p.Line-1]) {
				t.Fatalf("%q in %q: %s lies outside the source", r, b.Text, p)
			}
			if got := lines[p.Line-1][p.Column-1]; got != r {
				t.Fatalf("%q in %q: at %s the source has %q", r, b.Text, p, got)
			}
		}
	}
}

// The layout of plain text decides what belongs together.
func TestPlainBlocks(t *testing.T) {
	full := strings.Repeat("ord ", 16)
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"single spacing", full + "\nNästa rad fortsätter.\n\nNytt stycke.", []string{full + "Nästa rad fortsätter.", "Nytt stycke."}},
		{"short lines", "Boden\nLaholm\n\nVäxjö (Araby)", []string{"Boden", "Laholm", "Växjö (Araby)"}},
		{"old line ends", "Ett.\r\rTvå.\r\n\r\nTre.", []string{"Ett.", "Två.", "Tre."}},
		{"form feed", "Slutet av sidan.\n\fNästa Sida\nText på sidan.", []string{"Slutet av sidan.", "Nästa Sida", "Text på sidan."}},
		{"enumeration", "1. Analys\n2) Lokal\n- Flytt", []string{"Analys", "Lokal", "Flytt"}},
		{"byte order mark", "\ufeffHej.", []string{"Hej."}},
		{"soft hyphen and ligature", "ser\u00advice\ufb01l", []string{"servicefil"}},
		{"decomposed letters", "Va\u0308xjo\u0308 och A\u030are", []string{"Växjö och Åre"}},
		{"no-break space", "1\u00a0234 kontor", []string{"1 234 kontor"}},
		{"empty", "", nil},
		{"only space", " \n\t\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, err := Read("a.txt", []byte(c.source))
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(texts(text), "|"); got != strings.Join(trimAll(c.want), "|") {
				t.Errorf("want %q, got %q", c.want, texts(text))
			}
		})
	}
}

func trimAll(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strings.TrimSpace(s)
	}
	return out
}
