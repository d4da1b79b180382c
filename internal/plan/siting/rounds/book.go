package rounds

import (
	"context"
	"iter"
	"slices"
	"strconv"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Segment is the first segment of every address of the rounds.
const Segment = "rounds"

// Rules of the rounds that are not plain arithmetic.
const (
	ruleSize      figure.Rule = "rounds.size"
	ruleCapacity  figure.Rule = "rounds.capacity"
	ruleOwn       figure.Rule = "rounds.own"
	ruleChosen    figure.Rule = "rounds.chosen"
	ruleBound     figure.Rule = "rounds.bound"
	ruleVerdict   figure.Rule = "rounds.verdict"
	ruleBalance   figure.Rule = "rounds.balance"
	ruleShare     figure.Rule = "rounds.share"
	ruleSpread    figure.Rule = "rounds.spread"
	ruleAccess    figure.Rule = "rounds.access"
	ruleAreas     figure.Rule = "rounds.areas"
	ruleOpen      figure.Rule = "rounds.open"
	ruleCurve     figure.Rule = "rounds.curve"
	ruleStatement figure.Rule = "rounds.statement"
)

var officesAt = figure.At(Segment, "option", "offices")

// Figure implements figure.Book:
//
//	rounds/option/{offices,leaders,each}
//	rounds/size/<round>/{own,least,most,capacity}
//	rounds/division/<division>/{balance,spread,access,areas,moved}
//	rounds/office/<division>/<office>
//	rounds/category/<division>/<round>/<category>/{count,share}
//	rounds/counties/<division>/<round>
//	rounds/open/<division>/<round>/{days,planned,p50,p80}
//	rounds/best/<goal>/{value,bound,gap}
//	rounds/step/<scope>/<goal>/{own,least,bound}
//	rounds/verdict/<scope>
//	rounds/curve/<goal>/<goal>/<n>/{a,b,bound}
//
// Addresses lists what costs nothing: everything else is searched for when somebody asks,
// and All lists it.
func (r *Rounds) Figure(a figure.Address) (figure.Figure, bool) {
	seg := a.Segments()
	if len(seg) < 3 || seg[0] != Segment || r.Usable() != nil {
		return figure.Figure{}, false
	}
	f, ok := figure.Figure{Address: a}, false
	r.mu.Lock()
	defer r.mu.Unlock()
	rest := seg[2:]
	switch seg[1] {
	case "option":
		ok = len(rest) == 1 && r.optionFigure(&f, rest[0])
	case "size":
		ok = len(rest) == 2 && r.sizeFigure(&f, rest[0], rest[1])
	case "division", "office", "category", "counties", "open":
		d, err := r.find(context.Background(), rest[0])
		ok = err == nil && d != nil && r.divisionFigure(&f, d, seg[1], rest[1:])
	case "best":
		ok = len(rest) == 2 && isGoal(rest[0]) && r.bestFigure(&f, Goal(rest[0]), rest[1])
	case "step":
		ok = len(rest) == 3 && r.stepFigure(&f, Scope(rest[0]), Goal(rest[1]), rest[2])
	case "verdict":
		ok = len(rest) == 1 && r.verdictFigure(&f, Scope(rest[0]))
	case "curve":
		ok = len(rest) == 4 && r.curveFigure(&f, rest)
	}
	return f, ok
}

// Addresses implements figure.Book.
func (r *Rounds) Addresses() iter.Seq[figure.Address] {
	return func(yield func(figure.Address) bool) {
		if r.Usable() != nil {
			return
		}
		for _, what := range []string{"offices", "leaders", "each"} {
			if !yield(figure.At(Segment, "option", what)) {
				return
			}
		}
		for k := range r.Rounds {
			if !yield(figure.At(Segment, "size", r.Rounds[k].ID, "own")) {
				return
			}
		}
	}
}

func (r *Rounds) optionFigure(f *figure.Figure, what string) bool {
	f.Label = figure.Label{Key: "rounds.option." + what}
	switch what {
	case "offices":
		f.Value, f.Rule = figure.OfCount(len(r.Offices)), figure.Number
		for i := range r.Offices {
			f.Inputs = append(f.Inputs, figure.FactAt("projects", r.Offices[i].Project, "mandate"))
		}
	case "leaders", "each":
		f.Value, f.Rule = figure.Unknown(figure.Count), figure.Option
		if r.Leaders.Count > 0 {
			f.Value = figure.OfCount(map[string]int{"leaders": r.Leaders.Count, "each": r.Leaders.Each}[what])
			if stated, at := r.table.LeadersStated(); at >= 0 && stated == r.Leaders && r.Options.Leaders.Count == 0 {
				f.Rule, f.Inputs = ruleStatement, []figure.Address{figure.FactAt("leader-counts", at+1, "leaders")}
			}
		}
	default:
		return false
	}
	return true
}

func (r *Rounds) round(id string) int {
	return slices.IndexFunc(r.Rounds, func(x Round) bool { return string(x.ID) == id })
}

func (r *Rounds) sizeFigure(f *figure.Figure, round, what string) bool {
	k := r.round(round)
	if k < 0 {
		return false
	}
	x := &r.Rounds[k]
	f.Label = figure.Label{Key: "rounds.size." + what, Args: []any{x.Name}}
	if what == "own" {
		f.Value, f.Rule = figure.OfCount(x.Own), figure.Number
		for i := range r.Offices {
			if r.Offices[i].Round == k {
				f.Inputs = append(f.Inputs, figure.FactAt("projects", r.Offices[i].Project, "round"))
			}
		}
		return true
	}
	w, err := r.ready(context.Background())
	if err != nil {
		return false
	}
	f.Rule, f.Inputs = ruleSize, []figure.Address{officesAt}
	for _, l := range x.Limits {
		switch {
		case l.At != "":
			f.Inputs = append(f.Inputs, l.At)
		case l.Key == leadersLimit:
			f.Inputs = append(f.Inputs, figure.At(Segment, "size", round, "capacity"))
		case l.Key == "own":
			f.Inputs = append(f.Inputs, figure.At(Segment, "size", round, "own"))
		}
	}
	switch what {
	case "least":
		f.Value = figure.OfCount(x.Size.Least)
	case "most":
		f.Value = figure.OfCount(x.Size.Most)
	case "capacity":
		f.Rule, f.Inputs = ruleCapacity, []figure.Address{officesAt, figure.At(Segment, "option", "leaders"), figure.At(Segment, "option", "each"), figure.FactAt("rounds", x.ID, "window")}
		f.Value = figure.Unknown(figure.Count)
		if c := w.capacity[k]; c[1] >= 0 {
			f.Value = figure.Between(figure.Count, int64(c[0]), int64(c[1]))
		}
	default:
		return false
	}
	return true
}

// notes say what access rests on that is not a number.
func (r *Rounds) notes(g Goal) []figure.Label {
	switch g {
	case Access:
		out := r.coverage.StateNotes(r.coverage.State(r.before()))
		if n := r.Rough(); n > 0 {
			out = append(out, figure.Label{Key: "rounds.note.rough", Args: []any{n}})
		}
		return out
	case Areas:
		if n := r.Unnamed(); n > 0 {
			return []figure.Label{{Key: "rounds.note.unnamed", Args: []any{n}}}
		}
	}
	return nil
}

// Rough counts the offices whose position stands in for another.
func (r *Rounds) Rough() int { return r.count(func(o *Office) bool { return o.IsRough }) }

// Unnamed counts the offices that are to lie in a vulnerable area nobody has named.
func (r *Rounds) Unnamed() int { return r.count(func(o *Office) bool { return o.Unnamed }) }

func (r *Rounds) count(is func(*Office) bool) int {
	n := 0
	for i := range r.Offices {
		if is(&r.Offices[i]) {
			n++
		}
	}
	return n
}

// grounds are what every value of a goal rests on beside the division.
func (r *Rounds) grounds(g Goal) []figure.Address {
	switch g {
	case Access:
		return []figure.Address{figure.At(coverage.Segment, "method"), figure.At(coverage.Segment, "population"), figure.At(coverage.Segment, r.before(), "offices")}
	case Areas:
		var out []figure.Address
		for i := range r.Offices {
			if o := &r.Offices[i]; len(o.Areas) > 0 || o.Unnamed {
				out = append(out, figure.FactAt("offices", o.ID, "categories"))
			}
		}
		return out
	}
	return nil
}

// categoryName is a category in words.
func categoryName(c programme.Category) figure.Label {
	return figure.Label{Key: "rounds.category." + string(c)}
}

func index(text string, n int) (int, bool) {
	k, err := strconv.Atoi(text)
	return k - 1, err == nil && k >= 1 && k <= n && strconv.Itoa(k) == text
}
