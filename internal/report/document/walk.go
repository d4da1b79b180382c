package document

import "iter"

// Blocks are the blocks of the letter and then of the body.
func (d *Document) Blocks() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for _, list := range [][]Block{d.Letter, d.Body} {
			for _, b := range list {
				if !yield(b) {
					return
				}
			}
		}
	}
}

// Texts are the inline contents of a block in the order in which they are read.
func Texts(b Block) iter.Seq[[]Inline] {
	return func(yield func([]Inline) bool) {
		switch x := b.(type) {
		case Heading:
			yield(x.Text)
		case Paragraph:
			yield(x.Text)
		case Notice:
			yield(x.Text)
		case List:
			for _, item := range x.Items {
				if !yield(item) {
					return
				}
			}
		case Picture:
			_ = yield(x.Caption) && yield(x.Sentence)
		case Table:
			tableTexts(x, yield)
		}
	}
}

func tableTexts(t Table, yield func([]Inline) bool) {
	if !yield(t.Caption) {
		return
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if !yield(c.Text) {
				return
			}
		}
	}
	yield(t.Note)
}

// Bounds are the figures that inline content shows, those in footnotes last.
func Bounds(in []Inline) []Bound {
	var out, notes []Bound
	for _, i := range in {
		switch x := i.(type) {
		case Bound:
			out = append(out, x)
		case Footnote:
			notes = append(notes, Bounds(x.Text)...)
		}
	}
	return append(out, notes...)
}
