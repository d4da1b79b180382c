package main

import (
	"fmt"
	"time"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/instance"
	"github.com/etablera/etablera/locate/instance/generate"
)

const relaxed = "Most of the gap is that of the linear relaxation, which no prices can pass and branching on single sites closes slowly."

// coverHeads begins a table of coverings. The gap is a share of what is covered.
func coverHeads(s *section) {
	s.heads("sites", "points", "p", "radius", "covered", "gap", "proven", "nodes", "classes", "merging", "seconds in all", "of the cores", "MB")
}

// cover measures one maximal covering.
func (b *bench) cover(s *section, in *instance.Instance, p int, radius, gap float64, limit time.Duration) error {
	start, before := time.Now(), worked()
	spec, err := instance.Question{Kind: instance.MaxCover, P: p, Radius: radius}.Spec(in)
	if err != nil {
		return err
	}
	merging, own := time.Since(start).Seconds(), worked()-before
	m, err := b.solve(spec, gap, limit-time.Since(start))
	if err != nil {
		return err
	}
	covered := in.Weight() - m.value
	share := float64(m.value-m.bound) / float64(max(covered, 1))
	s.cells(in.Sites.N, in.Clients.N, p, radius, fmt.Sprintf("%.2f %%", 100*float64(covered)/float64(in.Weight())), percent(share), proof(m), m.nodes,
		len(spec.Classes), seconds(merging), seconds(merging+m.seconds), seconds(own+m.work), fmt.Sprintf("%.0f", m.memory))
	return nil
}

func (b *bench) cordeau(s *section) error {
	coverHeads(s)
	for _, n := range []int{100_000, 1_000_000, 20_000_000} {
		if !b.wanted(n) {
			continue
		}
		in := generate.Covering(1, 100, n)
		for _, radius := range []float64{5.5, 5.75, 6, 6.25} {
			if err := b.cover(s, in, 10, radius, 0, 2*time.Minute); err != nil {
				return err
			}
		}
	}
	s.say("")
	s.say("Ten of 100 sites, seed 1. Merging makes points that the same sites cover one class. “Of the cores” is the time that both cores worked, which on a busy machine is less than the clock’s.")
	return nil
}

func (b *bench) cover2000(s *section) error {
	coverHeads(s)
	if err := b.cover(s, generate.Clustered(1, 2000, 1_000_000, 200), 100, 15, 0, 20*time.Second); err != nil {
		return err
	}
	s.say("")
	s.say("Coordinates in [0,1000]², 200 towns, seed 1; stopped after 20 s, merging included. %s", relaxed)
	return nil
}

func (b *bench) cover5000(s *section) error {
	coverHeads(s)
	if err := b.cover(s, generate.Clustered(2, 5000, 10_000_000, 500), 300, 10, 0, time.Minute); err != nil {
		return err
	}
	s.say("")
	s.say("Coordinates in [0,1000]², 500 towns, seed 2; stopped after 60 s, merging included. %s", relaxed)
	return nil
}

func (b *bench) national(s *section) error {
	size := generate.National
	spec, err := generate.Network(1, size)
	if err != nil {
		return err
	}
	m, err := b.solve(spec, 0.0005, 5*time.Minute)
	if err != nil {
		return err
	}
	s.heads("points", "sites", "p", "value", "gap", "proven", "nodes", "seconds", "of the cores", "MB")
	s.cells(size.Points, size.Sites, size.Open, m.value, percent(m.gap), proof(m), m.nodes, seconds(m.seconds), seconds(m.work), fmt.Sprintf("%.0f", m.memory))
	s.say("")
	s.say("Points without an open site in their list: %d of %d.", unserved(spec, m.options), size.Points)
	s.say("Each point lists the sites nearer than any that is not listed; leaving it unserved costs that limit, so the bound is one for the problem with all sites. Stops at a gap of 0.05 %%.")
	return nil
}

// unserved counts the classes that no open option serves for less than leaving them costs.
func unserved(s *locate.Spec, options []int32) (n int) {
	open := make([]bool, len(s.Options))
	for _, j := range options {
		open[s.Options[j].Column] = true
	}
	for _, c := range s.Classes {
		served := false
		s.Service.Near(int(c.Row), c.Unserved, func(column int32, _ int64) { served = served || open[column] })
		if !served {
			n++
		}
	}
	return n
}
