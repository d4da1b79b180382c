package main

import (
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

func newCheck(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "check",
		Short:   a.t("cmd.check"),
		Long:    a.t("long.check"),
		Example: "  etablera check --programme my-programme",
		Args:    a.wants(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, mistakes, err := a.read(a.folder)
			if err != nil {
				return err
			}
			wrong := folder.HasErrors(mistakes)
			var matrix *summary.Matrix
			if !wrong {
				p, err := a.planOf(cmd, s)
				if err != nil {
					return err
				}
				matrix = summary.MatrixOf(p, a.lang)
			}
			c := summary.CheckOf(mistakes, matrix, a.lang)
			if a.format == "json" {
				err = summary.WriteJSON(a.out, c)
			} else {
				err = c.WriteText(a.out, a.lang)
			}
			if err == nil && wrong {
				return errNo
			}
			return err
		},
	}
}
