package report_test

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/report/document"
)

// dump writes a document as plain text that a person can read and compare: figures
// stand as they are shown, no-break spaces as ·, footnotes in brackets.
func dump(d *document.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s | %s\n%s → %s\n%s | %s | %s\n\n", d.Title, d.Subtitle, d.Kind, d.Issuer, d.To, d.Number, d.Mandate, d.Date)
	b.WriteString("══ letter\n\n")
	dumpBlocks(&b, d.Letter)
	b.WriteString("══ body\n\n")
	dumpBlocks(&b, d.Body)
	return strings.ReplaceAll(b.String(), "\u00a0", "·")
}

func dumpBlocks(b *strings.Builder, blocks []document.Block) {
	for _, block := range blocks {
		switch x := block.(type) {
		case document.Heading:
			fmt.Fprintf(b, "%s %s  {#%s}\n\n", strings.Repeat("#", x.Level), strings.TrimSpace(x.Number+" "+written(x.Text)), x.ID)
		case document.Paragraph:
			fmt.Fprintf(b, "%s%s\n\n", map[bool]string{true: "(" + x.Style + ") "}[x.Style != ""], written(x.Text))
		case document.List:
			for _, item := range x.Items {
				fmt.Fprintf(b, "- %s\n", written(item))
			}
			b.WriteString("\n")
		case document.Table:
			dumpTable(b, x)
		case document.Picture:
			fmt.Fprintf(b, "[picture %d %s] %s\n  alt: %s\n  %s\n\n", x.Number, x.ID, written(x.Caption), x.Alt, written(x.Sentence))
		case document.Notice:
			fmt.Fprintf(b, "! %s\n\n", written(x.Text))
		case document.PageBreak:
			b.WriteString("---\n\n")
		}
	}
}

func dumpTable(b *strings.Builder, t document.Table) {
	fmt.Fprintf(b, "[table %d %s, sheet %q] %s\n", t.Number, t.ID, t.Sheet, written(t.Caption))
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, c.Header)
	}
	fmt.Fprintf(b, "  ‖ %s\n", strings.Join(heads, " ‖ "))
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			s := written(c.Text)
			if c.Status != "" {
				s = "(" + c.Status + ") " + s
			}
			cells = append(cells, s)
		}
		fmt.Fprintf(b, "  %c %s\n", [...]rune{document.Plain: '|', document.Group: '>', document.Sum: 'Σ'}[r.Kind], strings.Join(cells, " | "))
	}
	if len(t.Note) > 0 {
		fmt.Fprintf(b, "  note: %s\n", written(t.Note))
	}
	b.WriteString("\n")
}

// written is inline content as a reader sees it.
func written(in []document.Inline) string {
	var b strings.Builder
	for _, i := range in {
		switch x := i.(type) {
		case document.Run:
			b.WriteString(x.Text)
		case document.Bound:
			b.WriteString(x.Text)
		case document.Link:
			b.WriteString(x.Text)
		case document.Footnote:
			b.WriteString("[" + written(x.Text) + "]")
		}
	}
	return b.String()
}

// boundIn lists every figure that a document shows, in its order, footnotes included.
func boundIn(d *document.Document) []document.Bound {
	var out []document.Bound
	var visit func(in []document.Inline)
	visit = func(in []document.Inline) {
		for _, i := range in {
			switch x := i.(type) {
			case document.Bound:
				out = append(out, x)
			case document.Footnote:
				visit(x.Text)
			}
		}
	}
	for block := range d.Blocks() {
		switch x := block.(type) {
		case document.Heading:
			visit(x.Text)
		case document.Paragraph:
			visit(x.Text)
		case document.Notice:
			visit(x.Text)
		case document.List:
			for _, item := range x.Items {
				visit(item)
			}
		case document.Table:
			visit(x.Caption)
			visit(x.Note)
			for _, r := range x.Rows {
				for _, c := range r.Cells {
					visit(c.Text)
				}
			}
		case document.Picture:
			visit(x.Caption)
			visit(x.Sentence)
		}
	}
	return out
}
