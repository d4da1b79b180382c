package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// heardLocally checks that each project's municipality, or region, has been
// given the opportunity to state an opinion about it. The party is the one of
// the kind that stands for the office's municipality or county.
func (k *check) heardLocally() {
	ps := k.ofMandate()
	kind := k.c.PartyKind
	if kind == "" {
		kind = programme.Municipality
	}
	k.require(figure.OfCount(len(ps)), figure.Number, projectFacts(ps)...)
	if len(ps) == 0 {
		k.need("compliance.need.projects")
		return
	}
	parties := k.standingFor(kind)
	var t tally
	var levels []hearing
	byLevel, groups, lone := map[hearing][]programme.PartyID{}, newGroups(), []programme.Text(nil)
	for _, p := range ps {
		place := k.municipality(p)
		if kind == programme.Region {
			place = countyOf(place)
		}
		party := parties[place]
		if place == "" || party == nil {
			t.add(programme.Unknown)
			levels = append(levels, nothing)
			lone = append(lone, name(p))
			k.row(name(p), programme.Unknown, projectFact(p), "compliance.row.no-party")
			continue
		}
		level, at := k.best(party, p)
		t.add(level.speaksFor())
		levels = append(levels, level)
		byLevel[level] = append(byLevel[level], party.ID)
		groups.add(party, level, at, p)
	}
	for _, g := range groups.list {
		k.consultationRow(g.party, g.level, g.at, listed(names(g.about)))
	}
	k.measureTally(t)
	k.heardStatus(levels)
	k.heardNeeds(byLevel)
	k.needOf("compliance.need.party", lone)
}

// standingFor maps each place to the first party of a kind that stands for it.
func (all *checker) standingFor(kind programme.PartyKind) map[string]*programme.Party {
	out := map[string]*programme.Party{}
	for i := range all.x.S.Parties {
		p := &all.x.S.Parties[i]
		place := p.Municipality
		if kind == programme.Region {
			place = p.County
		}
		if _, taken := out[place]; p.Kind == kind && place != "" && !taken {
			out[place] = p
		}
	}
	return out
}

// group is the projects about which a party has been heard in the same way.
type group struct {
	party *programme.Party
	level hearing
	at    int
	about []*timetable.Project
}

type groups struct {
	list []*group
	seen map[[3]any]*group
}

func newGroups() *groups { return &groups{seen: map[[3]any]*group{}} }

// add puts a project in its group.
func (g *groups) add(party *programme.Party, level hearing, at int, p *timetable.Project) {
	key := [3]any{party.ID, level, at}
	one, old := g.seen[key]
	if !old {
		one = &group{party: party, level: level, at: at}
		g.seen[key] = one
		g.list = append(g.list, one)
	}
	one.about = append(one.about, p)
}
