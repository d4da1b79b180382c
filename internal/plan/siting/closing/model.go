package closing

import (
	"fmt"
	"slices"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/locate"
)

// demand is classes that count in one measure.
type demand struct {
	hits   []hit
	last   bool // counted after the last stage alone, and not weighted by days
	factor int64
	capped bool
	limit  int64
	rule   int // position in the model's rules; −1
}

// model is a problem with what its rows, caps and states stand for. Its options say, office
// by office and period by period, that the office is open in the period.
type model struct {
	spec     *locate.Spec
	periods  []int // those that it states, rising
	rules    []Rule
	rowRule  []int     // per row of the Spec
	capRule  []int     // per measure
	siteRule []int     // per office: the rule that decides its state; −1
	options  [][]int32 // per office and period stated
}

// RuleKind is what a rule asks.
type RuleKind string

// The kinds of rules.
const (
	AskCount        RuleKind = "count"        // so many closed by a stage
	AskSave         RuleKind = "save"         // so much saved in a year
	AskFloor        RuleKind = "floor"        // so large a share within the limit in a county
	AskDrop         RuleKind = "drop"         // so small a loss of share in a county
	AskKeep         RuleKind = "keep"         // an office stays
	AskClose        RuleKind = "close"        // an office closes
	AskDecided      RuleKind = "decided"      // an office closes, by the facts
	AskCounty       RuleKind = "county"       // an office is left in a county
	AskMunicipality RuleKind = "municipality" // in a municipality
)

// Rule is one thing that every set keeps.
type Rule struct {
	Kind   RuleKind
	Stage  int    // of AskCount
	Number int64  // of AskCount, and of AskFloor and AskDrop in millionths
	Year   int    // of AskSave
	Unit   string // name of the county or municipality
	Office programme.OfficeID
}

func (m *model) rule(r Rule) int {
	m.rules = append(m.rules, r)
	return len(m.rules) - 1
}

// newModel lays out options and rows for some of the periods, or all. What holds for part
// of the periods holds for all, so that a bound for some of them is one for the whole.
func (k *Closing) newModel(w *world, count int, periods []int) *model {
	m := &model{spec: &locate.Spec{}, periods: periods, siteRule: make([]int, len(w.offices)), options: make([][]int32, len(w.offices))}
	for i := range w.offices {
		o := &w.offices[i]
		m.siteRule[i] = -1
		switch {
		case o.Kept:
			m.siteRule[i] = m.rule(Rule{Kind: AskKeep, Office: o.ID})
		case o.Decided && o.Must:
			m.siteRule[i] = m.rule(Rule{Kind: AskDecided, Office: o.ID})
		case o.Must:
			m.siteRule[i] = m.rule(Rule{Kind: AskClose, Office: o.ID})
		}
		for _, t := range periods {
			j := int32(len(m.spec.Options))
			m.options[i] = append(m.options[i], j)
			m.spec.Options = append(m.spec.Options, locate.Option{Site: j, Column: int32(i), From: int32(t), Until: int32(t + 1), State: k.stateIn(o, t)})
		}
		for n := 1; n < len(periods); n++ { // what is open now was open before
			m.row(locate.Row{Name: "once", Options: m.options[i][n-1 : n+1], Coefficients: []int64{1, -1}, Min: 0, Max: locate.NoLimit}, -1)
		}
	}
	k.countRows(w, m, count)
	k.savingRows(w, m)
	if periods[len(periods)-1] == len(k.Stages)-1 {
		k.placeRows(w, m)
	}
	return m
}

// stateIn is what is settled of an office in a period.
func (k *Closing) stateIn(o *Office, t int) locate.State {
	switch {
	case o.Kept, o.Must && o.forced > t:
		return locate.Open
	case o.Must && (o.forced >= 0 || t == len(k.Stages)-1):
		return locate.Forbidden
	}
	return locate.Free
}

func (m *model) row(r locate.Row, rule int) {
	m.spec.Rows = append(m.spec.Rows, r)
	m.rowRule = append(m.rowRule, rule)
}

// counts are how many offices have closed after each stage, −1 where the path decides.
func (k *Closing) counts(count int) []int {
	out, closed := make([]int, len(k.Stages)), 0
	for t := range out {
		out[t] = -1
		switch {
		case k.Options.Split != nil:
			closed += k.Options.Split[t]
			out[t] = closed
		case t == len(out)-1:
			out[t] = count
		}
	}
	return out
}

// countRows hold how many offices are open in each period.
func (k *Closing) countRows(w *world, m *model, count int) {
	counts := k.counts(count)
	for n, t := range m.periods {
		if counts[t] < 0 {
			continue
		}
		var open []int32
		for i := range w.offices {
			open = append(open, m.options[i][n])
		}
		m.row(locate.Exactly(fmt.Sprint("open ", t), int64(len(w.offices)-counts[t]), open...), m.rule(Rule{Kind: AskCount, Stage: t, Number: int64(counts[t])}))
	}
}

// savingRows hold what is saved in each year above what is asked for. Each period that an
// office is open gives up a part of what closing it in the first stage would save. Between
// the periods that are stated an office is taken to close as early as it can.
func (k *Closing) savingRows(w *world, m *model) {
	for n := range k.Needs {
		need, all := &k.Needs[n], int64(0)
		var options []int32
		var given []int64
		for i := range w.offices {
			before := k.certain(w.offices[i].ID, 0, need.Year)
			all += before
			for n, t := range m.periods {
				after := k.certain(w.offices[i].ID, t+1, need.Year)
				if x := before - after; x != 0 {
					options, given = append(options, m.options[i][n]), append(given, x)
				}
				before = after
			}
		}
		m.row(locate.Budget(fmt.Sprint("save ", need.Year), all-need.kronor(), options, given), m.rule(Rule{Kind: AskSave, Year: need.Year}))
	}
}

// placeRows keep an office in every county or municipality that has one. Offices whose place
// is not known stay, and are enough.
func (k *Closing) placeRows(w *world, m *model) {
	keep := func(kind RuleKind, unit func(*Office) (key, name string)) {
		var order []string
		names, staying := map[string]string{}, map[string][]int32{}
		for i := range w.offices {
			key, name := unit(&w.offices[i])
			if key == "" {
				continue
			}
			if _, ok := staying[key]; !ok {
				order = append(order, key)
			}
			names[key] = name
			staying[key] = append(staying[key], m.options[i][len(m.periods)-1])
		}
		for _, key := range order {
			if kind == AskMunicipality && w.beside[key] > 0 {
				continue
			}
			m.row(locate.AtLeast(string(kind)+" "+key, 1, staying[key]...), m.rule(Rule{Kind: kind, Unit: names[key]}))
		}
	}
	if k.Options.KeepCounties {
		keep(AskCounty, func(o *Office) (string, string) { return o.County, k.countyName(o.County) })
	}
	if k.Options.KeepMunicipalities {
		keep(AskMunicipality, func(o *Office) (string, string) { return o.Municipality, o.Municipality })
	}
}

func (k *Closing) countyName(code string) string {
	for _, u := range k.coverage.UnitsOf(programme.EveryCounty) {
		if u.Key == code {
			return u.Name
		}
	}
	return code
}

// caps are the demands of the criteria for counties: how many of a county's people may
// lose their office within the limit. A county that is below the floor today may lose
// nobody.
func (k *Closing) caps(w *world, m *model, most int) []demand {
	var out []demand
	if m.periods[len(m.periods)-1] != len(k.Stages)-1 {
		return nil
	}
	for c := range w.counties {
		name := k.coverage.Units()[w.counties[c]].Name
		limit := func(kind RuleKind, number programme.Share, may int64) {
			out = append(out, demand{hits: w.beyond(most, c), last: true, capped: true, limit: max(may, 0), rule: m.rule(Rule{Kind: kind, Unit: name, Number: int64(number)})})
		}
		if f := k.Options.Floor; f > 0 {
			limit(AskFloor, f, w.reached[c]-(w.living[c]*int64(f)+999_999)/1_000_000)
		}
		if d := k.Options.Drop; d > 0 {
			limit(AskDrop, d, w.living[c]*int64(d)/1_000_000)
		}
	}
	return out
}

// state adds the demands as measures. Classes that ask for the same set share its row of
// service.
func (k *Closing) state(w *world, m *model, demands []demand) {
	lists := &locate.Lists{Columns: len(w.offices) + 1, Start: []int64{0}}
	rows := map[string]int32{}
	weights, _ := k.weights()
	for n, d := range demands {
		m.spec.Measures = append(m.spec.Measures, locate.Measure{Name: fmt.Sprint(n), Factor: d.factor, Capped: d.capped, Cap: d.limit})
		m.capRule = append(m.capRule, d.rule)
		for _, h := range d.hits {
			key := fmt.Sprint(h.set)
			row, ok := rows[key]
			if !ok {
				row = int32(len(lists.Start) - 1)
				rows[key] = row
				lists.Column = append(lists.Column, h.set...)
				lists.Start = append(lists.Start, int64(len(lists.Column)))
			}
			for _, t := range m.periods {
				weight := h.weight * weights[t]
				if d.last {
					if t < len(k.Stages)-1 {
						continue
					}
					weight = h.weight
				}
				if weight > 0 {
					m.spec.Classes = append(m.spec.Classes, locate.Class{Weight: weight, Unserved: 1, Row: row, Period: int32(t), Measure: int32(n)})
				}
			}
		}
	}
	if len(m.spec.Classes) == 0 { // where nothing is lost, one class that asks for nothing
		m.spec.Classes = append(m.spec.Classes, locate.Class{Row: int32(len(lists.Start) - 1), Period: int32(m.periods[0])})
		lists.Start = append(lists.Start, int64(len(lists.Column)))
	}
	lists.Costs = make([]int32, len(lists.Column))
	m.spec.Service = lists
}

// closes reads an answer to all periods: the stage of each office, the number of stages
// where it stays.
func (m *model) closes(chosen []int32) []int {
	out := make([]int, len(m.options))
	for _, j := range chosen {
		out[m.spec.Options[j].Column]++
	}
	return out
}

// conflict lists the rules that an answer names, in their order.
func (m *model) conflict(c *locate.Conflict) []Rule {
	var at []int
	for _, r := range c.Rows {
		if int(r) < len(m.rowRule) && m.rowRule[r] >= 0 {
			at = append(at, m.rowRule[r])
		}
	}
	for _, x := range c.Measures {
		if m.capRule[x] >= 0 {
			at = append(at, m.capRule[x])
		}
	}
	for _, j := range c.Options {
		if r := m.siteRule[m.spec.Options[j].Column]; r >= 0 {
			at = append(at, r)
		}
	}
	slices.Sort(at)
	var out []Rule
	for _, n := range slices.Compact(at) {
		out = append(out, m.rules[n])
	}
	return out
}
