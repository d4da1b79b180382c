package main

import (
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

func newPlan(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "plan",
		Short:   a.t("cmd.plan"),
		Long:    a.t("long.plan"),
		Example: "  etablera plan\n  etablera plan --programme my-programme --as-of 2022-12-31 --format json",
		Args:    a.wants(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := a.plan(cmd)
			if err != nil {
				return err
			}
			s := summary.Of(p, a.lang)
			if a.format == "json" {
				return summary.WriteJSON(a.out, s)
			}
			return s.WriteText(a.out, a.lang)
		},
	}
}
