package report

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/report/document"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// markdown reads the part of Markdown that a report uses: headings with
// {#section}, paragraphs, lists, emphasis, links, block quotes as notices and
// rules as page breaks.
var markdown = goldmark.New(goldmark.WithParserOptions(parser.WithAttribute(), parser.WithAutoHeadingID()))

// A MarkupError names something in a template that a report cannot hold, where
// it stands, and what would be right.
type MarkupError struct {
	Template   string
	Line       int
	What, Want string
}

func (e *MarkupError) Error() string {
	return fmt.Sprintf("%s:%d: %s cannot stand in a report: %s", e.Template, e.Line, e.What, e.Want)
}

// source is Markdown that a template has given.
type source struct {
	name  string
	text  []byte
	lines []int // of the template, for each line of the text
}

// refuse says that a node cannot stand in a report.
func (s *source) refuse(n ast.Node, what, want string) error {
	line := 1
	if i := bytes.Count(s.text[:offset(n)], []byte("\n")); i < len(s.lines) {
		line = s.lines[i]
	}
	return &MarkupError{s.name, line, what, want}
}

// offset is where a node begins, or the nearest node around it that says so.
func offset(n ast.Node) int {
	for m := n; m != nil; m = m.FirstChild() {
		switch x := m.(type) {
		case *ast.Text:
			return x.Segment.Start
		case *ast.RawHTML:
			if x.Segments.Len() > 0 {
				return x.Segments.At(0).Start
			}
		}
		if m.Type() == ast.TypeBlock && m.Lines().Len() > 0 {
			return m.Lines().At(0).Start
		}
	}
	if n.Parent() == nil {
		return 0
	}
	return offset(n.Parent())
}

const usualMarkup = "use headings, paragraphs, lists, emphasis and links"

// names of what Markdown has and a report does not, with what would be right.
var strange = map[ast.NodeKind][2]string{
	ast.KindHTMLBlock:       {"HTML", usualMarkup},
	ast.KindRawHTML:         {"HTML", usualMarkup},
	ast.KindImage:           {"an image", "place a chart with {{chart …}}"},
	ast.KindCodeBlock:       {"code, which is what an indented line is,", usualMarkup},
	ast.KindFencedCodeBlock: {"code", usualMarkup},
	ast.KindCodeSpan:        {"code", usualMarkup},
	ast.KindAutoLink:        {"a bare link", "write it as [words](address)"},
}

func (s *source) refuseKind(n ast.Node) error {
	if x, ok := strange[n.Kind()]; ok {
		return s.refuse(n, x[0], x[1])
	}
	return s.refuse(n, n.Kind().String(), usualMarkup)
}

// blocks turns Markdown with tokens into the document's blocks.
func (b *builder) blocks(s *source) ([]document.Block, error) {
	root := markdown.Parser().Parse(text.NewReader(s.text))
	var out []document.Block
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		block, err := b.convert(s, n)
		if err != nil {
			return nil, err
		}
		if block != nil {
			out = append(out, block)
		}
	}
	return out, nil
}

func (b *builder) convert(s *source, n ast.Node) (document.Block, error) {
	switch x := n.(type) {
	case *ast.Heading:
		return b.heading(s, x)
	case *ast.Paragraph:
		if i, ok := keptIndex(string(x.Lines().Value(s.text))); ok {
			return b.kept[i], nil
		}
		in, err := b.inlinesOf(s, n, document.Run{})
		return document.Paragraph{Text: in}, err
	case *ast.List:
		return b.list(s, x)
	case *ast.Blockquote:
		if x.ChildCount() != 1 || x.FirstChild().Kind() != ast.KindParagraph {
			return nil, s.refuse(n, "a quotation of several blocks", "write one paragraph for each notice")
		}
		in, err := b.inlinesOf(s, x.FirstChild(), document.Run{})
		return document.Notice{Text: in}, err
	case *ast.ThematicBreak:
		return document.PageBreak{}, nil
	}
	return nil, s.refuseKind(n)
}

func (b *builder) list(s *source, x *ast.List) (document.Block, error) {
	list := document.List{Ordered: x.IsOrdered()}
	for item := x.FirstChild(); item != nil; item = item.NextSibling() {
		if item.ChildCount() != 1 {
			return nil, s.refuse(item, "a list item of several blocks", "write one paragraph for each item")
		}
		in, err := b.inlinesOf(s, item.FirstChild(), document.Run{})
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, in)
	}
	return list, nil
}

// keptIndex reads a paragraph that is nothing but a block token.
func keptIndex(s string) (int, bool) {
	s = strings.TrimSpace(s)
	rest, ok := strings.CutPrefix(s, string(blockOpen))
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(strings.TrimSuffix(rest, string(blockClose)))
	return i, err == nil
}

// maxLevel is the deepest level of headings that a document has.
const maxLevel = 3

func (b *builder) heading(s *source, x *ast.Heading) (document.Block, error) {
	in, err := b.inlinesOf(s, x, document.Run{})
	if err != nil {
		return nil, err
	}
	h := document.Heading{Level: x.Level, Text: in}
	if id, ok := x.AttributeString("id"); ok {
		h.ID = string(id.([]byte))
	}
	if b.ids[h.ID] {
		return nil, s.refuse(x, "two headings named #"+h.ID, "give one of them another name, as in {#"+h.ID+"-2}")
	}
	if h.Level > maxLevel || h.Level > b.level+1 {
		return nil, s.refuse(x, fmt.Sprintf("a heading of level %d here", h.Level), fmt.Sprintf("level %d is right, %d is the deepest", min(b.level+1, maxLevel), maxLevel))
	}
	b.level = h.Level
	b.ids[h.ID] = true
	b.sections = append(b.sections, h.ID)
	if class, ok := x.AttributeString("class"); !ok || string(class.([]byte)) != "unnumbered" {
		h.Number = b.number(x.Level)
	}
	return h, nil
}

// number counts headings: 1, 1.1, 1.2, 2 …
func (b *builder) number(level int) string {
	for len(b.counters) < level {
		b.counters = append(b.counters, 0)
	}
	b.counters = b.counters[:level]
	b.counters[level-1]++
	parts := make([]string, level)
	for i, c := range b.counters {
		parts[i] = strconv.Itoa(c)
	}
	return strings.Join(parts, ".")
}

func (b *builder) inlinesOf(s *source, parent ast.Node, style document.Run) ([]document.Inline, error) {
	var out []document.Inline
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch x := n.(type) {
		case *ast.Text:
			words := string(x.Value(s.text))
			if x.SoftLineBreak() || x.HardLineBreak() {
				words += " "
			}
			out = append(out, b.expand(words, style)...)
		case *ast.String:
			out = append(out, b.expand(string(x.Value), style)...)
		case *ast.Emphasis:
			inner := style
			if x.Level == 2 {
				inner.Bold = true
			} else {
				inner.Italic = true
			}
			in, err := b.inlinesOf(s, n, inner)
			if err != nil {
				return nil, err
			}
			out = append(out, in...)
		case *ast.Link:
			in, err := b.inlinesOf(s, n, style)
			if err != nil {
				return nil, err
			}
			out = append(out, document.Link{Text: document.PlainText(in), Href: string(x.Destination)})
		default:
			return nil, s.refuseKind(n)
		}
	}
	return join(out), nil
}

// expand replaces the inline tokens of a text with what they stand for.
func (b *builder) expand(s string, style document.Run) []document.Inline {
	var out []document.Inline
	for s != "" {
		before, rest, found := strings.Cut(s, string(inlineOpen))
		if before != "" {
			run := style
			run.Text = before
			out = append(out, run)
		}
		if !found {
			break
		}
		index, after, _ := strings.Cut(rest, string(inlineClose))
		if i, err := strconv.Atoi(index); err == nil && i < len(b.inlines) {
			for _, in := range b.inlines[i] {
				out = append(out, styled(in, style))
			}
		}
		s = after
	}
	return out
}

func styled(in document.Inline, style document.Run) document.Inline {
	switch x := in.(type) {
	case document.Bound:
		x.Bold = x.Bold || style.Bold
		return x
	case document.Run:
		x.Bold, x.Italic = x.Bold || style.Bold, x.Italic || style.Italic
		return x
	}
	return in
}

// join merges neighbouring runs of one style.
func join(in []document.Inline) []document.Inline {
	var out []document.Inline
	for _, i := range in {
		if r, ok := i.(document.Run); ok && len(out) > 0 {
			if last, ok := out[len(out)-1].(document.Run); ok && last.Bold == r.Bold && last.Italic == r.Italic {
				last.Text += r.Text
				out[len(out)-1] = last
				continue
			}
		}
		out = append(out, i)
	}
	return out
}
