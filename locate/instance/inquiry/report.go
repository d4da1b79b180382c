package inquiry

import (
	"encoding/json"
	"fmt"
	"io"

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
	Why          []Obstacle        `json:"why"` // what cannot be met together
	Stopped      bool              `json:"stopped"`
	Iterations   int               `json:"iterations"`
	Nodes        int               `json:"nodes"`
	Seconds      float64           `json:"seconds"`
	Sites        []string          `json:"sites"` // chosen, in the order of the file
}

// Obstacle is part of what cannot be met together: a client, a site or a rule (p, budget).
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
	Obstacle   map[string]string // of each kind: name
	Sites      string            // how many of how many
	Work       string            // seconds, iterations, nodes
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
		for _, name := range r.Sites {
			say("  %s", name)
		}
	}
	return err
}
