package main

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/travel/estimate"
	"github.com/etablera/etablera/travel/matrix"
	"github.com/spf13/cobra"
)

// accessFlags are what access asks for.
type accessFlags struct {
	mode, on, by, compare, scenario, matrix string
	hours, visits                           bool
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
	flags.StringVar(&f.scenario, "scenario", "", a.t("flag.scenario"))
	flags.StringVar(&f.matrix, "matrix", "", a.t("flag.matrix"))
	_ = cmd.MarkFlagFilename("scenario", "yaml")
	_ = cmd.MarkFlagFilename("matrix", "csv")
	flags.BoolVar(&f.visits, "visits", false, a.t("flag.visits"))
	flags.BoolVar(&f.hours, "hours", false, a.t("flag.hours"))
	return cmd
}

// access makes the plan with times of travel, and the answer.
func (a *app) access(cmd *cobra.Command, f accessFlags) (*summary.Access, error) {
	if err := a.overlay(f.scenario); err != nil {
		return nil, err
	}
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
	return summary.AccessOf(p, a.lang, summary.AccessOptions{By: programme.AreaUnit(f.by), Hours: f.hours, Visits: f.visits, Comparison: f.compare}), nil
}

func (a *app) accessOptions(f accessFlags) (plan.Options, error) {
	var o coverage.Options
	var err error
	switch {
	case f.matrix != "":
		if o.Method, err = a.matrix(f.matrix, f.mode); err != nil {
			return plan.Options{}, err
		}
	case f.mode == "estimate", f.mode == "car":
	case f.mode == "walk":
		o.Method = coverage.Estimate{Parameters: estimate.Walk()}
	case f.mode == "transit":
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

// overlay has a scenario in a file of its own read together with the programme.
func (a *app) overlay(file string) error {
	if file == "" {
		return nil
	}
	const most = 4 << 20
	text, err := a.readBounded(file, most)
	a.beside, a.besideText = filepath.Base(file), text
	return err
}

// maxMatrix bounds a table of times in bytes.
const maxMatrix = 2 << 30

// matrix reads a table of times. Estimate, the mode when nobody has said, says
// nothing of how the times in a table were computed.
func (a *app) matrix(file, mode string) (coverage.Method, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	limits := matrix.Usual
	limits.Bytes = maxMatrix
	m, err := matrix.Read(bufio.NewReaderSize(f, 1<<20), limits)
	var mistake *matrix.Error
	if errors.As(err, &mistake) {
		return nil, &complaint{a.t("wrong.matrix", file, mistake.Line, mistake.Column, a.t(matrixTexts[mistake.Kind]), mistake.Got), err}
	}
	if err != nil {
		return nil, err
	}
	switch mode {
	case "estimate":
		mode = ""
	case "car", "walk", "transit":
	default:
		return nil, a.wrong("wrong.mode", mode)
	}
	return coverage.Tabled{Table: m, Name: filepath.Base(file), Mode: mode}, nil
}

// matrixTexts say what is wrong with a table.
var matrixTexts = map[matrix.Kind]string{
	matrix.NotCSV: "wrong.matrix-not-csv", matrix.NoColumn: "wrong.matrix-no-column", matrix.NoKey: "wrong.matrix-no-key",
	matrix.Number: "wrong.matrix-number", matrix.Twice: "wrong.matrix-twice", matrix.TooLarge: "wrong.matrix-too-large",
	matrix.NotUTF8: "wrong.matrix-not-utf", matrix.Empty: "wrong.matrix-empty",
}
