package docx

import (
	"archive/zip"
	"embed"
	"strings"
	"time"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// parts are the parts of the file that do not follow from the document, apart
// from its language.
//
//go:embed parts/*.xml
var fixed embed.FS

// part is a file of the archive. Kind is its content type; a part without one
// has the type of its extension.
type part struct {
	name string
	kind string
	data string
}

const (
	wordKind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	docKind  = "application/vnd.openxmlformats-officedocument."
)

// archive writes the parts in a fixed order with a fixed time.
func (w *writer) archive(z *zip.Writer) error {
	parts := w.parts()
	all := append([]part{{name: "[Content_Types].xml", data: contentTypes(parts)}}, parts...)
	for _, p := range all {
		// The format's first possible time: when a file was written is not what it says.
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		f, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := f.Write([]byte(p.data)); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) parts() []part {
	root := newRelations()
	root.add(officeRel+"officeDocument", "word/document.xml")
	root.add(packageRel+"metadata/core-properties", "docProps/core.xml")
	root.add(officeRel+"extended-properties", "docProps/app.xml")
	w.main.add(officeRel+"styles", "styles.xml")
	w.main.add(officeRel+"settings", "settings.xml")
	w.main.add(officeRel+"fontTable", "fontTable.xml")
	w.main.add(officeRel+"numbering", "numbering.xml")
	w.main.add(officeRel+"footnotes", "footnotes.xml")
	custom := w.customParts()
	parts := []part{
		{name: "_rels/.rels", data: root.xml()},
		{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", w.core()},
		{"docProps/app.xml", docKind + "extended-properties+xml", w.app()},
		{"word/document.xml", wordKind + "document.main+xml", w.documentXML()},
		{"word/styles.xml", wordKind + "styles+xml", w.fixedPart("styles.xml")},
		{"word/settings.xml", wordKind + "settings+xml", w.fixedPart("settings.xml")},
		{"word/fontTable.xml", wordKind + "fontTable+xml", w.fixedPart("fontTable.xml")},
		{"word/numbering.xml", wordKind + "numbering+xml", w.numbering()},
		{"word/footnotes.xml", wordKind + "footnotes+xml", w.footnotes()},
	}
	parts = append(parts, w.pageEdges()...)
	parts = append(parts, part{name: "word/_rels/document.xml.rels", data: w.main.xml()})
	if len(w.notesRel.lines) > 0 {
		parts = append(parts, part{name: "word/_rels/footnotes.xml.rels", data: w.notesRel.xml()})
	}
	parts = append(parts, w.media...)
	return append(parts, custom...)
}

func (w *writer) fixedPart(name string) string {
	data, err := fixed.ReadFile("parts/" + name)
	if err != nil {
		panic(err) // embedded: the name is wrong in the code
	}
	decimal := ","
	if w.doc.Lang == "en" {
		decimal = "."
	}
	return strings.NewReplacer("{{lang}}", w.language(), "{{decimal}}", decimal).Replace(string(data))
}

func contentTypes(parts []part) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` + "\n")
	for _, d := range [][2]string{{"rels", "application/vnd.openxmlformats-package.relationships+xml"}, {"xml", "application/xml"},
		{"png", "image/png"}, {"svg", "image/svg+xml"}} {
		b.WriteString(`<Default Extension="` + d[0] + `" ContentType="` + d[1] + `"/>` + "\n")
	}
	for _, p := range parts {
		if p.kind != "" {
			b.WriteString(`<Override PartName="/` + p.name + `" ContentType="` + p.kind + `"/>` + "\n")
		}
	}
	b.WriteString("</Types>\n")
	return b.String()
}
