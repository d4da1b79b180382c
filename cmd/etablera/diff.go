package main

import (
	"os"

	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/change"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

func newDiff(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "diff A B",
		Short:   a.t("cmd.diff"),
		Long:    a.t("long.diff"),
		Example: "  etablera diff programme-2021 programme-2022\n  etablera diff nyhet-2021-05-26 delredovisning-1",
		Args:    a.wants(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			var d *change.Set
			var err error
			if isDir(args[0]) || isDir(args[1]) {
				d, err = a.diffFolders(cmd, args[0], args[1])
			} else {
				d, err = a.diffBaselines(args[0], args[1])
			}
			if err != nil {
				return err
			}
			s := summary.ChangesOf(d, a.lang)
			if a.format == "json" {
				return summary.WriteJSON(a.out, s)
			}
			// Two folders of one programme have one name: the folder tells them apart.
			if s.Before.Name == s.After.Name {
				s.Before.Name += " – " + args[0]
				s.After.Name += " – " + args[1]
			}
			return s.WriteText(a.out, a.lang)
		},
	}
}

func (a *app) diffFolders(cmd *cobra.Command, before, after string) (*change.Set, error) {
	var plans [2]*plan.Plan
	for i, dir := range []string{before, after} {
		s, err := a.usable(dir)
		if err != nil {
			return nil, err
		}
		if plans[i], err = a.planOf(cmd, s); err != nil {
			return nil, err
		}
	}
	return change.Plans(plans[0], plans[1]), nil
}

func (a *app) diffBaselines(before, after string) (*change.Set, error) {
	s, err := a.usable(a.folder)
	if err != nil {
		return nil, err
	}
	return change.Baselines(programme.NewIndex(s), programme.BaselineID(before), programme.BaselineID(after))
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
