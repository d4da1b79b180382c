package coverage_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
)

// singly hides that a method can fill many rows at once.
type singly struct{ coverage.Method }

func (m singly) To(ctx context.Context, points []coverage.Place, people []int32) (coverage.Rows, error) {
	rows, err := m.Method.To(ctx, points, people)
	return onlyRow{rows}, err
}

type onlyRow struct{ rows coverage.Rows }

func (r onlyRow) Row(ctx context.Context, site coverage.Place, seconds, metres []uint32) error {
	return r.rows.Row(ctx, site, seconds, metres)
}

// placesIn are the nodes of both streets as sites or points: more sites than there are
// lanes in one search, and one that no path comes near.
func placesIn(p *coverage.Population) []coverage.Place {
	out := []coverage.Place{{Key: "off", Lat: 61, Lon: 18}}
	for i := range p.Len() {
		out = append(out, coverage.Place{Key: p.Keys[i], Lat: p.Points[i].Lat, Lon: p.Points[i].Lon})
	}
	return out
}

// Many rows at once are what the rows are one by one, and the telling counts up to all.
func TestBatchEqualsRowByRow(t *testing.T) {
	n := town(t, []string{"8:00", "8:30"}, []string{"7:50"})
	people := townsfolk(18, 18.5)
	at := placesIn(people)
	for name, m := range map[string]coverage.Method{"bus": byBus(t, n, "2022-06-01"), "foot": coverage.Networked{Network: n, Mode: "foot"}} {
		var told []int
		fast, err := coverage.TabulateTelling(t.Context(), m, at, at, nil, func(done, of int) {
			if of != len(at) {
				t.Errorf("%s: told of %d", name, of)
			}
			told = append(told, done)
		})
		if err != nil {
			t.Fatal(err)
		}
		slow, err := coverage.Tabulate(t.Context(), singly{m}, at, at, nil)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(fast.Seconds, slow.Seconds) {
			t.Errorf("%s: the batch differs", name)
		}
		if len(told) == 0 || !slices.IsSorted(told) || told[len(told)-1] != len(at) {
			t.Errorf("%s: told %v", name, told)
		}
		reached := 0
		for _, s := range fast.Row(11) { // the south end of the eastern street
			if s != coverage.Unreachable {
				reached++
			}
		}
		if want := map[string]int{"bus": 20, "foot": 20}[name]; reached != want {
			t.Errorf("%s: %d reach the east, want %d", name, reached, want)
		}
	}
}

// A state's figures are the same whether its rows are prepared in a batch, asked for at
// once or had one by one.
func TestStatesByBatch(t *testing.T) {
	n := town(t, []string{"8:00"}, nil)
	s := world(townOffice("a", 3, 18), townOffice("b", 0, 18.5), townOffice("c", 9, 18.5))
	var values []string
	for _, prepare := range []bool{true, false} {
		for _, m := range []coverage.Method{byBus(t, n, "2022-06-01"), singly{byBus(t, n, "2022-06-01")}} {
			c := cover(t, s, coverage.Options{Method: m, Population: townsfolk(18, 18.5)})
			told := 0
			if prepare {
				if err := c.Prepare(t.Context(), func(done, of int) { told = done }); err != nil || told != 3 {
					t.Fatalf("%v, told %d", err, told)
				}
			}
			values = append(values, value(c, "now/country/sweden/all/within/10")+" "+value(c, "now/country/sweden/all/p90"))
		}
	}
	for _, v := range values {
		if v != values[0] || v == " " {
			t.Errorf("%q", values)
		}
	}
}

// A batch can be called off.
func TestBatchStops(t *testing.T) {
	n := town(t, []string{"8:00"}, nil)
	ctx, cancel := context.WithCancel(t.Context())
	m := byBus(t, n, "2022-06-01")
	rows, err := m.To(ctx, placesIn(townsfolk(18)), nil)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := rows.Row(ctx, coverage.Place{Lat: 59, Lon: 18}, make([]uint32, 11), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := coverage.Tabulate(ctx, m, placesIn(townsfolk(18)), placesIn(townsfolk(18)), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
