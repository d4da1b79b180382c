package coverage_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
)

const goodPeople = "\ufefflon,lat,people,municipality,id,old\n21.69,65.82,100,Boden,a,30\n18.06,59.33,50,0180,b,0\n17,60,7,,c,7\n"

// A table in another order, with a group of its own, and a point of no municipality.
func TestReadPopulation(t *testing.T) {
	p, err := coverage.ReadPopulation(strings.NewReader(goodPeople), "vår tabell", "2022")
	if err != nil {
		t.Fatal(err)
	}
	if p.Len() != 3 || p.Municipality[0] != "2582" || p.Municipality[1] != "0180" || p.Municipality[2] != "" || p.Points[0].Lat != 65.82 || p.People[1] != 50 {
		t.Errorf("%+v", p)
	}
	if len(p.Groups) != 1 || p.Groups[0].Key != "old" || p.Groups[0].People[0] != 30 {
		t.Errorf("%+v", p.Groups)
	}
	c := cover(t, world(office("x", 17)), coverage.Options{Population: p})
	if value(c, "population/country/sweden/old") != "count 37" || value(c, "population/county/25/all") != "count 100" || value(c, "population") != "words vår tabell, 2022" {
		t.Errorf("%s, %s, %s", value(c, "population/country/sweden/old"), value(c, "population/county/25/all"), value(c, "population"))
	}
}

// Every mistake has a key, a line and a column, and texts in both languages.
func TestPopulationMistakes(t *testing.T) {
	head := "id,municipality,lat,lon,people,old\n"
	for name, c := range map[string]struct {
		text, key    string
		line, column int
	}{
		"nothing":               {"", "empty", 0, 0},
		"only a head":           {head, "empty", 0, 0},
		"no people":             {"id,municipality,lat,lon\n", "no-column", 1, 1},
		"a column twice":        {"id,id,municipality,lat,lon,people\n", "bad-column", 1, 4},
		"a group of the house":  {"id,municipality,lat,lon,people,rural\n", "bad-column", 1, 32},
		"a slash in a group":    {"id,municipality,lat,lon,people,65/66\n", "bad-column", 1, 32},
		"too few columns":       {head + "a,Boden,60,18,1\n", "not-csv", 2, 1},
		"no id":                 {head + " ,Boden,60,18,1,0\n", "no-id", 2, 1},
		"an id twice":           {head + "a,Boden,60,18,1,0\na,Boden,60,18,1,0\n", "id-twice", 3, 1},
		"a municipality of air": {head + "a,Bodn,60,18,1,0\n", "no-municipality", 2, 3},
		"north of the pole":     {head + "a,Boden,91,18,1,0\n", "bad-number", 2, 9},
		"no number":             {head + "a,Boden,NaN,18,1,0\n", "bad-number", 2, 9},
		"half a person":         {head + "a,Boden,60,18,0.5,0\n", "bad-count", 2, 15},
		"more old than people":  {head + "a,Boden,60,18,1,2\n", "bad-count", 2, 17},
		"a crowd":               {head + "a,Boden,60,18,2000000000,0\n", "bad-count", 2, 15},
	} {
		_, err := coverage.ReadPopulation(strings.NewReader(c.text), "", "")
		var e *coverage.PopulationError
		if !errors.As(err, &e) || e.Key != "coverage.population."+c.key || e.Line != c.line || c.column > 0 && e.Column != c.column {
			t.Errorf("%s: %v, want %s at %d:%d", name, err, c.key, c.line, c.column)
			continue
		}
		if _, ok := coverage.Messages[e.Key]; !ok {
			t.Errorf("%s has no text", e.Key)
		}
	}
}

// No table breaks the reader, and what it takes can be counted.
func FuzzReadPopulation(f *testing.F) {
	f.Add(goodPeople)
	f.Add("id,municipality,lat,lon,people\n\"a\nb\",,0,0,0\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := coverage.ReadPopulation(strings.NewReader(text), "", "")
		if err != nil {
			var e *coverage.PopulationError
			if !errors.As(err, &e) {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		for _, g := range p.Groups {
			if len(g.People) != p.Len() {
				t.Fatalf("%d numbers for %d points", len(g.People), p.Len())
			}
		}
		if p.Len() == 0 || len(p.Municipality) != p.Len() || len(p.People) != p.Len() || len(p.Keys) != p.Len() {
			t.Fatalf("%+v", p)
		}
	})
}
