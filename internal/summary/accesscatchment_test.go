package summary_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
)

func catchmentOf(p *plan.Plan, lang locale.Lang, m coverage.Measure) *summary.Access {
	return summary.AccessOf(p, lang, summary.AccessOptions{By: programme.EveryCounty, Catchment: m})
}

// Of the example little is known before the 28, and what they add is known by county
// all the same.
func TestCatchmentOfTheExample(t *testing.T) {
	for _, lang := range languages {
		a := catchmentOf(example(), lang, coverage.Floating)
		var b bytes.Buffer
		if err := a.WriteText(&b, lang); err != nil {
			t.Fatal(err)
		}
		noMissingTexts(t, b.Bytes())
		_, text, found := strings.Cut(b.String(), "\n2SFCA")
		if !found {
			t.Fatal("no section of its own")
		}
		golden(t, "catchment."+string(lang)+".txt", []byte("2SFCA"+text))
	}
	c := catchmentOf(example(), locale.English, coverage.Floating).Catchment
	i := slices.IndexFunc(c.Changes, func(x summary.CatchmentChange) bool { return x.ID == "mandate-uppdrag-2021" })
	known, unknown := 0, 0
	for _, u := range c.Changes[i].Units {
		if u.Kind != programme.EveryCounty {
			continue
		}
		if u.Mean.Low != nil {
			known++
		} else {
			unknown++
		}
	}
	if known != 19 || unknown != 2 {
		t.Errorf("the change is known of %d counties and unknown of %d; the two offices without a type lie in two", known, unknown)
	}
	if len(c.States[0].Worst) != 10 || c.States[0].Worst[0].Mean.Low != int64(0) {
		t.Errorf("served worst: %+v", c.States[0].Worst)
	}
}

// Every measure has its forms: a table whose means lie within their ranges, points,
// and a map.
func TestCatchmentForms(t *testing.T) {
	for _, m := range coverage.Measures {
		a := catchmentOf(example(), locale.Swedish, m)
		var b bytes.Buffer
		if err := a.Catchment.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) != 1+len(a.States)*(5+21) {
			t.Fatalf("%s: %d rows, %v", m, len(rows), err)
		}
		for _, row := range rows[1:] {
			if row[1] != string(m) || (row[7] == "") != (row[8] == "") || row[15] == "" {
				t.Errorf("%s: %v", m, row)
			}
		}
		b.Reset()
		if err := summary.WriteCatchmentGeoJSON(&b, example(), a); err != nil {
			t.Fatal(err)
		}
		var collection struct {
			Features []struct {
				Properties struct{ LowBefore, HighBefore, LowAfter, HighAfter *float64 }
			}
		}
		if err := json.Unmarshal(b.Bytes(), &collection); err != nil || len(collection.Features) < 10_000 {
			t.Fatalf("%s: %d features, %v", m, len(collection.Features), err)
		}
		more := 0
		for _, f := range collection.Features {
			p := f.Properties
			if p.LowBefore == nil || p.LowAfter == nil || *p.LowAfter < *p.LowBefore || p.HighAfter != nil && *p.HighAfter < *p.LowAfter {
				t.Fatalf("%s: %+v", m, p)
			}
			if *p.LowAfter > *p.LowBefore {
				more++
			}
		}
		if more == 0 {
			t.Errorf("%s: nobody gets more", m)
		}
		d, err := summary.DrawCatchment(example(), a, locale.Swedish)
		if err != nil {
			t.Fatal(err)
		}
		if svg, err := d.SVG(); err != nil || !bytes.Contains(svg, []byte("<desc")) || !bytes.Contains(svg, []byte("inom räckhåll")) {
			t.Errorf("%s: %v", m, err)
		}
	}
}
