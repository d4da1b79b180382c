package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/center"
	"github.com/etablera/etablera/locate/certificate"
	"github.com/etablera/etablera/locate/instance"
)

const instances = 40

// optima reads the published optima of the p-median.
func (b *bench) optima() (map[string]int64, error) {
	f, err := os.Open(filepath.Join(b.data, "pmed", "pmedopt.txt"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string]int64{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if words := strings.Fields(lines.Text()); len(words) == 2 {
			if v, err := strconv.ParseInt(words[1], 10, 64); err == nil {
				out[words[0]] = v
			}
		}
	}
	return out, nil
}

func (b *bench) pmed(s *section) error {
	optima, err := b.optima()
	if err != nil {
		return err
	}
	s.heads("instance", "n", "p", "value / optimum", "proven", "nodes", "seconds")
	n, right, all, slowest := 0, 0, 0.0, 0.0
	for k := 1; k <= instances; k++ {
		if !b.wanted(k) {
			continue
		}
		name := fmt.Sprintf("pmed%d", k)
		in, err := b.instance("pmed", name+".txt")
		if err != nil {
			return err
		}
		spec, err := instance.Question{Kind: instance.PMedian}.Spec(in)
		if err != nil {
			return err
		}
		m, err := b.solve(spec, 0, time.Minute)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		n++
		if m.proven && m.value == optima[name] {
			right++
		}
		all, slowest = all+m.seconds, max(slowest, m.seconds)
		s.cells(name, in.Sites.N, in.P, fmt.Sprintf("%.6f", float64(m.value)/float64(optima[name])), proof(m), m.nodes, seconds(m.seconds))
	}
	s.say("")
	s.say("Proven, and equal to the published optimum: %d of %d, in %.1f s in all, %.1f s at most.", right, n, all, slowest)
	return nil
}

func (b *bench) pcenter(s *section) error {
	f, err := os.Open(filepath.Join(b.data, "pmed", "pcenter.csv"))
	if err != nil {
		return err
	}
	defer f.Close()
	table, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return err
	}
	known := map[string]string{}
	for _, row := range table[1:] {
		known[row[0]] = row[3]
	}
	s.heads("instance", "n", "p", "radius", "published", "proven and checked", "decisions", "nodes", "seconds")
	n, right, all := 0, 0, 0.0
	for k := 1; k <= instances; k++ {
		if !b.wanted(k) {
			continue
		}
		name := fmt.Sprintf("pmed%d", k)
		in, err := b.instance("pmed", name+".txt")
		if err != nil {
			return err
		}
		a, took, err := b.center(in)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		n, all = n+1, all+took
		published := "–"
		if v, ok := known[name]; ok {
			published = v
		}
		good := "no"
		if a.Proven && (published == "–" || published == fmt.Sprint(a.Radius)) {
			right, good = right+1, "yes"
		}
		s.cells(name, in.Sites.N, in.P, a.Radius, published, good, a.Decisions, a.Nodes, seconds(took))
	}
	s.say("")
	s.say("Proven, and equal to the published radius where there is one: %d of %d, in %.1f s in all. Each proof was held against the problem by `locate/certificate`.", right, n, all)
	return nil
}

// center solves one p-center and holds its certificate against the problem.
func (b *bench) center(in *instance.Instance) (*center.Answer, float64, error) {
	ctx, stop := context.WithTimeout(b.ctx, max(b.time, 2*time.Minute))
	defer stop()
	p := &center.Problem{Service: in.Service(0), P: in.P}
	start := time.Now()
	a, err := center.Solve(ctx, p, center.Options{Certificate: true})
	took := time.Since(start).Seconds()
	if err != nil || a.Certificate == nil {
		return a, took, err
	}
	if err := certificate.Check(center.Spec(p, a.Below), a.Certificate); err != nil {
		return nil, 0, err
	}
	worst := int64(0)
	for i := range in.Clients.N {
		near := int64(locate.Never)
		for _, j := range a.Columns {
			near = min(near, p.Service.Cost(i, int(j)))
		}
		worst = max(worst, near)
	}
	if worst != a.Radius {
		return nil, 0, fmt.Errorf("the radius is %d, not %d", worst, a.Radius)
	}
	return a, took, nil
}
