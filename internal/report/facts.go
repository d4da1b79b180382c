package report

import (
	"cmp"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/lint"
	"github.com/etablera/etablera/internal/sweden"
)

// LintFacts gathers what the linter holds a text against: the register of
// places, the mandate's windows, known counts of the network, the rounds with
// their offices, and how many offices of each type a round has.
func LintFacts(s *programme.Snapshot) lint.Facts {
	f := lint.Facts{Places: places(s)}
	for i := range s.Rounds {
		r := &s.Rounds[i]
		f.Windows = append(f.Windows, window(s, r, i))
		f.Groups = append(f.Groups, group(s, r, i))
	}
	for _, c := range s.RoundCounts {
		if c.Type == "" || !c.Count.Known {
			continue
		}
		for i := range s.Rounds {
			if s.Rounds[i].ID == c.Round {
				f.Types = append(f.Types, lint.TypeCount{Group: s.Rounds[i].Name.Sv,
					Words: typeWords(s, c.Type), Lo: c.Count.Low, Hi: c.Count.High})
			}
		}
	}
	for _, c := range s.NetworkCounts {
		// A source that was vague, or spoke of what was to come, binds no text.
		if c.Kind == programme.Counted && c.Offices.IsExact() && c.Wording == "" {
			f.Counts = append(f.Counts, lint.Count{Words: []string{"servicekontor", "service offices"}, When: c.Date,
				Value: float64(c.Offices.Low), Source: c.Source.String()})
		}
	}
	return f
}

// LintFigures are the figures of a manifest, one for each form in which the
// report shows it.
func LintFigures(m *Manifest) []lint.Figure {
	var out []lint.Figure
	for _, f := range m.Figures {
		for _, shown := range f.Shown {
			out = append(out, lint.Figure{Address: string(f.Address), Shown: shown})
		}
	}
	return out
}

// places are the names that a report may use: those of the reference tables, and
// the programme's own offices.
func places(s *programme.Snapshot) []lint.Place {
	var out []lint.Place
	byCode := map[string]string{}
	for _, m := range sweden.Municipalities() {
		byCode[m.Code] = m.Name
		out = append(out, lint.Place{Name: m.Name, Kind: "municipality"})
	}
	for _, c := range sweden.Counties() {
		out = append(out, lint.Place{Name: c.Short, Kind: "county"})
	}
	for _, l := range sweden.Localities() {
		out = append(out, lint.Place{Name: l.Name, Kind: "locality", Municipality: byCode[l.Municipality]})
	}
	for _, a := range sweden.VulnerableAreas() {
		out = append(out, lint.Place{Name: a.Name, Kind: "area", Municipality: byCode[a.Municipality]})
	}
	for _, a := range s.Areas {
		out = append(out, lint.Place{Name: a.Name, Kind: "area", Municipality: a.Municipality})
	}
	for _, o := range s.Offices {
		if o.Locality != "" {
			out = append(out, lint.Place{Name: o.Locality, Kind: "office", Municipality: o.Municipality})
		}
	}
	return out
}

// roundWords are what a text may call a round: by its name, and as the first,
// second … round.
func roundWords(r *programme.Round, i int) []string {
	words := []string{r.Name.Sv, r.Name.En}
	if i < len(ordinals) {
		words = append(words, ordinals[i][0]+" omgången", ordinals[i][1]+" round")
	}
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

var ordinals = [...][2]string{{"första", "first"}, {"andra", "second"}, {"tredje", "third"}, {"fjärde", "fourth"}, {"femte", "fifth"}}

// window is when a round's offices are to open; the window of an early-openings
// clause is where they should open as far as possible.
func window(s *programme.Snapshot, r *programme.Round, i int) lint.Window {
	w := lint.Window{Label: r.Name.Sv, Words: roundWords(r, i), Span: r.Window}
	for _, m := range s.Mandates {
		for _, c := range m.Clauses {
			if c.Kind == programme.EarlyOpenings && c.Round == r.ID {
				w.Soft, w.SoftLabel = c.Window, locale.Swedish.Span(c.Window)
			}
		}
	}
	return w
}

func group(s *programme.Snapshot, r *programme.Round, i int) lint.Group {
	g := lint.Group{Label: r.Name.Sv, Words: roundWords(r, i)}
	offices := map[programme.OfficeID]string{}
	for _, o := range s.Offices {
		offices[o.ID] = cmp.Or(o.Municipality, o.Name)
	}
	for _, p := range s.Projects {
		if p.Round == r.ID && p.Kind == programme.Open {
			g.Size++
			g.Names = append(g.Names, offices[p.Office])
		}
	}
	return g
}

// typeWords are what a text may call offices of a type.
func typeWords(s *programme.Snapshot, id programme.TypeID) []string {
	var out []string
	for _, t := range s.OfficeTypes {
		if t.ID != id {
			continue
		}
		for _, w := range []string{t.Plural.Sv, t.Plural.En, t.Name.Sv, t.Name.En} {
			if w != "" {
				out = append(out, w)
			}
		}
	}
	return out
}
