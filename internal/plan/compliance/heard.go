package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// heardParties checks that each party has been given the opportunity to state an
// opinion: there is a dialogue or a request for opinions about some project of
// the mandate that it has at least been invited to, on a stated day. Information
// alone is not hearing. Where it is only planned it is not yet due; where nothing is written
// down it is unknown, never denied.
func (k *check) heardParties() {
	k.require(figure.OfCount(len(k.c.Parties)), "compliance.named", k.field("parties"))
	ps := k.ofMandate()
	var t tally
	var levels []hearing
	byLevel := map[hearing][]programme.PartyID{}
	for _, id := range k.c.Parties {
		party, _ := k.x.Party(id)
		if party == nil {
			party = &programme.Party{ID: id}
		}
		level, at := nothing, -1
		for _, p := range ps {
			if h, i := k.best(party, p); h > level {
				level, at = h, i
			}
			if level == heard {
				break
			}
		}
		t.add(level.speaksFor())
		levels = append(levels, level)
		byLevel[level] = append(byLevel[level], id)
		k.consultationRow(party, level, at, nil)
	}
	k.measureTally(t)
	if len(k.c.Parties) == 0 {
		k.need("compliance.need.state-field", "parties")
		return
	}
	k.heardStatus(levels)
	k.heardNeeds(byLevel)
}
