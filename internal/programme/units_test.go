package programme

import "testing"

func TestShareText(t *testing.T) {
	reads(t, map[string]Share{"": 0, "50 %": 500_000, "12.5 %": 125_000, "100 %": Whole, "0.0001 %": 1, "12,5%": 125_000},
		map[string]string{"12,5%": "12.5 %"})
	refuses[Share](t, "50", "0 %", "-1 %", "101 %", "%", "hälften", "NaN %", "Inf %", "0.00001 %")
}

func TestMetresText(t *testing.T) {
	reads(t, map[string]Metres{"": 0, "800 m": 800, "1.5 km": 1500, "1 km": 1000, "1,5km": 1500, "1500 m": 1500},
		map[string]string{"1,5km": "1.5 km", "1500 m": "1.5 km"})
	refuses[Metres](t, "800", "0 m", "-1 km", "3 mil", "2001 km", "0.2 m", "NaN m", "km")
}

func TestDaysText(t *testing.T) {
	reads(t, map[string]Days{"": {}, "0": {0, true}, "12": {12, true}}, nil)
	refuses[Days](t, "-1", "1.5", "tolv", "70000", " 3")
}
