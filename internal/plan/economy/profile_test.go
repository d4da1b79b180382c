package economy

import (
	"fmt"
	"testing"

	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"pgregory.net/rapid"
)

// A weighted stage carries its part of the cost over its own days, also after
// the opening; a stage without dates carries nothing.
func TestWeightedStages(t *testing.T) {
	s := single("2022-01-03", "2022-06-01")
	s.s.OfficeTypes[0].Costs[0].Amount = amount("100 tkr")
	s.s.Process = []programme.Stage{{ID: "find"}, {ID: "fit", CostWeight: 3}, {ID: "open", CostWeight: 1}, {ID: "never", CostWeight: 9}}
	act := func(stage programme.StageID, from, to string) timetable.Activity {
		return timetable.Activity{Stage: stage, Start: date(from), Finish: date(to)}
	}
	s.d.Projects[0].Activities = []timetable.Activity{act("find", "2022-01-03", "2022-02-25"), act("fit", "2022-03-01", "2022-03-31"), act("open", "2022-06-01", "2022-07-15"), {Stage: "never"}}
	e := s.make(t)
	for month, want := range map[string]string{"2022-01-01": "0 kr", "2022-03-01": "75 tkr", "2022-04-01": "0 kr"} {
		if got := e.At(MonthOf(date(month).Month()), Establishment, Total, Low); got != amount(want) {
			t.Errorf("%s: %v, want %s", month, got, want)
		}
	}
	if got := e.At(YearOf(2022), Establishment, Total, Low); got != amount("100 tkr") {
		t.Errorf("2022: %v", got)
	}
}

// Work that is done never shrinks, starts at nothing, and ends at the whole,
// however the opening moves.
func TestProfileGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.Int32Range(0, 100).Draw(t, "start")
		p := profile{start: start, opening: start + rapid.Int32Range(0, 300).Draw(t, "days")}
		for i := range rapid.IntRange(1, 5).Draw(t, "parts") {
			x := part{start + rapid.Int32Range(0, 300).Draw(t, fmt.Sprint("from", i)), rapid.Int32Range(1, 90).Draw(t, "length"), rapid.Int64Range(1, 1<<30).Draw(t, "weight")}
			p.parts, p.whole = append(p.parts, x), p.whole+x.weight
		}
		for _, q := range []profile{p, p.stretched(rapid.Int32Range(0, 900).Draw(t, "moved"))} {
			before := int64(0)
			for day := int32(0); day <= q.end(); day++ {
				done := q.done(day)
				if done < before || day <= min(q.start, q.opening) && done != 0 {
					t.Fatalf("%+v: %d done before day %d, %d before", q, done, day, before)
				}
				before = done
			}
			if before != q.whole {
				t.Fatalf("%+v ends with %d done", q, before)
			}
		}
	})
}
