package premises_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/siting/premises"
)

// A list is read in the forms of a programme folder; what is empty stays unknown.
func TestRead(t *testing.T) {
	list, err := premises.Read(strings.NewReader("\ufeffid,name,lat,lon,office,rent,square-metres,available,rebuild,colour\n"+
		"a, Torget ,55.6,13.0,malmo,400 tkr,120-140,2022-03,yes,red\nb,,,,,,,,,\n"), "boden")
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%s %s %v %v %s %s %s %s | %s %v %v %v", list[0].Name, list[0].Office, list[0].Position.Lat, list[0].Position.Lon, list[0].Rent, list[0].SquareMetres, list[0].Available, list[0].Rebuild,
		list[1].Office, list[1].Position == nil, list[1].Rent.Known, list[1].Rebuild)
	if want := "Torget malmo 55.6 13 400 tkr 120-140 2022-03 yes | boden true false "; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A mistake has its place and what would be right.
func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		text, key    string
		line, column int
	}{
		{"", "empty", 0, 0},
		{"id,lat,lon\n", "empty", 0, 0},
		{"id,lat\na,1\n", "no-column", 1, 1},
		{"id,lat,lon,id\n", "bad-column", 1, 12},
		{"id,lat,lon,\n", "bad-column", 1, 12},
		{"id,lat,lon\na,1\n", "not-csv", 2, 1},
		{"id,lat,lon\n,55,13\n", "no-id", 2, 1},
		{"id,lat,lon\na/b,55,13\n", "no-id", 2, 1},
		{"id,lat,lon,office\na,55,13,x\na,55,13,x\n", "id-twice", 3, 1},
		{"id,lat,lon\na,55,13\n", "no-office", 2, 1},
		{"id,lat,lon,office\na,55,,x\n", "half", 2, 6},
		{"id,lat,lon,office\na,95,13,x\n", "bad-number", 2, 3},
		{"id,lat,lon,office\na,NaN,13,x\n", "bad-number", 2, 3},
		{"id,lat,lon,office,rent\na,55,13,x,much\n", "bad-value", 2, 11},
		{"id,lat,lon,office,rebuild\na,55,13,x,maybe\n", "bad-value", 2, 11},
	} {
		_, err := premises.Read(strings.NewReader(c.text), "")
		var e *premises.ReadError
		if !errors.As(err, &e) || e.Key != "premises.read."+c.key || e.Line != c.line || e.Column != c.column {
			t.Errorf("%q: %v, want %s at %d:%d", c.text, err, c.key, c.line, c.column)
			continue
		}
		if _, ok := premises.Messages[e.Key]; !ok {
			t.Errorf("no text for %s", e.Key)
		}
	}
}

// Whatever is read has ids once each, an office, and positions on Earth.
func FuzzRead(f *testing.F) {
	f.Add("id,name,lat,lon,office\na,x,55.6,13,malmo\n")
	f.Add("id,lat,lon,rent\na,,,1 mnkr\n\"b\nc\",1,2,\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := premises.Read(strings.NewReader(text), "o")
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, o := range list {
			if seen[o.ID] || o.ID == "" || o.Office == "" || o.Position != nil && (o.Position.Lat < -90 || o.Position.Lat > 90 || o.Position.Lon < -180 || o.Position.Lon > 180) {
				t.Fatalf("%+v", o)
			}
			seen[o.ID] = true
		}
	})
}
