package main

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

func newExplain(a *app) *cobra.Command {
	var depth int
	var scenario string
	cmd := &cobra.Command{
		Use:     "explain [ADDRESS]",
		Short:   a.t("cmd.explain"),
		Long:    a.t("long.explain"),
		Example: "  etablera explain economy/2023/running/total\n  etablera explain timetable/project/boden/p80 --depth 2",
		Args:    a.wants(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.overlay(scenario); err != nil {
				return err
			}
			p, err := a.plan(cmd)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return summary.WriteAddresses(a.out, p, a.lang, a.format == "json")
			}
			node, err := summary.Explain(p, figure.Address(args[0]), depth)
			if err != nil {
				return err
			}
			if a.format == "json" {
				return summary.WriteJSON(a.out, summary.TreeOf(p, node, a.lang))
			}
			return summary.TreeOf(p, node, a.lang).WriteText(a.out, a.lang)
		},
	}
	cmd.Flags().StringVar(&scenario, "scenario", "", a.t("flag.scenario"))
	cmd.Flags().IntVar(&depth, "depth", 0, a.t("flag.depth"))
	return cmd
}
