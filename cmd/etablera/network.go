package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/etablera/etablera/internal/exchange/pairs"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/places"
	"github.com/etablera/etablera/travel/prepared"
	"github.com/spf13/cobra"
)

// newNetwork groups the commands that prepare and ask a network of roads and
// timetables.
func newNetwork(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "network",
		Short: a.networkText("short"),
		Long:  a.networkText("long"),
		Args:  a.wants(0, 0),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newNetworkBuild(a), newNetworkInfo(a), newNetworkMatrix(a))
	for _, sub := range cmd.Commands() {
		run := sub.RunE
		sub.RunE = func(cmd *cobra.Command, args []string) error { return a.complain(a.sayNetwork(run(cmd, args))) }
	}
	return cmd
}

func newNetworkBuild(a *app) *cobra.Command {
	var out string
	var opt prepared.Options
	cmd := &cobra.Command{
		Use:     "build FILE.osm.pbf [GTFS.zip…]",
		Short:   a.networkText("build.short"),
		Example: "  etablera network build sweden-latest.osm.pbf sweden.zip -o sverige.net",
		Args:    a.wants(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if out == "" {
				return &complaint{text: a.networkText("no-output")}
			}
			bar, end := a.progress()
			defer end()
			opt.Progress = func(step string, done, of int) { bar(a.networkStep(step), done, of) }
			begin := time.Now()
			n, err := prepared.Build(cmd.Context(), args[0], args[1:], opt)
			if err != nil {
				return err
			}
			if err := n.WriteFile(out); err != nil {
				return err
			}
			end()
			info, err := os.Stat(out)
			if err != nil {
				return err
			}
			fmt.Fprintln(a.err, a.networkText("built", out, float64(info.Size())/1e6, time.Since(begin).Seconds()))
			return a.describe(n)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", a.networkText("output"))
	cmd.Flags().BoolVar(&opt.Tolerant, "tolerant", false, a.networkText("tolerant"))
	return cmd
}

func newNetworkInfo(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "info NET",
		Short:   a.networkText("info.short"),
		Example: "  etablera network info sverige.net --format json",
		Args:    a.wants(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			n, err := prepared.Open(args[0])
			if err != nil {
				return err
			}
			defer n.Close()
			return a.describe(n)
		},
	}
}

// describe prints what a network rests on.
func (a *app) describe(n *prepared.Network) error {
	if a.format == "json" {
		return summary.WriteJSON(a.out, n.Meta())
	}
	m := n.Meta()
	fmt.Fprintln(a.out, a.networkText("modes", modeNames(m.Modes())))
	for i := range m.Roads {
		r := &m.Roads[i]
		date := "–"
		if !r.Source.Timestamp.IsZero() {
			date = r.Source.Timestamp.Format(time.DateOnly)
		}
		fmt.Fprintln(a.out, a.networkText("road", modeNames([]string{r.Profile.Name}), r.Source.File, date, r.Counts.Nodes, r.Counts.Arcs, r.Counts.OutsideNodes))
	}
	for i := range m.Feeds {
		f := &m.Feeds[i]
		fmt.Fprintln(a.out, a.networkText("feed", f.File, f.First, f.Last, f.Stops, f.Trips, f.Warnings))
	}
	return nil
}

// matrixFlags are what network matrix asks for.
type matrixFlags struct {
	from, to, mode, date, window, out string
	percentile                        int
	limit                             time.Duration
	snap                              float64
	preBooked                         bool
}

func newNetworkMatrix(a *app) *cobra.Command {
	var f matrixFlags
	cmd := &cobra.Command{
		Use:   "matrix NET",
		Short: a.networkText("matrix.short"),
		Long:  a.networkText("matrix.long"),
		Example: "  etablera network matrix sverige.net --from orter.csv --to kontor.csv --mode car > tider.csv\n" +
			"  etablera network matrix sverige.net --from orter.csv --to kontor.csv --mode transit --date 2021-11-09 --window 07:00-09:00",
		Annotations: map[string]string{formats: "text " + strings.Join(pairs.Formats, " ")},
		Args:        a.wants(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.networkMatrix(cmd, args[0], f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.from, "from", "", a.networkText("from"))
	flags.StringVar(&f.to, "to", "", a.networkText("to"))
	flags.StringVar(&f.mode, "mode", prepared.Car, a.networkText("mode"))
	flags.StringVar(&f.date, "date", "", a.networkText("date"))
	flags.StringVar(&f.window, "window", "07:00-09:00", a.networkText("window"))
	flags.IntVar(&f.percentile, "percentile", 50, a.networkText("percentile"))
	flags.DurationVar(&f.limit, "limit", 2*time.Hour, a.networkText("limit"))
	flags.Float64Var(&f.snap, "snap", prepared.Snap, a.networkText("snap"))
	flags.BoolVar(&f.preBooked, "pre-booked", false, a.networkText("pre-booked"))
	flags.StringVarP(&f.out, "output", "o", "", a.networkText("output"))
	return cmd
}

func (a *app) networkMatrix(cmd *cobra.Command, file string, f matrixFlags) error {
	if f.from == "" || f.to == "" {
		return &complaint{text: a.networkText("no-places")}
	}
	if a.format == "parquet" && f.out == "" {
		return &complaint{text: a.networkText("no-output")}
	}
	q := prepared.Question{Mode: mode(f.mode), Snap: f.snap}
	fromID, from, err := a.places(f.from)
	if err != nil {
		return err
	}
	toID, to, err := a.places(f.to)
	if err != nil {
		return err
	}
	q.From, q.To = from, to
	if q.Mode == prepared.Transit {
		if q.Journey, err = a.journey(f.date, f.window, f.percentile, f.limit, f.preBooked); err != nil {
			return err
		}
	}
	n, err := prepared.Open(file)
	if err != nil {
		return err
	}
	defer n.Close()
	bar, end := a.progress()
	defer end()
	q.Progress = func(done, of int) { bar(a.networkText("rows"), done, of) }
	table, err := n.Times(cmd.Context(), q)
	if err != nil {
		return err
	}
	end()
	a.warnOfPlaces(table.NoRoadFrom, fromID, f.from, f.snap)
	a.warnOfPlaces(table.NoRoadTo, toID, f.to, f.snap)
	return a.writePairs(&pairs.Table{From: fromID, To: toID, At: table.At, About: aboutTimes{f.mode, f.date, f.window, f.percentile, n.Meta()}}, f.out)
}

// aboutTimes says in JSON what times rest on.
type aboutTimes struct {
	Mode       string         `json:"mode"`
	Date       string         `json:"date,omitempty"`
	Window     string         `json:"window,omitempty"`
	Percentile int            `json:"percentile,omitempty"`
	Network    *prepared.Meta `json:"network"`
}

// writePairs writes a table to a file, whole or not at all, or to the output.
func (a *app) writePairs(t *pairs.Table, name string) error {
	format := a.format
	if format == "text" {
		format = "csv"
	}
	if name == "" {
		return pairs.Write(a.out, t, format)
	}
	temp := name + ".part"
	f, err := os.Create(temp)
	if err != nil {
		return err
	}
	err = errors.Join(pairs.Write(f, t, format), f.Close())
	if err == nil {
		return os.Rename(temp, name)
	}
	return errors.Join(err, os.Remove(temp))
}

// places reads a list of places.
func (a *app) places(name string) (ids []string, at []prepared.Place, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	list, err := places.Read(f)
	var wrong *places.Error
	if errors.As(err, &wrong) {
		return nil, nil, &complaint{a.networkText("place", name, wrong.Line, wrong.Column, a.networkText("place."+string(wrong.Kind)), wrong.Got), err}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	for _, p := range list {
		ids, at = append(ids, p.ID), append(at, prepared.Place{Lat: p.Lat, Lon: p.Lon})
	}
	return ids, at, nil
}

// modeNames lists modes by the words that --mode takes.
func modeNames(modes []string) string {
	out := slices.Clone(modes)
	for i, m := range out {
		if m == prepared.Walk {
			out[i] = "walk"
		}
	}
	return strings.Join(out, ", ")
}

// mode accepts the word that other commands use for going on foot.
func mode(word string) string {
	if word == "walk" {
		return prepared.Walk
	}
	return word
}

// journey reads the flags of journeys by public transport.
func (a *app) journey(date, window string, percentile int, limit time.Duration, preBooked bool) (prepared.Journey, error) {
	j := prepared.Journey{Percentile: percentile, Limit: int32(limit / time.Second), PreBooked: preBooked}
	if date == "" {
		return j, &complaint{text: a.networkText("no-date")}
	}
	var err error
	if j.Date, err = gtfs.ParseDate(date); err != nil {
		return j, &complaint{a.networkText("bad-date", date), err}
	}
	var h1, m1, h2, m2 int
	n, err := fmt.Sscanf(window, "%d:%d-%d:%d", &h1, &m1, &h2, &m2)
	from, until := h1*60+m1, h2*60+m2
	if err != nil || n != 4 || m1 < 0 || m1 > 59 || m2 < 0 || m2 > 59 || from < 0 || until <= from || until > 30*60 {
		return j, &complaint{text: a.networkText("bad-window", window)}
	}
	j.From, j.Minutes = int32(from*60), until-from
	if percentile < 1 || percentile > 100 {
		return j, &complaint{text: a.networkText("bad-percentile", percentile)}
	}
	if j.Limit < 60 || limit > 12*time.Hour {
		return j, &complaint{text: a.networkText("bad-limit", limit)}
	}
	return j, nil
}

// networked is the method of times that a prepared network gives to access. The
// network stays open for as long as the process computes with it.
func (a *app) networked(f accessFlags) (coverage.Method, error) {
	out := coverage.Networked{Mode: mode(f.mode)}
	if f.mode == "estimate" {
		out.Mode = prepared.Car
	}
	var err error
	if out.Mode == prepared.Transit {
		if out.Journey, err = a.journey(f.date, f.window, f.percentile, 3*time.Hour, false); err != nil {
			return nil, err
		}
	}
	if out.Network, err = prepared.Open(f.network); err != nil {
		return nil, err
	}
	if !slices.Contains(out.Network.Meta().Modes(), out.Mode) {
		return nil, &prepared.ModeError{Mode: out.Mode, Have: out.Network.Meta().Modes()}
	}
	return out, nil
}

// warnOfPlaces names places that no road comes near.
func (a *app) warnOfPlaces(which []int, ids []string, file string, snap float64) {
	const most = 10
	if len(which) == 0 {
		return
	}
	var names []string
	for _, i := range which[:min(most, len(which))] {
		names = append(names, ids[i])
	}
	if len(which) > most {
		names = append(names, "…")
	}
	fmt.Fprintln(a.err, a.networkText("far", file, len(which), snap, strings.Join(names, ", ")))
}

// sayNetwork puts errors of preparing and asking into the reader's language.
func (a *app) sayNetwork(err error) error {
	var modeless *prepared.ModeError
	var idle *prepared.NoServiceError
	switch {
	case errors.As(err, &modeless):
		return &complaint{a.networkText("no-mode", modeNames([]string{modeless.Mode}), modeNames(modeless.Have)), err}
	case errors.As(err, &idle):
		return &complaint{a.networkText("no-service", idle.Date, idle.First, idle.Last), err}
	}
	if text := a.sayReader(err); text != "" {
		return &complaint{text, err}
	}
	return err
}
