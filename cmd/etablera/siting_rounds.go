package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

// roundsFlags are what siting rounds asks for, beside the times of travel.
type roundsFlags struct {
	access        accessFlags
	goal, against string
	mandate       string
	sizes         string
	options       rounds.Options
}

func newSitingRounds(a *app) *cobra.Command {
	var f roundsFlags
	cmd := &cobra.Command{
		Use:         "rounds",
		Short:       a.roundsText("short"),
		Long:        a.roundsText("long"),
		Example:     "  etablera siting rounds\n  etablera siting rounds --leaders 16 --goal access\n  etablera siting rounds --sizes 13-15,13-15 --format json\n  etablera siting rounds --goal access --against areas --format svg > tradeoff.svg",
		Args:        a.wants(0, 0),
		Annotations: map[string]string{formats: "text json svg"},
		RunE:        func(cmd *cobra.Command, _ []string) error { return a.sitingRounds(cmd, f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.goal, "goal", string(rounds.Balance), a.roundsText("goal"))
	flags.StringVar(&f.against, "against", "", a.roundsText("against"))
	flags.StringVar(&f.mandate, "mandate", "", a.roundsText("mandate"))
	flags.StringVar(&f.sizes, "sizes", "", a.roundsText("sizes"))
	flags.IntVar(&f.options.Leaders.Count, "leaders", 0, a.roundsText("leaders"))
	flags.IntVar(&f.options.Leaders.Each, "each", 1, a.roundsText("each"))
	flags.IntVar(&f.options.Nodes, "nodes", 0, a.roundsText("nodes"))
	a.timesFlags(cmd, &f.access)
	for _, name := range []string{"goal", "against"} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(roundsGoals(), cobra.ShellCompDirectiveNoFileComp))
	}
	return cmd
}

func roundsGoals() []string {
	var out []string
	for _, g := range rounds.Goals {
		out = append(out, string(g))
	}
	return out
}

// sitingRounds makes the plan, searches and writes the answer. Where the rounds cannot
// have any sizes that keep all limits, the answer is no.
func (a *app) sitingRounds(cmd *cobra.Command, f roundsFlags) error {
	if err := a.checkRounds(&f); err != nil {
		return err
	}
	p, err := a.planToSearch(cmd, f.access, f.mandate, func(o *plan.Options, mandate programme.MandateID) {
		o.Rounds = f.options
		o.Rounds.Mandate = mandate
	})
	if err != nil {
		return err
	}
	if n := len(p.Rounds.Rounds); len(f.options.Sizes) > 0 && n > 0 && len(f.options.Sizes) != n {
		return &complaint{text: a.roundsText("refuse.sizes-count", len(f.options.Sizes), n)}
	}
	if err := a.measure(cmd, p); err != nil {
		return err
	}
	bar, end := a.progress()
	answer, err := summary.RoundsOf(cmd.Context(), p, a.lang, summary.RoundsOptions{Goal: rounds.Goal(f.goal), Against: rounds.Goal(f.against),
		Tell: func(done, of int) { bar(a.roundsText("searching"), done, of) }})
	end()
	if err != nil {
		return a.sayRounds(err)
	}
	return a.writeRounds(answer)
}

// sayRounds puts an error of the rounds in the reader's words.
func (a *app) sayRounds(err error) error {
	var nothing rounds.NoRoundsError
	var undivided rounds.UndividedError
	var sizes rounds.SizesError
	switch {
	case errors.As(err, &nothing):
		return &complaint{a.roundsText("refuse.nothing"), err}
	case errors.As(err, &undivided):
		return &complaint{a.roundsText("refuse.undivided", undivided.Office), err}
	case errors.As(err, &sizes):
		return &complaint{a.roundsText("refuse.no-sizes", strings.Join(a.sizeLimits(sizes.Rounds), "; ")), err}
	}
	return err
}

// sizeLimits says of each round what it may be and why.
func (a *app) sizeLimits(list []rounds.Round) []string {
	var out []string
	for k := range list {
		x := &list[k]
		var why []string
		for _, l := range x.Limits {
			most := "…"
			if l.Size.Most >= 0 {
				most = strconv.Itoa(l.Size.Most)
			}
			if say := a.roundsText("limit."+l.Key) + " " + strconv.Itoa(l.Size.Least) + "–" + most; !slices.Contains(why, say) {
				why = append(why, say)
			}
		}
		out = append(out, x.Name.In(string(a.lang))+": "+strings.Join(why, ", "))
	}
	return out
}

func (a *app) checkRounds(f *roundsFlags) error {
	for _, g := range []string{f.goal, f.against} {
		if g != "" && !slices.Contains(roundsGoals(), g) || f.goal == "" {
			return &complaint{text: a.roundsText("refuse.goal", g)}
		}
	}
	l := f.options.Leaders
	switch {
	case f.against == f.goal:
		return &complaint{text: a.roundsText("refuse.against")}
	case l.Count < 0 || l.Count > mostLeaders || l.Each < 1 || l.Each > mostLeaders:
		return a.wrong("wrong.leaders", mostLeaders)
	case f.options.Nodes < 0:
		return &complaint{text: a.roundsText("refuse.nodes")}
	case a.format == "svg" && f.against == "":
		return &complaint{text: a.roundsText("refuse.svg")}
	}
	if f.sizes == "" {
		return nil
	}
	for part := range strings.SplitSeq(f.sizes, ",") {
		low, high, isRange := strings.Cut(part, "-")
		if !isRange {
			high = low
		}
		least, err := strconv.Atoi(strings.TrimSpace(low))
		most, err2 := strconv.Atoi(strings.TrimSpace(high))
		if err != nil || err2 != nil || least < 0 || most < least {
			return &complaint{text: a.roundsText("refuse.sizes", part)}
		}
		f.options.Sizes = append(f.options.Sizes, rounds.Size{Least: least, Most: most})
	}
	return nil
}

func (a *app) writeRounds(answer *summary.Rounds) error {
	switch a.format {
	case "json":
		return summary.WriteJSON(a.out, answer)
	case "svg":
		d, err := summary.DrawRounds(answer, a.lang)
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
