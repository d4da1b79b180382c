package programme

import "github.com/etablera/etablera/internal/civil"

// statement identifies what a fact is about, and the day it became known.
type statement struct {
	section, what, more string
	number              int
	from                civil.Date
}

// statedTwice finds facts of which there can be only one a day: which of the
// two would hold is otherwise left to chance.
func (v *validator) statedTwice() {
	first := map[statement]int{}
	say := func(section string, i int, what, more string, number int, p Provenance) {
		key := statement{section, what, more, number, v.from(p)}
		if j, twice := first[key]; twice {
			v.fault(section, i, "", "programme.stated-twice", j+1)
			return
		}
		first[key] = i
	}
	for i, c := range v.s.RoundCounts {
		say("round-counts", i, string(c.Round), string(c.Type), 0, c.Provenance)
	}
	for i, c := range v.s.Staff {
		say("staff", i, string(c.Office), "", int(c.Month), c.Provenance)
	}
	for i, c := range v.s.Visits {
		say("visits", i, string(c.Office), "", int(c.Month), c.Provenance)
	}
	for i, c := range v.s.Outturns {
		say("outturn", i, string(c.Office), string(c.Kind)+" "+string(c.Component), int(c.Month), c.Provenance)
	}
	for i, c := range v.s.Indexations {
		say("indexations", i, string(c.Series), string(c.Component), c.Year, c.Provenance)
	}
	for i, c := range v.s.LoanFrames {
		say("loan-frames", i, "", "", c.Year, c.Provenance)
	}
	for i, c := range v.s.Areas {
		say("areas", i, c.Name, c.Municipality, c.ListYear, c.Provenance)
	}
}
