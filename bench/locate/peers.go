package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/etablera/etablera/locate/instance"
)

// peerLimit is what each peer gets for an instance.
const peerLimit = 60 * time.Second

// sideBySide are the instances that the peers get: small ones, and of those from 300 vertices on a few.
var sideBySide = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 15, 16, 20}

// peer is a program that solves an LP file.
type peer struct {
	name  string
	solve func(ctx context.Context, file string) (*exec.Cmd, error)
	value *regexp.Regexp // of the best found
	ended *regexp.Regexp // what it says when it has proven it
}

var peers = []peer{
	{"CBC", func(ctx context.Context, file string) (*exec.Cmd, error) {
		cbc, err := exec.LookPath("cbc")
		return exec.CommandContext(ctx, cbc, file, "sec", fmt.Sprint(peerLimit.Seconds()), "solve"), err
	}, regexp.MustCompile(`Objective value:\s+(\S+)`), regexp.MustCompile(`Result - Optimal solution found`)},
	{"HiGHS", func(ctx context.Context, file string) (*exec.Cmd, error) {
		node, err := exec.LookPath("node")
		if err == nil {
			_, err = os.Stat(".tools/highs/node_modules/highs")
		}
		return exec.CommandContext(ctx, node, "bench/locate/highs.cjs", file, fmt.Sprint(peerLimit.Seconds())), err
	}, regexp.MustCompile(`value (\S+)`), regexp.MustCompile(`status Optimal`)},
}

func (b *bench) peers(s *section) error {
	optima, err := b.optima()
	if err != nil {
		return err
	}
	s.heads("instance", "n", "p", "seconds here", "CBC", "HiGHS", "CBC / here", "HiGHS / here")
	for _, k := range sideBySide {
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
		m, err := b.solve(spec, 0, peerLimit)
		if err != nil {
			return err
		}
		cells := []any{name, in.Sites.N, in.P, seconds(m.seconds) + missed(m.proven, m.value, optima[name])}
		var ratios []any
		for _, p := range peers {
			text, ratio, err := b.peer(p, in, optima[name], m.seconds)
			if err != nil {
				return fmt.Errorf("%s on %s: %w", p.name, name, err)
			}
			cells, ratios = append(cells, text), append(ratios, ratio)
		}
		s.cells(append(cells, ratios...)...)
	}
	s.say("")
	s.say("Each peer gets an LP file of the usual strong model (an assignment for each pair, y ≥ x) and 60 s; “> 60 s” is where it had not proven the optimum by then. CBC %s; HiGHS is the npm package (WebAssembly, one thread), version %s. "+
		"Times of the peers hold reading the file, and so do ratios; times here do not hold reading the instance, which takes milliseconds.", version("cbc"), highsVersion())
	return nil
}

func missed(proven bool, value, optimum int64) string {
	switch {
	case value != optimum:
		return fmt.Sprintf(" (%+.2f %%)", 100*(float64(value)/float64(optimum)-1))
	case !proven:
		return " (not proven)"
	}
	return ""
}

// peer solves an instance with a peer and says how long it took.
func (b *bench) peer(p peer, in *instance.Instance, optimum int64, here float64) (text, ratio string, err error) {
	dir, err := os.MkdirTemp("", "peer")
	if err != nil {
		return "", "", err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "model.lp")
	if err := writeLP(file, in); err != nil {
		return "", "", err
	}
	ctx, stop := context.WithTimeout(b.ctx, peerLimit+30*time.Second)
	defer stop()
	cmd, err := p.solve(ctx, file)
	if err != nil {
		return "not installed", "–", nil
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	failed := cmd.Run()
	took := time.Since(start).Seconds()
	if !p.ended.MatchString(out.String()) {
		text = fmt.Sprintf("> %.0f s", peerLimit.Seconds())
		if failed != nil && ctx.Err() == nil && took < peerLimit.Seconds() {
			text = fmt.Sprintf("fails after %.0f s", took)
		}
		return text, fmt.Sprintf("> %.0f", min(took, peerLimit.Seconds())/here), nil
	}
	found := p.value.FindStringSubmatch(out.String())
	value, err := strconv.ParseFloat(found[1], 64)
	if err != nil {
		return "", "", err
	}
	return seconds(took) + missed(true, int64(value+0.5), optimum), fmt.Sprintf("%.0f", took/here), nil
}

func version(program string) string {
	out, _ := exec.Command(program, "-quit").CombinedOutput()
	if m := regexp.MustCompile(`Version:\s+(\S+)`).FindSubmatch(out); m != nil {
		return string(m[1])
	}
	return "of unknown version"
}

func highsVersion() string {
	text, _ := os.ReadFile(".tools/highs/node_modules/highs/package.json")
	if m := regexp.MustCompile(`"version":\s*"([^"]+)"`).FindSubmatch(text); m != nil {
		return string(m[1])
	}
	return "unknown"
}

// writeLP writes the p-median as an LP file: x_i_j says that site j serves client i, y_j that it is open.
func writeLP(name string, in *instance.Instance) error {
	var w strings.Builder
	n := in.Sites.N
	w.WriteString("Minimize\n obj:")
	for i := range n {
		for j := range n {
			d, _ := in.Distance(i, j)
			fmt.Fprintf(&w, " + %d x_%d_%d\n", d, i, j)
		}
	}
	w.WriteString("Subject To\n")
	for i := range n {
		fmt.Fprintf(&w, " s%d:", i)
		for j := range n {
			fmt.Fprintf(&w, " + x_%d_%d\n", i, j)
		}
		w.WriteString(" = 1\n")
	}
	w.WriteString(" p:")
	for j := range n {
		fmt.Fprintf(&w, " + y_%d\n", j)
	}
	fmt.Fprintf(&w, " = %d\n", in.P)
	for i := range n {
		for j := range n {
			fmt.Fprintf(&w, " o%d_%d: y_%d - x_%d_%d >= 0\n", i, j, j, i, j)
		}
	}
	w.WriteString("Binary\n")
	for j := range n {
		fmt.Fprintf(&w, " y_%d\n", j)
	}
	w.WriteString("End\n")
	return os.WriteFile(name, []byte(w.String()), 0o644)
}
