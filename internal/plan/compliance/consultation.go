package compliance

import (
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// hearing is how far a party has come to be heard, from nothing to done.
type hearing uint8

const (
	nothing  hearing = iota // nobody has written anything down
	informed                // told, but not asked
	undated                 // said to be going on or done, but no day is stated of an invitation or a meeting
	overdue                 // planned for a time that has passed
	planned
	heard // invited, in dialogue, or has stated its opinion
)

func (h hearing) speaksFor() programme.Tri {
	if h == heard {
		return programme.Yes
	}
	return programme.Unknown
}

// consultationAt is the address of a consultation's field.
func (all *checker) consultationAt(i int, field string) figure.Address {
	key := all.x.S.Consultations[i].ID
	if key == "" {
		key = strconv.Itoa(i + 1)
	}
	return figure.FactAt("consultations", key, field)
}

// turnsTo says whether a consultation turns to a party: by name, or as one of
// a kind that the project concerns.
func (all *checker) turnsTo(c *programme.Consultation, party *programme.Party, p *timetable.Project) bool {
	return slices.Contains(c.Parties, party.ID) || c.Every != "" && c.Every == party.Kind && all.concerns(party, p)
}

// concerns says whether a project lies where a party stands for; a party of no
// place is concerned by all.
func (all *checker) concerns(party *programme.Party, p *timetable.Project) bool {
	switch m := all.municipality(p); {
	case party.Municipality != "":
		return party.Municipality == m
	case party.County != "":
		return m != "" && party.County == countyOf(m)
	}
	return true
}

// isAbout says whether a consultation is about a project: its round, the
// project itself, or all of the mandate when it names neither.
func (k *check) isAbout(c *programme.Consultation, p *timetable.Project) bool {
	switch {
	case c.Mandate != "" && c.Mandate != p.Mandate:
		return false
	case len(c.Rounds) == 0 && len(c.Projects) == 0:
		return true
	}
	return p.Round != "" && slices.Contains(c.Rounds, p.Round) || slices.Contains(c.Projects, p.ID)
}

// asks returns what a consultation amounts to for those it turns to. One that is
// said to go on or to be done counts once a day is stated, of the invitation or
// of the meeting: "has obtained and plans to obtain" is no day. One that is
// planned for no stated day is to take place before the project's round begins
// to open, but not before anybody planned it.
func (k *check) asks(c *programme.Consultation, p *timetable.Project) hearing {
	if c.Kind == programme.Information {
		if c.State == programme.ConsultationPlanned {
			return nothing
		}
		return informed
	}
	if c.Kind != programme.Dialogue && c.Kind != programme.Opinion {
		return nothing
	}
	if c.State != programme.ConsultationPlanned {
		if !c.Invited.IsKnown() && !c.Held.IsKnown() {
			return undated
		}
		return heard
	}
	days := []civil.Date{c.Held.Last, c.Held.First, c.Invited.Last, 0, k.m.Window.Last}
	if r, _ := k.x.Round(p.Round); r != nil {
		days[3] = r.Window.First
	}
	for _, day := range days {
		if day.IsKnown() {
			if max(day, k.x.S.KnownFrom(c.Provenance)) < k.now {
				return overdue
			}
			return planned
		}
	}
	return planned
}

// best finds the consultation by which a party has come furthest concerning a
// project, and its position, −1 where there is none.
func (k *check) best(party *programme.Party, p *timetable.Project) (hearing, int) {
	level, at := nothing, -1
	for i := range k.x.S.Consultations {
		c := &k.x.S.Consultations[i]
		if k.turnsTo(c, party, p) && k.isAbout(c, p) {
			if h := k.asks(c, p); h > level {
				level, at = h, i
			}
		}
	}
	return level, at
}

// consultationRow adds a row of what a party has been given, about which offices
// where that differs.
func (k *check) consultationRow(party *programme.Party, h hearing, at int, about any) {
	key := map[hearing]string{nothing: "compliance.row.not-heard", informed: "compliance.row.informed", undated: "compliance.row.undated", overdue: "compliance.row.overdue",
		planned: "compliance.row.planned", heard: "compliance.row.heard"}[h]
	if about != nil {
		key += "-about"
	}
	if at < 0 {
		where := k.field("parties")
		if _, i := k.x.Party(party.ID); i >= 0 {
			where = figure.FactAt("parties", party.ID, "name")
		}
		var args []any
		if about != nil {
			args = []any{about}
		}
		k.row(partyName(party), programme.Unknown, where, key, args...)
		return
	}
	c := &k.x.S.Consultations[at]
	kind := figure.Label{Key: "compliance.consultation." + string(c.Kind)}
	state := figure.Label{Key: "compliance.consultation." + string(c.State)}
	k.row(partyName(party), h.speaksFor(), k.consultationAt(at, "state"), key, about, kind, state)
}

// heardStatus gives the status of a clause about hearing, from how far those
// concerned have come: nobody is counted as unheard because nothing is written down.
func (k *check) heardStatus(levels []hearing) {
	k.f.Status = Met
	for _, h := range levels {
		switch {
		case h < planned:
			k.f.Status = Unknown
		case h == planned && k.f.Status == Met:
			k.f.Status = NotDue
		}
	}
}

// heardNeeds names the parties by what is missing, each once, though it is
// missing about several offices.
func (k *check) heardNeeds(byLevel map[hearing][]programme.PartyID) {
	say := func(key string, h hearing) {
		var parties []programme.Text
		for _, id := range once(byLevel[h]) {
			parties = append(parties, k.partyText(id))
		}
		k.needOf(key, parties)
	}
	say("compliance.need.record-hearing", nothing)
	say("compliance.need.hear-informed", informed)
	say("compliance.need.date-hearing", undated)
	say("compliance.need.record-held", overdue)
	say("compliance.need.hold", planned)
}
