package inquiry

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
	"github.com/etablera/etablera/locate/instance"
)

// Schema names the form of a report.
const Schema = "etablera.locate/1"

// Report is what is said of one question.
type Report struct {
	Schema       string            `json:"schema"`
	File         string            `json:"file"`
	Form         string            `json:"form"`
	Question     instance.Question `json:"question"`
	SitesThere   int               `json:"siteCount"`
	Clients      int               `json:"clientCount"`
	Weight       int64             `json:"weight"` // of all clients
	Value        *int64            `json:"value"`  // null if no choice was found
	Bound        int64             `json:"bound"`
	BoundIsUpper bool              `json:"boundIsUpper"` // of maximal covering: no choice covers more
	Gap          *float64          `json:"gap"`          // share of the value by which it may be off; null if no choice was found
	Proven       bool              `json:"proven"`       // nothing is better
	Infeasible   bool              `json:"infeasible"`
	Why          []Obstacle        `json:"why"`            // what cannot be met together
	Room         *int64            `json:"room,omitempty"` // what as many sites as are asked for can serve at most, where that is less than the weight
	Stopped      bool              `json:"stopped"`
	Iterations   int               `json:"iterations"`
	Nodes        int               `json:"nodes"`
	Seconds      float64           `json:"seconds"`
	Sites        []string          `json:"sites"` // chosen, in the order of the file
	// Loads are what each site chosen serves, in the same order; only where capacities are enforced.
	Loads    []Load `json:"loads,omitempty"`
	Unserved int64  `json:"unserved,omitempty"` // weight that nobody serves, where capacities are enforced
	// Others are what was asked for by Limits.Within; null where nothing was.
	Others *Others `json:"alternatives,omitempty"`
}

// Load is what a site serves.
type Load struct {
	Site     string `json:"site"`
	Weight   int64  `json:"weight"`
	Capacity int64  `json:"capacity"` // 0 for no limit
}

// Others are other choices within a share of the value, best first.
type Others struct {
	Within   float64 `json:"within"`
	Complete bool    `json:"complete"` // there are no more
	Choices  []Other `json:"choices"`
}

// Other is a choice by what sets it apart from the one that is best.
type Other struct {
	Value  int64    `json:"value"`
	Opened []string `json:"opened"`
	Closed []string `json:"closed"`
}

// Obstacle is part of what cannot be met together: a client, a site or a rule (p, budget, capacity).
type Obstacle struct {
	Kind string `json:"kind"` // "client", "site", "rule"
	Name string `json:"name"`
}

func gap(value, bound int64) float64 {
	if value == bound {
		return 0
	}
	size := float64(max(value, -value, 1))
	d := float64(value) - float64(bound)
	return max(d, -d) / size
}

func (r *Report) found(in *instance.Instance, options []int32, value int64, proven bool) {
	for _, j := range options {
		r.Sites = append(r.Sites, in.Sites.NameOf(int(j)))
	}
	g := gap(value, r.Bound)
	r.Value, r.Gap, r.Proven = &value, &g, proven
}

// others notes the alternatives of an answer.
func (r *Report) others(in *instance.Instance, a *locate.Answer, within float64, say func(int64) int64) {
	names := func(options, without []int32) []string {
		out := []string{}
		for _, j := range options {
			if !slices.Contains(without, j) {
				out = append(out, in.Sites.NameOf(int(j)))
			}
		}
		return out
	}
	r.Others = &Others{Within: within, Complete: a.Complete, Choices: []Other{}}
	for _, c := range a.Alternatives {
		r.Others.Choices = append(r.Others.Choices, Other{say(c.Value), names(c.Options, a.Options), names(a.Options, c.Options)})
	}
}

// loads notes what each site serves, where capacities bind, and gives the flows for a file.
func (r *Report) loads(spec *locate.Spec, in *instance.Instance, a *locate.Answer) []certificate.Flow {
	if spec.Capacities != locate.Enforced {
		return nil
	}
	load := make([]int64, len(spec.Options))
	for _, c := range spec.Classes {
		r.Unserved += c.Weight
	}
	for _, f := range a.Flows {
		load[f.Option] += f.Weight
		r.Unserved -= f.Weight
	}
	for _, j := range a.Options {
		r.Loads = append(r.Loads, Load{in.Sites.NameOf(int(j)), load[j], spec.Options[j].Capacity})
	}
	return certificate.Flows(a.Flows)
}

// WriteJSON writes the report as one line of JSON.
func (r *Report) WriteJSON(w io.Writer) error { return json.NewEncoder(w).Encode(r) }

// Words are the words of a report, in the reader's language. Value, Gap, Infeasible, None, Sites and Work take arguments: see WriteText.
type Words struct {
	Kind       map[instance.Kind]string // what the value of a kind is
	Value      string                   // what, value
	Lower      string                   // bound
	Upper      string                   // bound
	Gap        string                   // percent
	Proven     string
	Stopped    string
	None       string
	Infeasible string
	Room       string            // weight, how many sites, what they can serve
	Obstacle   map[string]string // of each kind: name
	Sites      string            // how many of how many
	Work       string            // seconds, iterations, nodes
	Load       string            // site, weight, capacity
	Unlimited  string            // site, weight
	Unserved   string            // weight
	Others     string            // how many, percent
	OthersMore string            // how many, percent: there may be more
	Other      string            // value
}

// WriteText writes the report for people.
func (r *Report) WriteText(w io.Writer, words Words) error {
	var err error
	say := func(format string, args ...any) {
		if err == nil {
			_, err = fmt.Fprintf(w, format+"\n", args...)
		}
	}
	if r.Infeasible {
		say(words.Infeasible)
		for _, o := range r.Why {
			say("  "+words.Obstacle[o.Kind], o.Name)
		}
		if r.Room != nil {
			say(words.Room, r.Weight, r.Question.P, *r.Room)
		}
		return err
	}
	if r.Value == nil {
		say(words.None)
	} else {
		say(words.Value, words.Kind[r.Question.Kind], *r.Value)
	}
	bound := words.Lower
	if r.BoundIsUpper {
		bound = words.Upper
	}
	say(bound, r.Bound)
	switch {
	case r.Proven:
		say(words.Proven)
	case r.Gap != nil:
		say(words.Gap, 100**r.Gap)
	}
	if r.Stopped {
		say(words.Stopped)
	}
	say(words.Work, r.Seconds, r.Iterations, r.Nodes)
	if r.Value != nil {
		say(words.Sites, len(r.Sites), r.SitesThere)
		for k, name := range r.Sites {
			switch {
			case r.Loads == nil:
				say("  %s", name)
			case r.Loads[k].Capacity == 0:
				say("  "+words.Unlimited, name, r.Loads[k].Weight)
			default:
				say("  "+words.Load, name, r.Loads[k].Weight, r.Loads[k].Capacity)
			}
		}
		if r.Unserved > 0 {
			say(words.Unserved, r.Unserved)
		}
	}
	if r.Others != nil {
		r.writeOthers(say, words)
	}
	return err
}

// writeOthers writes each alternative by what it opens (+) and closes (−).
func (r *Report) writeOthers(say func(string, ...any), words Words) {
	head := words.OthersMore
	if r.Others.Complete {
		head = words.Others
	}
	say(head, len(r.Others.Choices), 100*r.Others.Within)
	for _, c := range r.Others.Choices {
		line := fmt.Sprintf("  "+words.Other, c.Value)
		for _, name := range c.Opened {
			line += " +" + name
		}
		for _, name := range c.Closed {
			line += " −" + name
		}
		say("%s", line)
	}
}
