package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/etablera/etablera/locate/instance"
)

// anchor is what is published of one p-median on points.
type anchor struct {
	name             string
	p                int
	value            int64   // best known; 0: none
	gap              float64 // percent that the paper left after ten hours
	seconds          float64 // of the paper; 36000 where it did not end
	known, completed bool
}

func (b *bench) anchors() ([]anchor, error) {
	f, err := os.Open(filepath.Join(b.data, "tsplib", "known.csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	table, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []anchor
	for _, row := range table[1:] {
		a := anchor{name: row[0], known: true}
		a.p, _ = strconv.Atoi(row[2])
		a.value, _ = strconv.ParseInt(row[3], 10, 64)
		a.gap, _ = strconv.ParseFloat(row[8], 64)
		a.completed = row[11] != "36000+"
		if a.seconds = 36000; a.completed {
			a.seconds, _ = strconv.ParseFloat(row[11], 64)
		}
		out = append(out, a)
	}
	return out, nil
}

func (b *bench) tsplib(s *section) error {
	all, err := b.anchors()
	if err != nil {
		return err
	}
	b.pointHeads(s)
	good, n := 0, 0
	for _, a := range all {
		if a.name == "sw24978" || a.name == "usa13509" || !b.wanted(a.p) {
			continue
		}
		m, err := b.point(s, a, time.Minute)
		if err != nil {
			return err
		}
		n++
		if m.gap <= 0.001 && float64(m.value) <= float64(a.value)*1.0001 {
			good++
		}
	}
	s.say("")
	s.say("At most 0.01 %% above the best known with a gap of at most 0.1 %%, within 60 s: %d of %d.", good, n)
	return nil
}

func (b *bench) sw24978(s *section) error {
	all, err := b.anchors()
	if err != nil {
		return err
	}
	byP := map[int]anchor{}
	for _, a := range all {
		if a.name == "sw24978" {
			byP[a.p] = a
		}
	}
	b.pointHeads(s)
	good, n := 0, 0
	for _, p := range []int{10, 50, 75, 100, 250, 500, 1000} {
		if !b.wanted(p) {
			continue
		}
		a, ok := byP[p]
		if !ok {
			a = anchor{name: "sw24978", p: p}
		}
		m, err := b.point(s, a, 2*time.Minute)
		if err != nil {
			return err
		}
		n++
		if m.gap <= 0.0005 {
			good++
		}
	}
	s.say("")
	s.say("Proven gap of at most 0.05 %% within 120 s: %d of %d. The paper computes its matrix beside these times.", good, n)
	return nil
}

func (b *bench) pointHeads(s *section) {
	s.heads("instance", "p", "value", "value / best known", "gap", "gap of the paper", "proven", "seconds", "CPU seconds", "time / paper's", "MB")
}

// point measures one p-median on points.
func (b *bench) point(s *section, a anchor, limit time.Duration) (*measured, error) {
	in, err := b.instance("tsplib", a.name+".tsp")
	if err != nil {
		return nil, err
	}
	spec, err := instance.Question{Kind: instance.PMedian, P: a.p}.Spec(in)
	if err != nil {
		return nil, err
	}
	m, err := b.solve(spec, 0, limit)
	if err != nil {
		return nil, fmt.Errorf("%s p = %d: %w", a.name, a.p, err)
	}
	ratio, theirs, times := "–", "–", "–"
	if a.known {
		ratio, theirs = fmt.Sprintf("%.6f", float64(m.value)/float64(a.value)), fmt.Sprintf("%g %%", a.gap)
		if times = fmt.Sprintf("%.3f", m.seconds/a.seconds); !a.completed {
			times = "of 10 h: " + times
		}
	}
	s.cells(a.name, a.p, m.value, ratio, percent(m.gap), theirs, proof(m), seconds(m.seconds), seconds(m.work), times, fmt.Sprintf("%.0f", m.memory))
	return m, nil
}
