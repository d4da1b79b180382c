package rounds

import (
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// at is the address of a figure of a division.
func (d *Division) at(what ...any) figure.Address {
	return figure.At(append([]any{Segment}, what...)...)
}

// Label says in words what a division is.
func (r *Rounds) Label(id string) figure.Label {
	if id == Own {
		return figure.Label{Key: "rounds.division.own"}
	}
	for _, g := range Goals {
		if id == BestID(g) {
			return figure.Label{Key: "rounds.division.best", Args: []any{g.Label()}}
		}
		for _, s := range Scopes {
			switch id {
			case LeastID(s, g):
				return figure.Label{Key: "rounds.division.least", Args: []any{g.Label()}}
			case SmallID(s, g):
				return figure.Label{Key: "rounds.division.small", Args: []any{g.Label()}}
			}
		}
	}
	return figure.Label{Key: "rounds.division.none"}
}

func (r *Rounds) divisionFigure(f *figure.Figure, d *Division, what string, path []string) bool {
	switch {
	case what == "division" && len(path) == 1:
		return r.goalFigure(f, d, path[0])
	case what == "office" && len(path) == 1:
		return r.officeFigure(f, d, path[0])
	case what == "category" && len(path) == 3:
		return r.categoryFigure(f, d, path)
	case what == "counties" && len(path) == 1:
		return r.countiesFigure(f, d, path[0])
	case what == "open" && len(path) == 2:
		return r.openFigure(f, d, path[0], path[1])
	}
	return false
}

func (r *Rounds) goalFigure(f *figure.Figure, d *Division, what string) bool {
	f.Label = figure.Label{Key: "rounds.measure", Args: []any{figure.Label{Key: "rounds.goal." + what}, r.Label(d.ID)}}
	if what == "moved" {
		f.Label = figure.Label{Key: "rounds.moved", Args: []any{r.Label(d.ID)}}
		f.Value, f.Rule = figure.OfCount(len(d.Moved)), figure.Number
		for _, i := range d.Moved {
			f.Inputs = append(f.Inputs, d.at("office", d.ID, r.Offices[i].ID))
		}
		return true
	}
	if !isGoal(what) {
		return false
	}
	g := Goal(what)
	f.Value, f.Notes = r.Value(d, g), r.notes(g)
	switch g {
	case Balance:
		f.Rule = ruleBalance
		for _, c := range r.world.categories {
			for k := range r.Rounds {
				f.Inputs = append(f.Inputs, d.at("category", d.ID, r.Rounds[k].ID, c, "count"), d.at("category", d.ID, r.Rounds[k].ID, c, "share"))
			}
		}
		return true
	case Spread:
		f.Rule = ruleSpread
	case Access:
		f.Rule = ruleAccess
	case Areas:
		f.Rule = ruleAreas
	}
	f.Inputs = append(r.grounds(g), officesAt)
	for i := range r.Offices {
		f.Inputs = append(f.Inputs, d.at("office", d.ID, r.Offices[i].ID))
	}
	return true
}

func (r *Rounds) officeFigure(f *figure.Figure, d *Division, id string) bool {
	i := slices.IndexFunc(r.Offices, func(o Office) bool { return string(o.ID) == id })
	if i < 0 {
		return false
	}
	o := &r.Offices[i]
	f.Label = figure.Label{Key: "rounds.office", Args: []any{o.Name, r.Label(d.ID)}}
	f.Value, f.Rule = figure.OfWords(string(r.Rounds[d.Of[i]].ID)), ruleChosen
	f.Inputs = []figure.Address{officesAt}
	if d.ID == Own {
		f.Rule, f.Inputs = ruleOwn, []figure.Address{figure.FactAt("projects", o.Project, "round")}
	}
	return true
}

func (r *Rounds) categoryFigure(f *figure.Figure, d *Division, path []string) bool {
	k, c := r.round(path[0]), slices.IndexFunc(r.world.categories, func(c programme.Category) bool { return string(c) == path[1] })
	if k < 0 || c < 0 {
		return false
	}
	f.Label = figure.Label{Key: "rounds.category-" + path[2], Args: []any{categoryName(r.world.categories[c]), r.Rounds[k].Name, r.Label(d.ID)}}
	list := r.world.problem.Kinds[c]
	switch path[2] {
	case "count":
		f.Rule = figure.Number
		n := 0
		for _, i := range list {
			if d.Of[i] == int32(k) {
				n++
				f.Inputs = append(f.Inputs, d.at("office", d.ID, r.Offices[i].ID))
			}
		}
		f.Value = figure.OfCount(n)
	case "share":
		size := 0
		for _, at := range d.Of {
			if at == int32(k) {
				size++
			}
		}
		f.Rule, f.Inputs = ruleShare, []figure.Address{officesAt}
		for _, i := range list {
			f.Inputs = append(f.Inputs, figure.FactAt("offices", r.Offices[i].ID, "categories"))
		}
		f.Value = figure.OfRate(float64(len(list)) * float64(size) / float64(len(r.Offices)))
	default:
		return false
	}
	return true
}

func (r *Rounds) countiesFigure(f *figure.Figure, d *Division, round string) bool {
	k := r.round(round)
	if k < 0 {
		return false
	}
	f.Label = figure.Label{Key: "rounds.counties", Args: []any{r.Rounds[k].Name, r.Label(d.ID)}}
	f.Rule = ruleSpread
	n := 0
	for _, list := range r.world.problem.Regions {
		if slices.ContainsFunc(list, func(i int32) bool { return d.Of[i] == int32(k) }) {
			n++
		}
	}
	for i := range r.Offices {
		if d.Of[i] == int32(k) {
			f.Inputs = append(f.Inputs, d.at("office", d.ID, r.Offices[i].ID))
		}
	}
	f.Value = figure.OfCount(n)
	return true
}

func (r *Rounds) openFigure(f *figure.Figure, d *Division, round, what string) bool {
	k := r.round(round)
	if k < 0 {
		return false
	}
	f.Label = figure.Label{Key: "rounds.open." + what, Args: []any{r.Rounds[k].Name, r.Label(d.ID)}}
	f.Rule, f.Inputs = ruleOpen, []figure.Address{figure.At(Segment, "option", "leaders"), figure.At(Segment, "option", "each")}
	for i := range r.Offices {
		if d.Of[i] == int32(k) {
			f.Inputs = append(f.Inputs, d.at("office", d.ID, r.Offices[i].ID))
		}
	}
	f.Notes = []figure.Label{{Key: "rounds.note.fresh"}}
	x := [4]figure.Value{figure.Unknown(figure.Days), figure.Unknown(figure.Date), figure.Unknown(figure.Date), figure.Unknown(figure.Date)}
	if d.Open != nil && d.Open[k].P50.IsKnown() {
		x = [4]figure.Value{figure.OfDays(d.Open[k].Days), figure.OfDate(d.Open[k].Planned), figure.OfDate(d.Open[k].P50), figure.OfDate(d.Open[k].P80)}
	}
	at := slices.Index([]string{"days", "planned", "p50", "p80"}, what)
	if at < 0 {
		return false
	}
	f.Value = x[at]
	return true
}
