package verify

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// archive is a zip file of which no more is unpacked than the limits allow.
type archive struct {
	files []*zip.File
	parts map[string]*zip.File // the first of two entries of one name counts
	left  int64                // bytes that may still be unpacked
}

func openArchive(content []byte, kind string) (*archive, error) {
	// Read from the closing record first: a listing of a million names is
	// refused unread.
	if n := entries(content); n > maxEntries {
		return nil, fmt.Errorf("holds %d files; %s has at most %d", n, kind, maxEntries)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, fmt.Errorf("is not %s: %w", kind, err)
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("holds %d files; %s has at most %d", len(z.File), kind, maxEntries)
	}
	a := &archive{files: z.File, parts: map[string]*zip.File{}, left: maxUnpack}
	for _, f := range z.File {
		if a.parts[f.Name] == nil {
			a.parts[f.Name] = f
		}
	}
	return a, nil
}

// entries is the number of files by the archive's closing record, 0 without one.
func entries(content []byte) int {
	i := bytes.LastIndex(content, []byte("PK\x05\x06"))
	if i < 0 || i+12 > len(content) {
		return 0
	}
	return int(content[i+10]) | int(content[i+11])<<8
}

// errEnough ends a walk that has seen what it wants.
var errEnough = errors.New("enough")

// tokens unpacks a part of XML and hands its tokens to use, within the limits. A
// part that is not there has none. An error of use ends the walk.
func (a *archive) tokens(name string, use func(xml.Token) error) error {
	f := a.parts[name]
	if f == nil {
		return nil
	}
	limit := min(maxPart, a.left)
	if f.UncompressedSize64 > uint64(limit) {
		return fmt.Errorf("%s: unpacks to %d bytes; at most %d are read", name, f.UncompressedSize64, limit)
	}
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	limited := &io.LimitedReader{R: r, N: limit + 1}
	d := xml.NewDecoder(limited)
	err = walk(d, use)
	if limited.N <= 0 {
		err = fmt.Errorf("unpacks to more than %d bytes", limit)
	}
	a.left -= limit + 1 - limited.N
	if err != nil && !errors.Is(err, errEnough) {
		line, column := d.InputPos()
		return fmt.Errorf("%s:%d:%d: %w", name, line, column, err)
	}
	return nil
}

func walk(d *xml.Decoder, use func(xml.Token) error) error {
	for depth := 0; ; {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch tok.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return fmt.Errorf("elements lie more than %d deep", maxDepth)
			}
		case xml.EndElement:
			depth--
		}
		if err := use(tok); err != nil {
			return err
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
