package main

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

func newExplain(a *app) *cobra.Command {
	var depth int
	cmd := &cobra.Command{
		Use:   "explain [ADDRESS]",
		Short: "Show how a figure was made: rule, inputs, facts and sources",
		Long: `Show the tree under a figure: the rule that gave it, the figures and facts that the rule
was applied to, and the source of each fact. Without an address, list the addresses.`,
		Example: "  etablera explain economy/2023/running/total\n  etablera explain timetable/project/boden/p80 --depth 2",
		Args:    wants(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
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
	cmd.Flags().IntVar(&depth, "depth", 0, "how many levels to show; 0 shows all")
	return cmd
}
