package schedule

import (
	"testing"

	"pgregory.net/rapid"
)

// The compiled table gives the day of the exact inverse, except where the number drawn lies within the
// stated relative tolerance of a step of the distribution.
func TestTableAgreesWithExactInverse(t *testing.T) {
	const tolerance = 6.0e-8
	rapid.Check(t, func(t *rapid.T) {
		d := anyDistribution().Draw(t, "d")
		tab := newTable(d)
		for range 50 {
			v := rapid.Float64Range(1e-9, 1-1e-9).Draw(t, "v")
			got, want := tab.at(v), d.beyond(v, 0)
			if got == want {
				continue
			}
			if d.Survivor(got) > v*(1+tolerance) || d.Survivor(got-1) < v*(1-tolerance) {
				t.Fatalf("%v at v=%g: %d, exactly %d", d, v, got, want)
			}
		}
	})
}

// The table also agrees with the quantile in closed form, which shares no code with it.
func TestTableAgreesWithAnalyticQuantile(t *testing.T) {
	for _, d := range []Distribution{
		Fixed(0), Fixed(31), Triangular(15, 20, 40), Triangular(0, 0, 3), Triangular(100, 300, 300),
		LogNormal(60, 120), LogNormal(3, 40), LogNormal(200, 210), LogNormal(0.2, 0.4), LogNormal(500, 3000),
	} {
		tab := newTable(d)
		wrong := 0
		const steps = 20_000
		for i := range steps {
			p := (float64(i) + 0.5) / steps
			if tab.at(1-p) != d.Quantile(p) {
				wrong++
			}
		}
		if wrong > 1 {
			t.Errorf("%v: %d of %d quantiles differ", d, wrong, steps)
		}
	}
}

// The ends of the range of v do not lead outside the table.
func TestTableEnds(t *testing.T) {
	for _, d := range []Distribution{Fixed(9), Triangular(2, 5, 11), LogNormal(60, 120), Triangular(0, MaxDuration, MaxDuration)} {
		tab := newTable(d)
		if got, want := tab.at(1), d.beyond(1-1e-12, 0); got != want {
			t.Errorf("%v.at(1) = %d, want %d", d, got, want)
		}
		if got, want := tab.at(1e-300), d.beyond(1e-300, 0); got != want {
			t.Errorf("%v.at(1e-300) = %d, want %d", d, got, want)
		}
	}
}

// A duration beyond the limit counts at the limit.
func TestTableStopsAtMaxDuration(t *testing.T) {
	tab := newTable(LogNormal(20000, 32000))
	if got := tab.at(1e-9); got != MaxDuration {
		t.Errorf("far tail = %d, want %d", got, MaxDuration)
	}
}

func TestConstantTable(t *testing.T) {
	for _, c := range []struct {
		d    Distribution
		want bool
	}{
		{Fixed(4), true}, {Triangular(4, 4, 4), true}, {LogNormal(8, 8), true},
		{Triangular(4, 4.1, 4.2), true}, {Triangular(4, 5, 6), false}, {LogNormal(8, 9), false},
	} {
		if got := newTable(c.d).constant(); got != c.want {
			t.Errorf("%v constant = %v, want %v", c.d, got, c.want)
		}
	}
}

// Distributions with the same parameters share one table.
func TestTablesAreShared(t *testing.T) {
	var ts tables
	a, b := ts.index(LogNormal(60, 120)), ts.index(Triangular(1, 2, 3))
	if ts.index(LogNormal(60, 120)) != a || ts.index(Triangular(1, 2, 3)) != b || a == b || len(ts.all) != 2 {
		t.Errorf("indices %d and %d, %d tables", a, b, len(ts.all))
	}
	n := mustCompile(t, programme(100))
	if len(n.table) > 20 {
		t.Errorf("%d tables for 100 alike projects", len(n.table))
	}
}

// A table is small enough for thousands of different ones.
func TestTableIsSmall(t *testing.T) {
	tab := newTable(LogNormal(60, 120))
	if bytes := 4*len(tab.tail) + 2*len(tab.guide); bytes > 6000 {
		t.Errorf("%d bytes", bytes)
	}
}
