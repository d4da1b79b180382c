package sample

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
	"pgregory.net/rapid"
)

// fragments are the pieces of text that break careless writers.
var fragments = []string{
	"]]>", "</script>", "<script>alert(1)</script>", "<!--", "-->", "&amp;", "&", "<", ">", `"`, "'", "\x00", "\x1b[31m",
	"\u0085", "\u2028", "\u2029", "\ufffe", "\U0001ffff", "\xff\xfe", "\r\n", "\r", "\n", "\t", "\u00a0", "\u00ad", "\u200d",
	"👩‍👩‍👧‍👦", "مرحبا بالعالم", "שלום", "\u202e", "=1+1", "+46 8", "-1", "@SUM(A1)", "_x0041_", "{{.}}", "%d", "${x}", "`",
	strings.Repeat("nedläggningsdrabbade", 30), "å", "Ö", "kontor", " ", "  ", "46", "24,65\u00a0mnkr", "]]", "\\u003c",
}

// HostileText draws text that no writer may stumble on.
func HostileText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		pieces := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(fragments), rapid.String()), 0, 5).Draw(t, "pieces")
		return strings.Join(pieces, "")
	})
}

func inlines(t *rapid.T) []document.Inline {
	text := HostileText()
	one := rapid.Custom(func(t *rapid.T) document.Inline {
		switch rapid.IntRange(0, 5).Draw(t, "inline") {
		case 0:
			return document.Bound{Text: "46" + text.Draw(t, "shown"), Address: "network/" + address(text.Draw(t, "address")), Bold: rapid.Bool().Draw(t, "bold")}
		case 1:
			return document.Link{Text: text.Draw(t, "link"), Href: rapid.OneOf(rapid.SampledFrom([]string{"#a", "https://example.org/?a=1&b=2", "javascript:alert(1)", "#nowhere"}), text).Draw(t, "href")}
		case 2:
			return document.Footnote{Text: document.TextOf(text.Draw(t, "note"))}
		}
		return document.Run{Text: text.Draw(t, "run"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic")}
	})
	return rapid.SliceOfN(one, 0, 4).Draw(t, "inlines")
}

// address makes any text a segment of an address.
func address(s string) figure.Address {
	s = strings.Map(func(r rune) rune {
		if r == '/' || r <= ' ' {
			return -1
		}
		return r
	}, document.Clean(s))
	return figure.Address("x" + s)
}

// Hostile draws a document of every kind of block whose texts are hostile.
func Hostile() *rapid.Generator[*document.Document] {
	return rapid.Custom(func(t *rapid.T) *document.Document {
		text := HostileText()
		lang := rapid.SampledFrom([]string{"sv", "en"}).Draw(t, "lang")
		d := &document.Document{Lang: lang, Words: Words(lang), FileBase: "x", Title: text.Draw(t, "title"),
			Subtitle: text.Draw(t, "subtitle"), Issuer: text.Draw(t, "issuer"), To: text.Draw(t, "to"),
			Number: text.Draw(t, "number"), Kind: text.Draw(t, "kind")}
		n := rapid.IntRange(0, 8).Draw(t, "blocks")
		for i := range n {
			d.Body = append(d.Body, block(t, i))
		}
		d.Letter = append(d.Letter, document.Paragraph{Text: inlines(t)})
		d.Manifest = Manifest(d)
		return d
	})
}

func block(t *rapid.T, i int) document.Block {
	id := fmt.Sprintf("b%d", i)
	switch rapid.IntRange(0, 6).Draw(t, "block") {
	case 0:
		return document.Heading{Level: rapid.IntRange(1, 3).Draw(t, "level"), Number: HostileText().Draw(t, "number"), ID: id, Text: inlines(t)}
	case 1:
		list := document.List{Ordered: rapid.Bool().Draw(t, "ordered")}
		for range rapid.IntRange(0, 3).Draw(t, "items") {
			list.Items = append(list.Items, inlines(t))
		}
		return list
	case 2:
		return table(t, id, i)
	case 3:
		p := picture(id, i+1, 60, 40, "", "alt", "")
		p.Alt, p.Caption, p.Sentence = HostileText().Draw(t, "alt"), inlines(t), inlines(t)
		return p
	case 4:
		return document.Notice{Text: inlines(t)}
	case 5:
		return document.PageBreak{}
	}
	return document.Paragraph{Style: rapid.SampledFrom([]string{"", "lead"}).Draw(t, "style"), Text: inlines(t)}
}

func table(t *rapid.T, id string, i int) document.Table {
	out := document.Table{ID: id, Number: i + 1, Caption: inlines(t), Note: inlines(t), Sheet: HostileText().Draw(t, "sheet")}
	columns := rapid.IntRange(1, 9).Draw(t, "columns")
	for range columns {
		out.Columns = append(out.Columns, document.Column{Header: HostileText().Draw(t, "header"),
			Numeric: rapid.Bool().Draw(t, "numeric"), Width: rapid.SampledFrom([]int{0, 0, 10, 40}).Draw(t, "width")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "rows") {
		row := document.Row{Kind: rapid.SampledFrom([]document.RowKind{document.Plain, document.Plain, document.Group, document.Sum}).Draw(t, "kind")}
		n := columns
		if row.Kind == document.Group {
			n = 1
		}
		for range n {
			row.Cells = append(row.Cells, cell(t))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func cell(t *rapid.T) document.Cell {
	c := document.Cell{Text: inlines(t), Header: rapid.Bool().Draw(t, "header"),
		Status: rapid.SampledFrom(append([]string{"", "", "nonsense"}, document.Statuses...)).Draw(t, "status")}
	low := rapid.Int64Range(-1e12, 1e12).Draw(t, "low")
	c.Value = figure.Value{Kind: figure.Kind(rapid.IntRange(0, 7).Draw(t, "kind")), Known: rapid.Bool().Draw(t, "known"),
		Low: low, High: low + rapid.SampledFrom([]int64{0, 0, 1, 1e6}).Draw(t, "span")}
	return c
}
