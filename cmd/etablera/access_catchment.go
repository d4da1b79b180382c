package main

import (
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
)

// catchmentFlags choose a measure of catchment and what it assumes.
type catchmentFlags struct {
	measure, decay, supply, demand string
	minutes                        int
}

func (a *app) addCatchmentFlags(cmd *cobra.Command, f *catchmentFlags) {
	flags := cmd.Flags()
	flags.StringVar(&f.measure, "catchment", "", a.t("flag.catchment"))
	flags.IntVar(&f.minutes, "catchment-minutes", 0, a.t("flag.catchment-minutes"))
	flags.StringVar(&f.decay, "decay", "", a.t("flag.decay"))
	flags.StringVar(&f.supply, "supply", coverage.SupplyOfficers, a.t("flag.supply"))
	flags.StringVar(&f.demand, "demand", coverage.Everyone, a.t("flag.demand"))
}

// longestCatchment bounds a catchment in minutes.
const longestCatchment = 480

// options are what the flags choose. Without a measure none of the others says
// anything.
func (f *catchmentFlags) options(a *app) (coverage.CatchmentOptions, error) {
	var none coverage.CatchmentOptions
	chosen := coverage.Measure(f.measure)
	switch {
	case f.measure == "" && (f.minutes != 0 || f.decay != "" || f.supply != coverage.SupplyOfficers || f.demand != coverage.Everyone):
		return none, a.wrong("wrong.catchment-alone")
	case f.measure == "":
		return none, nil
	case !slices.Contains(coverage.Measures, chosen):
		return none, a.wrong("wrong.catchment", f.measure)
	case f.minutes < 0 || f.minutes > longestCatchment:
		return none, a.wrong("wrong.catchment-minutes", f.minutes, longestCatchment)
	case f.supply != coverage.SupplyOfficers && f.supply != coverage.SupplyOffices:
		return none, a.wrong("wrong.supply", f.supply)
	case f.decay != "" && chosen == coverage.Floating:
		return none, a.wrong("wrong.decay-floating")
	}
	out := coverage.CatchmentOptions{Minutes: f.minutes, Supply: f.supply, Demand: f.demand}
	if f.decay == "" {
		return out, nil
	}
	var ok bool
	if out.Decay, ok = coverage.ParseDecay(f.decay); !ok {
		return none, a.wrong("wrong.decay", f.decay, strings.Join(coverage.DecayForms, ", "))
	}
	return out, nil
}

// knowsDemand complains where no group is called what was asked for.
func (a *app) knowsDemand(p *plan.Plan, f *catchmentFlags) error {
	var keys []string
	for _, g := range p.Coverage.Groups() {
		keys = append(keys, g.Key)
	}
	if !slices.Contains(keys, f.demand) {
		return a.wrong("wrong.demand", f.demand, strings.Join(keys, ", "))
	}
	return nil
}

// writeCatchment writes the answer in the forms in which a measure has one of its own.
func (a *app) writeCatchment(p *plan.Plan, answer *summary.Access) error {
	switch a.format {
	case "csv":
		return answer.Catchment.WriteCSV(a.out)
	case "geojson":
		return summary.WriteCatchmentGeoJSON(a.out, p, answer)
	}
	d, err := summary.DrawCatchment(p, answer, a.lang)
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
