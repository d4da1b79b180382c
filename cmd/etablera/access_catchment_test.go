package main

import (
	"strings"
	"testing"
)

// Each measure answers in each form, and what is chosen wrongly is told in the
// reader's language.
func TestAccessCatchment(t *testing.T) {
	for _, c := range []struct {
		args      string
		end       end
		has, errs []string
	}{
		{args: "access --catchment 2sfca", has: []string{"2SFCA: handläggare per 10 000 invånare", "lika väl", "alla invånare", "okänt"}},
		{args: "access --catchment gravity --supply offices --lang en", has: []string{"The gravity measure: offices within reach", "60 min", "half-time:10"}},
		{args: "access --catchment e2sfca --decay zones:5=1,20=0.5 --catchment-minutes 20 --demand vulnerable --by category --lang en", has: []string{"zones:5=1,20=0.5", "20 min", "vulnerable areas", "metropolitan"}},
		{args: "access --catchment gravity --decay power:5,2 --compare planned --format json", has: []string{`"measure": "gravity"`, `"power:5,2"`}},
		{args: "access --catchment 2sfca --format csv", has: []string{"state,measure,kind,key,name,group,people,mean_low"}},
		{args: "access --catchment 2sfca --format geojson", has: []string{"lowBefore"}},
		{args: "access --catchment 2sfca --format svg", has: []string{"<svg", "inom räckhåll"}},
		{args: "explain coverage/after-uppdrag-2021/catchment/2sfca/county/05/all/mean --depth 3", has: []string{"enligt 2SFCA", "Finspång: handläggare", "föreslagen"}},
		{args: "explain coverage/change/mandate-uppdrag-2021/catchment/e2sfca/county/05/all/mean --depth 1 --lang en", has: []string{"Change of officers per 10,000 people"}},
		{args: "access --catchment 3sfca", end: trouble, errs: []string{`"3sfca"`, "e2sfca"}},
		{args: "access --catchment-minutes 20 --lang en", end: trouble, errs: []string{"only together with --catchment"}},
		{args: "access --catchment 2sfca --decay within", end: trouble, errs: []string{"inget avtagande"}},
		{args: "access --catchment e2sfca --decay soon", end: trouble, errs: []string{`"soon"`, "half-time:10"}},
		{args: "access --catchment e2sfca --supply desks", end: trouble, errs: []string{`"desks"`, "offices"}},
		{args: "access --catchment e2sfca --catchment-minutes 9000", end: trouble, errs: []string{"9000", "480"}},
		{args: "access --catchment e2sfca --demand cats --lang en", end: trouble, errs: []string{`"cats"`, "vulnerable"}},
	} {
		r := run(strings.Fields(c.args)...)
		if r.end != c.end {
			t.Errorf("etablera %s ends %s, want %s: %v\n%.600s", c.args, r.end, c.end, r.err, r.out)
			continue
		}
		out := strings.NewReplacer("\u00a0", " ").Replace(r.out)
		for _, want := range c.has {
			if !strings.Contains(out, want) {
				t.Errorf("etablera %s does not print %q:\n%.400s", c.args, want, out)
			}
		}
		for _, want := range c.errs {
			if !strings.Contains(r.errs, want) {
				t.Errorf("etablera %s does not complain of %q: %s", c.args, want, r.errs)
			}
		}
		for _, bad := range []string{"NaN", "%!", "<nil>", "Inf"} {
			if strings.Contains(out, bad) {
				t.Errorf("etablera %s prints %q", c.args, bad)
			}
		}
	}
}
