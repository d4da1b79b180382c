package timetable

import (
	"math"
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// At is the address of a field of a cell: timetable/duration/lokal/small/permit/median.
func (c *Cell) At(field string) figure.Address {
	return figure.At(append(append([]any{Segment, "duration"}, c.Key()...), field)...)
}

var durationFields = []string{"assumed-median", "assumed-p90", "weight", "finished", "bounded", "running", "others", "median", "p90", "own", "pooled", "assumption"}

// duration answers for what is assumed and learnt of a cell.
func (b book) duration(f *figure.Figure, c *Cell, field string) bool {
	f.Label = figure.Label{Key: "timetable.duration." + field, Args: []any{b.t.process.stages[c.stage].Name, b.t.typesOf(c), b.t.conditionsOf(c)}}
	fact := func(name string) figure.Address { return figure.FactAt("durations", c.Duration+1, name) }
	switch field {
	case "assumed-median":
		f.Value, f.Rule, f.Inputs = days(c.Assumed.Median), ruleQuantile, []figure.Address{fact("working-days")}
	case "assumed-p90":
		f.Value, f.Rule, f.Inputs = days(c.Assumed.P90), ruleQuantile, []figure.Address{fact("working-days")}
	case "weight":
		b.weight(f, c, fact)
	case "finished", "bounded", "running":
		f.Rule, f.Inputs = figure.Number, b.outcomes(c, field)
		f.Value = figure.OfCount(len(f.Inputs))
	case "others":
		f.Value, f.Rule, f.Inputs = figure.OfCount(c.Others), figure.Sum, b.t.others(c, "finished", "bounded")
		if len(f.Inputs) == 0 {
			f.Rule = figure.Number
		}
	case "median":
		f.Value, f.Rule, f.Inputs = days(c.Learnt.Median), ruleLearnt, b.learntFrom(c)
		f.Notes = b.learntNotes(c)
	case "p90":
		f.Value, f.Rule, f.Inputs = days(c.Learnt.P90), ruleLearnt, b.learntFrom(c)
		f.Notes = b.learntNotes(c)
	case "own", "pooled", "assumption":
		share := map[string]float64{"own": c.Weights.Own, "pooled": c.Weights.Pooled, "assumption": c.Weights.Assumption}[field]
		f.Value, f.Rule, f.Inputs = figure.OfShare(math.Abs(share)), ruleShareOf, b.learntFrom(c)
	default:
		return false
	}
	return true
}

func days(x float64) figure.Value { return figure.OfDays(int(math.Round(x))) }

func (b book) weight(f *figure.Figure, c *Cell, fact func(string) figure.Address) {
	d := &b.t.facts.S.Durations[c.Duration]
	f.Value = figure.OfWords(strconv.FormatFloat(c.Weight, 'f', -1, 64))
	switch {
	case d.Weight > 0:
		f.Rule, f.Inputs = figure.Same, []figure.Address{fact("weight")}
	case c.Weight != programme.DefaultWeight:
		f.Rule, f.Inputs = ruleWeight, []figure.Address{fact("outcomes"), fact("basis")}
	default:
		f.Rule, f.Inputs = ruleWeight, []figure.Address{fact("basis")}
	}
}

// outcomes are the finishes of what has finished, and the starts of what is under way.
func (b book) outcomes(c *Cell, field string) []figure.Address {
	var in []figure.Address
	for _, o := range c.outcomes {
		p := &b.t.Projects[o.project]
		stage := p.Activities[o.activity].Stage
		switch {
		case field == "running" && !o.IsFinished():
			in = append(in, p.At("activity", stage, "start"))
		case field == "finished" && o.Lo == o.Hi, field == "bounded" && o.IsFinished() && o.Lo < o.Hi:
			in = append(in, p.At("activity", stage, "finish"))
		}
	}
	return in
}

// others are fields of the other cells of a cell's activity that have outcomes.
func (t *Timetable) others(c *Cell, fields ...string) []figure.Address {
	var in []figure.Address
	for i := range t.Cells {
		o := &t.Cells[i]
		if o.stage != c.stage || o == c || len(o.outcomes) == 0 {
			continue
		}
		for _, field := range fields {
			if (field == "running" && o.Running > 0) || (field == "finished" && o.Finished > 0) || (field == "bounded" && o.Bounded > 0) {
				in = append(in, o.At(field))
			}
		}
	}
	return in
}

func (b book) learntFrom(c *Cell) []figure.Address {
	in := []figure.Address{c.At("assumed-median"), c.At("assumed-p90"), c.At("weight"), c.At("finished"), c.At("bounded"), c.At("running")}
	if c.Fixed {
		return in[:2]
	}
	return append(in, b.t.others(c, "finished", "bounded", "running")...)
}

// learntNotes say what a duration rests on: how many outcomes, own and others', what they have changed, and that
// it rests on the assumption where there are none.
func (b book) learntNotes(c *Cell) []figure.Label {
	d := &b.t.facts.S.Durations[c.Duration]
	var out []figure.Label
	switch {
	case c.Fixed:
		out = append(out, figure.Label{Key: "timetable.note.fixed"})
	case c.isLearnt():
		out = append(out, figure.Label{Key: "timetable.note.learnt", Args: []any{c.Finished + c.Bounded, c.Others, c.Running,
			int(math.Round(c.Assumed.Median)), int(math.Round(c.Learnt.Median))}})
	default:
		out = append(out, figure.Label{Key: "timetable.note.not-learnt"})
	}
	if d.Basis != programme.Experience {
		out = append(out, figure.Label{Key: "timetable.note.assumption", Args: []any{d.Reason}})
	}
	return out
}

// typesOf and conditionsOf name a cell in words; empty where nothing is said.
func (t *Timetable) typesOf(c *Cell) programme.Text {
	var sv, en string
	for i, id := range c.Types {
		name := programme.Text{Sv: string(id)}
		if x, _ := t.facts.Type(id); x != nil {
			name = x.Name
		}
		if i > 0 {
			sv, en = sv+" / ", en+" / "
		}
		sv, en = sv+name.In("sv"), en+name.In("en")
	}
	if len(c.Types) == 0 {
		return programme.Text{Sv: "okänd typ", En: "type unknown"}
	}
	return programme.Text{Sv: sv, En: en}
}

// conditionWords name the conditions.
var conditionWords = map[programme.Condition]programme.Text{
	programme.WithCoLocation: {Sv: "samlokalisering", En: "co-location"},
	programme.WithPermit:     {Sv: "bygglov", En: "building permit"},
	programme.WithRebuild:    {Sv: "ombyggnad", En: "rebuilding"},
}

func (t *Timetable) conditionsOf(c *Cell) programme.Text {
	var out programme.Text
	for _, w := range c.When {
		out.Sv, out.En = out.Sv+", "+conditionWords[w].Sv, out.En+", "+conditionWords[w].En
	}
	return out
}

// findCell finds a cell by the segments of its key.
func (t *Timetable) findCell(stage, types, when string) *Cell {
	want := figure.At(stage, types, when)
	for i := range t.Cells {
		if c := &t.Cells[i]; string(c.Stage) == stage && figure.At(c.Key()...) == want {
			return c
		}
	}
	return nil
}
