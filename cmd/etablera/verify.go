package main

import (
	"github.com/etablera/etablera/internal/report/verify"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

func newVerify(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "verify REPORT",
		Short:   a.t("cmd.verify"),
		Long:    a.t("long.verify"),
		Example: "  etablera verify out/delredovisning-1.docx\n  etablera verify out/delredovisning-1.html --as-of 2023-12-31",
		Args:    a.wants(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			content, err := a.readBounded(args[0], verify.MaxInput)
			if err != nil {
				return err
			}
			doc, err := verify.Read(args[0], content)
			if err != nil {
				return err
			}
			if a.asOf == "" {
				a.asOf = doc.Manifest.AsOf.String()
			}
			a.seed, a.runs = doc.Manifest.Seed, doc.Manifest.Runs
			p, err := a.plan(cmd)
			if err != nil {
				return err
			}
			result := summary.VerifiedOf(args[0], verify.Check(doc, p), a.lang)
			if a.format == "json" {
				err = summary.WriteJSON(a.out, result)
			} else {
				err = result.WriteText(a.out, a.lang)
			}
			if err == nil && !result.Holds {
				return errNo
			}
			return err
		},
	}
}
