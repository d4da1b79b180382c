package verify

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
)

// sheet is the cells of a sheet that hold something, in their order.
type sheet struct {
	cells []cell
	byRef map[string]int
}

// cell is a cell by its reference: a number as it is stored, or text.
type cell struct {
	ref, text string
	number    bool
}

func (s sheet) at(ref string) (cell, bool) {
	i, ok := s.byRef[ref]
	if !ok {
		return cell{}, false
	}
	return s.cells[i], true
}

// number appends what a cell shows of a figure, if it holds a number.
func (s sheet) number(shown []Shown, a figure.Address, ref string, end End) []Shown {
	if c, ok := s.at(ref); ok && c.number && c.text != "" {
		shown = append(shown, Shown{Address: a, Text: c.text, End: end})
	}
	return shown
}

// joined puts the texts of a sheet together.
func (s sheet) joined() ([]byte, error) {
	var out []byte
	for _, c := range s.cells {
		if len(out)+len(c.text) > maxPart {
			return nil, fmt.Errorf("the manifest is larger than %d bytes", maxPart)
		}
		if !c.number {
			out = append(out, c.text...)
		}
	}
	return out, nil
}

// split takes a reference such as AB12 apart.
func split(ref string) (column, row string) {
	i := strings.IndexAny(ref, "0123456789")
	if i < 0 {
		return ref, ""
	}
	return ref[:i], ref[i:]
}

// sheet reads a sheet by name; one that is not there is empty.
func (b *workbook) sheet(name string) (sheet, error) {
	if s, ok := b.read[name]; ok {
		return s, nil
	}
	r := sheetReader{sheet: sheet{byRef: map[string]int{}}}
	err := b.archive.tokens(b.parts[name], r.token)
	if err != nil {
		return sheet{}, err
	}
	if err := b.resolve(&r); err != nil {
		return sheet{}, err
	}
	b.read[name] = r.sheet
	return r.sheet, nil
}

// resolve replaces numbers of shared texts by the texts.
func (b *workbook) resolve(r *sheetReader) error {
	if len(r.shared) == 0 {
		return nil
	}
	if !b.loaded {
		b.loaded = true
		var err error
		if b.shared, err = sharedTexts(b.archive); err != nil {
			return err
		}
	}
	for _, i := range r.shared {
		c := &r.sheet.cells[i]
		n, err := strconv.Atoi(c.text)
		if err != nil || n < 0 || n >= len(b.shared) {
			return fmt.Errorf("cell %s refers to shared text %q; there are %d", c.ref, c.text, len(b.shared))
		}
		c.text = b.shared[n]
	}
	return nil
}

// sheetReader gathers cells from the tokens of a sheet.
type sheetReader struct {
	sheet     sheet
	shared    []int // positions of cells whose text is a number in the shared texts
	kind, ref string
	text      strings.Builder
	inText    bool
}

func (r *sheetReader) token(tok xml.Token) error {
	switch e := tok.(type) {
	case xml.StartElement:
		switch e.Name.Local {
		case "c":
			r.kind, r.ref = attr(e, "t"), attr(e, "r")
			r.text.Reset()
		case "v", "t":
			r.inText = true
		}
	case xml.CharData:
		if r.inText {
			r.text.Write(e)
		}
	case xml.EndElement:
		switch e.Name.Local {
		case "v", "t":
			r.inText = false
		case "c":
			r.end()
		}
	}
	return nil
}

func (r *sheetReader) end() {
	c := cell{ref: r.ref, text: r.text.String()}
	switch r.kind {
	case "s":
		r.shared = append(r.shared, len(r.sheet.cells))
	case "", "n":
		c.number = true
	case "str", "inlineStr":
	default:
		return
	}
	r.sheet.byRef[c.ref] = len(r.sheet.cells)
	r.sheet.cells = append(r.sheet.cells, c)
}

// sharedTexts reads the table of texts that cells refer to by number. Phonetic
// guides stand beside a text and are no part of it.
func sharedTexts(a *archive) ([]string, error) {
	var texts []string
	var text strings.Builder
	inText, phonetic := false, false
	err := a.tokens("xl/sharedStrings.xml", func(tok xml.Token) error {
		switch e := tok.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "si":
				text.Reset()
			case "t":
				inText = !phonetic
			case "rPh":
				phonetic = true
			}
		case xml.CharData:
			if inText {
				text.Write(e)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "t":
				inText = false
			case "rPh":
				phonetic = false
			case "si":
				texts = append(texts, text.String())
			}
		}
		return nil
	})
	return texts, err
}
