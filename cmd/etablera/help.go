package main

import (
	"strings"
	"unicode/utf8"

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
		"trimTrailingWhitespaces", "trimTrailingWhitespaces | etablera_flags | etablera_words",
	).Replace(template)
	cobra.AddTemplateFunc("etablera_words", strings.NewReplacer("(default ", a.t("help.default"), "[flags]", a.t("help.options")).Replace)
	cobra.AddTemplateFunc("etablera_flags", aligned)
	root.SetUsageTemplate(template)
}

// aligned sets the texts of flags in one column. The library pads by bytes, so that a
// letter of two bytes moves the text of its line.
func aligned(flags string) string {
	lines := strings.Split(flags, "\n")
	width := 0
	for _, line := range lines {
		if name, _, ok := flagLine(line); ok {
			width = max(width, utf8.RuneCountInString(name))
		}
	}
	for i, line := range lines {
		if name, text, ok := flagLine(line); ok {
			lines[i] = name + strings.Repeat(" ", width-utf8.RuneCountInString(name)+3) + text
		}
	}
	return strings.Join(lines, "\n")
}

// flagLine divides a line at the three or more spaces between a flag and its text.
func flagLine(line string) (name, text string, ok bool) {
	bare := strings.TrimLeft(line, " ")
	end := strings.Index(bare, "   ")
	if end < 0 || bare[0] != '-' {
		return "", "", false
	}
	return line[:len(line)-len(bare)+end], strings.TrimLeft(bare[end:], " "), true
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
