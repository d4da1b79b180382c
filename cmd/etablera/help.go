package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// speak sets the headings of every help text in the reader's language. The
// library writes "(default …)" after a flag itself, so that is changed last.
func (a *app) speak(root *cobra.Command) {
	// The two examples of the flags' block in the library's own template.
	template := root.UsageTemplate()
	template = strings.NewReplacer(
		"Use \"{{.CommandPath}} [command] --help\" for more information about a command.", a.t("help.more"),
		"{{.UseLine}}", "{{with $line := .UseLine}}{{etablera_words $line}}{{end}}",
		"Usage:", a.t("help.usage"), "Examples:", a.t("help.examples"), "Available Commands:", a.t("help.commands"),
		"Global Flags:", a.t("help.global"), "\nFlags:", "\n"+a.t("help.flags"), "[command]", a.t("help.command"),
		"trimTrailingWhitespaces", "trimTrailingWhitespaces | etablera_words",
	).Replace(template)
	cobra.AddTemplateFunc("etablera_words", strings.NewReplacer("(default ", a.t("help.default"), "[flags]", a.t("help.options")).Replace)
	root.SetUsageTemplate(template)
}

func newHelp(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: a.t("cmd.help"),
		Args:  a.wants(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Root().Help()
			}
			for _, c := range cmd.Root().Commands() {
				if c.Name() == args[0] {
					c.InitDefaultHelpFlag()
					return c.Help()
				}
			}
			return a.unknownCommand(cmd.Root(), args)
		},
	}
}
