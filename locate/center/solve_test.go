package center_test

import (
	"context"
	"encoding/csv"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/center"
	"github.com/etablera/etablera/locate/certificate"
	"github.com/etablera/etablera/locate/instance"
)

// matrix is a problem with the given rows of distances; -1 is never.
func matrix(p int, rows ...[]int64) *center.Problem {
	m := &locate.Matrix{Columns: len(rows[0])}
	for _, row := range rows {
		for _, d := range row {
			if d < 0 {
				d = locate.Never
			}
			m.Costs = append(m.Costs, d)
		}
	}
	return &center.Problem{Service: m, P: p}
}

// brute tries every choice.
func brute(p *center.Problem) int64 {
	rows, columns := p.Service.Size()
	best := int64(locate.Never)
	for choice := range 1 << columns {
		var open []int32
		for j := range columns {
			if choice>>j&1 != 0 {
				open = append(open, int32(j))
			}
		}
		if len(open) > p.P || slices.ContainsFunc(p.Open, func(j int32) bool { return !slices.Contains(open, j) }) {
			continue
		}
		best = min(best, farthest(p, rows, open))
	}
	return best
}

func farthest(p *center.Problem, rows int, open []int32) (worst int64) {
	for i := range rows {
		near := int64(locate.Never)
		for _, j := range open {
			near = min(near, p.Service.Cost(i, int(j)))
		}
		worst = max(worst, near)
	}
	return worst
}

// held says what an answer promises: its radius is that of its columns, and the certificate proves the bound.
func held(t *testing.T, p *center.Problem, a *center.Answer) {
	t.Helper()
	rows, _ := p.Service.Size()
	if got := farthest(p, rows, a.Columns); got != a.Radius || len(a.Columns) > p.P {
		t.Fatalf("%d columns with radius %d, said to be %d", len(a.Columns), got, a.Radius)
	}
	if a.Below >= a.Bound || a.Bound > a.Radius {
		t.Fatalf("below %d, bound %d, radius %d", a.Below, a.Bound, a.Radius)
	}
	for i := range rows {
		p.Service.Near(i, locate.Never, func(_ int32, d int64) {
			if d > a.Below && d < a.Bound {
				t.Fatalf("the distance %d lies between %d and %d", d, a.Below, a.Bound)
			}
		})
	}
	if a.Below < 0 {
		return
	}
	if a.Certificate == nil || a.Certificate.Bound != int64(p.P)+1 {
		t.Fatal("no certificate, or not of the bound")
	}
	if err := certificate.Check(center.Spec(p, a.Below), a.Certificate); err != nil {
		t.Fatal(err)
	}
}

// On thousands of small problems the radius is that of trying every choice, with listed distances of every kind, gaps in them and
// columns that are open already; the independent checker accepts each proof.
func TestSolveEqualsBrute(t *testing.T) {
	trees := 0
	for seed := range uint64(3000) {
		random := rand.New(rand.NewPCG(seed, 3))
		rows, columns, most := 1+random.IntN(12), 1+random.IntN(9), 1+random.IntN(20)
		if seed%15 == 1 { // large enough for the root alone not to decide
			rows, columns, most = 20+random.IntN(30), 11, 0
		}
		list := make([][]int64, rows)
		for i := range list {
			near := random.Perm(columns)[:min(2, columns)]
			for j := range columns {
				if most == 0 { // two near columns for each row: the linear relaxation takes half of each
					d := int64(9)
					if slices.Contains(near, j) {
						d = int64(random.IntN(2))
					}
					list[i] = append(list[i], d)
					continue
				}
				d := int64(random.IntN(most))
				if random.IntN(6) == 0 && seed%3 == 0 {
					d = -1
				}
				list[i] = append(list[i], d)
			}
		}
		p := matrix(1+random.IntN(columns), list...)
		if seed%4 == 0 {
			p.Open = []int32{int32(random.IntN(columns))}
		}
		want := brute(p)
		a, err := center.Solve(context.Background(), p, center.Options{Certificate: true})
		var unreached *center.UnreachedError
		if want == locate.Never {
			if !errors.As(err, &unreached) && !errors.Is(err, center.ErrTooFew) {
				t.Fatalf("seed %d: %v, though nothing serves all", seed, err)
			}
			continue
		}
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if !a.Proven || a.Radius != want {
			t.Fatalf("seed %d: %d (proven %v), want %d", seed, a.Radius, a.Proven, want)
		}
		held(t, p, a)
		if a.Certificate != nil && len(a.Certificate.Nodes) > 1 {
			trees++
		}
	}
	if trees < 10 {
		t.Errorf("%d proofs with a tree: too few to test them", trees)
	}
}

// An inapt problem is refused.
func TestSolveRefuses(t *testing.T) {
	for want, p := range map[string]*center.Problem{
		"0 of 2 columns":                matrix(0, []int64{1, 2}),
		"3 of 2 columns":                matrix(3, []int64{1, 2}),
		"0 rows":                        {Service: &locate.Matrix{}, P: 1},
		"open column 2":                 {Service: matrix(1, []int64{1, 2}).Service, P: 1, Open: []int32{2}},
		"row 1 can be served":           matrix(1, []int64{1, 2}, []int64{-1, -1}),
		"no choice of so few columns":   matrix(1, []int64{1, -1}, []int64{-1, 1}),
		"or is named twice":             {Service: matrix(2, []int64{1, 2}).Service, P: 2, Open: []int32{1, 1}},
		"2 of them there already: use ": {Service: matrix(1, []int64{1, 2}).Service, P: 1, Open: []int32{0, 1}},
	} {
		if _, err := center.Solve(context.Background(), p, center.Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// A context that has ended leaves an answer that is true, if not proven.
func TestSolveStops(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	p := matrix(1, []int64{1, 5, 3}, []int64{5, 1, 3}, []int64{7, 7, 4})
	a, err := center.Solve(ctx, p, center.Options{Certificate: true})
	if err != nil || !a.Stopped || a.Proven {
		t.Fatal(a, err)
	}
	if rows, _ := p.Service.Size(); farthest(p, rows, a.Columns) != a.Radius || a.Bound > 4 {
		t.Fatal(a)
	}
}

func data(t *testing.T, parts ...string) *os.File {
	t.Helper()
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../shared/data"
	}
	f, err := os.Open(filepath.Join(append([]string{dir}, parts...)...))
	if err != nil {
		t.Skip("no shared data: set ETABLERA_DATA")
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func pmed(t *testing.T, name string) *center.Problem {
	t.Helper()
	in, err := instance.Read(data(t, "pmed", name+".txt"), name)
	if err != nil {
		t.Fatal(err)
	}
	return &center.Problem{Service: &locate.Matrix{Columns: in.Sites.N, Costs: in.Rows.At}, P: in.P}
}

// All 40 OR-Library instances are proven to the independent checker, and meet the optimum where it is known.
func TestPmed(t *testing.T) {
	table, err := csv.NewReader(data(t, "pmed", "pcenter.csv")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	for _, row := range table[1:] {
		known[row[0]] = row[3]
	}
	for k := 1; k <= 40; k++ {
		if k > 15 && testing.Short() {
			break
		}
		name := "pmed" + strconv.Itoa(k)
		p := pmed(t, name)
		a, err := center.Solve(context.Background(), p, center.Options{Certificate: true})
		if err != nil {
			t.Fatal(err)
		}
		if want := known[name]; !a.Proven || want != "" && strconv.FormatInt(a.Radius, 10) != want {
			t.Errorf("%s: %d (proven %v), want %s", name, a.Radius, a.Proven, want)
		}
		held(t, p, a)
		t.Logf("%s: %d, %d decisions, %d nodes", name, a.Radius, a.Decisions, a.Nodes)
	}
}
