package instance

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// The small texts that the tables below change in one place each.
const (
	smallPmed     = " 4 4 2 \n 1 2 3\n 2 3 4\n 3 4 5\n 1 4 9 \n"
	smallTSPLIB   = "NAME : t\nCOMMENT : three, points\nTYPE : TSP\nDIMENSION : 3\nEDGE_WEIGHT_TYPE : EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 3.0e+00 4\n3 1 1\nEOF\n"
	smallCovering = "2\t3\t\nF\t0\t1.5\t2.5\t10\nF\t1\t4\t5\t20\nC\t0\t1\t2\t7\nC\t1\t4\t4\t8\nC\t2\t0\t0\t9\n"
	smallPoints   = "id,lat,lon,weight,cost,role\na,59.33,18.07,5,2,\nb,57.7,11.97,,,client\nc,55.6,13,3,,site\n"
	smallPlane    = "id;x;y;weight\na;0,5;1;5\nb;3,5;5;6\n"
	smallPairs    = "from,to,cost,weight\nk1,s1,5,2\nk1,s2,7,2\nk2,s2,1,9\n"
	smallSquare   = "\ufeff;s1;s2\nk1;5;7\nk2;;1\n"
)

func read(t *testing.T, text string) *Instance {
	t.Helper()
	in, err := Read(strings.NewReader(text), "f")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// lists writes all distances, "–" where a site cannot serve.
func lists(in *Instance) string {
	var rows []string
	for i := range in.Clients.N {
		row := []string{}
		for j := range in.Sites.N {
			if d, ok := in.Distance(i, j); ok {
				row = append(row, fmt.Sprint(d))
			} else {
				row = append(row, "–")
			}
		}
		rows = append(rows, strings.Join(row, " "))
	}
	return strings.Join(rows, " | ")
}

// Each form gives its places, weights, costs and distances.
func TestReadForms(t *testing.T) {
	for _, c := range []struct {
		text  string
		form  Form
		lists string
		more  string
	}{
		{smallPmed, Pmed, "0 3 7 9 | 3 0 4 9 | 7 4 0 5 | 9 9 5 0", "p 2 same true weights 1 1 1 1 costs 0 0 0 0 names 1 2 3 4"},
		{smallTSPLIB, TSPLIB, "0 5 1 | 5 0 3 | 1 3 0", "p 0 same true weights 1 1 1 costs 0 0 0 names 1 2 3"},
		{strings.Replace(smallTSPLIB, "DIMENSION :", "DIMENSION:", 1), TSPLIB, "0 5 1 | 5 0 3 | 1 3 0", ""},
		{strings.Replace(smallTSPLIB, "\nEOF\n", "", 1), TSPLIB, "0 5 1 | 5 0 3 | 1 3 0", ""},
		{smallCovering, Covering, "0 4 | 2 1 | 2 6", "p 0 same false weights 7 8 9 costs 10 20 names 1 2"},
		{smallPoints, PointsCSV, "0 513457 | 397724 241842", "p 0 same false weights 5 1 costs 2 0 names a c"},
		{smallPlane, PointsCSV, "0 5 | 5 0", "p 0 same true weights 5 6 costs 0 0 names a b"},
		{smallPairs, MatrixCSV, "5 7 | – 1", "p 0 same false weights 2 9 costs 0 0 names s1 s2"},
		{smallSquare, MatrixCSV, "5 7 | – 1", "p 0 same false weights 1 1 costs 0 0 names s1 s2"},
		{"id,weight,s1,s2\nk1,4,5,7\nk2,5,6,1\n", MatrixCSV, "5 7 | 6 1", "p 0 same false weights 4 5 costs 0 0 names s1 s2"},
		{";s1;s2\nk1;; \n", MatrixCSV, "– –", ""},
		{"4 2 1\n1 2 3\n3 4 5\n", Pmed, "0 3 – – | 3 0 – – | – – 0 5 | – – 5 0", ""},
	} {
		in := read(t, c.text)
		if in.Form != c.form || lists(in) != c.lists {
			t.Errorf("%q: %v with %s, want %v with %s", c.text, in.Form, lists(in), c.form, c.lists)
		}
		more := fmt.Sprintf("p %d same %v weights", in.P, in.Same)
		for i := range in.Clients.N {
			more += fmt.Sprintf(" %d", in.Clients.WeightOf(i))
		}
		more += " costs"
		for j := range in.Sites.N {
			more += fmt.Sprintf(" %d", in.Sites.CostOf(j))
		}
		more += " names"
		for j := range in.Sites.N {
			more += " " + in.Sites.NameOf(j)
		}
		if c.more != "" && more != c.more {
			t.Errorf("%q: %q, want %q", c.text, more, c.more)
		}
	}
}

// Of edges that are given twice the last holds, whichever way round it is written.
func TestLastEdgeHolds(t *testing.T) {
	in := read(t, "3 4 1\n1 2 3\n2 3 1\n2 1 8\n2 1 6\n")
	if got := lists(in); got != "0 6 7 | 6 0 1 | 7 1 0" {
		t.Error(got)
	}
}

// Each mistake is named with its line and column, and what would be right.
func TestReadFaults(t *testing.T) {
	for _, c := range []struct{ text, old, new, want string }{
		{smallPmed, "4 4 2", "4 4 5", `f:1:6: the number of sites to open is "5": use a whole number from 1 to 4`},
		{smallPmed, "2 3 4", "2 7 4", `f:3:4: the end of an edge is "7": use a whole number from 1 to 4`},
		{smallPmed, "2 3 4", "2 3 -4", `f:3:6: the length of an edge is "-4"`},
		{smallPmed, " 1 4 9 \n", " 1 4", "f: at the end of the file: the length of an edge is missing"},
		{smallPmed, " 1 4 9 \n", " 1 4 9\n 8", `f:6:2: "8" follows the last number`},
		{smallPmed, "3 4 5", strings.Repeat("9", 70), "f:4:2: the word \"99999999999999999999\"… is longer than 64 bytes"},
		{smallTSPLIB, "EUC_2D", "GEO", `f:5:1: EDGE_WEIGHT_TYPE is "GEO": only EUC_2D is read`},
		{smallTSPLIB, "DIMENSION : 3", "DIMENSION : 0", `f:4:1: DIMENSION is "0"`},
		{smallTSPLIB, "DIMENSION : 3\n", "", "f:5:1: NODE_COORD_SECTION comes before DIMENSION"},
		{smallTSPLIB, "EDGE_WEIGHT_TYPE : EUC_2D\n", "", "f:5:1: NODE_COORD_SECTION comes before EDGE_WEIGHT_TYPE"},
		{smallTSPLIB, "TYPE : TSP", "TIPE : TSP", `f:3:1: the heading "TIPE" is not known`},
		{smallTSPLIB, "2 3.0e+00 4", "5 3 4", `f:8:1: the number of a point is "5": use a whole number from 2 to 2`},
		{smallTSPLIB, "3.0e+00", "NaN", `f:8:3: x is "NaN": use a number`},
		{smallTSPLIB, "3.0e+00", "1e400", `f:8:3: x is "1e400"`},
		{smallTSPLIB, "EOF", "4 1 1", `f:10:1: "4" follows the last of 3 points`},
		{smallTSPLIB, "NODE_COORD_SECTION", "COMMENT", `f:7:1: the heading "1" is not known`},
		{smallCovering, "F\t1", "F\t3", `f:3:3: the number of a place is "3": use a whole number from 1 to 1`},
		{smallCovering, "F\t1", "C\t1", `f:3:1: "C" where "F" of place 1 is expected`},
		{smallCovering, "0\t9", "0\t9.5", `f:6:9: the demand is "9.5": use a whole number`},
		{smallCovering, "2\t3", "2\t4", "f: at the end of the file: the line of a place is missing"},
		{smallPoints, "59.33", "95", `f:2:3: "lat" is "95": use a number from -90 to 90`},
		{smallPoints, "b,57.7", "a,57.7", `f:3:1: the id "a" is that of line 2 too`},
		{smallPoints, "b,57.7", ",57.7", "f:3:1: a name of 0 bytes"},
		{smallPoints, "client", "kund", `f:3:16: the role is "kund": use site, client or both`},
		{smallPoints, ",18.07,5", ",18.07,5.5", `f:2:15: "weight" is "5.5": use a whole number`},
		{smallPoints, "cost", "price", `f:1:19: the column "price" is not known: use id, lon, lat, weight, cost, role`},
		{smallPoints, "cost", "weight", `f:1:19: the column "weight" is there twice`},
		{smallPoints, "lon", "lan", "f:1:1: the heading is neither"},
		{smallPoints, "b,57.7,", "b,57.7", "f:3:1: 5 cells where the heading has 6"},
		{smallPoints, "b,57.7", `b",57.7`, "f:3:2: "},
		{smallPlane, "0,5", "0,5,5", `f:2:3: "x" is "0,5,5"`},
		{smallPairs, "k2,s2,1,9", "k1,s1,1,2", "f:4:1: the pair k1, s1 is there twice"},
		{smallPairs, "7,2", "7,3", `f:3:9: the weight of "k1" is 3, and was 2`},
		{smallPairs, "k1,s2,7", "k1,s2,", `f:3:7: "cost" is ""`},
		{smallSquare, "s2", "s1", `f:1:5: the site "s1" is there twice`},
		{smallSquare, "k2", "k1", `f:3:1: the client "k1" is there twice`},
		{smallSquare, "7", "x", `f:2:6: "s2" is "x"`},
		{smallSquare, "k1;5;7\nk2;;1\n", "", "f: at the end of the file: the first row is missing"},
		{"", "", "", "f:1:1: the form of the file is not known"},
		{"hello\n", "", "", "f:1:1: the form of the file is not known"},
		{"id,x,y\n", "", "", "f: at the end of the file: a site or a client is missing"},
		{"from,to,cost\n", "", "", "f: at the end of the file: the first pair is missing"},
	} {
		if !strings.Contains(c.text, c.old) {
			t.Fatalf("%q does not hold %q", c.text, c.old)
		}
		_, err := Read(strings.NewReader(strings.Replace(c.text, c.old, c.new, 1)), "f")
		var fault *Fault
		if !errors.As(err, &fault) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q → %q: %v, want %s", c.old, c.new, err, c.want)
		}
	}
}

type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

// A reader that fails passes its error on, and a file without end is refused.
func TestReadPassesErrorsOn(t *testing.T) {
	broken := errors.New("broken")
	for _, text := range []string{"", smallPmed[:12], smallTSPLIB[:100], smallCovering[:20], smallPoints[:40], smallPairs[:40], smallSquare[:10]} {
		if _, err := Read(io.MultiReader(strings.NewReader(text), fails{broken}), "f"); !errors.Is(err, broken) {
			t.Errorf("%q: %v", text, err)
		}
	}
	in := &tooLong{endless{}, 10, "f"}
	if _, err := io.ReadAll(in); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Error(err)
	}
}

type fails struct{ err error }

func (f fails) Read([]byte) (int, error) { return 0, f.err }

// A first line that claims millions does not take memory before they come.
func TestClaimsTakeNoMemory(t *testing.T) {
	for _, text := range []string{"20000 20000000 5\n1 2 3\n", "100000 50000000\nF 0 1 1 1\n", "DIMENSION : 100000\nEDGE_WEIGHT_TYPE : EUC_2D\nNODE_COORD_SECTION\n1 1 1\n"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(strings.NewReader(text), "f")
		runtime.ReadMemStats(&after)
		if size := after.TotalAlloc - before.TotalAlloc; err == nil || size > 4<<20 {
			t.Errorf("%q: %d bytes, %v", text, size, err)
		}
	}
}

func shared(t *testing.T, parts ...string) *Instance {
	t.Helper()
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../shared/data"
	}
	f, err := os.Open(filepath.Join(append([]string{dir}, parts...)...))
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no shared data: set ETABLERA_DATA")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, err := Read(f, parts[len(parts)-1])
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// value is what a choice of sites costs: the independent evaluation of a p-median.
func value(in *Instance, open []int) (sum int64) {
	for i := range in.Clients.N {
		best := int64(1) << 62
		for _, j := range open {
			if d, ok := in.Distance(i, j); ok {
				best = min(best, d)
			}
		}
		sum += best * in.Clients.WeightOf(i)
	}
	return sum
}

// swapped improves a choice by single swaps until none helps.
func swapped(in *Instance, open []int) int64 {
	best := value(in, open)
	for better := true; better; {
		better = false
		for k := range open {
			for j := range in.Sites.N {
				if slices.Contains(open, j) {
					continue
				}
				was := open[k]
				open[k] = j
				if v := value(in, open); v < best {
					best, better = v, true
				} else {
					open[k] = was
				}
			}
		}
	}
	return best
}

// pmed1 has the optimum 5819 only if the last of two edges holds: swaps must come to it and never below.
func TestPmed1(t *testing.T) {
	in := shared(t, "pmed", "pmed1.txt")
	if in.P != 5 || in.Sites.N != 100 || in.Rows.To != nil {
		t.Fatal(in.P, in.Sites.N)
	}
	random := rand.New(rand.NewPCG(1, 1))
	best := int64(1) << 62
	for range 4 {
		best = min(best, swapped(in, random.Perm(in.Sites.N)[:in.P]))
	}
	if best != 5819 {
		t.Errorf("best of four searches: %d, want 5819", best)
	}
}

// All shared instances are read, with the number of points that they are named for.
func TestReadShared(t *testing.T) {
	for name, n := range map[string]int{"rl1304.tsp": 1304, "sw24978.tsp": 24978, "usa13509.tsp": 13509, "fl1400.tsp": 1400} {
		if in := shared(t, "tsplib", name); in.Sites.N != n || in.Metric != Euclid {
			t.Errorf("%s: %d points", name, in.Sites.N)
		}
	}
	in := shared(t, "mclp", "GRID_INST_n100_m1000_d1_100_f10_100_s1.dat")
	if in.Sites.N != 100 || in.Clients.N != 1000 || in.Sites.Cost[0] != 75 || in.Clients.Weight[999] != 80 || in.Clients.X[999] != 16.921249 {
		t.Errorf("%+v", in.Sites)
	}
}

// Within compares the unrounded distance, the rim included.
func TestWithin(t *testing.T) {
	in := read(t, smallPlane)
	for _, c := range []struct {
		radius float64
		want   bool
	}{{5, true}, {4.999999, false}, {5.5, true}} {
		if got := in.Within(0, 1, c.radius); got != c.want {
			t.Errorf("radius %v: %v", c.radius, got)
		}
	}
	if in = read(t, smallSquare); in.Within(1, 0, 1e9) || !in.Within(1, 1, 1) || in.Within(0, 0, 4.9) {
		t.Error("listed distances")
	}
}

// Known distances on the sphere: a quarter of a meridian, and no way at all.
func TestGreatCircle(t *testing.T) {
	for _, c := range []struct{ lat1, lon1, lat2, lon2, want float64 }{
		{0, 0, 90, 77, 10007557.22}, {59.3, 18, 59.3, 18, 0}, {0, 0, 0, 180, 20015114.44}, {0, 179.5, 0, -179.5, 111195.08},
	} {
		if got := greatCircle(c.lat1, c.lon1, c.lat2, c.lon2); got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("%+v: %.2f", c, got)
		}
	}
}

// Fast equals slow: Dijkstra's rows are those of Floyd's three loops.
func TestShortestPaths(t *testing.T) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 7))
		n := 1 + random.IntN(12)
		var edges []edge
		slow := make([][]int64, n)
		for v := range slow {
			slow[v] = make([]int64, n)
			for w := range slow[v] {
				if slow[v][w] = unreached / 4; v == w {
					slow[v][w] = 0
				}
			}
		}
		for range random.IntN(3 * n) {
			e := edge{int32(random.IntN(n)), int32(random.IntN(n)), int64(random.IntN(20))}
			edges = append(edges, e)
			if e.a != e.b {
				slow[e.a][e.b], slow[e.b][e.a] = e.length, e.length
			}
		}
		for k := range n {
			for v := range n {
				for w := range n {
					slow[v][w] = min(slow[v][w], slow[v][k]+slow[k][w])
				}
			}
		}
		in := &Instance{Rows: newGraph(n, lastOnly(edges)).shortest(), Sites: Places{N: n}, Clients: Places{N: n}}
		for v := range n {
			for w := range n {
				got, ok := in.Distance(v, w)
				if !ok {
					got = unreached / 4
				}
				if got != slow[v][w] && (ok || slow[v][w] < unreached/4) {
					t.Fatalf("seed %d: from %d to %d: %d, want %d", seed, v, w, got, slow[v][w])
				}
			}
		}
	}
}

// No text makes a reader fail otherwise than with an error, and what is read holds together.
func FuzzRead(f *testing.F) {
	for _, text := range []string{smallPmed, smallTSPLIB, smallCovering, smallPoints, smallPlane, smallPairs, smallSquare,
		"id,weight,s1\nk,4,5\n", "3 0 1\n", "1 1\nF 0 0 0 0\nC 0 0 0 0", "a,b\n\"x\ny\",3\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			return
		}
		in, err := Read(strings.NewReader(text), "f")
		if err != nil {
			return
		}
		if in.Sites.N < 1 || in.Clients.N < 1 {
			t.Fatal("no site or no client")
		}
		for _, list := range [][]int64{in.Clients.Weight, in.Sites.Cost} {
			if list != nil && len(list) != in.Clients.N && len(list) != in.Sites.N {
				t.Fatal("a list of the wrong length")
			}
		}
		for i := range min(in.Clients.N, 20) {
			for j := range min(in.Sites.N, 20) {
				if d, ok := in.Distance(i, j); ok && d < 0 {
					t.Fatalf("distance %d from %d to %d", d, i, j)
				}
			}
		}
	})
}
