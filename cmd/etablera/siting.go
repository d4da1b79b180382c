package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/spf13/cobra"
)

// sitingFlags are what siting asks for, beside the times of travel.
type sitingFlags struct {
	access        accessFlags
	goal, against string
	mandate       string
	options       siting.Options
	stays, draws  bool
}

func newSiting(a *app) *cobra.Command {
	var f sitingFlags
	cmd := &cobra.Command{
		Use:         "siting",
		Short:       a.sitingText("short"),
		Long:        a.sitingText("long"),
		Example:     "  etablera siting\n  etablera siting --goal areas --stays\n  etablera siting --goal mean --against areas --format svg > tradeoff.svg\n  etablera siting --goal mean --format svg --map > map.svg\n  etablera siting --p 30 --format json",
		Args:        a.wants(0, 0),
		Annotations: map[string]string{formats: "text json svg"},
		RunE:        func(cmd *cobra.Command, _ []string) error { return a.siting(cmd, f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.goal, "goal", string(siting.Mean), a.sitingText("goal"))
	flags.StringVar(&f.against, "against", "", a.sitingText("against"))
	flags.BoolVar(&f.stays, "stays", false, a.sitingText("stays"))
	flags.BoolVar(&f.draws, "map", false, a.sitingText("map"))
	a.searchFlags(cmd, &f)
	cmd.AddCommand(newSitingPremises(a), newSitingClose(a), newSitingRounds(a))
	_ = cmd.RegisterFlagCompletionFunc("goal", cobra.FixedCompletions(goalNames(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("against", cobra.FixedCompletions(goalNames(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// searchFlags adds the flags that say what is searched for; explain has them too.
func (a *app) searchFlags(cmd *cobra.Command, f *sitingFlags) {
	flags := cmd.Flags()
	flags.StringVar(&f.mandate, "mandate", "", a.sitingText("mandate"))
	flags.IntVar(&f.options.Number, "p", 0, a.sitingText("p"))
	flags.IntVar(&f.options.Minutes, "minutes", 0, a.sitingText("minutes"))
	flags.IntVar(&f.options.Far, "far", 0, a.sitingText("far"))
	flags.IntVar(&f.options.Years, "years", 0, a.sitingText("years"))
	flags.IntVar(&f.options.PerOfficer, "per-officer", 0, a.sitingText("per-officer"))
	flags.IntVar(&f.options.ListYear, "list-year", 0, a.sitingText("list-year"))
	flags.Float64Var(&f.options.Gap, "gap", 0, a.sitingText("gap"))
	flags.DurationVar(&f.options.Time, "time", 0, a.sitingText("time"))
	a.timesFlags(cmd, &f.access)
}

func goalNames() []string {
	var out []string
	for _, g := range siting.Goals {
		out = append(out, string(g))
	}
	return out
}

// siting makes the plan, searches and writes the answer. Where no set keeps the
// demands, or the drawing has nothing to show, the answer is no.
func (a *app) siting(cmd *cobra.Command, f sitingFlags) error {
	if err := a.checkSiting(f); err != nil {
		return err
	}
	p, err := a.searched(cmd, f)
	if err != nil {
		return err
	}
	bar, end := a.progress()
	answer, err := summary.SitingOf(cmd.Context(), p, a.lang, summary.SitingOptions{Goal: siting.Goal(f.goal), Against: siting.Goal(f.against), Stays: f.stays,
		Tell: func(done, of int) { bar(a.sitingText("searching"), done, of) }})
	end()
	var unnumbered siting.NoNumberError
	if errors.As(err, &unnumbered) {
		return &complaint{a.sitingText("refuse.number"), err}
	}
	var many siting.TooManyError
	if errors.As(err, &many) {
		return &complaint{a.sitingText("refuse.too-many", many.Number, many.Places), err}
	}
	var no siting.NoCurveError
	if errors.As(err, &no) {
		return &complaint{a.sitingText("refuse.curve", no.Goal), err}
	}
	if err != nil {
		return err
	}
	if err := a.writeSiting(cmd, p, answer, f); err != nil {
		return err
	}
	if slices.ContainsFunc(answer.Goals, func(g summary.SitingGoal) bool { return !g.Found && g.Lack == "" || len(g.Conflict) > 0 }) {
		return errNo
	}
	return nil
}

// searched makes the plan whose siting is searched as the flags say.
func (a *app) searched(cmd *cobra.Command, f sitingFlags) (*plan.Plan, error) {
	p, err := a.planToSearch(cmd, f.access, f.mandate, func(o *plan.Options, mandate programme.MandateID) {
		o.Siting = f.options
		o.Siting.Mandate = mandate
	})
	if err != nil {
		return nil, err
	}
	return p, a.measure(cmd, p)
}

// planToSearch makes the plan for a search among places: with the scenarios and the times
// of travel that the flags name, a mandate that there is, and what ask sets.
func (a *app) planToSearch(cmd *cobra.Command, access accessFlags, mandate string, ask func(*plan.Options, programme.MandateID)) (*plan.Plan, error) {
	if err := a.overlay(access.scenario); err != nil {
		return nil, err
	}
	s, err := a.usable(a.folder)
	if err != nil {
		return nil, err
	}
	if mandate != "" && !slices.ContainsFunc(s.Mandates, func(m programme.Mandate) bool { return string(m.ID) == mandate }) {
		return nil, &complaint{text: a.sitingText("refuse.mandate", mandate)}
	}
	o, err := a.accessOptions(access)
	if err != nil {
		return nil, err
	}
	ask(&o, programme.MandateID(mandate))
	return a.planWith(cmd, s, o)
}

// mostYears bounds the years of running, so that sums of money stay whole numbers.
const mostYears = 100

func (a *app) checkSiting(f sitingFlags) error {
	for _, g := range []string{f.goal, f.against} {
		if g != "" && !slices.Contains(goalNames(), g) || f.goal == "" {
			return &complaint{text: a.sitingText("refuse.goal", g)}
		}
	}
	switch {
	case f.against == f.goal:
		return &complaint{text: a.sitingText("refuse.against")}
	case f.draws && a.format != "svg":
		return &complaint{text: a.sitingText("refuse.map")}
	case a.format == "svg" && f.against == "" && !f.draws:
		return &complaint{text: a.sitingText("refuse.svg")}
	}
	return a.checkSearch(f.options)
}

func (a *app) checkSearch(o siting.Options) error {
	switch {
	case o.Number < 0 || o.Minutes < 0 || o.Far < 0 || o.Years < 0 || o.Years > mostYears || o.PerOfficer < 0 || o.Gap < 0 || o.Gap >= 1 || o.Time < 0:
		return &complaint{text: a.sitingText("refuse.negative")}
	case o.ListYear != 0 && !slices.Contains(sweden.ListYears(), o.ListYear):
		return &complaint{text: a.sitingText("refuse.list-year", o.ListYear, strings.Trim(fmt.Sprint(sweden.ListYears()), "[]"))}
	}
	return nil
}

func (a *app) writeSiting(cmd *cobra.Command, p *plan.Plan, answer *summary.Siting, f sitingFlags) error {
	switch a.format {
	case "json":
		return summary.WriteJSON(a.out, answer)
	case "svg":
		draw := func() (*chart.Drawing, error) { return summary.DrawSiting(answer, a.lang) }
		if f.draws {
			draw = func() (*chart.Drawing, error) { return summary.DrawSitingMap(cmd.Context(), p, answer, a.lang) }
		}
		d, err := draw()
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
