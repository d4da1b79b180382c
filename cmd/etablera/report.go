package main

import (
	"fmt"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/files"
	"github.com/spf13/cobra"
)

func newReport(a *app) *cobra.Command {
	var out, deliverable string
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
			doc, _, err := report.Make(p, report.Options{Lang: a.lang, Deliverable: programme.DeliverableID(deliverable), Folder: a.programmed})
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
	_ = cmd.MarkFlagDirname("out")
	return cmd
}
