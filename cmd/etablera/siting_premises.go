package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/siting/premises"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/spelling"
	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/spf13/cobra"
)

// premisesFlags are what siting premises asks for, beside the times of travel.
type premisesFlags struct {
	access       accessFlags
	office, file string
	areas        []string
	listYear     int
}

func newSitingPremises(a *app) *cobra.Command {
	var f premisesFlags
	cmd := &cobra.Command{
		Use:   "premises",
		Short: a.premisesText("short"),
		Long:  a.premisesText("long"),
		Example: "  etablera siting premises\n  etablera siting premises --premises lokaler.csv --office malmo-mobilia --network malmo.net --date 2021-11-09\n" +
			"  etablera siting premises --office malmo-mobilia --format svg > lokaler.svg",
		Args:        a.wants(0, 0),
		Annotations: map[string]string{formats: "text json csv svg"},
		RunE:        func(cmd *cobra.Command, _ []string) error { return a.complain(a.sitingPremises(cmd, f)) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.file, "premises", "", a.premisesText("premises"))
	flags.StringVar(&f.office, "office", "", a.premisesText("office"))
	flags.StringArrayVar(&f.areas, "area", nil, a.premisesText("area"))
	flags.IntVar(&f.listYear, "list-year", 0, a.premisesText("list-year"))
	flags.StringVar(&f.access.population, "population", "", a.t("flag.population"))
	flags.StringVar(&f.access.network, "network", "", a.premisesText("network"))
	flags.StringVar(&f.access.matrix, "matrix", "", a.premisesText("matrix"))
	flags.StringVar(&f.access.mode, "mode", "", a.premisesText("mode"))
	flags.StringVar(&f.access.date, "date", "", a.networkText("date"))
	flags.StringVar(&f.access.window, "window", "07:00-09:00", a.networkText("window"))
	flags.IntVar(&f.access.percentile, "percentile", 50, a.networkText("percentile"))
	for _, name := range []string{"premises", "population", "matrix"} {
		_ = cmd.MarkFlagFilename(name, "csv")
	}
	return cmd
}

// sitingPremises makes the plan with the premises on offer, and writes the answer.
func (a *app) sitingPremises(cmd *cobra.Command, f premisesFlags) error {
	o := premises.Options{ListYear: f.listYear, Areas: f.areas, Office: programme.OfficeID(f.office)}
	if err := a.checkPremises(f); err != nil {
		return err
	}
	s, err := a.usable(a.folder)
	if err != nil {
		return err
	}
	if f.file != "" {
		if o.Beside, err = a.offers(f.file, o.Office); err != nil {
			return err
		}
	}
	if err := a.knownOffices(s, o); err != nil {
		return err
	}
	if o.Methods, err = a.premisesMethods(f.access); err != nil {
		return err
	}
	if f.access.population != "" {
		if o.Population, err = a.population(f.access.population); err != nil {
			return err
		}
	}
	p, err := a.planWith(cmd, s, plan.Options{Premises: o})
	if err != nil {
		return err
	}
	bar, end := a.progress()
	err = p.Premises.Prepare(cmd.Context(), func(done, of int) { bar(a.t("help.times"), done, of) })
	end()
	if err != nil {
		return a.sayNetwork(err)
	}
	return a.writePremises(p)
}

func (a *app) checkPremises(f premisesFlags) error {
	for _, name := range f.areas {
		if _, ok := sweden.AreaByName(name); !ok {
			if near, ok := spelling.Nearest(name, sweden.AreaNames()); ok {
				return &complaint{text: a.premisesText("refuse.area-near", name, near)}
			}
			return &complaint{text: a.premisesText("refuse.area", name)}
		}
	}
	switch {
	case f.listYear != 0 && !slices.Contains(sweden.ListYears(), f.listYear):
		return &complaint{text: a.sitingText("refuse.list-year", f.listYear, strings.Trim(fmt.Sprint(sweden.ListYears()), "[]"))}
	case f.access.matrix != "" && !slices.Contains(premises.Modes, f.access.mode):
		return &complaint{text: a.premisesText("refuse.matrix")}
	case f.access.matrix == "" && f.access.mode != "":
		return &complaint{text: a.premisesText("refuse.mode")}
	case f.access.network == "" && f.access.date != "":
		return &complaint{text: a.premisesText("refuse.date")}
	}
	return nil
}

// knownOffices refuses offices that the programme does not have.
func (a *app) knownOffices(s *programme.Snapshot, o premises.Options) error {
	asked := []programme.OfficeID{o.Office}
	for i := range o.Beside {
		asked = append(asked, o.Beside[i].Office)
	}
	for _, id := range asked {
		if id != "" && !slices.ContainsFunc(s.Offices, func(x programme.Office) bool { return x.ID == id }) {
			return &complaint{text: a.premisesText("refuse.office", id)}
		}
	}
	return nil
}

// premisesMethods are what gives the times of each mode.
func (a *app) premisesMethods(f accessFlags) (premises.Methods, error) {
	out := premises.Estimates()
	if f.network != "" {
		asked := f
		asked.mode = "estimate" // by car
		if f.date != "" {
			asked.mode = premises.Transit
		}
		m, err := a.networked(asked)
		if err != nil {
			return nil, a.sayNetwork(err)
		}
		out = premises.With(m)
	}
	if f.matrix != "" {
		m, err := a.matrix(f.matrix, f.mode)
		if err != nil {
			return nil, err
		}
		out[f.mode] = m
	}
	return out, nil
}

// offers reads a list of premises.
func (a *app) offers(file string, office programme.OfficeID) ([]programme.Offer, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := premises.Read(bufio.NewReader(f), office)
	var mistake *premises.ReadError
	if errors.As(err, &mistake) {
		return nil, &complaint{a.premisesText("place", file, mistake.Line, mistake.Column, a.lang.T(mistake.Key, mistake.Args...)), err}
	}
	return list, err
}

func (a *app) writePremises(p *plan.Plan) error {
	answer := summary.PremisesOf(p, a.lang)
	switch a.format {
	case "json":
		return summary.WriteJSON(a.out, answer)
	case "csv":
		return answer.WriteCSV(a.out)
	case "svg":
		return a.drawPremises(answer)
	}
	return answer.WriteText(a.out, a.lang)
}

// drawPremises draws the premises for one office.
func (a *app) drawPremises(answer *summary.Premises) error {
	if len(answer.Offices) != 1 {
		return &complaint{text: a.premisesText("refuse.svg", len(answer.Offices))}
	}
	d, err := summary.DrawPremises(answer, answer.Offices[0].Office, a.lang)
	var many *summary.TooManyRowsError
	if errors.As(err, &many) {
		return &complaint{a.premisesText("refuse.rows", many.Rows, many.Most), err}
	}
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
