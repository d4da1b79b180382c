package locate_test

import (
	"context"
	"strings"
	"testing"

	"github.com/etablera/etablera/locate"
)

// What is wrong with a Spec is named with its place, and nothing is solved.
func TestValidateNamesWhatIsWrong(t *testing.T) {
	cases := map[string]struct {
		spoil func(s *locate.Spec)
		want  string
	}{
		"service":     {func(s *locate.Spec) { s.Service = nil }, "no service costs"},
		"weight":      {func(s *locate.Spec) { s.Classes[1].Weight = -1 }, "class 1: weight -1"},
		"row":         {func(s *locate.Spec) { s.Classes[2].Row = 4 }, "class 2: row 4, want 0 to 3"},
		"measure":     {func(s *locate.Spec) { s.Classes[0].Measure = 1 }, "class 0: measure 1"},
		"unserved":    {func(s *locate.Spec) { s.Classes[0].Unserved = 1 << 40 }, "class 0: cost if unserved"},
		"nowhere":     {func(s *locate.Spec) { s.Measures = []locate.Measure{{}} }, "counts nowhere"},
		"column":      {func(s *locate.Spec) { s.Options[3].Column = -1 }, "option 3: column -1"},
		"site":        {func(s *locate.Spec) { s.Options[3].Site = -1 }, "option 3: site -1"},
		"state":       {func(s *locate.Spec) { s.Options[3].State = 9 }, "option 3: state 9"},
		"twice":       {func(s *locate.Spec) { s.Rows = []locate.Row{locate.AtMost("a", 1, 2, 2)} }, "row 0 (a): option 2 twice"},
		"outside":     {func(s *locate.Spec) { s.Rows = []locate.Row{locate.AtMost("a", 1, 7)} }, "row 0 (a): option 7"},
		"lengths":     {func(s *locate.Spec) { s.Rows = []locate.Row{locate.Budget("b", 1, []int32{1}, []int64{1, 2})} }, "2 coefficients for 1 options"},
		"costs":       {func(s *locate.Spec) { s.Measures = []locate.Measure{{Factor: 1, Costs: []int64{1}}} }, "1 costs for 4 options"},
		"factor":      {func(s *locate.Spec) { s.Measures = []locate.Measure{{Factor: -1}} }, "factor -1"},
		"too large":   {func(s *locate.Spec) { s.Classes[0].Weight = 1 << 57 }, "costs add up"},
		"coefficient": {func(s *locate.Spec) { s.Rows = []locate.Row{locate.Budget("b", 1, []int32{0}, []int64{1 << 60})} }, "coefficients add up"},
		"order":       {func(s *locate.Spec) { s.Classes[1].Order = 3 }, "class 1: order 3"},
		"capacities":  {func(s *locate.Spec) { s.Capacities = 2 }, "capacities 2 are not known"},
		"negative":    {func(s *locate.Spec) { s.Options[1].Capacity = -1 }, "option 1: capacity -1"},
		"both":        {func(s *locate.Spec) { s.Capacities, s.Classes[0].Order = locate.Enforced, 2 }, "class 0: order 2 cannot be asked for"},
		"cap": {func(s *locate.Spec) {
			s.Capacities, s.Measures = locate.Enforced, []locate.Measure{{Factor: 1, Capped: true, Cap: 3}}
		}, "the cap 3, which may bind"},
	}
	for name, c := range cases {
		s := network()
		c.spoil(s)
		a, err := locate.Solve(context.Background(), s, locate.Options{})
		if a != nil || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
