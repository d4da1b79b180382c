package main

import (
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

func newCheck(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check the facts, and the mandate's clauses against the plan",
		Long: `Check a programme: first its facts, each mistake with file:line:column and what would be
right; then, if they hold, every clause of the mandate against the plan. The exit code is 1
if a fact is wrong. A clause that is not met is news, not a mistake: it does not change the code.`,
		Example: "  etablera check --programme my-programme",
		Args:    wants(0, 0),
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
