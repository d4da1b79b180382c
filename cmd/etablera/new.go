package main

import (
	"fmt"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/folder"
	"github.com/spf13/cobra"
)

func newNew(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: a.t("cmd.new"),
		Args:  a.wants(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.copyOut(args[0], func(dir string) error { return folder.Copy(examples.Start(), dir) })
		},
	}
}

func newExample(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "example DIR",
		Short: a.t("cmd.example"),
		Args:  a.wants(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.copyOut(args[0], func(dir string) error { return folder.Copy(examples.Uppdrag2021(), dir) })
		},
	}
}

func (a *app) copyOut(dir string, copyTo func(string) error) error {
	if err := copyTo(dir); err != nil {
		return err
	}
	fmt.Fprintln(a.out, dir)
	return nil
}
