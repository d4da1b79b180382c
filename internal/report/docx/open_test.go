package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"

	"github.com/etablera/etablera/internal/report/document"
)

// fataler is a test, or a round of a property.
type fataler interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// unpack reads every part of a file that has been written.
func unpack(t fataler, doc *document.Document) map[string]string {
	t.Helper()
	data, err := Bytes(doc)
	if err != nil {
		t.Fatalf("writing: %v", err)
	}
	return unzip(t, data)
}

func unzip(t fataler, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("opening: %v", err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if _, twice := parts[f.Name]; twice {
			t.Fatalf("%s stands twice in the archive", f.Name)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

// tokens calls use with each element on its way in and out.
func tokens(t fataler, name, text string, use func(xml.Token)) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		use(tok)
	}
}

var reference = regexp.MustCompile(` r:(?:id|embed)="([^"]*)"`)

// checkPackage checks what a program checks before it opens the file: every
// part is well formed and has a type, and every link leads to a part.
func checkPackage(t fataler, parts map[string]string) {
	t.Helper()
	types := map[string]bool{}
	tokens(t, "types", parts["[Content_Types].xml"], func(tok xml.Token) {
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local != "Types" {
			types[e.Attr[0].Value] = true
		}
	})
	for name, text := range parts {
		extension := strings.TrimPrefix(path.Ext(name), ".")
		if !types["/"+name] && (!types[extension] || extension == "xml" && !strings.HasPrefix(name, "customXml/item")) && name != "[Content_Types].xml" {
			t.Errorf("%s has no content type", name)
		}
		if extension != "png" {
			tokens(t, name, text, func(xml.Token) {})
		}
		if extension == "rels" {
			checkRelations(t, parts, name, text)
		}
	}
	for name := range types {
		if strings.HasPrefix(name, "/") && parts[name[1:]] == "" {
			t.Errorf("the content types name %s, which is not there", name)
		}
	}
}

func checkRelations(t fataler, parts map[string]string, name, text string) {
	t.Helper()
	folder, base := path.Split(path.Dir(path.Dir(name)) + "/" + strings.TrimSuffix(path.Base(name), ".rels"))
	ids := map[string]bool{}
	tokens(t, name, text, func(tok xml.Token) {
		e, ok := tok.(xml.StartElement)
		if !ok || e.Name.Local != "Relationship" {
			return
		}
		if ids[attr(e, "Id")] {
			t.Errorf("%s: %s stands twice", name, attr(e, "Id"))
		}
		ids[attr(e, "Id")] = true
		if target := path.Join(folder, attr(e, "Target")); attr(e, "TargetMode") != "External" && parts[target] == "" {
			t.Errorf("%s leads to %s, which is not there", name, target)
		}
	})
	for _, m := range reference.FindAllStringSubmatch(parts[path.Join(folder, base)], -1) {
		if !ids[m[1]] {
			t.Errorf("%s refers to %s, which %s does not have", base, m[1], name)
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

// shownFigure is a figure as it is read back.
type shownFigure struct{ address, text string }

// readBack reads the text of a part with line feeds for paragraphs, and the
// figures that content controls mark in it.
func readBack(t fataler, parts map[string]string, name string) (string, []shownFigure) {
	t.Helper()
	long := map[string]string{}
	if list := parts["customXml/item2.xml"]; list != "" {
		tag := ""
		tokens(t, "addresses", list, func(tok xml.Token) {
			switch x := tok.(type) {
			case xml.StartElement:
				tag = attr(x, "tag")
			case xml.EndElement:
				tag = ""
			case xml.CharData:
				if tag != "" {
					long[tag] += string(x)
				}
			}
		})
	}
	var text strings.Builder
	var figures []shownFigure
	inText, inControl := false, false
	tokens(t, name, parts[name], func(tok xml.Token) {
		switch x := tok.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "t":
				inText = true
			case "br", "tab":
				if attr(x, "pos") == "" { // a stop of the paragraph is no tab in the text
					s := map[string]string{"br": "\n", "tab": "\t"}[x.Name.Local]
					text.WriteString(s)
					if inControl {
						figures[len(figures)-1].text += s
					}
				}
			case "tag":
				a := attr(x, "val")
				if long[a] != "" {
					a = "figure:" + long[a]
				}
				figures = append(figures, shownFigure{address: strings.TrimPrefix(a, "figure:")})
			case "sdtContent":
				inControl = true
			}
		case xml.EndElement:
			switch x.Name.Local {
			case "t":
				inText = false
			case "sdtContent":
				inControl = false
			case "p":
				text.WriteByte('\n')
			}
		case xml.CharData:
			if inText {
				text.Write(x)
				if inControl {
					figures[len(figures)-1].text += string(x)
				}
			}
		}
	})
	return text.String(), figures
}
