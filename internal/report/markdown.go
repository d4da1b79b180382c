package report

import (
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

// A MarkupError names something in a template that a report cannot hold.
type MarkupError struct{ Template, What string }

func (e *MarkupError) Error() string {
	return fmt.Sprintf("%s: %s cannot stand in a report: use headings, paragraphs, lists, emphasis and links", e.Template, e.What)
}

// blocks turns Markdown with tokens into the document's blocks.
func (b *builder) blocks(name string, source []byte) ([]document.Block, error) {
	root := markdown.Parser().Parse(text.NewReader(source))
	var out []document.Block
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		block, err := b.convert(name, source, n)
		if err != nil {
			return nil, err
		}
		if block != nil {
			out = append(out, block)
		}
	}
	return out, nil
}

func (b *builder) convert(name string, source []byte, n ast.Node) (document.Block, error) {
	switch x := n.(type) {
	case *ast.Heading:
		return b.heading(name, source, x)
	case *ast.Paragraph:
		if i, ok := keptIndex(string(x.Lines().Value(source))); ok {
			return b.kept[i], nil
		}
		in, err := b.inlinesOf(name, source, n, document.Run{})
		return document.Paragraph{Text: in}, err
	case *ast.List:
		list := document.List{Ordered: x.IsOrdered()}
		for item := x.FirstChild(); item != nil; item = item.NextSibling() {
			if item.ChildCount() != 1 {
				return nil, &MarkupError{name, "a list item of several blocks"}
			}
			in, err := b.inlinesOf(name, source, item.FirstChild(), document.Run{})
			if err != nil {
				return nil, err
			}
			list.Items = append(list.Items, in)
		}
		return list, nil
	case *ast.Blockquote:
		if x.ChildCount() != 1 || x.FirstChild().Kind() != ast.KindParagraph {
			return nil, &MarkupError{name, "a quotation of several blocks"}
		}
		in, err := b.inlinesOf(name, source, x.FirstChild(), document.Run{})
		return document.Notice{Text: in}, err
	case *ast.ThematicBreak:
		return document.PageBreak{}, nil
	}
	return nil, &MarkupError{name, n.Kind().String()}
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

func (b *builder) heading(name string, source []byte, x *ast.Heading) (document.Block, error) {
	in, err := b.inlinesOf(name, source, x, document.Run{})
	if err != nil {
		return nil, err
	}
	h := document.Heading{Level: x.Level, Text: in}
	if id, ok := x.AttributeString("id"); ok {
		h.ID = string(id.([]byte))
	}
	if b.ids[h.ID] {
		return nil, &MarkupError{name, "two headings named #" + h.ID}
	}
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

func (b *builder) inlinesOf(name string, source []byte, parent ast.Node, style document.Run) ([]document.Inline, error) {
	var out []document.Inline
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch x := n.(type) {
		case *ast.Text:
			s := string(x.Value(source))
			if x.SoftLineBreak() {
				s += " "
			}
			out = append(out, b.expand(s, style)...)
		case *ast.String:
			out = append(out, b.expand(string(x.Value), style)...)
		case *ast.Emphasis:
			inner := style
			if x.Level == 2 {
				inner.Bold = true
			} else {
				inner.Italic = true
			}
			in, err := b.inlinesOf(name, source, n, inner)
			if err != nil {
				return nil, err
			}
			out = append(out, in...)
		case *ast.Link:
			in, err := b.inlinesOf(name, source, n, style)
			if err != nil {
				return nil, err
			}
			out = append(out, document.Link{Text: document.PlainText(in), Href: string(x.Destination)})
		default:
			return nil, &MarkupError{name, n.Kind().String()}
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
