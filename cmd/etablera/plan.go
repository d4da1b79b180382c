package main

import (
	"context"
	"io"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

// answer is what a command gives, as text or JSON.
type answer interface {
	WriteText(io.Writer, locale.Lang) error
}

func newPlan(a *app) *cobra.Command {
	var promises, history, scores bool
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
			if chosen > 1 {
				return a.wrong("wrong.one-view")
			}
			p, err := a.plan(cmd)
			if err != nil {
				return err
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
	cmd.Flags().BoolVar(&promises, "promises", false, a.t("flag.promises"))
	cmd.Flags().BoolVar(&history, "history", false, a.t("flag.history"))
	cmd.Flags().BoolVar(&scores, "scores", false, a.t("flag.scores"))
	return cmd
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
