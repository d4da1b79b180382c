package programme

import (
	"strings"
	"testing"
)

// Premises on offer are for an office that is there, have an id of their own, and lie
// where they can lie; all else about them may be unknown.
func TestOffers(t *testing.T) {
	sourced := func(o Offer) Offer {
		o.Source = Citation{ID: "s"}
		return o
	}
	for name, c := range map[string]struct {
		offers []Offer
		want   string // path of the only problem
	}{
		"little known":     {[]Offer{{ID: "a", Office: "o"}}, ""},
		"no office":        {[]Offer{{ID: "a"}}, "premises[0].office"},
		"no id":            {[]Offer{{Office: "o"}}, "premises[0].id"},
		"unknown office":   {[]Offer{{ID: "a", Office: "x"}}, "premises[0].office"},
		"the same twice":   {[]Offer{{ID: "a", Office: "o"}, {ID: "a", Office: "o"}}, "premises[1].id"},
		"swapped degrees":  {[]Offer{{ID: "a", Office: "o", Position: &Position{Lat: 13, Lon: 55.6}}}, "premises[0].position"},
		"rent upside down": {[]Offer{{ID: "a", Office: "o", Rent: Amount{Low: 2, High: 1, Known: true}}}, "premises[0].rent"},
		"half a position":  {[]Offer{{ID: "a", Office: "o", Position: &Position{Lat: 55.6}}}, "premises[0].position.lon"},
	} {
		s := &Snapshot{Sources: []Source{{ID: "s", Title: "S", Date: 1}}, Offices: []Office{{ID: "o"}}}
		for _, o := range c.offers {
			s.Premises = append(s.Premises, sourced(o))
		}
		var got []string
		for _, p := range Validate(s, Register{}) {
			if strings.HasPrefix(p.Path, "premises") {
				got = append(got, p.Path)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: problems at %v, want %q", name, got, c.want)
		}
	}
}
