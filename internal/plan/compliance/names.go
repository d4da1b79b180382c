package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// plain is a name that is the same in every language: an office's, a place's.
func plain(name string) programme.Text { return programme.Text{Sv: name} }

// called is the name of a thing, or its id where nobody has named it.
func called[ID ~string](name programme.Text, id ID) programme.Text {
	if name.Sv == "" {
		name.Sv = string(id)
	}
	return name
}

// name is what people call the project's office.
func name(p *timetable.Project) programme.Text {
	return called(plain(p.Name), p.Office)
}

func names(ps []*timetable.Project) []programme.Text {
	var out []programme.Text
	for _, p := range ps {
		out = append(out, name(p))
	}
	return out
}

func partyName(p *programme.Party) programme.Text { return called(p.Name, p.ID) }

// partyText is the name of a party, which need not be among the facts.
func (all *checker) partyText(id programme.PartyID) programme.Text {
	if p, _ := all.x.Party(id); p != nil {
		return partyName(p)
	}
	return plain(string(id))
}

// roundName is what people call a round.
func (all *checker) roundName(id programme.RoundID) programme.Text {
	if r, _ := all.x.Round(id); r != nil {
		return called(r.Name, id)
	}
	return plain(string(id))
}

// once keeps the first mention of each thing.
func once[T comparable](things []T) []T {
	var out []T
	seen := map[T]bool{}
	for _, t := range things {
		if !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}

// shownNames bounds the names written out in a sentence.
const shownNames = 8

// listed writes names in the order given, at most shownNames of them: the names
// themselves, or a label that holds the first of them and how many are left out.
func listed(names []programme.Text) any {
	if len(names) <= shownNames {
		return names
	}
	few := names[:shownNames-1]
	return figure.Label{Key: "compliance.and-more", Args: []any{few, len(names) - len(few)}}
}
