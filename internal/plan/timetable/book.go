package timetable

import (
	"iter"
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Segment is the first segment of every address of the timetable.
const Segment = "timetable"

// Book answers for the timetable's figures:
//
//	timetable/option/{now,seed,runs,office-share}
//	timetable/project/<id>/{state,start,planned,opened,announced,closed,reported,p10,p50,p80,p90}
//	timetable/project/<id>/activity/<stage>/{start,finish,p50,p80,slack,criticality,excess}
//	timetable/project/<id>/deviation/<baseline>[/explained | /part/<stage> | /part/rest]
//	timetable/duration/<stage>/<types>/<conditions>/{assumed-median,assumed-p90,weight,finished,bounded,running,others,median,p90,own,pooled,assumption}
//	timetable/round/<id>/{offices,opened,closed,closing,stale,in-window,probability-all,probability-best,probability-weakest,probability-minimum,last-p50,last-p80}
//	timetable/mandate/<id>/{opened,closed,closing,stale}
//	timetable/project/<id>/promise/<baseline>/{probability,holds}
//	timetable/round/<id>/promise/<baseline>/{offices,holding,all,best,weakest}
//	timetable/as-of/<day>/<project>/{state,planned,p10,p20 … p90}, not listed
//	timetable/score/<band>/{offices,forecasts,coverage,late,loss,average,average-loss,average-ours,frozen,frozen-loss,frozen-ours}, not listed
//	timetable/leaders/<count>/<each>/{projects,late,late-bound,last,more-saves,more-sooner,by-promise-adds}, not listed
//	timetable/leaders/<count>/<each>/project/<id>/{leader,start,opening,p10,p50,p80,p90,late,earlier-saves}, not listed
//	timetable/curve/<YYYY-MM>/{planned,actual,p10,p50,p90}
//
// What is not known has a figure all the same: its value is unknown, and its
// notes say why.
func (t *Timetable) Book() figure.Book { return book{t} }

type book struct{ t *Timetable }

// Rules of the timetable that are not plain arithmetic.
const (
	ruleState        figure.Rule = "timetable.state"
	ruleUnstated     figure.Rule = "timetable.unstated"      // no fact says
	ruleInferred     figure.Rule = "timetable.inferred"      // happened, on a day that no fact states
	ruleNoForecast   figure.Rule = "timetable.no-forecast"   // something that it rests on is not stated
	ruleMiddle       figure.Rule = "timetable.middle"        // the middle of a span
	ruleStart        figure.Rule = "timetable.start"         // as soon as links, plan and now allow
	ruleFinish       figure.Rule = "timetable.finish"        // start and likely duration
	ruleForecast     figure.Rule = "timetable.forecast"      // quantile over the runs
	ruleSpan         figure.Rule = "timetable.span"          // quantile of equally likely days
	ruleSlack        figure.Rule = "timetable.slack"         //
	ruleCriticality  figure.Rule = "timetable.criticality"   //
	ruleExcess       figure.Rule = "timetable.excess"        //
	ruleAnnounced    figure.Rule = "timetable.announced"     // the middle of what is left of an announced span
	ruleReported     figure.Rule = "timetable.reported"      // latest statement
	ruleDeviation    figure.Rule = "timetable.deviation"     // from the end of a span that was passed
	rulePart         figure.Rule = "timetable.part"          //
	ruleRest         figure.Rule = "timetable.rest"          // what the parts leave
	ruleProbability  figure.Rule = "timetable.probability"   // share of the runs
	ruleExtreme      figure.Rule = "timetable.extreme"       // of the offices' own probabilities
	ruleLast         figure.Rule = "timetable.last-opening"  //
	ruleCurve        figure.Rule = "timetable.curve"         // quantile of the count over the runs
	ruleAsOf         figure.Rule = "timetable.as-of"         // the timetable made again
	ruleScore        figure.Rule = "timetable.score"         // earlier forecasts against openings
	ruleKept         figure.Rule = "timetable.kept"          // share of the runs in which a day is kept
	ruleHolds        figure.Rule = "timetable.holds"         // P80 is no later than the day
	ruleQuantile     figure.Rule = "timetable.quantile"      // of a stated distribution
	ruleWeight       figure.Rule = "timetable.weight"        // what a duration is worth where nobody has said
	ruleLearnt       figure.Rule = "timetable.learnt"        // of what was assumed and what has been
	ruleLead         figure.Rule = "timetable.lead"          // a plan under scarce leaders
	ruleLeadBound    figure.Rule = "timetable.lead-bound"    // what no plan can beat
	ruleLeadTried    figure.Rule = "timetable.lead-tried"    // planned again with one thing changed
	ruleLeadForecast figure.Rule = "timetable.lead-forecast" // quantile over the runs, under the plan's order
	ruleShareOf      figure.Rule = "timetable.share-of"      // of the weight of what a median rests on
)

var (
	nowAt   = figure.At(Segment, "option", "now")
	seedAt  = figure.At(Segment, "option", "seed")
	runsAt  = figure.At(Segment, "option", "runs")
	shareAt = figure.At(Segment, "option", "office-share")
)

var (
	projectFields  = []string{"state", "start", "planned", "opened", "announced", "closed", "reported", "p10", "p50", "p80", "p90"}
	activityFields = []string{"start", "finish", "p50", "p80", "slack", "criticality", "excess"}
	roundFields    = []string{"offices", "opened", "closed", "closing", "stale", "in-window", "probability-all", "probability-best", "probability-weakest", "probability-minimum", "last-p50", "last-p80"}
	curveFields    = []string{"planned", "actual", "p10", "p50", "p90"}
)

// Figure implements figure.Book.
func (b book) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if len(seg) < 3 || seg[0] != Segment {
		return figure.Figure{}, false
	}
	f := figure.Figure{Address: a}
	ok := false
	switch seg[1] {
	case "option":
		ok = len(seg) == 3 && b.option(&f, seg[2])
	case "project":
		if i := b.t.Find(programme.ProjectID(seg[2])); i >= 0 {
			ok = b.project(&f, &b.t.Projects[i], seg[3:])
		}
	case "round":
		for i := range b.t.Rounds {
			switch r := &b.t.Rounds[i]; {
			case string(r.ID) != seg[2]:
			case len(seg) == 4:
				ok = b.round(&f, r, seg[3])
			case len(seg) == 6 && seg[3] == "promise":
				ok = b.jointPromise(&f, r, programme.BaselineID(seg[4]), seg[5])
			}
		}
	case "duration":
		if len(seg) == 6 {
			if c := b.t.findCell(seg[2], seg[3], seg[4]); c != nil {
				ok = b.duration(&f, c, seg[5])
			}
		}
	case "as-of":
		ok = len(seg) == 5 && b.past(&f, seg[2], programme.ProjectID(seg[3]), seg[4])
	case "score":
		ok = len(seg) == 4 && b.score(&f, seg[2], seg[3])
	case "leaders":
		ok = len(seg) >= 5 && b.lead(&f, seg[2:])
	case "mandate":
		ok = len(seg) == 4 && b.mandate(&f, programme.MandateID(seg[2]), seg[3])
	case "curve":
		for i := range b.t.Curve {
			if p := &b.t.Curve[i]; p.Month.String() == seg[2] && len(seg) == 4 {
				ok = b.point(&f, p, seg[3])
			}
		}
	}
	return f, ok
}

func (b book) option(f *figure.Figure, name string) bool {
	f.Rule, f.Label = figure.Option, figure.Label{Key: "timetable.option." + name}
	switch name {
	case "now":
		f.Value = figure.OfDate(b.t.Now)
	case "seed":
		// Words, because a seed is a name and may be larger than a count.
		f.Value = figure.OfWords(strconv.FormatUint(b.t.Seed, 10))
	case "runs":
		f.Value = figure.OfCount(b.t.Runs)
	case "office-share":
		f.Value = figure.OfShare(OfficeShare)
		f.Notes = []figure.Label{{Key: "timetable.note.office-share"}}
	default:
		return false
	}
	return true
}

// Addresses implements figure.Book, in the order of the timetable.
func (b book) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		each := func(fields []string, prefix ...any) bool {
			for _, field := range fields {
				if !yield(figure.At(append(append([]any{Segment}, prefix...), field)...)) {
					return false
				}
			}
			return true
		}
		if !each([]string{"now", "seed", "runs", "office-share"}, "option") {
			return
		}
		for i := range b.t.Cells {
			if !each(durationFields, append([]any{"duration"}, b.t.Cells[i].Key()...)...) {
				return
			}
		}
		for i := range b.t.Projects {
			if !addressesOf(&b.t.Projects[i], each) {
				return
			}
			if id := b.t.LatestPromises(); id != "" {
				if _, ok := b.t.Promise(i, id); ok && !each(promiseFields, "project", b.t.Projects[i].ID, "promise", id) {
					return
				}
			}
		}
		for i := range b.t.Rounds {
			if !each(roundFields, "round", b.t.Rounds[i].ID) {
				return
			}
			if id := b.t.LatestPromises(); id != "" && len(b.t.JointPromise(&b.t.Rounds[i], id).Projects) > 0 &&
				!each(jointPromiseFields, "round", b.t.Rounds[i].ID, "promise", id) {
				return
			}
		}
		for i := range b.t.facts.S.Mandates {
			if !each(tallyFields, "mandate", b.t.facts.S.Mandates[i].ID) {
				return
			}
		}
		for i := range b.t.Curve {
			if !each(curveFields, "curve", b.t.Curve[i].Month) {
				return
			}
		}
	}
}

func addressesOf(p *Project, each func(fields []string, prefix ...any) bool) bool {
	if !each(projectFields, "project", p.ID) {
		return false
	}
	for i := range p.Activities {
		if !each(activityFields, "project", p.ID, "activity", p.Activities[i].Stage) {
			return false
		}
	}
	for i := range p.Deviations {
		d := &p.Deviations[i]
		if !each([]string{string(d.Baseline)}, "project", p.ID, "deviation") {
			return false
		}
		if !d.IsExact() {
			continue
		}
		if !each([]string{"explained"}, "project", p.ID, "deviation", d.Baseline) {
			return false
		}
		for _, part := range d.Parts {
			if part.Stage != "" && !each([]string{string(part.Stage)}, "project", p.ID, "deviation", d.Baseline, "part") {
				return false
			}
		}
		if !each([]string{"rest"}, "project", p.ID, "deviation", d.Baseline, "part") {
			return false
		}
	}
	return true
}
