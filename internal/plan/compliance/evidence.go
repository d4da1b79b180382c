package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// row adds a row of evidence.
func (k *check) row(subject programme.Text, speaksFor programme.Tri, at figure.Address, key string, args ...any) {
	k.f.Evidence = append(k.f.Evidence, Evidence{What: figure.Label{Key: key, Args: args}, Subject: subject, For: speaksFor, Address: at})
}

// figure adds a figure of the finding's own, for evidence that no other part of
// the plan shows.
func (k *check) figure(at figure.Address, label figure.Label, v figure.Value, rule figure.Rule, inputs ...figure.Address) {
	k.f.extra = append(k.f.extra, figure.Figure{Address: at, Label: label, Value: v, Rule: rule, Inputs: inputs})
}

// need adds something that would change the status.
func (k *check) need(key string, args ...any) {
	k.f.Needs = append(k.f.Needs, figure.Label{Key: key, Args: args})
}

// needOf adds a need about things by name, if there are any.
func (k *check) needOf(key string, names []programme.Text) {
	if len(names) > 0 {
		k.need(key, len(names), listed(names))
	}
}

// tally counts yes, unknown and no.
type tally struct{ yes, unknown, no int }

func (t *tally) add(v programme.Tri) {
	switch v {
	case programme.Yes:
		t.yes++
	case programme.No:
		t.no++
	default:
		t.unknown++
	}
}

func (t tally) all() int { return t.yes + t.unknown + t.no }

// value is what holds for certain, up to what may hold.
func (t tally) value() figure.Value {
	return figure.Between(figure.Count, int64(t.yes), int64(t.yes+t.unknown))
}

// measureTally measures how many of the things under the clause hold. The
// inputs are the rows so far.
func (k *check) measureTally(t tally) {
	k.measure(t.value(), "compliance.tally", addresses(k.f.Evidence)...)
}

// addresses returns where rows of evidence are shown, each place once.
func addresses(rows []Evidence) []figure.Address {
	var out []figure.Address
	seen := map[figure.Address]bool{}
	for i := range rows {
		if a := rows[i].Address; !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	return out
}

// tri says yes or no.
func tri(holds bool) programme.Tri {
	if holds {
		return programme.Yes
	}
	return programme.No
}
