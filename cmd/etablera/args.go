package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// wants refuses fewer or more arguments than a command takes and shows how it is
// written; most < 0 is no bound.
func wants(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return fmt.Errorf("%s does not take %d arguments: write %s", cmd.Name(), len(args), cmd.Parent().Name()+" "+cmd.Use)
		}
		return nil
	}
}
