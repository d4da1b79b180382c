package report

import (
	"cmp"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// decisionText says who decided on the mandate, when, and under which number, as
// far as that is known.
func (b *builder) decisionText() (string, error) {
	number, decided := "", ""
	var err error
	if b.mandate.Number != "" {
		n, err := b.mandateField("registry-number")
		if err != nil {
			return "", err
		}
		number = b.lang.T("report.registered", n)
	}
	key := "report.decided-some-day"
	if b.mandate.Decided.IsKnown() {
		key = "report.decided"
		if decided, err = b.mandateField("decided", "long"); err != nil {
			return "", err
		}
	}
	issuer := cmp.Or(b.party(b.mandate.Issuer), b.lang.T("report.issuer"))
	if name, ok := strings.CutPrefix(issuer, "The "); ok && key == "report.decided" {
		issuer = "the " + name // it stands within the sentence
	}
	return b.lang.T(key, b.plain(issuer), decided, b.plain(b.doc.Title), number), nil
}

// mandateText is decisionText with what the table below it holds.
func (b *builder) mandateText() (string, error) {
	s, err := b.decisionText()
	return b.lang.T("report.mandate-text", s), err
}

// required is the number of offices that the mandate asks for, with the noun.
func (b *builder) required(string) (string, error) {
	for _, c := range b.mandate.Clauses {
		if c.Kind == programme.OfficesAtLeast && c.Minimum.Known {
			a := figure.FactAt("mandates", b.mandate.ID, "clauses", c.ID, "minimum")
			n, err := b.fig(string(a))
			return b.lang.T(b.noun(string(a), "report.at-least-one", "report.at-least"), n), err
		}
	}
	return b.lang.T("report.some"), nil
}

// roundCount is the number of the mandate's rounds in words, with the noun.
func (b *builder) roundCount() string {
	if n := len(b.roundIDs()); n != 1 {
		return b.lang.T("report.some-rounds", b.counted(n))
	}
	return b.lang.T("report.one-round")
}

// some says whether a count is, or may be, more than none.
func (b *builder) some(address string) bool {
	f, ok := b.plan.Shelf.Figure(figure.Address(address))
	return ok && f.Value.Known && f.Value.High > 0
}
