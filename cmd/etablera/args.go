package main

import (
	"github.com/etablera/etablera/internal/spelling"
	"github.com/spf13/cobra"
)

// wants refuses fewer or more arguments than a command takes and shows how it is
// written; most < 0 is no bound.
func (a *app) wants(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return a.wrong("wrong.arguments", cmd.Name(), len(args), cmd.Parent().Name()+" "+cmd.Use)
		}
		return nil
	}
}

// unknownCommand refuses arguments that no command has taken, and names the
// command that is most like the first.
func (a *app) unknownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := nearCommand(root, args[0]); near != "" {
		return a.wrong("wrong.command-near", args[0], near)
	}
	return a.wrong("wrong.command", args[0])
}

func nearCommand(root *cobra.Command, name string) string {
	var known []string
	for _, c := range root.Commands() {
		known = append(known, c.Name())
	}
	if near, ok := spelling.Nearest(name, known); ok {
		return near
	}
	if like := root.SuggestionsFor(name); len(like) > 0 {
		return like[0]
	}
	return ""
}
