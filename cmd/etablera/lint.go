package main

import (
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/lint"
	"github.com/etablera/etablera/internal/report/verify"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

// maxText bounds a text that is linted, in bytes.
const maxText = 64 << 20

func newLint(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "lint FILE…",
		Short:   a.t("cmd.lint"),
		Long:    a.t("long.lint"),
		Example: "  etablera lint report.docx",
		Args:    a.wants(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.usable(a.folder)
			if err != nil {
				return err
			}
			facts := report.LintFacts(s)
			var all []summary.Linted
			for _, name := range args {
				text, err := a.readBounded(name, maxText)
				if err != nil {
					return err
				}
				read, err := lint.Read(name, text)
				if err != nil {
					return err
				}
				held := facts
				if doc, err := verify.Read(name, text); err == nil {
					held.Bound, held.Figures = true, report.LintFigures(doc.Manifest)
				}
				all = append(all, summary.LintedOf(name, lint.Check(read, held), a.lang))
			}
			findings := summary.FindingsOf(all)
			if a.format == "json" {
				err = summary.WriteJSON(a.out, findings)
			} else {
				err = findings.WriteText(a.out, a.lang)
			}
			if err == nil && findings.Errors > 0 {
				return errNo
			}
			return err
		},
	}
}
