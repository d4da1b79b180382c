package closing

import (
	"context"
	"iter"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Segment is the first segment of every address of the closings.
const Segment = "closing"

// Rules of the closings that are not plain arithmetic.
const (
	ruleLowered    figure.Rule = "closing.lowered"
	ruleFewest     figure.Rule = "closing.fewest"
	ruleEvenly     figure.Rule = "closing.evenly"
	ruleBefore     figure.Rule = "closing.before"
	ruleRunning    figure.Rule = "closing.running"
	ruleAssumed    figure.Rule = "closing.assumed"
	rulePart       figure.Rule = "closing.part"
	ruleSaved      figure.Rule = "closing.saved"
	ruleBound      figure.Rule = "closing.bound"
	ruleMeasure    figure.Rule = "closing.measure"
	ruleChosen     figure.Rule = "closing.chosen"
	ruleConflict   figure.Rule = "closing.conflict"
	ruleShift      figure.Rule = "closing.shift"
	ruleTurn       figure.Rule = "closing.turn"
	ruleCompetence figure.Rule = "closing.competence"
	ruleOffices    figure.Rule = "closing.offices"
)

var (
	countAt      = figure.At(Segment, "option", "count")
	minutesAt    = figure.At(Segment, "option", "minutes")
	gapAt        = figure.At(Segment, "option", "gap")
	assumedAt    = figure.At(Segment, "option", "assumed")
	methodAt     = figure.At(coverage.Segment, "method")
	populationAt = figure.At(coverage.Segment, "population")
	todayAt      = figure.At(coverage.Segment, coverage.Now, "offices")
)

var options = []string{"count", "minutes", "gap", "assumed", "until", "floor", "drop"}

// Figure implements figure.Book:
//
//	closing/option/{count,minutes,gap,assumed,until,floor,drop}
//	closing/stage/<n>/{last,days}
//	closing/need/<year>
//	closing/office/<id>/running/<year>
//	closing/network/{open,kept,decided}
//	closing/best/<goal>/{value,bound,gap}
//	closing/set/<goal>/{time,beyond,areas,county,closed,kept}
//	closing/set/<goal>/saved/<year>
//	closing/set/<goal>/stage/<n>/{closed,open,extra,beyond,areas,county,share}
//	closing/set/<goal>/shift/<n>/<kind>/<unit>/<group>/{lost,without}[/<band>]
//	closing/set/<goal>/office/<id>/{last,people,alternative,longer,without,decides}
//	closing/set/<goal>/office/<id>/saved/<year>
//	closing/conflict/<goal>/<n>
//
// Addresses lists the options, the stages and the needs; the rest is searched for when
// somebody asks, and All lists it.
func (k *Closing) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if len(seg) < 3 || seg[0] != Segment {
		return figure.Figure{}, false
	}
	f, ok := figure.Figure{Address: a}, false
	k.mu.Lock()
	defer k.mu.Unlock()
	switch rest := seg[2:]; seg[1] {
	case "option":
		ok = len(rest) == 1 && k.optionFigure(&f, rest[0])
	case "stage":
		ok = len(rest) == 2 && k.stageFigure(&f, rest[0], rest[1])
	case "need":
		ok = len(rest) == 1 && k.needFigure(&f, rest[0])
	case "office":
		ok = len(rest) == 3 && rest[1] == "running" && k.runningFigure(&f, programme.OfficeID(rest[0]), rest[2])
	case "network":
		ok = len(rest) == 1 && k.networkFigure(&f, rest[0])
	case "best":
		ok = len(rest) == 2 && k.bestFigure(&f, rest[0], rest[1])
	case "set":
		ok = len(rest) > 1 && k.setFigure(&f, rest[0], rest[1:])
	case "conflict":
		ok = len(rest) == 2 && k.conflictFigure(&f, rest[0], rest[1])
	}
	return f, ok
}

// Addresses implements figure.Book.
func (k *Closing) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		if k.Options.Count == 0 && len(k.Needs) == 0 {
			return
		}
		for _, o := range options {
			if o != "count" && !yield(figure.At(Segment, "option", o)) {
				return
			}
		}
		for t := range k.Stages {
			if !yield(figure.At(Segment, "stage", t+1, "last")) || !yield(figure.At(Segment, "stage", t+1, "days")) {
				return
			}
		}
		for _, n := range k.Needs {
			if !yield(figure.At(Segment, "need", n.Year)) {
				return
			}
		}
	}
}

func (k *Closing) optionFigure(f *figure.Figure, what string) bool {
	o := &k.Options
	f.Label, f.Rule = figure.Label{Key: "closing.option." + what}, figure.Option
	share := func(s programme.Share) figure.Value {
		if s == 0 {
			return figure.Unknown(figure.Share)
		}
		return figure.Between(figure.Share, int64(s), int64(s))
	}
	switch what {
	case "count":
		return k.countFigure(f)
	case "minutes":
		f.Value = figure.OfSeconds(60 * o.Minutes)
	case "gap":
		f.Value = figure.OfShare(o.Gap)
	case "assumed":
		f.Value = figure.OfAmount(o.Assume)
	case "until":
		f.Value = figure.OfDate(o.Until)
	case "floor":
		f.Value, f.Label.Args = share(o.Floor), []any{o.Minutes}
	case "drop":
		f.Value, f.Label.Args = share(o.Drop), []any{o.Minutes}
	default:
		return false
	}
	return true
}

// countFigure is how many offices close: as somebody says, or as few as the path
// allows.
func (k *Closing) countFigure(f *figure.Figure) bool {
	if k.Options.Count > 0 {
		f.Value = figure.OfCount(k.Options.Count)
		return true
	}
	if len(k.Needs) == 0 {
		return false
	}
	f.Rule, f.Value = ruleFewest, figure.Unknown(figure.Count)
	for _, n := range k.Needs {
		f.Inputs = append(f.Inputs, figure.At(Segment, "need", n.Year))
	}
	if b, err := k.best(context.Background(), Areas); err == nil && b.Found {
		f.Value = figure.OfCount(k.least.count)
	}
	return true
}

func (k *Closing) stageFigure(f *figure.Figure, nth, what string) bool {
	t, ok := index(nth, len(k.Stages))
	if !ok {
		return false
	}
	f.Label = figure.Label{Key: "closing.stage." + what, Args: []any{t + 1}}
	switch what {
	case "last":
		f.Value, f.Rule = figure.OfDate(k.Stages[t].Last), figure.Option
		if k.even {
			f.Rule, f.Inputs = ruleEvenly, []figure.Address{figure.At(coverage.Segment, "on")}
		}
		if k.even && len(k.Needs) > 0 {
			f.Rule, f.Notes = ruleBefore, k.StageNotes()
		}
	case "days":
		f.Value, f.Rule = figure.OfPeriod(k.Stages[t].Days), figure.Difference
		end := figure.At(Segment, "option", "until")
		if t+1 < len(k.Stages) {
			end = figure.At(Segment, "stage", t+2, "last")
		}
		f.Inputs = []figure.Address{end, figure.At(Segment, "stage", t+1, "last")}
	default:
		return false
	}
	return true
}

func (k *Closing) needFigure(f *figure.Figure, year string) bool {
	i := slices.IndexFunc(k.Needs, func(n Need) bool { return strconv.Itoa(n.Year) == year })
	if i < 0 {
		return false
	}
	n := &k.Needs[i]
	f.Label, f.Value, f.Rule = figure.Label{Key: "closing.need", Args: []any{n.Year}}, figure.OfAmount(n.Amount), figure.Option
	for _, id := range n.facts {
		f.Rule, f.Inputs = ruleLowered, append(f.Inputs, figure.FactAt("appropriations", id, "amount"))
	}
	return true
}

// runningFigure is what an office costs a year.
func (k *Closing) runningFigure(f *figure.Figure, id programme.OfficeID, text string) bool {
	year, err := strconv.Atoi(text)
	if o, _ := k.facts.Office(id); err != nil || strconv.Itoa(year) != text || o == nil || !slices.Contains(k.Years(), year) {
		return false
	}
	cost, assumed := k.Running(id, year)
	f.Label, f.Value = figure.Label{Key: "closing.running", Args: []any{k.officeName(id), year}}, figure.OfAmount(cost)
	f.Rule = ruleRunning
	if assumed {
		f.Rule, f.Inputs = ruleAssumed, []figure.Address{assumedAt}
		return true
	}
	claim, at := k.facts.Claim(id)
	if claim == nil {
		f.Inputs = []figure.Address{figure.FactAt("offices", id, "id")}
		f.Notes = append(f.Notes, figure.Label{Key: "closing.note.no-type"})
		return true
	}
	f.Inputs = []figure.Address{figure.FactAt("type-claims", at+1, "types")}
	for _, t := range claim.Types {
		if _, ok := k.economy.Figure(k.typeAt(t, year)); ok {
			f.Inputs = append(f.Inputs, k.typeAt(t, year))
		}
	}
	if claim.Status != programme.Decided {
		f.Notes = append(f.Notes, figure.Label{Key: "closing.note.proposed"})
	}
	return true
}

func (k *Closing) officeName(id programme.OfficeID) string {
	if o, _ := k.facts.Office(id); o != nil && o.Name != "" {
		return o.Name
	}
	return string(id)
}

func (k *Closing) networkFigure(f *figure.Figure, what string) bool {
	w, err := k.ready(context.Background())
	if err != nil {
		return false
	}
	n := 0
	for i := range w.offices {
		o := &w.offices[i]
		if what == "open" || what == "kept" && o.Kept || what == "decided" && o.Decided {
			n++
		}
	}
	if !slices.Contains([]string{"open", "kept", "decided"}, what) {
		return false
	}
	f.Label, f.Value = figure.Label{Key: "closing.network." + what}, figure.OfCount(n)
	f.Rule, f.Inputs = ruleOffices, []figure.Address{todayAt}
	return true
}

func isGoal(g string) bool { return slices.Contains(Goals, Goal(g)) }

func index(text string, n int) (int, bool) {
	i, err := strconv.Atoi(text)
	return i - 1, err == nil && i >= 1 && i <= n && strconv.Itoa(i) == text
}

// valueOf is a goal's value as people read it: means over the days of the periods.
func (k *Closing) valueOf(g Goal, v int64) figure.Value {
	_, sum := k.weights()
	sum = max(sum, 1)
	switch g {
	case Time:
		return figure.OfCount(int((v + 30*sum) / (60 * sum)))
	case Beyond:
		return figure.OfCount(int((v + sum/2) / sum))
	case Areas:
		return figure.OfRate(float64(v) / float64(sum))
	}
	return figure.Between(figure.Share, v, v)
}

// grounds are what every measure of a set rests on.
func (k *Closing) grounds(g Goal) []figure.Address {
	out := []figure.Address{todayAt}
	for t := range k.Stages {
		if g != County {
			out = append(out, figure.At(Segment, "stage", t+1, "days"))
		}
	}
	switch g {
	case Time:
		return append(out, methodAt, populationAt)
	case Beyond, County:
		return append(out, minutesAt, methodAt, populationAt)
	}
	return out
}

// notes say what an answer rests on that is no number.
func (k *Closing) notes() []figure.Label {
	out := k.coverage.StateNotes(k.coverage.State(coverage.Now))
	if k.Options.Time > 0 {
		out = append(out, figure.Label{Key: "closing.note.time"})
	}
	return out
}
