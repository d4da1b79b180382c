package places

import (
	"errors"
	"math"
	"strings"
	"testing"
)

// Columns come in any order, with others between them, after a byte order mark.
func TestReadsPlaces(t *testing.T) {
	got, err := Read(strings.NewReader("\ufefflon,name,ID,lat\r\n18.0686,\"Sergels torg, Stockholm\",s,59.3293\r\n-180,x, pole ,-90\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Place{{"s", 59.3293, 18.0686}, {"pole", -90, -180}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Fatalf("got %v, want %v", got, want)
	}
}

func TestSaysWhatIsWrongAndWhere(t *testing.T) {
	for _, c := range []struct {
		text string
		want Error
	}{
		{"", Error{Kind: Empty}},
		{"id,lat,lon\n", Error{Kind: Empty}},
		{"id,lat\na,1\n", Error{NoColumn, 1, 1, "id,lat"}},
		{"id,lat,lon,lat\na,1,2,3\n", Error{NoColumn, 1, 12, "lat"}},
		{"id,lat,lon\na,91,2\n", Error{Degrees, 2, 3, "91"}},
		{"id,lat,lon\na,59,18\nb,59,NaN\n", Error{Degrees, 3, 6, "NaN"}},
		{"id,lat,lon\na,59,\n", Error{Degrees, 2, 6, ""}},
		{"id,lat,lon\n ,59,18\n", Error{NoID, 2, 1, " "}},
		{"id,lat,lon\na,59,18\na,59,18\n", Error{Twice, 3, 1, "a"}},
		{"id,lat,lon\na\xff,59,18\n", Error{NotUTF8, 2, 1, "a\xff"}},
		{"id,lat,lon\na,59\n", Error{NotCSV, 2, 1, "wrong number of fields"}},
	} {
		_, err := Read(strings.NewReader(c.text))
		var got *Error
		if !errors.As(err, &got) || *got != c.want {
			t.Errorf("%q: got %v, want %v", c.text, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("id,lat,lon\na,59,18\n")
	f.Add("\"id\",lat,lon\n\"a\n,59,18")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := Read(strings.NewReader(text))
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, p := range got {
			if p.ID == "" || seen[p.ID] || !(math.Abs(p.Lat) <= 90) || !(math.Abs(p.Lon) <= 180) {
				t.Fatalf("%q gave %+v", text, p)
			}
			seen[p.ID] = true
		}
	})
}
