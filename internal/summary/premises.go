package summary

import (
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/siting/premises"
	"github.com/etablera/etablera/internal/programme"
)

// PremisesSchema names the form of an answer on premises on offer.
const PremisesSchema = "etablera.premises/1"

// Premises is the premises on offer, office by office and side by side.
type Premises struct {
	Schema     string           `json:"schema"`
	Programme  string           `json:"programme"`
	Name       string           `json:"name"`
	AsOf       string           `json:"asOf"`
	ListYear   int              `json:"listYear"` // of the Police list of vulnerable areas
	Population Figure           `json:"population"`
	Modes      []PremisesMode   `json:"modes"`
	Offices    []PremisesOffice `json:"offices"`
}

// PremisesMode is how the times of a mode are had.
type PremisesMode struct {
	Mode       string   `json:"mode"` // walk, transit, car
	Label      string   `json:"label"`
	Method     Figure   `json:"method"` // null where nothing gives times by the mode
	IsEstimate bool     `json:"isEstimate"`
	Notes      []string `json:"notes"`
	Grounds    []Named  `json:"grounds"`
}

// PremisesOffice is an office with what it should serve and the premises offered for it.
type PremisesOffice struct {
	Office  programme.OfficeID `json:"office"`
	Name    string             `json:"name"`
	People  Figure             `json:"people"`
	Targets []PremisesTarget   `json:"targets"`
	Offers  []PremisesOffer    `json:"offers"`
}

// PremisesTarget is a vulnerable area, or a municipality.
type PremisesTarget struct {
	Name        Figure `json:"name"`
	IsArea      bool   `json:"isArea"`
	Listed      bool   `json:"listed"`      // whether the area is on the list of the year
	IsCandidate bool   `json:"isCandidate"` // whether nobody has said that it is this area
}

// PremisesOffer is premises on offer, by everything that is known of them.
type PremisesOffer struct {
	ID           string           `json:"id"`
	Name         string           `json:"name"`
	IsFact       bool             `json:"isFact"` // false for those from a list of one's own
	Lat          *float64         `json:"lat"`    // null where nobody has said
	Lon          *float64         `json:"lon"`
	Precision    string           `json:"precision"`
	Note         string           `json:"note"`
	SquareMetres Figure           `json:"squareMetres"`
	Rent         Figure           `json:"rent"` // a year
	Available    Figure           `json:"available"`
	Rebuild      Figure           `json:"rebuild"`
	Targets      []PremisesTo     `json:"targets"` // in the order of the office's
	Modes        []PremisesByMode `json:"modes"`
	Dominated    Figure           `json:"dominated"`   // ids of those that dominate it, or none
	DominatedBy  []string         `json:"dominatedBy"` // their ids
}

// PremisesTo is the way from a target to an offer.
type PremisesTo struct {
	Metres Figure         `json:"metres"` // great circle
	Times  []PremisesTime `json:"times"`
}

// PremisesTime is the time by a mode; Why says why it is not known.
type PremisesTime struct {
	Mode    string `json:"mode"`
	Seconds Figure `json:"seconds"`
	Why     string `json:"why"` // no-method, no-position, no-road, no-way, no-people, failed; empty where it is known
}

// PremisesByMode is an offer by one mode over all targets.
type PremisesByMode struct {
	Mode   string   `json:"mode"`
	Worst  Figure   `json:"worst"`
	Mean   Figure   `json:"mean"`
	Within []Within `json:"within"` // share is null
}

// PremisesOf writes out the premises of a plan.
func PremisesOf(p *plan.Plan, lang locale.Lang) *Premises {
	s := p.Premises
	out := &Premises{Schema: PremisesSchema, Programme: p.Facts.S.Programme.ID, Name: p.Facts.S.Programme.Name.In(string(lang)), AsOf: p.AsOf.String(),
		ListYear: s.Options.ListYear, Population: figureOf(p, lang, premises.Segment, "population"), Modes: []PremisesMode{}, Offices: []PremisesOffice{}}
	for _, m := range premises.Modes {
		out.Modes = append(out.Modes, premisesMode(p, lang, m))
	}
	for i := range s.Offices {
		o := &s.Offices[i]
		x := PremisesOffice{Office: o.ID, Name: o.Name, People: figureOf(p, lang, premises.Segment, "people", o.ID), Targets: []PremisesTarget{}, Offers: []PremisesOffer{}}
		for k := range o.Targets {
			t := &o.Targets[k]
			x.Targets = append(x.Targets, PremisesTarget{figureOf(p, lang, premises.Segment, "target", o.ID, k+1), t.IsArea, t.IsArea && t.Listed.IsListed(), t.IsCandidate})
		}
		for _, k := range o.Offers {
			x.Offers = append(x.Offers, premisesOffer(p, lang, k))
		}
		out.Offices = append(out.Offices, x)
	}
	return out
}

func premisesMode(p *plan.Plan, lang locale.Lang, mode string) PremisesMode {
	out := PremisesMode{Mode: mode, Label: lang.T("premises.by." + mode), Method: figureOf(p, lang, premises.Segment, "method", mode), Notes: []string{}, Grounds: []Named{}}
	m := p.Premises.Options.Methods[mode]
	if m == nil {
		out.Method.Text = lang.T("unknown")
		out.Notes = append(out.Notes, lang.T("premises.note.no-method"))
		return out
	}
	out.IsEstimate = m.About().IsEstimate
	if key := "access.method." + m.About().Key; locale.Has(key) {
		out.Method.Text = lang.T(key)
	}
	for _, n := range p.Premises.ModeNotes(mode) {
		out.Notes = append(out.Notes, lang.Label(n))
	}
	if err := p.Premises.Err(mode); err != nil {
		out.Notes = append(out.Notes, lang.T("coverage.note.failed", err.Error()))
	}
	for _, g := range m.About().Grounds {
		out.Grounds = append(out.Grounds, Named{lang.T("coverage.ground." + g.Key), figureOf(p, lang, premises.Segment, "method", mode, g.Key)})
	}
	return out
}

func premisesOffer(p *plan.Plan, lang locale.Lang, i int) PremisesOffer {
	s := p.Premises
	o := &s.Offers[i]
	of := func(what ...any) Figure {
		return figureOf(p, lang, append([]any{premises.Segment, "offer", o.ID}, what...)...)
	}
	out := PremisesOffer{ID: o.ID, Name: o.Name, IsFact: o.IsFact, Note: o.Note.In(string(lang)), SquareMetres: of("square-metres"), Rent: of("rent"),
		Available: of("available"), Rebuild: of("rebuild"), Targets: []PremisesTo{}, Modes: []PremisesByMode{}, Dominated: of("dominated"), DominatedBy: []string{}}
	if out.Name == "" {
		out.Name = o.ID
	}
	if o.Position != nil {
		out.Lat, out.Lon, out.Precision = &o.Position.Lat, &o.Position.Lon, o.Position.Precision
	}
	if w, ok := out.Rebuild.Low.(string); ok {
		out.Rebuild.Text = lang.T("access." + w)
	}
	for k := range s.Offices[o.Office].Targets {
		to := PremisesTo{Metres: of("to", k+1, "metres"), Times: []PremisesTime{}}
		for _, m := range premises.Modes {
			to.Times = append(to.Times, PremisesTime{m, of("to", k+1, m), string(s.To(i, k, m).Why)})
		}
		out.Targets = append(out.Targets, to)
	}
	for _, m := range premises.Modes {
		x := PremisesByMode{Mode: m, Worst: of("worst", m), Mean: of("mean", m), Within: []Within{}}
		for _, minutes := range premises.Minutes {
			x.Within = append(x.Within, Within{Minutes: minutes, Number: of("within", m, minutes)})
		}
		out.Modes = append(out.Modes, x)
	}
	for _, j := range s.DominatedBy(i) {
		out.DominatedBy = append(out.DominatedBy, s.Offers[j].ID)
	}
	return out
}
