package report

import (
	"cmp"
	"context"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// builder holds what is being made while a template runs.
type builder struct {
	plan        *plan.Plan
	lang        locale.Lang
	mandate     *programme.Mandate
	deliverable *programme.Deliverable
	ctx         context.Context
	siting      bool // the appendix on other places is wanted

	doc      *document.Document
	manifest *Manifest
	entered  map[figure.Address]int          // position in manifest.Figures
	trees    map[figure.Address]*figure.Node // under the figures entered
	quoted   map[figure.Address]bool         // texts of facts, which the appendix does not list

	inlines  [][]document.Inline // what inline tokens stand for
	kept     []document.Block    // what block tokens stand for
	ids      map[string]bool     // of headings
	sections []string            // ids of the headings so far
	counters []int               // heading numbers
	level    int                 // of the last heading
	tables   int
	pictures int
	errs     []error
}

func newBuilder(ctx context.Context, p *plan.Plan, lang locale.Lang, m *programme.Mandate, d *programme.Deliverable) *builder {
	s := p.Facts.S
	b := &builder{ctx: ctx, plan: p, lang: lang, mandate: m, deliverable: d, entered: map[figure.Address]int{}, trees: map[figure.Address]*figure.Node{}, quoted: map[figure.Address]bool{}, ids: map[string]bool{},
		manifest: &Manifest{Schema: ManifestSchema, Programme: s.Programme.ID, Deliverable: string(d.ID), Lang: string(lang),
			AsOf: p.AsOf, Seed: p.Options.Seed, Runs: p.Options.Runs}}
	b.doc = &document.Document{
		Lang: string(lang), Title: cmp.Or(m.Title.In(string(lang)), lang.T("report.title")), Subtitle: cmp.Or(d.Title.In(string(lang)), lang.T("report.kind")),
		Issuer: cmp.Or(b.party(s.Programme.Agency), lang.T("report.agency")), To: b.party(d.To), Mandate: m.Number,
		Date: p.AsOf, Kind: cmp.Or(d.Title.In(string(lang)), lang.T("report.kind")),
		Words: document.Words{
			Contents: lang.T("report.contents"), Table: lang.T("report.table"), Picture: lang.T("report.picture"),
			Page: lang.T("report.page"), Of: lang.T("report.of"), Source: lang.T("report.source"), Note: lang.T("report.note"),
			Appendix: lang.T("report.appendix"), Yes: lang.T("report.yes"), No: lang.T("report.no"),
			Notes: lang.T("report.notes"), ToText: lang.T("report.to-text"), Skip: lang.T("report.skip"), Date: lang.T("report.date"),
			Recipient: lang.T("report.recipient"), Number: lang.T("report.number"), Mandate: lang.T("report.mandate"),
			Low: lang.T("report.low"), High: lang.T("report.high"), Kronor: lang.T("report.kronor"),
			Figures: lang.T("report.sheet.figures"), Address: lang.T("report.head.address"), Shown: lang.T("report.head.value"),
			Unit: lang.T("report.head.unit"), Rule: lang.T("report.head.rule"), Place: lang.T("report.head.cell"),
		},
	}
	b.doc.FileBase = string(d.ID)
	if lang != locale.Swedish {
		b.doc.FileBase += "." + string(lang)
	}
	for _, sub := range s.Submissions {
		if sub.Deliverable == d.ID {
			b.doc.Number = sub.Number
		}
	}
	return b
}

// party is a party's name in the language, or its id where nobody has named it.
func (b *builder) party(id programme.PartyID) string {
	if p, _ := b.plan.Facts.Party(id); p != nil {
		return p.Name.In(string(b.lang))
	}
	return string(id)
}

// in is a two-language text in the report's language.
func (b *builder) in(t programme.Text) string { return t.In(string(b.lang)) }

// table numbers a table and keeps it.
func (b *builder) table(id, caption string, t document.Table) string {
	b.tables++
	t.ID, t.Number, t.Caption = "tabell-"+id, b.tables, document.TextOf(caption)
	return b.block(t)
}
