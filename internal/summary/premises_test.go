package summary_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/siting/premises"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
)

// withOffers is the example with made-up premises beside the one of the facts: two for
// the same office, one of them worse in everything, and one for an office by its
// municipality.
func withOffers(t *testing.T) *plan.Plan {
	t.Helper()
	offer := func(id string, office programme.OfficeID, lat, lon float64, rent int64) programme.Offer {
		return programme.Offer{ID: id, Office: office, Name: "Lokal " + id, Position: &programme.Position{Lat: lat, Lon: lon, Precision: "address"},
			Rent: programme.ExactAmount(money.Ore(rent)), Available: civil.Day(civil.MustDate("2022-03-01")), Rebuild: programme.Yes, SquareMetres: programme.Exactly(140)}
	}
	beside := []programme.Offer{offer("a", "malmo-mobilia", 55.578, 13.008, 30_000_000), offer("b", "malmo-mobilia", 55.7, 13.008, 40_000_000), offer("c", "boden", 65.825, 21.69, 25_000_000), offer("d", "boden", 0, 0, 20_000_000)}
	beside[3].Position = nil
	p, err := plan.Make(facts(), plan.Options{Runs: 200, Premises: premises.Options{Beside: beside}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The answer in both languages, with a table and sentences, is as it was seen to be
// right; and every word has a text.
func TestPremisesText(t *testing.T) {
	for _, lang := range languages {
		for name, p := range map[string]*plan.Plan{"example": example(), "offers": withOffers(t), "nothing": nothing()} {
			var out bytes.Buffer
			if err := summary.PremisesOf(p, lang).WriteText(&out, lang); err != nil {
				t.Fatal(err)
			}
			noMissingTexts(t, out.Bytes())
			golden(t, fmt.Sprintf("premises-%s.%s.txt", name, lang), out.Bytes())
		}
	}
}

// Of the premises of one's own the one further off and dearer is dominated by the other,
// and by nothing that its rent is not known of.
func TestPremisesDominated(t *testing.T) {
	a := summary.PremisesOf(withOffers(t), locale.English)
	var o *summary.PremisesOffice
	for i := range a.Offices {
		if a.Offices[i].Office == "malmo-mobilia" {
			o = &a.Offices[i]
		}
	}
	if o == nil || len(o.Offers) != 3 || len(o.Targets) != 3 {
		t.Fatalf("%+v", a.Offices)
	}
	for i, want := range []string{"[]", "[a]", "[]"} {
		if got := fmt.Sprint(o.Offers[i].DominatedBy); got != want {
			t.Errorf("%s is dominated by %s, want %s", o.Offers[i].ID, got, want)
		}
	}
}

// A row for each area, premises and mode, with seconds or why there are none.
func TestPremisesCSV(t *testing.T) {
	var out bytes.Buffer
	if err := summary.PremisesOf(withOffers(t), locale.English).WriteCSV(&out); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != 1+3*3*3+2*1*3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, r := range rows[1:] {
		if (r[5] == "") == (r[6] == "") || r[4] == "transit" && r[6] != "no-method" {
			t.Errorf("%v", r)
		}
	}
}

// The picture of one office has a row for each area, mode and premises, says in words
// what it shows, and refuses to be longer than a page.
func TestDrawPremises(t *testing.T) {
	a := summary.PremisesOf(withOffers(t), locale.Swedish)
	d, err := summary.DrawPremises(a, "malmo-mobilia", locale.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	svg, err := d.SVG()
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "premises.svg", svg)
	for _, want := range []string{"till fots: Södra Sofielund (Seved)", "Mobilia", "Domineras av Lokal a", "okänt"} {
		if !bytes.Contains(svg, []byte(want)) {
			t.Errorf("the picture does not say %q", want)
		}
	}
	for i := range a.Offices {
		for range 12 {
			a.Offices[i].Offers = append(a.Offices[i].Offers, a.Offices[i].Offers[0])
		}
	}
	var many *summary.TooManyRowsError
	if _, err := summary.DrawPremises(a, "malmo-mobilia", locale.Swedish); !errors.As(err, &many) || many.Rows != 135 {
		t.Errorf("got %v", err)
	}
}

// halfway reaches every other point in ten minutes, and the others not at all.
type halfway struct{}

func (halfway) About() coverage.About { return coverage.About{Key: "halfway", Mode: "walk"} }
func (halfway) To(context.Context, []coverage.Place, []int32) (coverage.Rows, error) {
	return halfway{}, nil
}

func (halfway) Row(_ context.Context, _ coverage.Place, seconds, _ []uint32) error {
	for i := range seconds {
		if seconds[i] = 600; i%2 == 1 {
			seconds[i] = coverage.Unreachable
		}
	}
	return nil
}

// Where somebody has no way there the mean is unknown and the text says why, while those
// within the limits are counted.
func TestPremisesOutOfReach(t *testing.T) {
	o := premises.Options{Methods: premises.Methods{premises.Walk: halfway{}}, Beside: []programme.Offer{{ID: "x", Office: "boden", Position: &programme.Position{Lat: 65.8, Lon: 21.7}}}, Office: "boden"}
	p, err := plan.Make(facts(), plan.Options{Runs: 200, Premises: o})
	if err != nil {
		t.Fatal(err)
	}
	a := summary.PremisesOf(p, locale.English)
	var out bytes.Buffer
	if err := a.WriteText(&out, locale.English); err != nil {
		t.Fatal(err)
	}
	m := a.Offices[0].Offers[0].Modes[0]
	if m.Mean.Low != nil || m.Within[0].Number.Low == nil || a.Offices[0].Offers[0].Targets[0].Times[0].Why != "no-way" || !bytes.Contains(out.Bytes(), []byte("no way there")) {
		t.Errorf("mean %v, within %v:\n%s", m.Mean, m.Within[0], &out)
	}
}
