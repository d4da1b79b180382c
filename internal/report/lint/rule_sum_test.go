package lint

import (
	"strings"
	"testing"
)

// Totals are recomputed with the tolerance that the rule states, and tables
// that are not sums are left alone.
func TestSums(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		wrong      int
	}{
		{"exact counts", "Typ|Antal\n-|-\nA|4\nB|7\nSumma|11", 0},
		{"counts one off", "Typ|Antal\n-|-\nA|4\nB|7\nSumma|12", 1},
		{"rounded money one off", "Typ|mnkr\n-|-\nA|4\nB|7\nC|2\nSumma|14", 0},
		{"money two off", "Typ|mnkr\n-|-\nA|4\nB|7\nSumma|14", 1},
		{"subtotals", "Typ|Antal\n-|-\nA|4\nB|7\nDelsumma|11\nC|1\nD|2\nDelsumma|3\nTotalt|14", 0},
		{"wrong beside subtotals", "Typ|Antal\n-|-\nA|4\nB|7\nDelsumma|11\nC|1\nD|2\nDelsumma|3\nTotalt|15", 1},
		{"ranges", "Typ|mnkr\n-|-\nA|1,05\nB|2,875–3,85\nSumma|3,925–4,9", 0},
		{"range that misses", "Typ|mnkr\n-|-\nA|1,05\nB|2,875–3,85\nSumma|5,2", 1},
		{"unknown", "Typ|Antal\n-|-\nA|4\nB|okänt\nSumma|9", 0},
		{"dashes", "Typ|Antal\n-|-\nA|4\nB|–\nC|5\nSumma|9", 0},
		{"grouped digits", "Typ|tkr\n-|-\nA|1 200\nB|2 300\nSumma|3 500", 0},
		{"negative", "Typ|tkr\n-|-\nA|1 200\nB|−200\nSumma|1 000", 0},
		{"shares", "Typ|Andel\n-|-\nA|40\nB|70\nSumma|55", 0},
		{"averages", "Typ|Genomsnitt\n-|-\nA|40\nB|70\nTotalt|55", 0},
		{"two columns, second wrong", "Typ|A|B\n-|-|-\nA|1|2\nB|3|4\nSumma|4|7", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for row := range strings.SplitSeq(c.rows, "\n") {
				b.WriteString("| " + strings.ReplaceAll(row, "|", " | ") + " |\n")
			}
			if found := check(t, "a.md", b.String(), Facts{}); len(found) != c.wrong {
				t.Errorf("want %d, got:\n%s", c.wrong, describe(found))
			}
		})
	}
}

// The same table is judged the same in Markdown, HTML and Word.
func TestSumsInEveryFormat(t *testing.T) {
	cell := func(s string) string { return "<w:tc>" + paragraph("", s) + "</w:tc>" }
	rows := [][2]string{{"Typ", "Antal"}, {"A", "4"}, {"B", "7"}, {"Summa", "12"}}
	md, page, doc := "", "<table>", wordHead+"<w:tbl>"
	for i, r := range rows {
		md += "| " + r[0] + " | " + r[1] + " |\n"
		if i == 0 {
			md += "|--|--|\n"
		}
		page += "<tr><td>" + r[0] + "</td><td>" + r[1] + "</td></tr>"
		doc += "<w:tr>" + cell(r[0]) + cell(r[1]) + "</w:tr>"
	}
	word := wordFile(t, map[string]string{"word/document.xml": doc + "</w:tbl>" + wordTail})
	for name, source := range map[string]string{"a.md": md, "a.html": page + "</table>", "a.docx": string(word)} {
		if found := check(t, name, source, Facts{}); len(found) != 1 || found[0].Key != "lint.sum.table" {
			t.Errorf("%s: want one wrong sum, got:\n%s", name, describe(found))
		}
	}
}
