package main

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	mode, on, by, compare, scenario, matrix, chart, population string
	network, date, window                                      string
	percentile                                                 int
	hours, visits                                              bool
	catchment                                                  catchmentFlags
	back                                                       returnFlags
}

func newAccess(a *app) *cobra.Command {
	var f accessFlags
	cmd := &cobra.Command{
		Use:     "access",
		Short:   a.t("cmd.access"),
		Long:    a.t("long.access"),
		Example: "  etablera access\n  etablera access --by county --mode walk\n  etablera access --scenario closings.yaml --format svg --chart change > change.svg\n  etablera access --as-of 2026-03-01 --on 2021-09-24",
		Args:    a.wants(0, 0),
		// The forms that it answers in beside text and JSON.
		Annotations: map[string]string{formats: "text json csv geojson svg"},
		RunE:        func(cmd *cobra.Command, _ []string) error { return a.access(cmd, f) },
	}
	a.timesFlags(cmd, &f)
	flags := cmd.Flags()
	flags.StringVar(&f.on, "on", "", a.t("flag.on"))
	flags.StringVar(&f.by, "by", "", a.t("flag.by"))
	flags.StringVar(&f.compare, "compare", "", a.t("flag.compare"))
	flags.StringVar(&f.chart, "chart", "map", a.t("flag.chart"))
	flags.BoolVar(&f.visits, "visits", false, a.t("flag.visits"))
	flags.BoolVar(&f.hours, "hours", false, a.t("flag.hours"))
	a.addCatchmentFlags(cmd, &f.catchment)
	a.addReturnFlags(cmd, &f.back)
	return cmd
}

// timesFlags adds the flags that say whose times of travel are computed, and how.
func (a *app) timesFlags(cmd *cobra.Command, f *accessFlags) {
	flags := cmd.Flags()
	flags.StringVar(&f.mode, "mode", "estimate", a.t("flag.mode"))
	flags.StringVar(&f.scenario, "scenario", "", a.t("flag.scenario"))
	flags.StringVar(&f.population, "population", "", a.t("flag.population"))
	flags.StringVar(&f.matrix, "matrix", "", a.t("flag.matrix"))
	flags.StringVar(&f.network, "network", "", a.t("flag.network"))
	flags.StringVar(&f.date, "date", "", a.networkText("date"))
	flags.StringVar(&f.window, "window", "07:00-09:00", a.networkText("window"))
	flags.IntVar(&f.percentile, "percentile", 50, a.networkText("percentile"))
	_ = cmd.MarkFlagFilename("scenario", "yaml")
	_ = cmd.MarkFlagFilename("population", "csv")
	_ = cmd.MarkFlagFilename("matrix", "csv", "parquet")
}

// access makes the plan with times of travel, and writes the answer.
func (a *app) access(cmd *cobra.Command, f accessFlags) error {
	if err := a.overlay(f.scenario); err != nil {
		return err
	}
	s, err := a.usable(a.folder)
	if err != nil {
		return err
	}
	o, err := a.accessOptions(f)
	if err != nil {
		return err
	}
	if o.Access.Catchment, err = f.catchment.options(a); err != nil {
		return err
	}
	if o.Access.Return, err = f.back.options(a, f); err != nil {
		return err
	}
	p, err := a.planWith(cmd, s, o)
	if err != nil {
		return err
	}
	if err := a.prepareAccess(cmd, p); err != nil {
		return err
	}
	if err := a.knowsDemand(p, &f.catchment); err != nil {
		return err
	}
	answer := summary.AccessOf(p, a.lang, summary.AccessOptions{By: programme.AreaUnit(f.by), Hours: f.hours, Visits: f.visits, Comparison: f.compare, Catchment: coverage.Measure(f.catchment.measure)})
	if f.compare != "" && answer.Chosen != f.compare {
		return a.wrong("wrong.compare", f.compare, comparisons(answer))
	}
	switch {
	case a.format == "json":
		return summary.WriteJSON(a.out, answer)
	case answer.Catchment != nil && a.format != "text":
		return a.writeCatchment(p, answer)
	}
	switch a.format {
	case "csv":
		return answer.WriteCSV(a.out)
	case "geojson":
		return summary.WriteAccessGeoJSON(a.out, p, answer)
	case "svg":
		return a.drawAccess(p, answer, f.chart)
	}
	return answer.WriteText(a.out, a.lang)
}

// measure computes the times ahead of a search where they come from a network or a
// table, with progress, so that it can be called off.
func (a *app) measure(cmd *cobra.Command, p *plan.Plan) error {
	if p.Coverage.About.IsEstimate {
		return nil
	}
	return a.prepareAccess(cmd, p)
}

// prepareAccess computes the times ahead, and says how far it has come where that
// takes long: by the estimate it does not.
func (a *app) prepareAccess(cmd *cobra.Command, p *plan.Plan) error {
	bar, end := a.progress()
	defer end()
	if p.Coverage.About.IsEstimate {
		return p.Coverage.Prepare(cmd.Context(), nil)
	}
	tell := func(done, of int) { bar(a.t("help.times"), done, of) }
	if err := p.Coverage.Prepare(cmd.Context(), tell); err != nil {
		return a.sayNetwork(err)
	}
	return a.sayNetwork(p.Coverage.PrepareReturns(cmd.Context(), tell))
}

func comparisons(answer *summary.Access) string {
	var ids []string
	for _, c := range answer.Changes {
		ids = append(ids, c.ID)
	}
	return strings.Join(ids, ", ")
}

func (a *app) drawAccess(p *plan.Plan, answer *summary.Access, name string) error {
	if !slices.Contains(summary.AccessCharts, name) {
		return a.wrong("wrong.chart", name)
	}
	d, err := summary.DrawAccess(p, answer, name, a.lang)
	if err != nil {
		return err
	}
	svg, err := d.SVG()
	if err != nil {
		return err
	}
	_, err = a.out.Write(svg)
	return err
}

func (a *app) accessOptions(f accessFlags) (plan.Options, error) {
	var o coverage.Options
	var err error
	switch {
	case f.matrix != "":
		if o.Method, err = a.matrix(f.matrix, f.mode); err != nil {
			return plan.Options{}, err
		}
	case f.network != "":
		if o.Method, err = a.networked(f); err != nil {
			return plan.Options{}, a.sayNetwork(err)
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
	if f.population != "" {
		if o.Population, err = a.population(f.population); err != nil {
			return plan.Options{}, err
		}
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

// population reads people in points. The day of the numbers is not in the table, so
// the file's name is all that the answer says of them.
func (a *app) population(file string) (*coverage.Population, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	p, err := coverage.ReadPopulation(bufio.NewReaderSize(f, 1<<20), filepath.Base(file), a.lang.T("unknown"))
	var mistake *coverage.PopulationError
	if errors.As(err, &mistake) {
		return nil, &complaint{a.t("wrong.population", file, mistake.Line, mistake.Column, a.lang.T(mistake.Key, mistake.Args...)), err}
	}
	return p, err
}
