// Package network counts offices: how many there were and were said to come,
// how many each mandate and round opens, in how many municipalities, and what
// that makes of the network.
//
// Counts of the network are facts of their own, because no register of all
// offices is complete; nothing here counts the register and calls it the
// network. Everything is a figure:
//
//	network/first, latest, expected        known counts of offices (earliest, latest counted, latest expected)
//	network/growth, growth-share           from the earliest count to the expected one; unknown, with the
//	                                       reason, where one is missing or not exact
//	network/unexplained                    expected minus by-plan: what the facts leave unsaid
//	network/by-plan                        latest count plus the openings still to come; unknown where
//	                                       what is to come rests on statements older than the count, or stale
//	network/mandate/<id>/{offices,municipalities,vulnerable}
//	network/round/<id>/{offices,municipalities,vulnerable,counties}
package network

import (
	"iter"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Outlook is what a timetable knows of a project that counts of offices need.
type Outlook struct {
	Opened   bool
	Stale    bool       // not opened, and nothing new is stated of it
	Reported civil.Date // of the latest statement, unknown if none has a day
}

// Network is the counts of a snapshot.
type Network struct {
	facts   *programme.Index
	county  func(municipality string) string
	outlook func(programme.ProjectID) Outlook
	// Positions in Snapshot.NetworkCounts, −1 where there is none.
	First, Latest, Expected int
}

// Make finds the counts that matter. county names the county of a municipality,
// "" where it is not known; outlook says how a project stands.
// O(facts).
func Make(x *programme.Index, county func(string) string, outlook func(programme.ProjectID) Outlook) *Network {
	n := &Network{facts: x, county: county, outlook: outlook, First: -1, Latest: -1, Expected: -1}
	for i, c := range x.S.NetworkCounts {
		if !c.Offices.Known || !c.Date.IsKnown() {
			continue
		}
		if c.Kind == programme.Expected {
			// The latest said holds; of two said on one day, the exact one, then the one further ahead.
			if n.Expected < 0 || n.expectedBefore(n.Expected, i) {
				n.Expected = i
			}
			continue
		}
		if n.First < 0 || c.Date.Middle() < x.S.NetworkCounts[n.First].Date.Middle() {
			n.First = i
		}
		if n.Latest < 0 || c.Date.Middle() >= x.S.NetworkCounts[n.Latest].Date.Middle() {
			n.Latest = i
		}
	}
	return n
}

func (n *Network) expectedBefore(i, j int) bool {
	a, b := &n.facts.S.NetworkCounts[i], &n.facts.S.NetworkCounts[j]
	ka, kb := n.facts.S.KnownFrom(a.Provenance), n.facts.S.KnownFrom(b.Provenance)
	if ka != kb {
		return ka < kb
	}
	if (a.Wording == "") != (b.Wording == "") {
		return b.Wording == ""
	}
	return a.Date.Middle() < b.Date.Middle()
}

// Projects returns the positions of the projects that open offices for which
// keep holds.
func (n *Network) projects(keep func(*programme.Project) bool) []int {
	var out []int
	for i := range n.facts.S.Projects {
		if p := &n.facts.S.Projects[i]; p.Kind == programme.Open && keep(p) {
			out = append(out, i)
		}
	}
	return out
}

// Addresses implements figure.Book.
func (n *Network) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		var all []figure.Address
		for _, name := range []string{"first", "latest", "expected", "growth", "growth-share", "by-plan", "unexplained"} {
			all = append(all, figure.At("network", name))
		}
		for _, m := range n.facts.S.Mandates {
			all = append(all, scoped("mandate", string(m.ID))...)
		}
		for _, r := range n.facts.S.Rounds {
			all = append(all, scoped("round", string(r.ID))...)
		}
		for _, a := range all {
			if _, ok := n.Figure(a); ok && !yield(a) {
				return
			}
		}
	}
}

func scoped(kind, id string) []figure.Address {
	var out []figure.Address
	for _, what := range []string{"offices", "municipalities", "vulnerable", "counties"} {
		out = append(out, figure.At("network", kind, id, what))
	}
	return out
}

// Figure implements figure.Book.
func (n *Network) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if seg[0] != "network" {
		return figure.Figure{}, false
	}
	switch len(seg) {
	case 2:
		return n.count(a, seg[1])
	case 4:
		return n.scope(a, seg[1], seg[2], seg[3])
	}
	return figure.Figure{}, false
}

func (n *Network) count(a figure.Address, name string) (figure.Figure, bool) {
	label := figure.Label{Key: "network." + name}
	known := map[string]int{"first": n.First, "latest": n.Latest, "expected": n.Expected}
	if i, ok := known[name]; ok {
		if i < 0 {
			return figure.Figure{}, false
		}
		c := &n.facts.S.NetworkCounts[i]
		label.Args = []any{c.Date.String()}
		return figure.Figure{Address: a, Label: label, Value: figure.OfRange(c.Offices), Rule: figure.Same,
			Inputs: []figure.Address{figure.FactAt("network-counts", i+1, "offices")}}, true
	}
	switch name {
	case "growth":
		return n.derived(a, label, figure.Difference, figure.Count, "network/expected", "network/first"), true
	case "growth-share":
		return n.derived(a, label, figure.Ratio, figure.Share, "network/growth", "network/first"), true
	case "by-plan":
		if n.Latest < 0 {
			return figure.Figure{}, false
		}
		return n.byPlan(a, label), true
	case "unexplained":
		if n.Latest < 0 || n.Expected < 0 {
			return figure.Figure{}, false
		}
		return n.derived(a, label, figure.Difference, figure.Count, "network/expected", "network/by-plan"), true
	}
	return figure.Figure{}, false
}

// byPlan adds the openings still to come to the latest count. It is unknown where
// one of them rests on statements so old that the office may have opened since:
// stale ones, and ones older than the count, which may have it in already.
func (n *Network) byPlan(a figure.Address, label figure.Label) figure.Figure {
	count := &n.facts.S.NetworkCounts[n.Latest]
	coming := n.projects(func(p *programme.Project) bool { return !n.outlook(p.ID).Opened })
	f := figure.Figure{Address: a, Rule: "network.by-plan",
		// What is old depends on the day.
		Inputs: []figure.Address{"network/latest", figure.At("timetable", "option", "now")},
		Label:  figure.Label{Key: label.Key, Args: []any{len(coming), count.Date.Last.String()}},
		Value:  figure.OfRange(count.Offices.Plus(programme.Exactly(len(coming))))}
	stale, older := 0, 0
	for _, i := range coming {
		id := n.facts.S.Projects[i].ID
		f.Inputs = append(f.Inputs, figure.FactAt("projects", string(id), "kind"))
		o := n.outlook(id)
		if o.Stale {
			stale++
		}
		if o.Reported.IsKnown() && o.Reported < count.Date.Last {
			older++
		}
	}
	if stale > 0 {
		f.Notes = append(f.Notes, figure.Label{Key: "network.note.stale", Args: []any{stale}})
	}
	if older > 0 {
		f.Notes = append(f.Notes, figure.Label{Key: "network.note.older", Args: []any{older, count.Date.String()}})
	}
	if stale+older > 0 {
		f.Value = figure.Unknown(figure.Count)
		f.Label = figure.Label{Key: "network.by-plan-unknown", Args: []any{count.Date.Last.String()}}
	}
	return f
}

// derived applies a rule to other figures of the network. Where a count is
// missing, or is not exact enough, the result is unknown and a note says why.
func (n *Network) derived(a figure.Address, label figure.Label, rule figure.Rule, unit figure.Kind, inputs ...figure.Address) figure.Figure {
	out := figure.Figure{Address: a, Label: label, Value: figure.Unknown(unit), Rule: rule}
	var values []figure.Value
	for _, in := range inputs {
		if f, ok := n.Figure(in); ok {
			values = append(values, f.Value)
			out.Inputs = append(out.Inputs, in)
		}
	}
	if len(values) < len(inputs) {
		out.Rule, out.Notes = "network.no-count", []figure.Label{{Key: "network.note.no-count"}}
		return out
	}
	if v, ok := figure.Eval(rule, values); ok {
		out.Value = v
	} else {
		out.Notes = []figure.Label{{Key: "network.note.not-exact"}}
	}
	return out
}

func (n *Network) scope(a figure.Address, kind, id, what string) (figure.Figure, bool) {
	var in []int
	switch kind {
	case "mandate":
		if _, at := n.facts.Mandate(programme.MandateID(id)); at < 0 {
			return figure.Figure{}, false
		}
		in = n.projects(func(p *programme.Project) bool { return string(p.Mandate) == id })
	case "round":
		if _, at := n.facts.Round(programme.RoundID(id)); at < 0 {
			return figure.Figure{}, false
		}
		in = n.projects(func(p *programme.Project) bool { return string(p.Round) == id })
	default:
		return figure.Figure{}, false
	}
	f := figure.Figure{Address: a, Label: figure.Label{Key: "network." + kind + "." + what, Args: []any{id}}}
	f.Value, f.Rule, f.Inputs = n.tally(in, what)
	return f, f.Rule != ""
}

// tally counts projects, or the different municipalities or counties of their
// offices; an office whose municipality nobody has stated makes those unknown.
func (n *Network) tally(projects []int, what string) (figure.Value, figure.Rule, []figure.Address) {
	var inputs []figure.Address
	var names []string
	for _, i := range projects {
		p := &n.facts.S.Projects[i]
		office, _ := n.facts.Office(p.Office)
		if what == "offices" {
			inputs = append(inputs, figure.FactAt("projects", string(p.ID), "office"))
			continue
		}
		if office == nil {
			return figure.Unknown(figure.Count), "network.distinct", inputs
		}
		switch what {
		case "municipalities", "counties":
			inputs = append(inputs, figure.FactAt("offices", string(office.ID), "municipality"))
			name := office.Municipality
			if what == "counties" {
				name = n.county(name)
			}
			if name == "" {
				return figure.Unknown(figure.Count), "network.distinct", inputs
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		case "vulnerable":
			if slices.Contains(office.Categories, programme.Vulnerable) {
				inputs = append(inputs, figure.FactAt("offices", string(office.ID), "categories"))
			}
		default:
			return figure.Value{}, "", nil
		}
	}
	if what == "municipalities" || what == "counties" {
		return figure.OfCount(len(names)), "network.distinct", inputs
	}
	return figure.OfCount(len(inputs)), figure.Number, inputs
}
