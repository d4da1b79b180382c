package main

import (
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/travel/estimate"
	"github.com/spf13/cobra"
)

// accessFlags are what access asks for.
type accessFlags struct {
	mode, on, by, compare string
	hours                 bool
}

func newAccess(a *app) *cobra.Command {
	var f accessFlags
	cmd := &cobra.Command{
		Use:     "access",
		Short:   a.t("cmd.access"),
		Long:    a.t("long.access"),
		Example: "  etablera access\n  etablera access --by county --mode walk\n  etablera access --as-of 2026-03-01 --on 2021-09-24",
		Args:    a.wants(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			answer, err := a.access(cmd, f)
			if err != nil {
				return err
			}
			if a.format == "json" {
				return summary.WriteJSON(a.out, answer)
			}
			return answer.WriteText(a.out, a.lang)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.mode, "mode", "estimate", a.t("flag.mode"))
	flags.StringVar(&f.on, "on", "", a.t("flag.on"))
	flags.StringVar(&f.by, "by", "", a.t("flag.by"))
	flags.StringVar(&f.compare, "compare", "", a.t("flag.compare"))
	flags.BoolVar(&f.hours, "hours", false, a.t("flag.hours"))
	return cmd
}

// access makes the plan with times of travel, and the answer.
func (a *app) access(cmd *cobra.Command, f accessFlags) (*summary.Access, error) {
	s, err := a.usable(a.folder)
	if err != nil {
		return nil, err
	}
	o, err := a.accessOptions(f)
	if err != nil {
		return nil, err
	}
	p, err := a.planWith(cmd, s, o)
	if err != nil {
		return nil, err
	}
	return summary.AccessOf(p, a.lang, summary.AccessOptions{By: programme.AreaUnit(f.by), Hours: f.hours, Comparison: f.compare}), nil
}

func (a *app) accessOptions(f accessFlags) (plan.Options, error) {
	var o coverage.Options
	switch f.mode {
	case "estimate", "car":
		o.Method = coverage.Estimate{Parameters: estimate.Car()}
	case "walk":
		o.Method = coverage.Estimate{Parameters: estimate.Walk()}
	case "transit":
		return plan.Options{}, a.wrong("wrong.no-transit")
	default:
		return plan.Options{}, a.wrong("wrong.mode", f.mode)
	}
	switch f.by {
	case "", "municipality", "county", "category":
	default:
		return plan.Options{}, a.wrong("wrong.by", f.by)
	}
	if f.on != "" {
		day, err := civil.ParseDate(f.on)
		if err != nil {
			return plan.Options{}, a.wrong("wrong.on", f.on)
		}
		o.On = day
	}
	return plan.Options{Access: o}, nil
}
