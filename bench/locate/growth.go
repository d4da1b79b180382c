package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/locate/instance"
	"github.com/etablera/etablera/locate/instance/generate"
)

const (
	smallest = 2_500
	opened   = 50
)

// growth solves clustered p-medians of n points and as many sites, and draws time and memory.
func (b *bench) growth(s *section) error {
	s.heads("points and sites", "p", "gap", "nodes", "seconds", "times as long", "MB")
	var times, memory []chart.Bar
	last := 0.0
	for _, n := range []int{smallest, 2 * smallest, 4 * smallest, 8 * smallest} {
		if !b.wanted(n) {
			continue
		}
		in := generate.Clustered(3, n, n, 40)
		in.Sites.X, in.Sites.Y = in.Clients.X, in.Clients.Y
		spec, err := instance.Question{Kind: instance.PMedian, P: opened}.Spec(in)
		if err != nil {
			return err
		}
		m, err := b.solve(spec, 0.001, 2*time.Minute)
		if err != nil {
			return err
		}
		ratio := "–"
		if last > 0 {
			ratio = fmt.Sprintf("%.1f", m.seconds/last)
		}
		last = m.seconds
		s.cells(n, opened, percent(m.gap), m.nodes, seconds(m.seconds), ratio, fmt.Sprintf("%.0f", m.memory))
		label := fmt.Sprint(n)
		times = append(times, chart.Bar{Label: label, Parts: []chart.Number{chart.Known(m.seconds)}})
		memory = append(memory, chart.Bar{Label: label, Parts: []chart.Number{chart.Known(m.memory)}})
	}
	s.say("")
	s.say("Until a gap of 0.1 %% is proven. ![Time](growth-time.svg) ![Memory](growth-memory.svg)")
	if err := b.draw("growth-time", "Seconds until a gap of 0.1 % is proven", "Seconds", times); err != nil {
		return err
	}
	return b.draw("growth-memory", "Megabytes held", "Megabytes", memory)
}

func (b *bench) draw(name, title, unit string, bars []chart.Bar) error {
	value := func(v float64) string { return fmt.Sprintf("%.4g", v) }
	d, err := chart.Bars{Options: chart.Options{ID: name, Lang: "en", Title: title, Description: title + ", by the number of points and sites."}, Unit: unit, Value: value,
		Components: []string{unit}, Bars: bars, Legend: chart.BarsLegend{Sum: unit, Range: "Range", Limit: "Limit"}}.Draw()
	if err != nil {
		return err
	}
	picture, err := d.SVG()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(b.out, name+".svg"), picture, 0o644)
}
