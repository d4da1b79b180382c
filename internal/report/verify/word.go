package verify

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
)

// The namespaces of the parts that a report's Word file carries beside its text.
const (
	manifestNamespace  = "https://etablera.se/manifest/1"
	addressesNamespace = "https://etablera.se/addresses/1"
)

// tagPrefix begins the tag of a content control that shows a figure.
const tagPrefix = "figure:"

// textPart matches the parts of a Word file that a reader reads.
var textPart = regexp.MustCompile(`^word/(document|footnotes|endnotes|header[0-9]*|footer[0-9]*)\.xml$`)

// readWord reads the manifest of a Word file and what its content controls show.
func readWord(content []byte) (manifest []byte, shown []Shown, err error) {
	a, err := openArchive(content, "a Word file (.docx)")
	if err != nil {
		return nil, nil, err
	}
	if a.parts["word/document.xml"] == nil {
		return nil, nil, errors.New("word/document.xml is missing; a Word file (.docx) has it")
	}
	manifest, long, err := customParts(a)
	if err != nil {
		return nil, nil, err
	}
	w := &word{long: long}
	for _, f := range a.files {
		if textPart.MatchString(f.Name) && a.parts[f.Name] == f {
			if err := a.tokens(f.Name, w.token); err != nil {
				return nil, nil, err
			}
		}
	}
	return manifest, w.texts.shown, nil
}

// customParts reads the manifest, and the addresses that are too long for a tag,
// by the tags that stand for them. A word processor may renumber the parts, so
// they are known by their namespace. Parts of others are left alone.
func customParts(a *archive) (manifest []byte, long map[string]figure.Address, err error) {
	long = map[string]figure.Address{}
	for _, f := range a.files {
		if ok, _ := path.Match("customXml/item*.xml", f.Name); !ok || a.parts[f.Name] != f {
			continue
		}
		var text strings.Builder
		var root, tag, encoding string
		err := a.tokens(f.Name, func(tok xml.Token) error {
			switch e := tok.(type) {
			case xml.StartElement:
				if root == "" {
					if root = e.Name.Space; root != manifestNamespace && root != addressesNamespace {
						return errEnough
					}
					encoding = attr(e, "encoding")
				}
				if root == addressesNamespace {
					tag = attr(e, "tag")
					text.Reset()
				}
			case xml.CharData:
				text.Write(e)
			case xml.EndElement:
				if tag != "" {
					long[tag] = figure.Address(text.String())
					tag = ""
				}
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
		if root == manifestNamespace && manifest == nil {
			if manifest, err = decoded(text.String(), encoding); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", f.Name, err)
			}
		}
	}
	return manifest, long, nil
}

func decoded(text, encoding string) ([]byte, error) {
	switch encoding {
	case "":
		return []byte(text), nil
	case "base64":
		b, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
		if err != nil {
			return nil, fmt.Errorf("the manifest is not base64: %w", err)
		}
		return b, nil
	}
	return nil, fmt.Errorf("the manifest has the encoding %q; base64 is right", encoding)
}

// word gathers the texts of content controls from the parts of a Word file.
type word struct {
	texts  texts
	long   map[string]figure.Address
	inText bool
	moved  int // depth within text that has been moved elsewhere
}

func (w *word) token(tok xml.Token) error {
	switch e := tok.(type) {
	case xml.StartElement:
		return w.start(e)
	case xml.EndElement:
		switch e.Name.Local {
		case "sdt":
			w.texts.end()
		case "t":
			w.inText = false
		case "moveFrom":
			w.moved--
		}
	case xml.CharData:
		if w.inText && w.moved == 0 {
			w.texts.write(string(e))
		}
	}
	return nil
}

// start reads tracked changes as a reader who accepts them: inserted text counts,
// deleted text has an element of its own, moved text counts where it went.
func (w *word) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "sdt":
		return w.texts.start()
	case "tag":
		if tag := attr(e, "val"); strings.HasPrefix(tag, tagPrefix) {
			address, long := w.long[tag]
			if !long {
				address = figure.Address(strings.TrimPrefix(tag, tagPrefix))
			}
			w.texts.bind(address)
		}
	case "t":
		w.inText = true
	case "br", "cr", "tab":
		w.texts.write(" ")
	case "noBreakHyphen":
		w.texts.write("-")
	case "moveFrom":
		w.moved++
	}
	return nil
}
