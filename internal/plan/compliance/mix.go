package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// categories are all that there are.
const categories = 3

// mix checks that each round of the mandate has offices of at least Minimum
// different categories, and in at least MinimumRegions different counties. What
// is measured is the number of rounds that have. An office of which category or
// municipality is unknown may add one.
func (k *check) mix() {
	var rounds tally
	var bad, unclear []programme.Text
	var all []*timetable.Project
	var asked []figure.Address
	for i := range k.x.S.Rounds {
		r := &k.x.S.Rounds[i]
		if _, first := k.x.Round(r.ID); first != i || r.Mandate != k.m.ID {
			continue
		}
		ps := k.ofRound(r.ID)
		all = append(all, ps...)
		asked = append(asked, figure.FactAt("rounds", r.ID, "mandate"))
		holds := k.mixOfRound(r, ps)
		rounds.add(holds)
		switch holds {
		case programme.No:
			bad = append(bad, called(r.Name, r.ID))
		case programme.Unknown:
			unclear = append(unclear, called(r.Name, r.ID))
		}
	}
	k.require(figure.OfCount(rounds.all()), figure.Number, asked...)
	k.measureTally(rounds)
	switch {
	case !k.c.Minimum.Known && !k.c.MinimumRegions.Known:
		k.need("compliance.need.state-field", "minimum")
	case rounds.all() == 0:
		k.need("compliance.need.rounds")
	case rounds.no > 0:
		k.f.Status = NotMet
		k.needOf("compliance.need.mix", bad)
	case rounds.unknown > 0:
		k.needOf("compliance.need.say-mix", unclear)
	default:
		k.settle(all, MetByPlan)
	}
}

func (k *check) mixOfRound(r *programme.Round, ps []*timetable.Project) programme.Tri {
	holds := programme.Yes
	if k.c.Minimum.Known {
		holds = k.distinct(r, ps, k.c.Minimum.High, "categories", categories, func(o *programme.Office) (words []string) {
			for _, c := range o.Categories {
				words = append(words, string(c))
			}
			return words
		})
	}
	if k.c.MinimumRegions.Known {
		counties := k.distinct(r, ps, k.c.MinimumRegions.High, "counties", 1, func(o *programme.Office) []string {
			if c := countyOf(o.Municipality); c != "" {
				return []string{c}
			}
			return nil
		})
		if counties == programme.No || holds == programme.Yes {
			holds = counties
		}
	}
	return holds
}

// distinct counts the different words that a round's offices have, against how
// many there must be. An office of which none is known may have up to perOffice.
func (k *check) distinct(r *programme.Round, ps []*timetable.Project, need int, what string, perOffice int, words func(*programme.Office) []string) programme.Tri {
	field := map[string]string{"categories": "categories", "counties": "municipality"}[what]
	seen, without := map[string]bool{}, 0
	inputs := []figure.Address{figure.FactAt("rounds", r.ID, "mandate")}
	for _, p := range ps {
		var has []string
		if office, _ := k.x.Office(p.Office); office != nil {
			has = words(office)
			inputs = append(inputs, figure.FactAt("offices", p.Office, field))
		}
		if len(has) == 0 {
			without++
		}
		for _, w := range has {
			seen[w] = true
		}
	}
	least, most := len(seen), len(seen)+without*perOffice
	if what == "categories" {
		most = max(least, min(most, categories))
	}
	holds := programme.Unknown
	switch {
	case least >= need:
		holds = programme.Yes
	case len(ps) > 0 && most < need:
		holds = programme.No
	}
	at := k.own(what, r.ID)
	k.figure(at, figure.Label{Key: "compliance." + what, Args: []any{called(r.Name, r.ID)}},
		figure.Between(figure.Count, int64(least), int64(most)), "compliance.distinct", inputs...)
	k.row(called(r.Name, r.ID), holds, at, "compliance.row."+what, least, need)
	return holds
}
