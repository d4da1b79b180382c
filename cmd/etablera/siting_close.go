package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/spf13/cobra"
)

// closeFlags are what siting close asks for, beside the times of travel, as they are
// written.
type closeFlags struct {
	access                              accessFlags
	goal, stages, on, save              string
	explain, until, floor, drop, assume string
	keep, close                         []string
	options                             closing.Options
}

func newSitingClose(a *app) *cobra.Command {
	var f closeFlags
	cmd := &cobra.Command{
		Use:         "close",
		Short:       a.closeText("short"),
		Long:        a.closeText("long"),
		Example:     "  etablera siting close -p examples/omstallning-2025 --count 20 --on 2025-06-13,2025-12-31,2026-12-31\n  etablera siting close --count 2 --stages 2 --keep-counties --drop 20\n  etablera siting close --save 2026:5,2027:10 --assume 3.2 --goal areas\n  etablera siting close --count 6 --stages 2 --format svg > losers.svg",
		Args:        a.wants(0, 0),
		Annotations: map[string]string{formats: "text json svg"},
		RunE:        func(cmd *cobra.Command, _ []string) error { return a.complain(a.close(cmd, f)) },
	}
	flags := cmd.Flags()
	flags.IntVar(&f.options.Count, "count", 0, a.closeText("count"))
	flags.StringVar(&f.stages, "stages", "", a.closeText("stages"))
	flags.StringVar(&f.on, "on", "", a.closeText("on"))
	flags.StringVar(&f.save, "save", "", a.closeText("save"))
	flags.StringVar(&f.until, "until", "", a.closeText("until"))
	flags.StringVar(&f.assume, "assume", "", a.closeText("assume"))
	flags.StringVar(&f.floor, "floor", "", a.closeText("floor"))
	flags.StringVar(&f.drop, "drop", "", a.closeText("drop"))
	flags.StringSliceVar(&f.keep, "keep", nil, a.closeText("keep"))
	flags.StringSliceVar(&f.close, "close", nil, a.closeText("close"))
	flags.BoolVar(&f.options.KeepCounties, "keep-counties", false, a.closeText("keep-counties"))
	flags.BoolVar(&f.options.KeepMunicipalities, "keep-municipalities", false, a.closeText("keep-municipalities"))
	flags.StringVar(&f.goal, "goal", string(closing.Time), a.closeText("goal"))
	flags.StringVar(&f.access.on, "day", "", a.closeText("day"))
	flags.IntVar(&f.options.Minutes, "minutes", 0, a.closeText("minutes"))
	flags.IntVar(&f.options.ListYear, "list-year", 0, a.closeText("list-year"))
	flags.StringVar(&f.explain, "explain", "", a.closeText("explain"))
	flags.Float64Var(&f.options.Gap, "gap", 0, a.sitingText("gap"))
	flags.DurationVar(&f.options.Time, "time", 0, a.closeText("time"))
	a.timesFlags(cmd, &f.access)
	_ = cmd.RegisterFlagCompletionFunc("goal", cobra.FixedCompletions(closingGoals(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func closingGoals() []string {
	var out []string
	for _, g := range closing.Goals {
		out = append(out, string(g))
	}
	return out
}

// close makes the plan, searches and writes the answer. Where no set keeps the demands the
// answer is no.
func (a *app) close(cmd *cobra.Command, f closeFlags) error {
	if err := a.readClose(&f); err != nil {
		return err
	}
	p, err := a.planToSearch(cmd, f.access, "", func(o *plan.Options, _ programme.MandateID) { o.Closing = f.options })
	if err != nil {
		return err
	}
	if err := a.checkToClose(p.Closing); err != nil {
		return err
	}
	if err := a.prepareAccess(cmd, p); err != nil {
		return err
	}
	if f.explain != "" {
		return a.explainClose(p, figure.Address(f.explain))
	}
	bar, end := a.progress()
	answer, err := summary.ClosingOf(cmd.Context(), p, a.lang, summary.ClosingOptions{Goal: closing.Goal(f.goal),
		Tell: func(done, of int) { bar(a.closeText("searching"), done, of) }})
	end()
	if err != nil {
		return a.sayClose(err)
	}
	if err := a.writeClose(answer); err != nil {
		return err
	}
	if slices.ContainsFunc(answer.Goals, func(g summary.ClosingGoal) bool { return !g.Found }) {
		return errNo
	}
	return nil
}

// explainClose shows how a figure of the answer was made.
func (a *app) explainClose(p *plan.Plan, at figure.Address) error {
	node, err := summary.Explain(p, at, 0)
	if err != nil {
		return err
	}
	tree := summary.TreeOf(p, node, a.lang)
	if a.format == "json" {
		return summary.WriteJSON(a.out, tree)
	}
	return tree.WriteText(a.out, a.lang)
}

// sayClose puts what is wrong with the asking in the reader's language.
func (a *app) sayClose(err error) error {
	var office closing.UnknownOfficeError
	var many closing.TooManyError
	var early closing.EarlyError
	switch {
	case errors.As(err, &early):
		return &complaint{a.closeText("refuse.early", early.Last, early.On), err}
	case errors.As(err, &office):
		return &complaint{a.closeText("refuse.office", office.Office), err}
	case errors.As(err, &many):
		return &complaint{a.closeText("refuse.many", many.Want, many.Have), err}
	case errors.As(err, &closing.NothingError{}):
		return &complaint{a.closeText("refuse.nothing"), err}
	}
	return err
}

// checkToClose holds the asking against the facts: the days, and the path where it is to
// come from them.
func (a *app) checkToClose(k *closing.Closing) error {
	if err := k.Check(); err != nil {
		return a.sayClose(err)
	}
	if k.Options.SaveFacts && len(k.Needs) == 0 {
		return &complaint{text: a.closeText("refuse.save-facts")}
	}
	return nil
}

// readClose reads the flags that are more than a number.
func (a *app) readClose(f *closeFlags) error {
	o := &f.options
	if !slices.Contains(closingGoals(), f.goal) {
		return &complaint{text: a.closeText("refuse.goal", f.goal)}
	}
	if o.Count < 0 || o.Minutes < 0 || o.Gap < 0 || o.Gap >= 1 || o.Time < 0 {
		return &complaint{text: a.sitingText("refuse.negative")}
	}
	if o.ListYear != 0 && !slices.Contains(sweden.ListYears(), o.ListYear) {
		return &complaint{text: a.sitingText("refuse.list-year", o.ListYear, strings.Trim(fmt.Sprint(sweden.ListYears()), "[]"))}
	}
	for _, read := range []func(*closeFlags) error{a.readStages, a.readDays, a.readSave, a.readShares} {
		if err := read(f); err != nil {
			return err
		}
	}
	for _, id := range f.keep {
		o.Keep = append(o.Keep, programme.OfficeID(id))
	}
	for _, id := range f.close {
		if slices.Contains(f.keep, id) {
			return &complaint{text: a.closeText("refuse.both", id)}
		}
		o.Close = append(o.Close, programme.OfficeID(id))
	}
	if o.Count == 0 && o.Split == nil && len(o.Save) == 0 && !o.SaveFacts {
		return &complaint{text: a.closeText("refuse.nothing")}
	}
	return nil
}

// readStages reads a number of stages, or the offices of each.
func (a *app) readStages(f *closeFlags) error {
	if f.stages == "" {
		return nil
	}
	sum := 0
	for word := range strings.SplitSeq(f.stages, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(word))
		if err != nil || n < 0 || n > 1000 {
			return &complaint{text: a.closeText("refuse.stages", f.stages)}
		}
		f.options.Split = append(f.options.Split, n)
		sum += n
	}
	o := &f.options
	if len(o.Split) == 1 {
		o.Stages, o.Split = o.Split[0], nil
		if o.Stages < 1 || o.Stages > maxStages {
			return &complaint{text: a.closeText("refuse.stages", f.stages)}
		}
		return nil
	}
	if len(o.Split) > maxStages || o.Count != 0 && o.Count != sum || sum == 0 {
		return &complaint{text: a.closeText("refuse.split", f.stages, o.Count)}
	}
	return nil
}

// maxStages bounds the stages: a network is not closed in more.
const maxStages = 24

// readDays reads the last days of the stages, and the end.
func (a *app) readDays(f *closeFlags) error {
	o := &f.options
	if f.on != "" {
		for word := range strings.SplitSeq(f.on, ",") {
			day, err := civil.ParseDate(strings.TrimSpace(word))
			if err != nil || len(o.Last) > 0 && day <= o.Last[len(o.Last)-1] || len(o.Last) == maxStages {
				return &complaint{text: a.closeText("refuse.on", f.on)}
			}
			o.Last = append(o.Last, day)
		}
		if o.Split != nil && len(o.Split) != len(o.Last) || o.Stages != 0 && o.Stages != len(o.Last) {
			return &complaint{text: a.closeText("refuse.on-stages", f.stages, f.on)}
		}
	}
	if f.until != "" {
		day, err := civil.ParseDate(f.until)
		if err != nil || len(o.Last) == 0 || day <= o.Last[len(o.Last)-1] {
			return &complaint{text: a.closeText("refuse.until", f.until)}
		}
		o.Until = day
	}
	return nil
}

// readSave reads what to save by year, in mnkr.
func (a *app) readSave(f *closeFlags) error {
	o := &f.options
	o.SaveFacts = f.save == "facts"
	for word := range strings.SplitSeq(f.save, ",") {
		if f.save == "" || o.SaveFacts {
			break
		}
		year, sum, ok := strings.Cut(strings.TrimSpace(word), ":")
		y, err := strconv.Atoi(year)
		amount, wrong := mnkrOf(sum)
		if !ok || err != nil || wrong != nil || y < sweden.FirstYear || y > sweden.LastYear || slices.ContainsFunc(o.Save, func(n closing.Need) bool { return n.Year == y }) {
			return &complaint{text: a.closeText("refuse.save", f.save)}
		}
		o.Save = append(o.Save, closing.Need{Year: y, Amount: amount})
	}
	if f.assume != "" {
		amount, err := mnkrOf(f.assume)
		if err != nil {
			return &complaint{text: a.closeText("refuse.assume", f.assume)}
		}
		o.Assume = amount
	}
	return nil
}

// mnkrOf reads an amount in mnkr, or a range of two.
func mnkrOf(text string) (programme.Amount, error) {
	low, high, isRange := strings.Cut(text, "-")
	if !isRange {
		high = low
	}
	var out [2]money.Ore
	for n, word := range []string{low, high} {
		ore, err := money.Parse(strings.TrimSpace(word) + " mnkr")
		if err != nil || ore < 0 {
			return programme.Amount{}, fmt.Errorf("%q is not an amount", text)
		}
		out[n] = ore
	}
	if out[0] > out[1] {
		return programme.Amount{}, fmt.Errorf("%q goes down", text)
	}
	return programme.Amount{Low: out[0], High: out[1], Known: true}, nil
}

// readShares reads the criteria for counties, in per cent.
func (a *app) readShares(f *closeFlags) error {
	for _, x := range []struct {
		text string
		to   *programme.Share
		name string
	}{{f.floor, &f.options.Floor, "floor"}, {f.drop, &f.options.Drop, "drop"}} {
		if x.text != "" && x.to.UnmarshalText([]byte(strings.TrimSuffix(x.text, "%")+" %")) != nil {
			return &complaint{text: a.closeText("refuse.share", x.name, x.text)}
		}
	}
	return nil
}

func (a *app) writeClose(answer *summary.Closing) error {
	switch a.format {
	case "json":
		return summary.WriteJSON(a.out, answer)
	case "svg":
		if len(answer.Sets) == 0 {
			return nil
		}
		d, err := summary.DrawClosing(answer, a.lang)
		if err != nil {
			return err
		}
		svg, err := d.SVG()
		if err != nil {
			return err
		}
		_, err = a.out.Write(svg)
		return err
	}
	return answer.WriteText(a.out, a.lang)
}
