package xlsx

import (
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
)

// parseCanonical reads a number in the form that figure.Value.Canonical writes.
// Words, unknown values and anything else are not numbers.
func parseCanonical(s string) (figure.Value, bool) {
	name, rest, _ := strings.Cut(s, " ")
	low, high, ranged := strings.Cut(rest, "..")
	if !ranged {
		high = low
	}
	for k := figure.Money; k <= figure.Rate; k++ {
		if k.String() != name {
			continue
		}
		a, ok1 := end(k, low)
		b, ok2 := end(k, high)
		return figure.Between(k, a, b), ok1 && ok2
	}
	return figure.Value{}, false
}

func end(k figure.Kind, s string) (int64, bool) {
	if k == figure.Date {
		d, err := civil.ParseDate(s)
		return int64(d), err == nil && d.IsKnown()
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil
}
