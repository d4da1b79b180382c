package network

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

func count(date string, n int, kind programme.CountKind, wording, source string) programme.NetworkCount {
	span, err := civil.ParseSpan(date)
	if err != nil {
		panic(err)
	}
	return programme.NetworkCount{Date: span, Offices: programme.Exactly(n), Kind: kind, Wording: wording,
		Provenance: programme.Provenance{Source: programme.Citation{ID: programme.SourceID(source)}}}
}

func seed() *programme.Snapshot {
	open := func(id string, r string) programme.Project {
		return programme.Project{ID: programme.ProjectID(id), Kind: programme.Open, Office: programme.OfficeID(id), Mandate: "m", Round: programme.RoundID(r)}
	}
	return &programme.Snapshot{
		Sources:  []programme.Source{{ID: "old", Date: civil.MustDate("2018-05-29")}, {ID: "new", Date: civil.MustDate("2021-09-24")}},
		Mandates: []programme.Mandate{{ID: "m"}},
		Rounds:   []programme.Round{{ID: "1"}, {ID: "2"}},
		Offices: []programme.Office{
			{ID: "boden", Municipality: "Boden"}, {ID: "rinkeby", Municipality: "Stockholm", Categories: []programme.Category{programme.Metropolitan, programme.Vulnerable}},
			{ID: "tensta", Municipality: "Stockholm"}, {ID: "old", Municipality: ""}},
		Projects: []programme.Project{open("boden", "1"), open("rinkeby", "1"), open("tensta", "2")},
		NetworkCounts: []programme.NetworkCount{
			count("2019-06-01", 113, programme.Counted, "", "new"), count("2017-09", 103, programme.Counted, "", "new"),
			count("2020-12", 140, programme.Expected, "", "old"), count("2023", 150, programme.Expected, "nästan", "new"),
			count("2023", 149, programme.Expected, "", "new")},
	}
}

func make2021(s *programme.Snapshot) *Network {
	county := map[string]string{"Boden": "Norrbottens län", "Stockholm": "Stockholms län"}
	return Make(programme.NewIndex(s), func(m string) string { return county[m] },
		func(id programme.ProjectID) Outlook { return Outlook{Opened: id == "boden"} })
}

// The seed's own sentence: from 103 to 149 is 46 more, 44.66 per cent.
func TestGrowthOfTheSeed(t *testing.T) {
	n := make2021(seed())
	for a, want := range map[figure.Address]string{
		"network/first": "count 103", "network/latest": "count 113", "network/expected": "count 149",
		"network/growth": "count 46", "network/growth-share": "share 446602", "network/by-plan": "count 115", "network/unexplained": "count 34",
		"network/mandate/m/offices": "count 3", "network/mandate/m/municipalities": "count 2",
		"network/round/1/vulnerable": "count 1", "network/round/1/counties": "count 2", "network/round/2/offices": "count 1",
	} {
		if f, ok := n.Figure(a); !ok || f.Value.Canonical() != want {
			t.Errorf("%s = %s (%v), want %s", a, f.Value.Canonical(), ok, want)
		}
	}
}

// Without counts there are no counts: nothing is counted from the register.
func TestNoCountsNoNetwork(t *testing.T) {
	s := seed()
	s.NetworkCounts = nil
	n := make2021(s)
	for _, a := range []figure.Address{"network/first", "network/by-plan", "network/round/3/offices", "network/mandate/m/colour", "network"} {
		if f, ok := n.Figure(a); ok {
			t.Errorf("%s = %s", a, f.Value.Canonical())
		}
	}
	for _, a := range []figure.Address{"network/growth", "network/growth-share"} {
		if f, ok := n.Figure(a); !ok || f.Value.Known || len(f.Notes) != 1 {
			t.Errorf("%s = %s with notes %v, want unknown and why", a, f.Value.Canonical(), f.Notes)
		}
	}
	s.Offices[2].Municipality = ""
	if f, _ := make2021(s).Figure("network/mandate/m/municipalities"); f.Value.Known {
		t.Errorf("with an office nobody can place, the municipalities are %s", f.Value.Canonical())
	}
}

// today stands in for the timetable, of which the network needs the day alone.
type today struct{ figure.Book }

func (today) Figure(a figure.Address) (figure.Figure, bool) {
	return figure.Figure{Address: a, Value: figure.OfDate(civil.MustDate("2021-09-24")), Rule: figure.Option}, a == "timetable/option/now"
}

// Every figure's arithmetic gives its value again, and every input is there.
func TestFiguresHold(t *testing.T) {
	s := seed()
	n := make2021(s)
	shelf := figure.Shelf{"network": n, figure.FactsSegment: figure.NewFacts(s), "timetable": today{}}
	seen := 0
	for a := range n.Addresses() {
		seen++
		node, err := figure.Explain(shelf, a, 0)
		if err != nil {
			t.Fatal(err)
		}
		var in []figure.Value
		for _, c := range node.Inputs {
			in = append(in, c.Figure.Value)
		}
		if v, ok := figure.Eval(node.Figure.Rule, in); ok && v != node.Figure.Value {
			t.Errorf("%s is %s, but its inputs give %s", a, node.Figure.Value.Canonical(), v.Canonical())
		}
		for _, key := range []string{node.Figure.Label.Key} {
			if _, ok := Messages[key]; !ok {
				t.Errorf("no text for %s", key)
			}
		}
	}
	if seen != 19 {
		t.Errorf("%d figures are listed", seen)
	}
}

// What is to come is not added to a count that may have it in already.
func TestOpeningsToComeThatMayHaveCome(t *testing.T) {
	day := civil.MustDate
	for name, c := range map[string]struct {
		rinkeby Outlook
		want    string
		notes   int
	}{
		"stated after the count":          {Outlook{Reported: day("2021-09-24")}, "count 115", 0},
		"stated on the day of the count":  {Outlook{Reported: day("2019-06-01")}, "count 115", 0},
		"stated before the count":         {Outlook{Reported: day("2019-05-31")}, "count ?", 1},
		"nothing new since":               {Outlook{Reported: day("2019-09-24"), Stale: true}, "count ?", 1},
		"nothing new since, and before":   {Outlook{Reported: day("2018-09-24"), Stale: true}, "count ?", 2},
		"open, whatever was stated of it": {Outlook{Reported: day("2018-09-24"), Opened: true}, "count 114", 0},
	} {
		n := Make(programme.NewIndex(seed()), func(string) string { return "" }, func(id programme.ProjectID) Outlook {
			if id == "rinkeby" {
				return c.rinkeby
			}
			return Outlook{Opened: id == "boden"}
		})
		f, ok := n.Figure("network/by-plan")
		if !ok || f.Value.Canonical() != c.want || len(f.Notes) != c.notes {
			t.Errorf("%s: %s with notes %v", name, f.Value.Canonical(), f.Notes)
		}
		for _, l := range append(f.Notes, f.Label) {
			if _, ok := Messages[l.Key]; !ok {
				t.Errorf("no text for %s", l.Key)
			}
		}
	}
}

// Of an expected number that is a range the growth is a range, and the share
// cannot be said: it is unknown, and the figure says why.
func TestShareOfARange(t *testing.T) {
	s := seed()
	for i := range s.NetworkCounts {
		if s.NetworkCounts[i].Kind == programme.Expected {
			s.NetworkCounts[i].Offices = programme.Between(140, 150)
		}
	}
	n := make2021(s)
	growth, _ := n.Figure("network/growth")
	share, ok := n.Figure("network/growth-share")
	if !growth.Value.Known || growth.Value.IsExact() || !ok || share.Value != figure.Unknown(figure.Share) || len(share.Notes) != 1 {
		t.Errorf("growth %s, share %+v", growth.Value.Canonical(), share)
	}
}
