package report

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// functions are what a template can call. docs/report-templates.md lists them.
func (b *builder) functions() template.FuncMap {
	return template.FuncMap{
		"fig":     b.fig,
		"has":     func(a string) bool { f, ok := b.plan.Shelf.Figure(figure.Address(a)); return ok && f.Value.Known },
		"table":   b.namedTable,
		"chart":   b.namedChart,
		"mandate": b.mandateField,
		"scope":   func(what string) string { return string(figure.At("network", "mandate", b.mandate.ID, what)) },

		"agency":       func() string { return b.plain(b.doc.Issuer) },
		"to":           func() string { return b.plain(b.doc.To) },
		"title":        func() string { return b.plain(b.doc.Title) },
		"kind":         func() string { return b.plain(b.doc.Kind) },
		"asOf":         func() string { return b.plain(b.lang.LongDate(b.plan.AsOf)) },
		"deliverable":  b.deliverableField,
		"hasDue":       func() bool { return b.deliverable.Due.IsKnown() },
		"decisionText": b.decisionText,
		"decisionBody": b.decisionBody,
		"mandateText":  b.mandateText,
		"required":     b.required,
		"rounds":       b.rounds,
		"counted":      b.counted,
		"noun":         b.noun,
		"grows":        b.grows,
		"mixes":        b.mixes,
		"roundCount":   b.roundCount,
		"hasRounds":    func() bool { return len(b.roundIDs()) > 0 },
		"some":         b.some,
		"countDate":    b.countDate,
		"appendix":     b.appendix,
		"ref":          b.ref,
		"visitFacts":   b.visitFacts,
		"closings":     b.closings,
		"indexNote":    b.indexNote,
		"splitNote":    b.splitNote,
		"overruns":     b.overruns,

		"hasAccess":       b.hasAccess,
		"access":          b.accessAt,
		"isEstimate":      func() bool { return b.plan.Coverage.About.IsEstimate },
		"isPart":          b.isPart,
		"isRough":         b.isRough,
		"hasServed":       func() bool { return len(b.served()) > 0 },
		"hasCatchment":    b.hasCatchment,
		"knowsServed":     b.knowsServed,
		"missesServed":    b.missesServed,
		"listYear":        func() string { return strconv.Itoa(b.plan.Coverage.ListYear) },
		"hasSiting":       b.hasSiting,
		"hasDivisions":    b.hasDivisions,
		"divisionVerdict": b.divisionVerdict,
		"hasMoves":        func() bool { return len(b.moves()) > 0 },

		"travels":  b.travels,
		"inOthers": b.inOthersHands,
		"rebuilds": func() bool { return b.conditioned(programme.WithRebuild) },
		"permits":  func() bool { return b.conditioned(programme.WithPermit) },

		"hasConsultations": func() bool { return len(b.consultations()) > 0 },
		"hasRisks":         func() bool { return len(b.plan.Facts.S.Risks) > 0 },
		"hasDrivers":       func() bool { return len(b.drivers()) > 0 },
		"hasNeeds":         b.hasNeeds,
		"hasChanges":       func() bool { return len(b.baselinePair()) == 2 },
		"hasAssumptions":   func() bool { return len(b.assumed()) > 0 },
	}
}

// FunctionNames lists what a template can call, in order, for whoever suggests a
// name in place of a misspelt one.
func FunctionNames() []string {
	return slices.Sorted(maps.Keys((&builder{mandate: &programme.Mandate{}, deliverable: &programme.Deliverable{}, doc: &document.Document{}}).functions()))
}

// data is the template's dot: nothing, for everything is asked for by name.
func (b *builder) data() any { return nil }

// plain keeps text out of Markdown's reach.
func (b *builder) plain(s string) string { return b.inline(document.Run{Text: s}) }

func (b *builder) mandateField(field string, style ...string) (string, error) {
	return b.fig(string(figure.FactAt("mandates", b.mandate.ID, field)), style...)
}

func (b *builder) deliverableField(field string, style ...string) (string, error) {
	return b.fig(string(figure.FactAt("mandates", b.mandate.ID, "deliverables", b.deliverable.ID, field)), style...)
}

// decisionBody names who decides on reports, by the rules of competence or, where
// they are silent, by an earlier decision in such a matter.
func (b *builder) decisionBody() string {
	for _, c := range b.plan.Facts.S.Competences {
		if c.Matter == programme.MatterReport {
			return b.plain(b.party(c.Body))
		}
	}
	for _, d := range b.plan.Facts.S.Decisions {
		if d.Kind == programme.MatterReport {
			return b.plain(b.party(d.Body))
		}
	}
	return ""
}

// counted writes a small number in words, which is no figure of its own: it
// counts what stands beside it. More than has a word is "several".
func (b *builder) counted(n int) string {
	if words := strings.Fields(b.lang.T("report.number-words")); n < len(words) {
		return words[n]
	}
	return b.lang.T("report.many")
}

// noun is the word for as many as a figure says: the first for exactly one.
func (b *builder) noun(address, one, more string) string {
	if f, ok := b.plan.Shelf.Figure(figure.Address(address)); ok && f.Value.IsExact() && f.Value.Low == 1 {
		return one
	}
	return more
}

// grows says whether the network is expected to be larger than at its first
// count, by an exact number.
func (b *builder) grows() bool {
	f, ok := b.plan.Shelf.Figure("network/growth")
	_, hasShare := b.plan.Shelf.Figure("network/growth-share")
	return ok && hasShare && f.Value.IsExact() && f.Value.Low > 0
}

// mixes says whether the mandate asks for a mix of offices in each round, and
// the plan gives it.
func (b *builder) mixes() bool {
	for _, f := range b.findings() {
		if f.Kind == programme.Mix {
			return f.Status == compliance.Met || f.Status == compliance.MetByPlan
		}
	}
	return false
}

func (b *builder) roundIDs() []int {
	var out []int
	for i := range b.plan.Facts.S.Rounds {
		if b.plan.Facts.S.Rounds[i].Mandate == b.mandate.ID {
			out = append(out, i)
		}
	}
	return out
}

// countDate is when a count of the network was made.
func (b *builder) countDate(which string) (string, error) {
	n := b.plan.Network
	at := map[string]int{"first": n.First, "latest": n.Latest, "expected": n.Expected}[which]
	if at < 0 {
		return b.lang.T("unknown"), nil
	}
	span := b.plan.Facts.S.NetworkCounts[at].Date
	bound, err := b.bindText(figure.FactAt("network-counts", at+1, "date"), b.spanInWords(span))
	return b.inline(bound), err
}

// spanInWords writes a date as exactly as it is known: 1 juni 2019, september 2017, 2023.
func (b *builder) spanInWords(s civil.Span) string {
	switch text := s.String(); {
	case s.IsExact():
		return b.lang.LongDate(s.First)
	case len(text) == len("2017-09"):
		return b.lang.MonthName(s.First.Month())
	default:
		return b.lang.Span(s)
	}
}

// bindText binds text in a form of its own to a figure.
func (b *builder) bindText(a figure.Address, shown string) (document.Bound, error) {
	f, ok := b.plan.Shelf.Figure(a)
	if !ok {
		return document.Bound{}, &figure.NotFoundError{Address: a}
	}
	return document.Bound{Text: shown, Address: f.Address}, b.enter(f, shown, -1)
}

// appendices in their order; a report's appendices have letters.
var appendices = []string{"assumptions", "siting", "trace"}

func (b *builder) appendix(name string) (string, error) {
	i := slices.Index(appendices, name)
	if i < 0 {
		return "", fmt.Errorf("no appendix is named %q: there are %v", name, appendices)
	}
	if name == "trace" && !b.hasSiting() {
		i--
	}
	return string(rune('A' + i)), nil
}

// ref is a link to a section by its id. A section of a template's own is given
// its words.
func (b *builder) ref(id string, words ...string) (string, error) {
	key := "report.section." + id
	switch {
	case len(words) > 0:
		return b.inline(document.Link{Text: strings.Join(words, " "), Href: "#" + id}), nil
	case locale.Has(key):
		return b.inline(document.Link{Text: b.lang.T(key), Href: "#" + id}), nil
	}
	return "", fmt.Errorf("section %q has no name here: give one, as in {{ref %q \"Costs\"}}", id, id)
}

func (b *builder) visitFacts() string {
	if n := len(b.plan.Facts.S.Visits); n == 0 {
		return b.lang.T("report.no-visits")
	}
	return b.lang.T("report.visits")
}

// indexNote says whether costs have been brought to the prices of their year.
func (b *builder) indexNote() string {
	for _, i := range b.plan.Facts.S.Indexations {
		if i.Series == programme.CostGrowth {
			return b.lang.T("report.indexed")
		}
	}
	return b.lang.T("report.not-indexed")
}

// splitNote says whether investments are known apart from expenses.
func (b *builder) splitNote() string {
	for _, t := range b.plan.Facts.S.OfficeTypes {
		for _, c := range t.Costs {
			if c.Component == programme.Investment && c.Amount.Known {
				return b.lang.T("report.split")
			}
		}
	}
	return b.lang.T("report.no-split")
}

// numbers of a cell's usual style.
var (
	usual   = locale.Style{Decimals: -1}
	bare    = locale.Style{Decimals: -1, NoUnit: true}
	percent = locale.Style{Decimals: 0}
	// hundredths of a per cent, for how near a bound is
	hundredths = locale.Style{Decimals: 2}
	million    = locale.Style{Decimals: 2, NoUnit: true}
)

// travels says whether officers travel in to offices of some type.
func (b *builder) travels() bool {
	return slices.ContainsFunc(b.plan.Facts.S.OfficeTypes, func(t programme.OfficeType) bool { return t.Travelling })
}

// inOthersHands says whether somebody else than the agency carries out a part of
// the process.
func (b *builder) inOthersHands() bool {
	return slices.ContainsFunc(b.plan.Facts.S.Process, func(s programme.Stage) bool { return s.Owner != "" && s.Owner != programme.AgencyOwned })
}

// conditioned says whether the process takes longer under a condition.
func (b *builder) conditioned(c programme.Condition) bool {
	for _, d := range b.plan.Facts.S.Durations {
		if slices.Contains(d.When, c) {
			return true
		}
	}
	return false
}
