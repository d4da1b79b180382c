package main

import (
	"fmt"
	"runtime"

	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

func newVersion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.t("cmd.version"),
		Args:  a.wants(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return a.printVersion()
		},
	}
}

func (a *app) printVersion() error {
	if a.format == "json" {
		return summary.WriteJSON(a.out, summary.Version{Schema: "etablera.version/1", Version: version, Go: runtime.Version()})
	}
	_, err := fmt.Fprintf(a.out, "etablera %s (%s)\n", version, runtime.Version())
	return err
}
