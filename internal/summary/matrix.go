package summary

import (
	"math"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func figureAt(segments ...any) figure.Address { return figure.At(segments...) }

// Matrix is how the mandates' clauses stand.
type Matrix struct {
	Counts   map[compliance.Status]int `json:"counts"`
	Findings []Finding                 `json:"findings"`
}

// Finding is one clause in brief.
type Finding struct {
	Mandate     programme.MandateID  `json:"mandate"`
	Clause      programme.ClauseID   `json:"clause"`
	Kind        programme.ClauseKind `json:"kind"`
	Strength    programme.Strength   `json:"strength"`
	Text        string               `json:"text"`
	Reading     string               `json:"reading,omitempty"`
	Status      compliance.Status    `json:"status"`
	StatusText  string               `json:"statusText"`
	Probability *float64             `json:"probability"` // null where time does not decide
	Required    string               `json:"required"`
	Measured    string               `json:"measured"`
	Evidence    []Evidence           `json:"evidence"`
	Needs       []string             `json:"needs"`
}

// Evidence is one row that speaks for or against.
type Evidence struct {
	Subject string         `json:"subject"`
	What    string         `json:"what"`
	For     string         `json:"for"` // yes, no, or empty when nobody knows
	Address figure.Address `json:"address"`
}

// MatrixOf writes out the compliance matrix of a plan.
func MatrixOf(p *plan.Plan, lang locale.Lang) *Matrix {
	m := &Matrix{Counts: map[compliance.Status]int{}, Findings: []Finding{}}
	for i := range p.Compliance.Findings {
		f := &p.Compliance.Findings[i]
		clause := &p.Facts.S.Mandates[f.MandateAt].Clauses[f.ClauseAt]
		out := Finding{Mandate: f.Mandate, Clause: f.Clause, Kind: f.Kind, Strength: f.Strength,
			Text: clause.Text.In(string(lang)), Reading: clause.Reading.In(string(lang)),
			Status: f.Status, StatusText: lang.T("status." + string(f.Status)), Evidence: []Evidence{}, Needs: []string{}}
		if !math.IsNaN(f.Probability) {
			pr := math.Round(f.Probability*1e6) / 1e6
			out.Probability = &pr
		}
		if f.Required.Known {
			out.Required = lang.Value(f.Required)
		}
		if f.Required.Known || f.Measured.Known {
			out.Measured = lang.Value(f.Measured)
		}
		for _, e := range f.Evidence {
			out.Evidence = append(out.Evidence, Evidence{e.Subject.In(string(lang)), lang.Label(e.What), e.For.String(), e.Address})
		}
		for _, n := range f.Needs {
			out.Needs = append(out.Needs, lang.Label(n))
		}
		m.Counts[f.Status]++
		m.Findings = append(m.Findings, out)
	}
	return m
}
