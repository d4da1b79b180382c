package coverage

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/etablera/etablera/travel/catchment"
)

// Decay says how the will to travel falls with time, by a name and numbers of its
// own: half-time:10 halves it with every ten minutes, gaussian:15 has a standard
// deviation of fifteen, power:5,2 falls with the square beyond five minutes,
// zones:10=1,20=0.68,30=0.22 has steps, and within has none. The zero Decay is the
// usual one of a measure.
type Decay struct {
	name    string
	numbers []float64 // minutes; of zones by turns minutes and weights
}

// DecayForms are the forms that ParseDecay takes, as examples.
var DecayForms = []string{"half-time:10", "gaussian:15", "power:5,2", "zones:10=1,20=0.68,30=0.22", "within"}

// IsUsual says whether nothing was chosen.
func (d Decay) IsUsual() bool { return d.name == "" }

// longestDecay bounds the numbers of a decay.
const longestDecay = 1440

// ParseDecay reads a decay; ok is false where the text is none.
func ParseDecay(text string) (d Decay, ok bool) {
	name, rest, _ := strings.Cut(text, ":")
	var parts []string
	if rest != "" {
		parts = strings.FieldsFunc(rest, func(r rune) bool { return r == ',' || r == '=' && name == "zones" })
	}
	for _, p := range parts {
		x, err := strconv.ParseFloat(p, 64)
		if err != nil || !(x >= 0 && x <= longestDecay) {
			return Decay{}, false
		}
		d.numbers = append(d.numbers, x)
	}
	d.name = name
	n := len(d.numbers)
	switch name {
	case "half-time", "gaussian":
		ok = n == 1 && d.numbers[0] > 0
	case "power":
		ok = n == 2 && d.numbers[0] > 0
	case "within":
		ok = text == name
	case "zones":
		ok = n >= 2 && strings.Count(rest, "=") == n/2 && strings.Count(rest, ",") == n/2-1 && n%2 == 0
		for i := 0; ok && i < n; i += 2 {
			ok = d.numbers[i] > 0 && d.numbers[i+1] <= 1 && (i == 0 || d.numbers[i] > d.numbers[i-2] && d.numbers[i+1] <= d.numbers[i-1])
		}
	}
	if !ok {
		return Decay{}, false
	}
	return d, true
}

// String is the text that ParseDecay reads.
func (d Decay) String() string {
	if len(d.numbers) == 0 {
		return d.name
	}
	var parts []string
	for i, x := range d.numbers {
		text := strconv.FormatFloat(x, 'f', -1, 64)
		if d.name == "zones" && i%2 == 1 {
			parts[len(parts)-1] += "=" + text
			continue
		}
		parts = append(parts, text)
	}
	return d.name + ":" + strings.Join(parts, ",")
}

// zonesOf are three rings of equal width up to so many minutes, with the weights of
// Luo & Qi (2009).
func zonesOf(minutes int) Decay {
	m := float64(minutes)
	round := func(x float64) float64 { return math.Round(x*100) / 100 }
	return Decay{"zones", []float64{round(m / 3), 1, round(2 * m / 3), 0.68, m, 0.22}}
}

// within is the decay as the measures take it, with nothing left beyond a limit in
// seconds.
func (d Decay) within(limit uint32) catchment.Decay {
	var f catchment.Decay
	switch n := d.numbers; d.name {
	case "half-time":
		f = catchment.HalfTime(n[0] * 60)
	case "gaussian":
		f = catchment.Gaussian(n[0] * 60)
	case "power":
		f = catchment.Power(n[0]*60, n[1])
	case "zones":
		var zones []catchment.Zone
		for i := 0; i < len(n); i += 2 {
			zones = append(zones, catchment.Zone{Limit: uint32(n[i]*60 + 0.5), Weight: n[i+1]})
		}
		f = catchment.Zones(zones...)
	case "within":
		f = catchment.Within(limit)
	default:
		panic(fmt.Sprintf("coverage: no decay %q", d.name))
	}
	cut := func(s uint32) float64 {
		if s > limit {
			return 0
		}
		return f(s)
	}
	return catchment.Tabulated(cut, limit)
}
