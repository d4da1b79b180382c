package summary_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"strconv"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/summary"
)

// The table has a row for each group in each area of each state, every row as long
// as the head, and shares that are what the numbers give.
func TestAccessCSV(t *testing.T) {
	for _, a := range []*summary.Access{accessOf(example(), locale.Swedish), accessOf(nothing(), locale.English)} {
		var b bytes.Buffer
		if err := a.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want := 1
		for _, s := range a.States {
			want += len(s.Units)
		}
		if len(rows) != want {
			t.Errorf("%d rows, want %d", len(rows), want)
		}
		at := map[string]int{}
		for i, name := range rows[0] {
			at[name] = i
		}
		for _, r := range rows[1:] {
			people, _ := strconv.ParseFloat(r[at["people"]], 64)
			within, _ := strconv.ParseFloat(r[at["within_30_min"]], 64)
			share, _ := strconv.ParseFloat(r[at["share_30_min"]], 64)
			if people == 0 || share-within/people > 1e-6 || within/people-share > 1e-6 {
				t.Errorf("%s of %s are %s: %v", r[at["within_30_min"]], r[at["people"]], r[at["share_30_min"]], r[:5])
			}
			if r[at["is_estimate"]] != "true" || r[at["method"]] != "car-estimate" {
				t.Errorf("a row without its method: %v", r)
			}
		}
	}
}

// GeoJSON holds the offices by what becomes of them and the people, all of them.
func TestAccessGeoJSON(t *testing.T) {
	var b bytes.Buffer
	p := withScenario(t)
	if err := summary.WriteAccessGeoJSON(&b, p, accessOf(p, locale.Swedish)); err != nil {
		t.Fatal(err)
	}
	var c struct {
		Type  string
		About struct {
			Change     string
			IsEstimate bool
			Notes      []string
		}
		Features []struct {
			Type     string
			Geometry struct {
				Type        string
				Coordinates []float64
			}
			Properties struct {
				Layer, ID, Status string
				People            int
				SecondsAfter      *uint32
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &c); err != nil {
		t.Fatal(err)
	}
	people, status := 0, map[string]string{}
	for _, f := range c.Features {
		if f.Type != "Feature" || f.Geometry.Type != "Point" || len(f.Geometry.Coordinates) != 2 || f.Geometry.Coordinates[0] > 25 || f.Geometry.Coordinates[1] < 55 {
			t.Fatalf("%+v", f)
		}
		people += f.Properties.People
		if f.Properties.Layer == "office" {
			status[f.Properties.ID] = f.Properties.Status
		}
	}
	if c.Type != "FeatureCollection" || people != 10_452_326 || status["storuman"] != "closed" || status["tva.2"] != "opened" || status["torsby"] != "existing" {
		t.Errorf("%s, %d people, %v", c.Type, people, status)
	}
	if c.About.Change != "scenario-tva" || !c.About.IsEstimate || len(c.About.Notes) != 2 {
		t.Errorf("%+v", c.About)
	}
}

// Every picture is XML with a title and a sentence that says what it shows and on
// what it rests; the map has a dot for every point.
func TestAccessCharts(t *testing.T) {
	p := withScenario(t)
	for _, lang := range languages {
		a := accessOf(p, lang)
		for _, name := range summary.AccessCharts {
			d, err := summary.DrawAccess(p, a, name, lang)
			if err != nil {
				t.Fatal(err)
			}
			svg, err := d.SVG()
			if err != nil {
				t.Fatal(err)
			}
			var doc struct {
				Title string `xml:"title"`
				Desc  string `xml:"desc"`
				Path  []struct {
					D string `xml:"d,attr"`
				} `xml:"path"`
			}
			if err := xml.Unmarshal(svg, &doc); err != nil {
				t.Fatal(err)
			}
			noMissingTexts(t, []byte(doc.Title+" "+doc.Desc))
			if !strings.Contains(doc.Desc, "30") || !strings.Contains(doc.Desc, "16") || !strings.Contains(doc.Desc, "116") {
				t.Errorf("%s: %q", name, doc.Desc)
			}
			dots := 0
			for _, path := range doc.Path {
				dots += strings.Count(path.D, "M")
			}
			if name == "map" && dots < 15_000 {
				t.Errorf("%d dots", dots)
			}
		}
	}
	empty := accessOf(nothing(), locale.Swedish)
	for _, name := range summary.AccessCharts {
		if _, err := summary.DrawAccess(nothing(), empty, name, locale.Swedish); err != nil {
			t.Errorf("%s of nothing: %v", name, err)
		}
	}
}
