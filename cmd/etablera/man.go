package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newMan(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: a.t("cmd.man"),
		Args:  a.wants(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return err
			}
			root := cmd.Root()
			root.DisableAutoGenTag = true
			for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
				if err := a.writePage(args[0], c); err != nil {
					return err
				}
			}
			_, err := fmt.Fprintln(a.out, args[0])
			return err
		},
	}
}

// writePage writes the manual page of a command, with its headings in the
// reader's language.
func (a *app) writePage(dir string, cmd *cobra.Command) error {
	var page bytes.Buffer
	if err := doc.GenMan(cmd, &doc.GenManHeader{Title: "ETABLERA", Section: "1", Source: "Etablera"}, &page); err != nil {
		return err
	}
	heads := strings.NewReplacer(
		".SH NAME\n", ".SH "+a.t("man.name")+"\n", ".SH SYNOPSIS\n", ".SH "+a.t("man.synopsis")+"\n",
		".SH DESCRIPTION\n", ".SH "+a.t("man.about")+"\n", ".SH OPTIONS\n", ".SH "+a.t("man.flags")+"\n",
		".SH OPTIONS INHERITED FROM PARENT COMMANDS\n", ".SH "+a.t("man.inherited")+"\n",
		".SH EXAMPLE\n", ".SH "+a.t("man.example")+"\n", ".SH SEE ALSO\n", ".SH "+a.t("man.see-also")+"\n",
		"[flags]", a.t("help.options"))
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-") + ".1"
	return os.WriteFile(filepath.Join(dir, name), []byte(heads.Replace(page.String())), 0o644)
}
