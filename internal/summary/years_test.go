package summary_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
)

// withoutCosts is the example without the stated costs that drop says.
func withoutCosts(t *testing.T, drop func(programme.TypeID, programme.CostKind) bool) *summary.Plan {
	t.Helper()
	s := facts()
	for i := range s.OfficeTypes {
		var kept []programme.UnitCost
		for _, c := range s.OfficeTypes[i].Costs {
			if !drop(s.OfficeTypes[i].ID, c.Kind) {
				kept = append(kept, c)
			}
		}
		s.OfficeTypes[i].Costs = kept
	}
	return summary.Of(mustPlan(s), locale.Swedish)
}

// A sum with an unknown part is null, and says the least that it can be; what
// does not rest on the unknown part stands.
func TestYearsWithAnUnknownCost(t *testing.T) {
	whole := summary.Of(example(), locale.Swedish)
	s := withoutCosts(t, func(id programme.TypeID, k programme.CostKind) bool { return id == "flexi" && k == programme.Running })
	seen := false
	for i, y := range s.Years {
		if y.Establishment.Text != whole.Years[i].Establishment.Text {
			t.Errorf("%d: establishment is %s, was %s", y.Year, y.Establishment.Text, whole.Years[i].Establishment.Text)
		}
		if y.Year != 2023 {
			continue
		}
		seen = true
		for _, f := range []summary.Figure{y.Running, y.All} {
			if f.Low != nil || f.High != nil || !strings.HasPrefix(f.Text, "minst ") {
				t.Errorf("%d: %+v", y.Year, f)
			}
		}
		for _, f := range []summary.Figure{y.P80, y.Balance} {
			if f.Low != nil || f.High != nil || f.Text != "okänt" {
				t.Errorf("%d: %+v", y.Year, f)
			}
		}
	}
	if !seen {
		t.Error("2023 is not among the years")
	}
}

// A programme without costs has no zeros to show for them.
func TestYearsWithoutCosts(t *testing.T) {
	s := withoutCosts(t, func(programme.TypeID, programme.CostKind) bool { return true })
	for _, y := range s.Years {
		if y.Running.Low == int64(0) && y.All.Low == int64(0) {
			t.Errorf("%d costs nothing: %+v", y.Year, y)
		}
		if y.Year == 2023 && (y.Running.Text != "okänt" || y.Establishment.Text != "okänt" || y.All.Text != "okänt") {
			t.Errorf("%+v", y)
		}
	}
	var b bytes.Buffer
	if err := json.NewEncoder(&b).Encode(s.Years); err != nil || !strings.Contains(b.String(), `"low":null`) {
		t.Errorf("%v: %.300s", err, b.String())
	}
}
