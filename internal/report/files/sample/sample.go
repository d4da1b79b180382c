// Package sample makes documents that hold every kind of block, for the tests of
// the writers and for looking at their work.
//
// In goes a language, or nothing; out comes a document with long tables, wide
// tables, words that fit no column, footnotes, notices and pictures. The figures
// are made up and say nothing about any programme. The same call gives the same
// document.
package sample

import (
	"encoding/json"
	"fmt"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// Words are the fixed words of a language.
func Words(lang string) document.Words {
	if lang == "en" {
		return document.Words{Contents: "Contents", Table: "Table", Picture: "Figure", Page: "Page", Of: "of",
			Source: "Source", Note: "Note", Appendix: "Appendix", Yes: "yes", No: "no", Notes: "Notes",
			ToText: "Back to the text", Skip: "To the text of the report", Date: "Date", Recipient: "Recipient",
			Number: "Registry number", Mandate: "Government decision", Low: "low", High: "high", Kronor: "SEK",
			Figures: "Figures", Address: "Address", Shown: "As shown", Unit: "Unit", Rule: "Rule", Place: "Place"}
	}
	return document.Words{Contents: "Innehåll", Table: "Tabell", Picture: "Figur", Page: "Sida", Of: "av",
		Source: "Källa", Note: "Anmärkning", Appendix: "Bilaga", Yes: "ja", No: "nej", Notes: "Noter",
		ToText: "Tillbaka till texten", Skip: "Till rapportens text", Date: "Datum", Recipient: "Mottagare",
		Number: "Diarienummer", Mandate: "Regeringens beslut", Low: "lägst", High: "högst", Kronor: "kr",
		Figures: "Siffror", Address: "Adress", Shown: "Visas som", Unit: "Enhet", Rule: "Regel", Place: "Plats"}
}

// Report is a whole report in Swedish ("sv") or English ("en").
func Report(lang string) *document.Document {
	d := &document.Document{Lang: lang, Words: Words(lang), Date: civil.Of(2021, 9, 24), FileBase: "delredovisning-1"}
	if lang == "en" {
		d.FileBase += ".en"
		d.Title, d.Subtitle, d.Kind = "New service offices in two rounds", "Interim report 1", "Interim report 1"
		d.Issuer, d.To = "The Example Agency", "The Government (Ministry of Examples)"
	} else {
		d.Title, d.Subtitle, d.Kind = "Nya servicekontor i två omgångar", "Delredovisning 1", "Delredovisning 1"
		d.Issuer, d.To = "Exempelmyndigheten", "Regeringen (Exempeldepartementet)"
	}
	d.Number, d.Mandate = "2021/01234-5", "Ex2021/00123"
	t := texts[lang]
	d.Letter = t.letter()
	d.Body = t.body()
	d.Manifest = Manifest(d)
	return d
}

// Manifest lists the figures that a document binds, each with a value that its
// address decides.
func Manifest(d *document.Document) []byte {
	type entry struct {
		document.Traced
		ID string `json:"id"`
	}
	m := struct {
		Schema  string  `json:"schema"`
		Figures []entry `json:"figures"`
	}{Schema: "etablera.manifest/1", Figures: []entry{}}
	seen := map[figure.Address]bool{}
	for b := range d.Blocks() {
		for in := range document.Texts(b) {
			for _, f := range document.Bounds(in) {
				if seen[f.Address] {
					continue
				}
				seen[f.Address] = true
				v := figure.OfCount(len(f.Address))
				m.Figures = append(m.Figures, entry{document.Traced{Address: f.Address, Value: v.Canonical(),
					Unit: v.Kind.String(), Rule: figure.Fact}, fmt.Sprintf("f%d", len(m.Figures)+1)})
			}
		}
	}
	// Strings and slices of strings always encode.
	out, _ := json.MarshalIndent(m, "", " ")
	return out
}
