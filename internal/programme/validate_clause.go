package programme

import (
	"reflect"
	"slices"
	"strconv"
)

// Reads says which fields of Clause a kind of clause reads, by yaml name.
type Reads struct {
	Needs []string // must be stated
	OneOf []string // at least one of them must be stated
	May   []string // may be stated
}

// ClauseReads is the table behind docs/clauses.md. Fields that every clause has
// (id, text, source …) are left out of it.
var ClauseReads = map[ClauseKind]Reads{
	OfficesAtLeast:   {Needs: []string{"minimum"}},
	OfficesIn:        {Needs: []string{"municipalities"}, May: []string{"window"}},
	OfficesAmong:     {Needs: []string{"count", "regions"}, May: []string{"except"}},
	ByArea:           {Needs: []string{"list-year"}, OneOf: []string{"municipalities", "regions"}, May: []string{"minimum", "within"}},
	RoundMinimum:     {Needs: []string{"round", "minimum"}},
	RoundWindow:      {Needs: []string{"round", "window", "share"}},
	EarlyOpenings:    {Needs: []string{"round", "window"}, May: []string{"share"}},
	Mix:              {OneOf: []string{"minimum", "minimum-counties"}},
	Heard:            {Needs: []string{"parties"}},
	HeardLocally:     {May: []string{"party-kind"}},
	CoLocationSought: {},
	DeliverableDue:   {Needs: []string{"deliverable"}},
	Informed:         {Needs: []string{"parties"}},
	DecidedBy:        {Needs: []string{"body"}},
}

// ClauseFields are the fields that a kind reads or must leave empty, in order.
var ClauseFields = func() (names []string) {
	t := reflect.TypeFor[Clause]()
	first, _ := t.FieldByName("Minimum")
	last, _ := t.FieldByName("Deliverable")
	for i := first.Index[0]; i <= last.Index[0]; i++ {
		names = append(names, t.Field(i).Tag.Get("yaml"))
	}
	return names
}()

// clauses checks each clause against the table, and the mandate's own dates.
func (v *validator) clauses() {
	for i := range v.s.Mandates {
		m := &v.s.Mandates[i]
		own := map[DeliverableID]bool{}
		for j := range m.Deliverables {
			d := &m.Deliverables[j]
			own[d.ID] = true
			if w := m.Window; d.Due.IsKnown() && (w.First.IsKnown() && d.Due < w.First || w.Last.IsKnown() && d.Due > w.Last) {
				v.doubtful("mandates", i, part("deliverables", j, "due"), "programme.outside-window", d.Due.String(), w.String())
			}
		}
		for j := range m.Clauses {
			c := &m.Clauses[j]
			reads, ok := ClauseReads[c.Kind]
			if !ok {
				continue // the walk has said so
			}
			v.clauseFields(i, j, c, reads)
			if c.Deliverable != "" && !own[c.Deliverable] && v.isDeliverable(c.Deliverable) {
				v.fault("mandates", i, part("clauses", j, "deliverable"), "programme.clause-other-mandate", string(c.Deliverable))
			}
			if c.Kind == HeardLocally && c.PartyKind != "" && c.PartyKind != Municipality && c.PartyKind != Region {
				v.fault("mandates", i, part("clauses", j, "party-kind"), "programme.heard-locally-kind", string(c.PartyKind))
			}
		}
	}
}

func (v *validator) isDeliverable(id DeliverableID) bool {
	_, ok := v.known[reflect.TypeFor[DeliverableID]()][string(id)]
	return ok
}

func part(list string, i int, field string) string {
	return list + "[" + strconv.Itoa(i) + "]." + field
}

func (v *validator) clauseFields(i, j int, c *Clause, reads Reads) {
	val := reflect.ValueOf(c).Elem()
	stated := map[string]bool{}
	for k := range val.NumField() {
		stated[val.Type().Field(k).Tag.Get("yaml")] = !val.Field(k).IsZero()
	}
	needs := reads.Needs
	if c.Kind == ByArea && stated["regions"] {
		needs = append(slices.Clone(needs), "minimum")
	}
	for _, name := range ClauseFields {
		switch {
		case slices.Contains(needs, name):
			if !stated[name] {
				v.fault("mandates", i, part("clauses", j, name), "programme.clause-needs", string(c.Kind), name)
			}
		case stated[name] && !slices.Contains(reads.May, name) && !slices.Contains(reads.OneOf, name):
			v.fault("mandates", i, part("clauses", j, name), "programme.clause-does-not-read", string(c.Kind), name)
		}
	}
	isStated := func(name string) bool { return stated[name] }
	if len(reads.OneOf) > 0 && !slices.ContainsFunc(reads.OneOf, isStated) {
		v.fault("mandates", i, part("clauses", j, reads.OneOf[0]), "programme.clause-one-of", string(c.Kind), reads.OneOf[0], reads.OneOf[1])
	}
}
