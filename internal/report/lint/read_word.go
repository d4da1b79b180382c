package lint

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readWord reads the text of a Word file: the main part, then its footnotes and
// endnotes. The archive is refused before anything is unpacked if it promises
// too much, and while unpacking if it promised too little.
func readWord(name string, data []byte) (Text, error) {
	fail := func(place, reason string) (Text, error) {
		return Text{}, &ReadError{Name: name, Place: place, Reason: reason}
	}
	if n := entries(data); n > maxEntries {
		return fail("", fmt.Sprintf("holds %d files; a Word file has at most %d", n, maxEntries))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fail("", "is not a Word file (.docx): "+err.Error())
	}
	if len(z.File) > maxEntries {
		return fail("", fmt.Sprintf("holds %d files; a Word file has at most %d", len(z.File), maxEntries))
	}
	parts := map[string]*zip.File{}
	for _, f := range z.File {
		if _, ok := parts[f.Name]; ok {
			continue // the first of two entries of one name counts, as in Word
		}
		parts[f.Name] = f
	}
	if parts["word/document.xml"] == nil {
		return fail("word/document.xml", "is missing; a Word file (.docx) has it")
	}
	t := Text{Name: name, paragraphs: true}
	styles := headingStyles(parts["word/styles.xml"])
	long, err := longAddresses(parts)
	if err != nil {
		return fail("customXml", err.Error())
	}
	tables := 0
	for _, part := range []string{"document", "footnotes", "endnotes"} {
		f := parts["word/"+part+".xml"]
		if f == nil {
			continue
		}
		w := word{styles: styles, tables: tables, long: long}
		if part != "document" {
			w.part = part
		}
		if err := eachToken(f, w.token); err != nil {
			return fail("word/"+part+".xml", err.Error())
		}
		t.Blocks = append(t.Blocks, w.blocks...)
		tables = w.tables
	}
	t.seal()
	return t, nil
}

// addressesNamespace is that of the part in which a report lists the addresses
// that are too long for a content control's tag.
const addressesNamespace = "https://etablera.se/addresses/1"

// longAddresses reads them, by tag.
func longAddresses(parts map[string]*zip.File) (map[string]string, error) {
	long := map[string]string{}
	for name, f := range parts {
		if !strings.HasPrefix(name, "customXml/item") || strings.HasPrefix(name, "customXml/itemProps") {
			continue
		}
		ours, tag := false, ""
		if err := eachToken(f, func(tok xml.Token) {
			switch e := tok.(type) {
			case xml.StartElement:
				ours = ours || e.Name.Space == addressesNamespace
				tag = attr(e, "tag")
			case xml.CharData:
				if ours && tag != "" {
					long[tag] += string(e)
				}
			case xml.EndElement:
				tag = ""
			}
		}); err != nil {
			return nil, err
		}
	}
	return long, nil
}

// entries reads the number of files from the archive's own closing record, so
// that a listing of a million names is refused unread. Zero means no record.
func entries(data []byte) int {
	i := bytes.LastIndex(data, []byte("PK\x05\x06"))
	if i < 0 || i+12 > len(data) {
		return 0
	}
	return int(data[i+10]) | int(data[i+11])<<8
}

var errTooLarge = errors.New("unpacks to too much")

// eachToken unpacks a part and hands its tokens on, within the limits.
func eachToken(f *zip.File, use func(xml.Token)) error {
	if f.UncompressedSize64 > maxXML {
		return fmt.Errorf("%w: %d bytes; at most %d are read", errTooLarge, f.UncompressedSize64, maxXML)
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	limited := &io.LimitedReader{R: r, N: maxXML + 1}
	d := xml.NewDecoder(limited)
	for depth := 0; ; {
		tok, err := d.Token()
		if limited.N <= 0 {
			return fmt.Errorf("%w: at most %d bytes are read", errTooLarge, maxXML)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			line, col := d.InputPos()
			return fmt.Errorf("%d:%d: %w", line, col, err)
		}
		switch tok.(type) {
		case xml.StartElement:
			if depth++; depth > maxXMLDepth {
				return fmt.Errorf("elements lie more than %d deep", maxXMLDepth)
			}
		case xml.EndElement:
			depth--
		}
		use(tok)
	}
}

// headingStyles reads which paragraph styles are headings and of which level.
// A style without an outline level is one if its id or name says so in English
// or Swedish. A styles part that cannot be read leaves only the ids.
func headingStyles(f *zip.File) map[string]int {
	levels := map[string]int{}
	if f == nil {
		return levels
	}
	id := ""
	// A broken style sheet costs the names of headings, not the text.
	_ = eachToken(f, func(tok xml.Token) {
		e, ok := tok.(xml.StartElement)
		if !ok {
			return
		}
		switch e.Name.Local {
		case "style":
			id = attr(e, "styleId")
		case "name":
			if n := headingLevel(attr(e, "val")); n > 0 && id != "" {
				levels[id] = n
			}
		case "outlineLvl":
			if n := smallNumber(attr(e, "val")); n >= 0 && n < 9 && id != "" {
				levels[id] = n + 1
			}
		}
	})
	return levels
}

// headingLevel reads "Heading 2", "heading2", "Rubrik 2"; 0 is no heading.
func headingLevel(style string) int {
	s := strings.ReplaceAll(strings.ToLower(style), " ", "")
	for _, prefix := range []string{"heading", "rubrik", "überschrift"} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			if n := smallNumber(rest); n > 0 && n < 10 {
				return n
			}
		}
	}
	if s == "title" || s == "rubrik" {
		return 1
	}
	return 0
}

// smallNumber reads an unsigned number of at most four digits, or -1.
func smallNumber(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for i := range len(s) {
		if !isDigit(s[i]) {
			return -1
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
