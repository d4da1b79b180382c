package main

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

func newExplain(a *app) *cobra.Command {
	var depth int
	var f sitingFlags
	cmd := &cobra.Command{
		Use:     "explain [ADDRESS]",
		Short:   a.t("cmd.explain"),
		Long:    a.t("long.explain"),
		Example: "  etablera explain economy/2023/running/total\n  etablera explain timetable/project/boden/p80 --depth 2\n  etablera explain siting/best/areas/value --p 30",
		Args:    a.wants(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.checkSearch(f.options); err != nil {
				return err
			}
			p, err := a.searched(cmd, f)
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
	// Figures of access and siting depend on what these choose.
	a.searchFlags(cmd, &f)
	cmd.Flags().IntVar(&depth, "depth", 0, a.t("flag.depth"))
	return cmd
}
