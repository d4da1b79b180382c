package locate_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/certificate"
)

// data is where real instances lie.
func data(t *testing.T, name ...string) string {
	root := os.Getenv("ETABLERA_DATA")
	if root == "" {
		root = filepath.Join("..", "..", "shared", "data")
	}
	path := filepath.Join(append([]string{root}, name...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no %s: set ETABLERA_DATA", path)
	}
	return path
}

// pmed reads an instance of the OR-Library: n, edges, p, and edges of which the last
// duplicate holds; costs are shortest paths.
func pmed(t *testing.T, k int) *locate.Spec {
	f, err := os.Open(data(t, "pmed", fmt.Sprintf("pmed%d.txt", k)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewReader(f)
	var n, edges, p int
	fmt.Fscan(in, &n, &edges, &p)
	const far = 1 << 30
	d := make([]int64, n*n)
	for i := range d {
		if d[i] = far; i%(n+1) == 0 {
			d[i] = 0
		}
	}
	for range edges {
		var a, b, c int
		fmt.Fscan(in, &a, &b, &c)
		d[(a-1)*n+b-1], d[(b-1)*n+a-1] = int64(c), int64(c)
	}
	for k := range n {
		for i := range n {
			for j := range n {
				d[i*n+j] = min(d[i*n+j], d[i*n+k]+d[k*n+j])
			}
		}
	}
	s := &locate.Spec{Service: &locate.Matrix{Columns: n, Costs: d}}
	var all []int32
	for i := range int32(n) {
		all = append(all, i)
		s.Classes = append(s.Classes, locate.Class{Weight: 1, Unserved: locate.Never, Row: i})
		s.Options = append(s.Options, locate.Option{Site: i, Column: i})
	}
	s.Rows = []locate.Row{locate.Exactly("p", int64(p), all...)}
	return s
}

// The first ten p-medians of the OR-Library have their known optima, proven.
func TestPmedIsProven(t *testing.T) {
	for k, want := range []int64{5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255} {
		if testing.Short() && k >= 4 {
			break
		}
		s := pmed(t, k+1)
		a, err := locate.Solve(context.Background(), s, locate.Options{Seed: 1})
		if err != nil || !a.Proven || a.Value != want {
			t.Errorf("pmed%d: %v, value %d, bound %d, want %d", k+1, err, a.Value, a.Bound, want)
			continue
		}
		if err := certificate.Check(s, &a.Certificate); err != nil {
			t.Errorf("pmed%d: %v", k+1, err)
		}
	}
}
