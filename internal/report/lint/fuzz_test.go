package lint

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// assertSound reads and checks data in every way and looks at what must always
// hold: no panic, findings in order and within the text, the same ones twice,
// and a message for every key.
func assertSound(t testing.TB, name string, data []byte, facts Facts) {
	t.Helper()
	text, err := Read(name, data)
	if err != nil {
		return
	}
	for i, b := range text.Blocks {
		if b.Text == "" || !utf8.ValidString(b.Text) || strings.ContainsAny(b.Text, "\n\r\t") {
			t.Fatalf("block %d of %s is no line of text: %q", i, name, b.Text)
		}
		for _, f := range b.Bound {
			if f.Start < 0 || f.End > len(b.Text) || f.Start > f.End {
				t.Fatalf("block %d: figure at %d–%d of %d bytes", i, f.Start, f.End, len(b.Text))
			}
		}
	}
	found, again := Check(text, facts), Check(text, facts)
	if len(found) != len(again) {
		t.Fatalf("%d findings, then %d", len(found), len(again))
	}
	for i, f := range found {
		if f.compare(again[i]) != 0 || f.Excerpt != again[i].Excerpt {
			t.Fatalf("finding %d is not the same twice: %+v, %+v", i, f, again[i])
		}
		if i > 0 && found[i-1].compare(f) > 0 {
			t.Fatalf("findings %d and %d are out of order", i-1, i)
		}
		if f.Pos.Line < 1 || f.Pos.Column < 1 || f.Excerpt == "" || utf8.RuneCountInString(f.Excerpt) > 400 {
			t.Fatalf("finding %d has no place or no excerpt: %+v", i, f)
		}
		m, ok := Messages[f.Key]
		if !ok || strings.ContainsAny(f.Format(m.Sv)+f.Format(m.En), "{}") && !strings.ContainsAny(string(data), "{}") {
			t.Fatalf("message of %s is not complete: %s", f.Key, f.Format(m.Sv))
		}
	}
}

// boundFacts turns every rule on.
func boundFacts() Facts {
	f := smallFacts()
	f.Bound = true
	f.Figures = []Figure{{"a", "1"}, {"network/2017", "103"}}
	return f
}

func FuzzPlain(f *testing.F) { fuzzFormat(f, "a.txt", dump, consistent) }

func FuzzMarkdown(f *testing.F) {
	fuzzFormat(f, "a.md", consistent, "| a\n|-\n|1\n>>>- [x](<y>)", "a|b\n-|-\nSumma|1", "[^1]: x\n***_`")
}

func FuzzHTML(f *testing.F) {
	fuzzFormat(f, "a.html", "<table><tr><td rowspan=9>1<td colspan=5>2<tr><th>Summa<td>4</table>",
		`<p><data class=figure data-address=a>1<br></p></data>&auml;&#0;&lt`, "<svg><svg></svg>x</svg>y<li><h1>")
}

func fuzzFormat(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	for _, c := range ruleCases {
		f.Add([]byte(c.wrong))
	}
	facts := boundFacts()
	f.Fuzz(func(t *testing.T, data []byte) { assertSound(t, name, data, facts) })
}

func FuzzWordXML(f *testing.F) {
	f.Add(wordHead + paragraph("Heading1", "Ett") + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" + wordTail)
	f.Add("<p><p><sdt><tag val='figure:a'/><sdtContent><t>1</t></p></sdtContent></sdt></p>")
	f.Add("<sdt><sdtPr><tag val='figure:a'/></sdtPr><sdtContent><p><t>1</t></p></sdtContent></sdt>")
	facts := boundFacts()
	f.Fuzz(func(t *testing.T, body string) {
		assertSound(t, "a.docx", wordFile(t, map[string]string{"word/document.xml": body, "word/styles.xml": body}), facts)
	})
}

func FuzzWordArchive(f *testing.F) {
	f.Add(wordFile(f, map[string]string{"word/document.xml": wordHead + paragraph("", "Ett.") + wordTail}))
	facts := boundFacts()
	f.Fuzz(func(t *testing.T, data []byte) { assertSound(t, "a.docx", data, facts) })
}

// Sentences put together at random from the words that the rules know, which
// reach deeper into them than random bytes do.
func TestRandomReports(t *testing.T) {
	words := strings.Fields(`103 149 46 47 45 procent % ökning minskning med från till servicekontor kontor nya små stora en ett två-tre
		fyra 28–29 omfattar består av varav , , och samt . . : ( ) i Malmö Mobilia Mobila Stenungssund första omgången omgång 1 tabell
		2022-06-01 22-12-15 den 1 juni 2022 2017 fanns finns det 2023 drygt nästan cirka öppnas följande kommuner jämfört Summa 12,5 mnkr
		§ avsnitt 2.2 Fi2021/02151 1-2 mer än fler`)
	word := rapid.SampledFrom(words)
	joint := rapid.SampledFrom([]string{" ", " ", " ", "\n", "\n\n", "\n- ", "\n| ", " | ", "\n|-|-|\n", "\nTabell 1. ", "-\n\n", "\n# "})
	facts := boundFacts()
	rapid.Check(t, func(r *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 80).Draw(r, "words") {
			b.WriteString(word.Draw(r, "word") + joint.Draw(r, "joint"))
		}
		assertSound(t, "a.md", []byte(b.String()), facts)
		assertSound(t, "a.txt", []byte(b.String()), facts)
	})
}

// Hostile files of the development data are read or refused, never worse.
func TestBadInputs(t *testing.T) {
	root := filepath.Join(dataFolder(t), "badinputs")
	facts := boundFacts()
	for _, dir := range []string{"docx", "zip", "xml", "strings"} {
		n := 0
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			n++
			for _, name := range []string{"a.docx", "a.txt", "a.md", "a.html"} {
				assertSound(t, name, data, facts)
			}
			if dir == "xml" {
				assertSound(t, "a.docx", wordFile(t, map[string]string{"word/document.xml": string(data)}), facts)
			}
			return nil
		})
		if err != nil {
			t.Skipf("bad inputs are not all there: %v", err)
		}
		t.Logf("%s: %d files", dir, n)
	}
}

// What is made to be slow takes time in proportion to its size. The figures are
// logged, not judged, since machines differ.
func TestHostileSizes(t *testing.T) {
	facts := boundFacts()
	for name, unit := range map[string]string{
		"numbers.txt":  "1 kontor, 2 kontor och 3 kontor, ",
		"names.txt":    "Abcde Bbcde ",
		"nesting.md":   "> - ",
		"brackets.md":  "[[]](",
		"bars.md":      "| 1 ",
		"tables.md":    "| A | 1 |\n| Summa | 2 |\n",
		"cells.html":   "<table><td rowspan=99 colspan=9>1",
		"figures.html": "<data class=figure>1",
		"dates.txt":    "Tabell 1. Öppnas\n2022-06-01\n",
		"claims.txt":   "År 2023 finns 149 servicekontor i första omgången. ",
	} {
		for _, size := range []int{32 << 10, 128 << 10} {
			start := time.Now()
			assertSound(t, name, []byte(strings.Repeat(unit, size/len(unit))), facts)
			t.Logf("%-14s %4d kB %v", name, size>>10, time.Since(start).Round(time.Millisecond))
		}
	}
}
