package main

import (
	"fmt"

	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/files"
	"github.com/spf13/cobra"
)

func newReport(a *app) *cobra.Command {
	var out, deliverable string
	var sites bool
	cmd := &cobra.Command{
		Use:     "report",
		Short:   a.t("cmd.report"),
		Long:    a.t("long.report"),
		Example: "  etablera report --out out\n  etablera report --out out --deliverable delredovisning-1 --lang en",
		Args:    a.wants(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := a.plan(cmd)
			if err != nil {
				return err
			}
			if sites {
				bar, end := a.progress()
				for k, g := range siting.Goals {
					bar(a.sitingText("searching"), k, len(siting.Goals))
					if _, err = p.Siting.Best(cmd.Context(), g); err != nil {
						break // the report says what it lacks
					}
				}
				end()
			}
			doc, _, err := report.MakeContext(cmd.Context(), p, report.Options{Lang: a.lang, Deliverable: programme.DeliverableID(deliverable), Folder: a.programmed, Siting: sites})
			if err != nil {
				return err
			}
			written, err := files.Write(out, doc)
			for _, name := range written {
				fmt.Fprintln(a.out, name)
			}
			return err
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "out", a.t("flag.out"))
	cmd.Flags().StringVarP(&deliverable, "deliverable", "d", "", a.t("flag.deliverable"))
	cmd.Flags().BoolVar(&sites, "siting", false, a.t("flag.report-siting"))
	_ = cmd.MarkFlagDirname("out")
	return cmd
}
