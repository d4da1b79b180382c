package report

import (
	"math"
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// roundView is a round as a template sees it: texts to write and addresses to
// show with fig.
type roundView struct {
	ID, Name, Window string
	Number           int // 1, 2 … within the mandate

	Offices, InWindow, ProbabilityAll, LastP80, Vulnerable, Counties string
	Establishment, Running, Opened, Stale                            string
	// Promised is how many days the latest frozen timetable names, Promisable how
	// many of them can be promised each on its own, AllKept that all of them hold.
	Promised, Promisable, AllKept string
	Without, Choices              int // for counted

	// AllIn says that every office has opened, or is expected to, within the window;
	// Odds how likely it is that none opens later: rare, unlikely or likely.
	AllIn, NoneOpened, Single bool
	Odds                      string

	// HasStale says that nothing new has been stated of some office that has not
	// opened; the round then has no forecast to show.
	HasForecast, HasOpenings, AllOpened, HasCost, HasBaseline, HasCounts, IsRange, HasOpenAreas, HasStale bool
	// HasPromises says that some day is still ahead; JoinsPromises that the round
	// can be spoken of as a whole, since nobody in it is silent.
	HasPromises, JoinsPromises bool
}

// rounds are the rounds of the report's mandate.
func (b *builder) rounds() []roundView {
	var out []roundView
	for n, i := range b.roundIDs() {
		out = append(out, b.roundView(n+1, &b.plan.Facts.S.Rounds[i]))
	}
	return out
}

func (b *builder) roundView(number int, r *programme.Round) roundView {
	at := func(part string, what ...any) string {
		return string(figure.At(append([]any{part, "round", r.ID}, what...)...))
	}
	v := roundView{ID: string(r.ID), Name: b.plain(b.in(r.Name)), Window: b.inline(b.window(r)), Number: number,
		Offices: at("timetable", "offices"), InWindow: at("timetable", "in-window"), ProbabilityAll: at("timetable", "probability-all"),
		LastP80: at("timetable", "last-p80"), Opened: at("timetable", "opened"), Stale: at("timetable", "stale"),
		Vulnerable: at("network", "vulnerable"), Counties: at("network", "counties"),
		Establishment: at("economy", "establishment"), Running: at("economy", "running")}
	if t := b.timetableRound(r.ID); t != nil {
		v.HasStale = t.Stale > 0
		v.HasForecast = t.Without == 0 && t.Stale == 0 && !math.IsNaN(t.AllInWindow)
		v.Without = t.Without
		v.HasOpenings = t.Without < len(t.Projects)
		v.AllOpened = v.HasForecast && b.allOpened(t)
		v.NoneOpened, v.Single = b.noneOpened(t), len(t.Projects) == 1
		in, _ := b.plan.Shelf.Figure(figure.Address(v.InWindow))
		v.AllIn = in.Value.IsExact() && in.Value.Low == int64(len(t.Projects))
		v.Odds = odds(t.AllInWindow)
		v.HasBaseline = b.hasBaseline(t)
		v.HasOpenAreas = b.hasVulnerable(t)
		v.HasPromises = len(b.promised(t)) > 0
		if base := b.plan.Timetable.LatestPromises(); v.HasPromises {
			v.Promised, v.Promisable, v.AllKept = at("timetable", "promise", base, "offices"), at("timetable", "promise", base, "holding"), at("timetable", "promise", base, "all")
			all, ok := b.plan.Shelf.Figure(figure.Address(v.AllKept))
			v.JoinsPromises = ok && all.Value.Known && t.Stale == 0
		}
	}
	running, ok := b.plan.Shelf.Figure(figure.Address(v.Running))
	establishment, too := b.plan.Shelf.Figure(figure.Address(v.Establishment))
	if ok && too && running.Value.Known && establishment.Value.Known {
		v.HasCost, v.IsRange = true, !running.Value.IsExact()
	}
	for _, i := range b.plan.Facts.RoundCounts(r.ID) {
		c := &b.plan.Facts.S.RoundCounts[i]
		if c.Type == "" {
			continue
		}
		v.HasCounts = true
		if c.Count.Known && !c.Count.IsExact() {
			v.Choices = b.compositionCount(r.ID)
		}
	}
	return v
}

// window is when a round's offices are to open, bound to the fact.
func (b *builder) window(r *programme.Round) document.Bound {
	bound, err := b.bindText(figure.FactAt("rounds", r.ID, "window"), b.lang.Span(r.Window))
	if err != nil {
		b.errs = append(b.errs, err)
	}
	return bound
}

func (b *builder) timetableRound(id programme.RoundID) *timetable.Round {
	for i := range b.plan.Timetable.Rounds {
		if b.plan.Timetable.Rounds[i].ID == id {
			return &b.plan.Timetable.Rounds[i]
		}
	}
	return nil
}

// allOpened says whether every office of the round has opened.
func (b *builder) allOpened(r *timetable.Round) bool {
	for _, i := range r.Projects {
		if b.plan.Timetable.Projects[i].State != timetable.Opened {
			return false
		}
	}
	return len(r.Projects) > 0
}

func (b *builder) noneOpened(r *timetable.Round) bool {
	for _, i := range r.Projects {
		if b.plan.Timetable.Projects[i].State == timetable.Opened {
			return false
		}
	}
	return true
}

// odds is a word for a probability.
func odds(p float64) string {
	switch {
	case p < 0.1:
		return "rare"
	case p < 0.5:
		return "unlikely"
	}
	return "likely"
}

// hasBaseline says whether any frozen timetable names a day for the round.
func (b *builder) hasBaseline(r *timetable.Round) bool {
	for _, i := range r.Projects {
		if len(b.plan.Timetable.Projects[i].Deviations) > 0 {
			return true
		}
	}
	return false
}

func (b *builder) hasVulnerable(r *timetable.Round) bool {
	for _, i := range r.Projects {
		if b.isVulnerable(b.plan.Timetable.Projects[i].Office) {
			return true
		}
	}
	return false
}

// compositionCount is how many compositions of types a round allows.
func (b *builder) compositionCount(r programme.RoundID) int {
	n := 0
	for {
		if _, ok := b.plan.Shelf.Figure(figure.At("economy", "round", r, "composition", strconv.Itoa(n+1), "running")); !ok {
			return n
		}
		n++
	}
}
