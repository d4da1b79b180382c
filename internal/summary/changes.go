package summary

import (
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/change"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// DiffSchema names the form of a comparison.
const DiffSchema = "etablera.diff/1"

// Changes is what differs between two programmes or two baselines.
type Changes struct {
	Schema   string          `json:"schema"`
	Before   Side            `json:"before"`
	After    Side            `json:"after"`
	Openings []OpeningChange `json:"openings"`
	Rounds   []RoundChange   `json:"rounds"`
	Facts    []FactChange    `json:"facts"`
	Options  []FigureChange  `json:"options"`
	Figures  []FigureChange  `json:"figures"`
}

// Side is one of the things compared.
type Side struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Day  string `json:"day"` // as of, or frozen on; empty where nobody has said
}

// FactChange is a record or field that differs.
type FactChange struct {
	Kind    change.Kind    `json:"kind"`
	Address figure.Address `json:"address"`
	Before  string         `json:"before"`
	After   string         `json:"after"`
}

// FigureChange is a figure or option that differs.
type FigureChange struct {
	Kind    change.Kind    `json:"kind"`
	Address figure.Address `json:"address"`
	Label   string         `json:"label"`
	Before  *Figure        `json:"before"` // null where it was added
	After   *Figure        `json:"after"`  // null where it was removed
	Because []Cause        `json:"because"`
	More    bool           `json:"moreCauses"`
}

// Cause is a changed fact or option that lies under a figure.
type Cause struct {
	Kind    change.Kind    `json:"kind"`
	Address figure.Address `json:"address"`
}

// OpeningChange is an opening that differs between baselines.
type OpeningChange struct {
	Project programme.ProjectID `json:"project"`
	Name    string              `json:"name"`
	Before  string              `json:"before"`
	After   string              `json:"after"`
	// DaysLow and DaysHigh are how many calendar days later it is: null where a
	// side has no date, two numbers where one is known to the month.
	DaysLow  *int64 `json:"daysLow"`
	DaysHigh *int64 `json:"daysHigh"`
}

// RoundChange is a round whose number of offices differs between baselines.
type RoundChange struct {
	Round  programme.RoundID `json:"round"`
	Name   string            `json:"name"`
	Before string            `json:"before"`
	After  string            `json:"after"`
}

// ChangesOf writes out what differs.
func ChangesOf(s *change.Set, lang locale.Lang) *Changes {
	c := &Changes{Schema: DiffSchema, Before: comparedOf(s.Before, lang), After: comparedOf(s.After, lang), Openings: []OpeningChange{},
		Rounds: []RoundChange{}, Facts: []FactChange{}, Options: []FigureChange{}, Figures: []FigureChange{}}
	for _, o := range s.Openings {
		out := OpeningChange{Project: o.Project, Name: o.Name, Before: o.Before.String(), After: o.After.String()}
		if o.Days.Known {
			out.DaysLow, out.DaysHigh = &o.Days.Low, &o.Days.High
		}
		c.Openings = append(c.Openings, out)
	}
	for _, r := range s.Rounds {
		c.Rounds = append(c.Rounds, RoundChange{r.Round, r.Name.In(string(lang)), r.Before.String(), r.After.String()})
	}
	for _, f := range s.Facts {
		c.Facts = append(c.Facts, FactChange(f))
	}
	for _, o := range s.Options {
		c.Options = append(c.Options, figureChangeOf(change.FigureChange{Kind: o.Kind, Address: o.Address, Label: o.Label, Before: o.Before, After: o.After}, lang))
	}
	for _, f := range s.Figures {
		c.Figures = append(c.Figures, figureChangeOf(f, lang))
	}
	return c
}

func comparedOf(s change.Side, lang locale.Lang) Side {
	return Side{s.ID, s.Name.In(string(lang)), s.Day.String()}
}

func figureChangeOf(f change.FigureChange, lang locale.Lang) FigureChange {
	out := FigureChange{Kind: f.Kind, Address: f.Address, Label: labelOf(f.Label, lang), Because: []Cause{}, More: f.More}
	if f.Kind != change.Added {
		before := valueOf(f.Address, f.Before, lang)
		out.Before = &before
	}
	if f.Kind != change.Removed {
		after := valueOf(f.Address, f.After, lang)
		out.After = &after
	}
	for _, b := range f.Because {
		out.Because = append(out.Because, Cause(b))
	}
	return out
}
