package verify

import (
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
)

// manifestSheet is the name of the hidden sheet that holds the manifest of a
// workbook, cut into cells. The sheet before it lists the figures.
const manifestSheet = "_manifest"

// Columns of the list of figures.
const (
	addressColumn = "A"
	lowColumn     = "C"
	highColumn    = "D"
	placeColumn   = "G"
)

// readWorkbook reads the manifest of a workbook, and the numbers that its list of
// figures and the cells named there hold.
func readWorkbook(content []byte) (manifest []byte, shown []Shown, err error) {
	a, err := openArchive(content, "a workbook (.xlsx)")
	if err != nil {
		return nil, nil, err
	}
	if a.parts["xl/workbook.xml"] == nil {
		return nil, nil, errors.New("xl/workbook.xml is missing; a workbook (.xlsx) has it")
	}
	b := &workbook{archive: a, read: map[string]sheet{}}
	if err := b.list(); err != nil {
		return nil, nil, err
	}
	for i, name := range b.names {
		if name != manifestSheet {
			continue
		}
		hidden, err := b.sheet(name)
		if err != nil {
			return nil, nil, err
		}
		if manifest, err = hidden.joined(); err != nil || i == 0 {
			return manifest, nil, err
		}
		shown, err = b.figures(b.names[i-1])
		return manifest, shown, err
	}
	return nil, nil, nil
}

// workbook is the sheets of an archive; each is read once.
type workbook struct {
	archive *archive
	names   []string
	parts   map[string]string // by name
	read    map[string]sheet
	shared  []string
	loaded  bool // whether shared has been read
}

// list finds the sheets and their parts.
func (b *workbook) list() error {
	ids := map[string]string{}
	err := b.archive.tokens("xl/workbook.xml", func(tok xml.Token) error {
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "sheet" {
			if len(b.names) == maxEntries {
				return fmt.Errorf("more than %d sheets", maxEntries)
			}
			b.names = append(b.names, attr(e, "name"))
			ids[attr(e, "name")] = attr(e, "id")
		}
		return nil
	})
	if err != nil {
		return err
	}
	targets := map[string]string{}
	err = b.archive.tokens("xl/_rels/workbook.xml.rels", func(tok xml.Token) error {
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "Relationship" {
			targets[attr(e, "Id")] = attr(e, "Target")
		}
		return nil
	})
	b.parts = map[string]string{}
	for name, id := range ids {
		if rooted, ok := strings.CutPrefix(targets[id], "/"); ok {
			b.parts[name] = rooted
		} else if targets[id] != "" {
			b.parts[name] = path.Join("xl", targets[id])
		}
	}
	return err
}

// figures reads what the list of figures shows of each: the numbers in the list
// itself, and those in the cells of the tables.
func (b *workbook) figures(name string) ([]Shown, error) {
	list, err := b.sheet(name)
	if err != nil {
		return nil, err
	}
	var shown []Shown
	for _, c := range list.cells {
		column, row := split(c.ref)
		if column != addressColumn || row == "1" || c.number {
			continue
		}
		address := figure.Address(c.text)
		shown = list.number(shown, address, lowColumn+row, LowEnd)
		shown = list.number(shown, address, highColumn+row, HighEnd)
		place, _ := list.at(placeColumn + row)
		cut := strings.LastIndex(place.text, "!")
		if cut < 0 {
			continue
		}
		table, err := b.sheet(place.text[:cut])
		if err != nil {
			return nil, err
		}
		shown = table.number(shown, address, place.text[cut+1:], LowEnd)
	}
	return shown, nil
}
