package main

import (
	"context"
	"errors"
	"io"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

// answer is what a command gives, as text or JSON.
type answer interface {
	WriteText(io.Writer, locale.Lang) error
}

func newPlan(a *app) *cobra.Command {
	var promises, history, scores bool
	var leaders timetable.Leaders
	cmd := &cobra.Command{
		Use:   "plan",
		Short: a.t("cmd.plan"),
		Long:  a.t("long.plan"),
		Example: "  etablera plan\n  etablera plan --programme my-programme --as-of 2022-12-31 --format json\n" +
			"  etablera plan --promises\n  etablera plan --history --as-of 2023-06-20",
		Args: a.wants(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			chosen := 0
			for _, flag := range []bool{promises, history, scores} {
				if flag {
					chosen++
				}
			}
			led := cmd.Flags().Changed("leaders")
			if led {
				chosen++
			}
			if !led && cmd.Flags().Changed("each") {
				return a.wrong("wrong.each")
			}
			if leaders.Count < 0 || leaders.Count > mostLeaders || leaders.Each < 1 || leaders.Each > mostLeaders {
				return a.wrong("wrong.leaders", mostLeaders)
			}
			if chosen > 1 {
				return a.wrong("wrong.one-view")
			}
			p, err := a.plan(cmd)
			if err != nil {
				return err
			}
			if led {
				return a.leaders(cmd.Context(), p, leaders)
			}
			s, err := planAnswer(cmd.Context(), p, a.lang, promises, history, scores)
			if err != nil {
				return err
			}
			if a.format == "json" {
				return summary.WriteJSON(a.out, s)
			}
			return s.WriteText(a.out, a.lang)
		},
	}
	cmd.Flags().IntVar(&leaders.Count, "leaders", 0, a.t("flag.leaders"))
	cmd.Flags().IntVar(&leaders.Each, "each", 1, a.t("flag.each"))
	cmd.Flags().BoolVar(&promises, "promises", false, a.t("flag.promises"))
	cmd.Flags().BoolVar(&history, "history", false, a.t("flag.history"))
	cmd.Flags().BoolVar(&scores, "scores", false, a.t("flag.scores"))
	return cmd
}

// mostLeaders bounds the leaders that can be asked about.
const mostLeaders = 1000

// leaders prints the plan under so many leaders, 0 being those of the facts.
func (a *app) leaders(ctx context.Context, p *plan.Plan, with timetable.Leaders) error {
	if _, at := p.Timetable.LeadersStated(); with.Count == 0 && at < 0 {
		return a.wrong("wrong.no-leaders")
	}
	if ctx == nil {
		ctx = context.Background()
	}
	answer, err := summary.LeadersOf(ctx, p, a.lang, with)
	var nothing *timetable.NoWork
	if errors.As(err, &nothing) {
		return a.wrong("wrong.no-work", nothing.Without)
	}
	if err != nil {
		return err
	}
	if a.format == "json" {
		return summary.WriteJSON(a.out, answer)
	}
	return answer.WriteText(a.out, a.lang)
}

func planAnswer(ctx context.Context, p *plan.Plan, lang locale.Lang, promises, history, scores bool) (answer, error) {
	switch {
	case promises:
		return summary.PromisesOf(p, lang), nil
	case history:
		return summary.HistoryOf(ctx, p, lang)
	case scores:
		return summary.ScoresOf(ctx, p, lang)
	}
	return summary.Of(p, lang), nil
}
