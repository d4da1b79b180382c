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
		Use:   "report",
		Short: "Write the report to the government as HTML, DOCX and XLSX",
		Long: `Write the report that is due: text, tables and charts from the plan, in which every figure
is bound to its address, and the figures' manifest beside it. Without --deliverable: the one
that is next due on the day of the plan. Files are written whole or not at all.`,
		Example: "  etablera report --out out\n  etablera report --out out --deliverable delredovisning-1 --lang en",
		Args:    wants(0, 0),
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
	cmd.Flags().StringVarP(&out, "out", "o", "out", "folder to write to")
	cmd.Flags().StringVarP(&deliverable, "deliverable", "d", "", "which report to write, by its id")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}
