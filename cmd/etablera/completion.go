package main

import "github.com/spf13/cobra"

func newCompletion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:       "completion SHELL",
		Short:     a.t("cmd.completion"),
		Long:      a.t("long.completion"),
		Example:   "  source <(etablera completion bash)",
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args:      a.wants(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.out, true)
			case "zsh":
				return root.GenZshCompletion(a.out)
			case "fish":
				return root.GenFishCompletion(a.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.out)
			}
			return a.wrong("wrong.shell", args[0])
		},
	}
}
