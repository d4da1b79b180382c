package locate_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/etablera/etablera/locate"
)

// asProgram writes a Spec with one measure, enforced capacities and rows as an integer
// program in the LP format.
func asProgram(s *locate.Spec) []byte {
	var goal, rules, sites bytes.Buffer
	for j, o := range s.Options {
		fmt.Fprintf(&goal, " %+d y%d\n", o.Cost, j)
		fmt.Fprintf(&sites, " y%d\n", j)
	}
	load := make([]bytes.Buffer, len(s.Options))
	for i, c := range s.Classes {
		if c.Unserved != locate.Never {
			fmt.Fprintf(&goal, " %+d u%d\n", c.Unserved, i)
			fmt.Fprintf(&rules, " + u%d", i)
		}
		for j := range s.Options {
			cost := s.Cost(i, j)
			if cost == locate.Never {
				continue
			}
			fmt.Fprintf(&goal, " %+d x%d_%d\n", cost, i, j)
			fmt.Fprintf(&rules, " + x%d_%d", i, j)
			fmt.Fprintf(&load[j], " + x%d_%d", i, j)
		}
		fmt.Fprintf(&rules, " = %d\n", c.Weight)
		for j := range s.Options {
			if s.Cost(i, j) != locate.Never {
				fmt.Fprintf(&rules, " x%d_%d - %d y%d <= 0\n", i, j, c.Weight, j)
			}
		}
	}
	for j, o := range s.Options {
		if load[j].Len() > 0 && o.Capacity > 0 {
			fmt.Fprintf(&rules, "%s - %d y%d <= 0\n", load[j].String(), o.Capacity, j)
		}
	}
	for _, row := range s.Rows {
		sum := ""
		for k, j := range row.Options {
			a := int64(1)
			if row.Coefficients != nil {
				a = row.Coefficients[k]
			}
			sum += fmt.Sprintf(" %+d y%d", a, j)
		}
		if row.Max != locate.NoLimit {
			fmt.Fprintf(&rules, "%s <= %d\n", sum, row.Max)
		}
		if row.Min != -locate.NoLimit {
			fmt.Fprintf(&rules, "%s >= %d\n", sum, row.Min)
		}
	}
	return fmt.Appendf(nil, "Minimize\n obj:\n%sSubject To\n%sBinary\n%sEnd\n", &goal, &rules, &sites)
}

// Where the solver CBC is installed, it finds the same optimum.
func TestCapacitiesAgainstCBC(t *testing.T) {
	cbc, err := exec.LookPath("cbc")
	if err != nil {
		t.Skip("cbc is not installed")
	}
	if testing.Short() {
		t.Skip("short")
	}
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 12))
		s := district(20+5*int(seed), 9, 3, 1.15)
		var all []int32
		var costs []int64
		for j := range s.Options {
			s.Options[j].Cost = int64(r.IntN(300_000))
			all, costs = append(all, int32(j)), append(costs, int64(50+r.IntN(100)))
		}
		switch seed % 3 {
		case 1:
			s.Rows = []locate.Row{locate.Budget("budget", 420, all, costs)}
		case 2:
			for i := range s.Classes {
				s.Classes[i].Unserved = 2500
			}
		}
		file := filepath.Join(t.TempDir(), "program.lp")
		if err := os.WriteFile(file, asProgram(s), 0o600); err != nil {
			t.Fatal(err)
		}
		said, err := exec.Command(cbc, file, "ratioGap", "0", "solve", "quit").CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		var want float64
		at := bytes.Index(said, []byte("Objective value:"))
		if at < 0 {
			if a.Found {
				t.Errorf("%d: value %d, cbc finds none: %s", seed, a.Value, said)
			}
			continue
		}
		if _, err := fmt.Sscanf(string(said[at:]), "Objective value: %f", &want); err != nil {
			t.Fatal(err)
		}
		if !a.Proven || float64(a.Value) < want-0.5 || float64(a.Value) > want+0.5 {
			t.Errorf("%d: value %d (proven: %v), cbc finds %.2f", seed, a.Value, a.Proven, want)
		}
	}
}
