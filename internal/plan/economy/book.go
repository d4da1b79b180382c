package economy

import (
	"iter"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Segment is the first segment of every address here. The addresses are
//
//	economy/<period>/<kind>/<scope>                  over both scenarios
//	economy/<period>/<kind>/<scope>/{low,high}       in one scenario
//	economy/<period>/<kind>/<scope>/known            the least of what is known (not office, type)
//	economy/<period>/<kind>/<scope>/{p10,p50,p80}    over the timetable's runs (years, tertials; total, mandate)
//	economy/<period>/<kind>/office/<id>/as/<type>[/{low,high}]
//	economy/<period>/outturn[/{establishment,running}]
//	economy/<year>/appropriation/{granted,announced,total,lowered}
//	economy/<year>/appropriation/entry/<id>
//	economy/<year>/{balance,loan,loan-frame,headroom}
//	economy/total/{establishment,running}            a year of all rounds, stated prices
//	economy/round/<id>/{establishment,running,offices,projects,unnamed}
//	economy/round/<id>/unnamed/{establishment,running}/{low,high}
//	economy/round/<id>/composition/<n>/{establishment,running}[/<type>]
//	economy/round/<id>/composition/<n>/count/<type>
//	economy/office/<id>/{establishment,running}[/{low,high}]
//	economy/office/<id>/{start,opening}
//	economy/office/<id>/type/{low,high}
//	economy/type/<id>/{establishment,running}[/<year>[/<component>]]
//	economy/{not-phased,not-costed}
//	economy/not-phased/{establishment,running}[/{low,high}]
//
// where period is 2023, 2023-t2 or 2023-06; kind is establishment, running, all,
// investment or depreciation; scope is total, round/<id>, mandate/<id>,
// office/<id> or type/<id>. The projects without a round are round/_, those
// without a mandate mandate/_.
const Segment = "economy"

// noRound stands for the empty id; an id cannot hold it.
const noRound = "_"

// Rules of this part of the plan.
const (
	ruleEstablishment figure.Rule = "economy.establishment"
	ruleRunning       figure.Rule = "economy.running"
	ruleInvestment    figure.Rule = "economy.investment"
	ruleDepreciation  figure.Rule = "economy.depreciation"
	ruleScenario      figure.Rule = "economy.scenario"
	ruleAssigned      figure.Rule = "economy.assigned"
	ruleComposition   figure.Rule = "economy.composition"
	ruleIndexed       figure.Rule = "economy.indexed"
	ruleQuantile      figure.Rule = "economy.quantile"
	ruleUnnamed       figure.Rule = "economy.unnamed"
	ruleLoan          figure.Rule = "economy.loan"
	ruleKnown         figure.Rule = "economy.known"
	ruleMiddle        figure.Rule = "economy.middle"
	ruleTotal         figure.Rule = "economy.offices"
	ruleNothing       figure.Rule = "economy.nothing"
	ruleUnstated      figure.Rule = "economy.unstated"
)

// at makes an address of this book.
func at(path ...any) figure.Address { return figure.At(append([]any{Segment}, path...)...) }

// Book is the economy as a book of figures.
func (e *Economy) Book() figure.Book { return e }

// Figure implements figure.Book.
func (e *Economy) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if len(seg) < 3 && !(len(seg) == 2 && (seg[1] == "not-phased" || seg[1] == "not-costed")) || seg[0] != Segment {
		return figure.Figure{}, false
	}
	f := figure.Figure{Address: a}
	return f, e.fill(&f, seg[1], seg[2:])
}

func (e *Economy) fill(f *figure.Figure, first string, path []string) bool {
	switch first {
	case "total":
		return e.fillTotal(f, path)
	case "not-phased":
		return e.fillNotPhased(f, path)
	case "not-costed":
		return len(path) == 0 && e.fillProjects(f, "economy.not-costed", e.NotCosted)
	case "round":
		if r, ok := e.roundNamed(path[0]); ok {
			return e.fillRound(f, &e.Rounds[r], path[1:])
		}
	case "office":
		if o, ok := e.officeAt[programme.OfficeID(path[0])]; ok {
			return e.fillOffice(f, &e.Offices[o], path[1:])
		}
	case "type":
		if t, ok := e.Type(programme.TypeID(path[0])); ok {
			return e.fillType(f, t, path[1:])
		}
	default:
		if p, ok := ParsePeriod(first); ok && p.Year >= e.First && p.Year <= e.Last {
			return e.fillPeriod(f, p, path)
		}
	}
	return false
}

func (e *Economy) roundNamed(segment string) (RoundIndex, bool) {
	if segment == noRound {
		segment = ""
	}
	return e.Round(programme.RoundID(segment))
}

func (r *Round) segment() string {
	if r.ID == "" {
		return noRound
	}
	return string(r.ID)
}

// give sets a figure's value, rule and inputs; arithmetic on nothing is nothing.
func give(f *figure.Figure, v figure.Value, r figure.Rule, in ...figure.Address) bool {
	if len(in) == 0 && r == figure.Sum {
		r = ruleNothing
	}
	f.Value, f.Rule, f.Inputs = v, r, in
	return true
}

func name(f *figure.Figure, key string, args ...any) { f.Label = figure.Label{Key: key, Args: args} }

func note(f *figure.Figure, when bool, key string, args ...any) {
	if when {
		f.Notes = append(f.Notes, figure.Label{Key: "economy.note." + key, Args: args})
	}
}

// Addresses implements figure.Book. Offices are listed by year; by month,
// tertial and type they are answered for when asked.
func (e *Economy) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		for _, list := range []iter.Seq[figure.Address]{e.standing, e.byPeriod} {
			for a := range list {
				if !yield(a) {
					return
				}
			}
		}
	}
}
