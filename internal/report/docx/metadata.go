package docx

import (
	"encoding/base64"
	"fmt"
	"strings"
)

// manifestNamespace names the form of the manifest's part.
const manifestNamespace = "https://etablera.se/manifest/1"

// addressesNamespace names the list of addresses that are too long for a tag.
const addressesNamespace = "https://etablera.se/addresses/1"

func (w *writer) core() string {
	d := w.doc
	var b strings.Builder
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, p := range [][2]string{{"dc:title", d.Title}, {"dc:subject", d.Subtitle}, {"dc:creator", d.Issuer}, {"dc:identifier", d.Number}, {"dc:language", w.language()}} {
		if p[1] != "" {
			b.WriteString("<" + p[0] + ">" + escape(p[1]) + "</" + p[0] + ">")
		}
	}
	if d.Date.IsKnown() {
		b.WriteString(`<dcterms:created xsi:type="dcterms:W3CDTF">` + d.Date.String() + `T00:00:00Z</dcterms:created>`)
	}
	b.WriteString("</cp:coreProperties>\n")
	return b.String()
}

func (w *writer) app() string {
	return xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Etablera</Application><Company>` +
		escape(w.doc.Issuer) + "</Company></Properties>\n"
}

// customParts holds the manifest, and the addresses that no tag could hold.
// The manifest is in base64: its bytes stay what they are.
func (w *writer) customParts() []part {
	var parts []part
	add := func(namespace, content string) {
		n := len(parts)/3 + 1
		w.main.add(officeRel+"customXml", fmt.Sprintf("../customXml/item%d.xml", n))
		rel := newRelations()
		rel.add(officeRel+"customXmlProps", fmt.Sprintf("itemProps%d.xml", n))
		props := fmt.Sprintf(`<ds:datastoreItem ds:itemID="{6E7AB1E5-2021-4A5C-9C28-00000000000%d}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="%s"/></ds:schemaRefs></ds:datastoreItem>`, n, namespace)
		parts = append(parts,
			part{name: fmt.Sprintf("customXml/item%d.xml", n), data: xmlHead + content + "\n"},
			part{fmt.Sprintf("customXml/itemProps%d.xml", n), docKind + "customXmlProperties+xml", xmlHead + props + "\n"},
			part{name: fmt.Sprintf("customXml/_rels/item%d.xml.rels", n), data: rel.xml()})
	}
	add(manifestNamespace, `<manifest xmlns="`+manifestNamespace+`" encoding="base64">`+base64.StdEncoding.EncodeToString(w.doc.Manifest)+`</manifest>`)
	if len(w.longest) > 0 {
		var b strings.Builder
		b.WriteString(`<addresses xmlns="` + addressesNamespace + `">`)
		for i, a := range w.longest {
			fmt.Fprintf(&b, `<address tag="figure:~%d">%s</address>`, i+1, escape(string(a)))
		}
		add(addressesNamespace, b.String()+`</addresses>`)
	}
	return parts
}
