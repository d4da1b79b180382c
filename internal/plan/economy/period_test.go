package economy

import (
	"testing"

	"pgregory.net/rapid"
)

// A period is read as it is written, and nothing else is read.
func TestParsePeriod(t *testing.T) {
	for text, want := range map[string]Period{"2023": YearOf(2023), "2023-t2": TertialOf(2023, 2), "2023-06": MonthOf(date("2023-06-30").Month())} {
		if p, ok := ParsePeriod(text); !ok || p != want || p.String() != text {
			t.Errorf("%s is read as %+v", text, p)
		}
	}
	for _, text := range []string{"", "23", "2023-", "2023-6", "2023-13", "2023-00", "2023-t0", "2023-t4", "2023-t", "2023-t2-06", "-2023", "+2023", "2023-06-01", "0000"} {
		if p, ok := ParsePeriod(text); ok {
			t.Errorf("%q is read as %v", text, p)
		}
	}
}

// Twelve months are three tertials are a year.
func TestPeriodsNest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(1990, 2199).Draw(t, "year")
		from, to := YearOf(y).Months()
		at := from
		for n := 1; n <= 3; n++ {
			a, b := TertialOf(y, n).Months()
			if a != at || b != a+3 {
				t.Fatalf("tertial %d is %v to %v", n, a, b)
			}
			at = b + 1
		}
		if at != to+1 {
			t.Fatalf("the year ends with %v", to)
		}
	})
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2023", "2023-t2", "2023-06", "9999-12"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p, ok := ParsePeriod(s); ok && p.String() != s {
			t.Errorf("%q is written back as %q", s, p)
		}
	})
}
