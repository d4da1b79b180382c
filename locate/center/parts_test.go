package center

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/etablera/etablera/locate"
)

func randomCover(random *rand.Rand) *cover {
	c := newCover(1+random.IntN(70), 1+random.IntN(10))
	for i := range c.rows {
		for j := range c.cols {
			if random.IntN(3) == 0 {
				c.of[i].put(int32(j))
				c.by[j].put(int32(i))
			}
		}
	}
	return c
}

// fewest columns that cover the rows, by trying all; -1 if none do.
func (c *cover) fewest(rows, cols set) int {
	best := -1
	for choice := range 1 << c.cols {
		left, n := slices.Clone(rows), 0
		for j := range c.cols {
			if choice>>j&1 != 0 {
				if !cols.has(int32(j)) {
					n = 1000
				}
				n++
				left.less(c.by[j])
			}
		}
		if left.count() == 0 && n < 1000 && (best < 0 || n < best) {
			best = n
		}
	}
	return best
}

func whole0(c *cover) *part {
	p := &part{rows: newSet(c.rows), cols: newSet(c.cols), hopeless: -1}
	p.rows.fill(c.rows)
	p.cols.fill(c.cols)
	return p
}

// What reduction leaves needs just as many columns, less those that it has chosen.
func TestReduceKeepsTheLeast(t *testing.T) {
	for seed := range uint64(500) {
		c := randomCover(rand.New(rand.NewPCG(seed, 5)))
		p := whole0(c)
		want := c.fewest(p.rows, p.cols)
		c.reduce(p)
		if p.hopeless >= 0 {
			if want >= 0 {
				t.Fatalf("seed %d: hopeless, though %d columns cover", seed, want)
			}
			continue
		}
		if got := c.fewest(p.rows, p.cols) + len(p.forced); got != want {
			t.Fatalf("seed %d: %d columns after reduction, %d before", seed, got, want)
		}
	}
}

// No bound is above the least number of columns, neither from few steps nor from many; the greedy cover is one, and not below it.
func TestBoundsAndCovers(t *testing.T) {
	tight, looked := 0, 0
	for seed := range uint64(500) {
		random := rand.New(rand.NewPCG(seed, 9))
		c := randomCover(random)
		p := whole0(c)
		may := slices.Clone(p.cols)
		least := c.fewest(p.rows, p.cols)
		c.reduce(p)
		if least < 0 || len(p.forced) == least {
			continue
		}
		looked++
		warm := make([]float64, c.rows)
		c.even(p, warm)
		d := c.dual(p, warm)
		d.climb(float64(least), random.IntN(200)+1, func() bool { return true })
		w := c.round(d, p, may)
		if w.sum > int64(least)*scale {
			t.Fatalf("seed %d: bound %d/%d above %d", seed, w.sum, scale, least)
		}
		if w.sum > int64(least-1)*scale {
			tight++
		}
		start, col := d.turned()
		cover := d.greedy(d.price, c.cols, start, col)
		left := slices.Clone(p.rows)
		for _, j := range cover {
			left.less(c.by[j])
		}
		if left.count() > 0 || len(cover)+len(p.forced) < least {
			t.Fatalf("seed %d: %d columns and %d forced do not cover, or are too few", seed, len(cover), len(p.forced))
		}
	}
	if looked < 15 || tight < looked/2 {
		t.Errorf("the bound was tight %d times of %d", tight, looked)
	}
}

// A decision is the same with a limit of nodes as without, where it decides at all.
func TestDecideWithinNodes(t *testing.T) {
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 11))
		c := randomCover(random)
		p := 1 + random.IntN(5)
		_, full := c.decide(context.Background(), p, nil, 0, false)
		_, root := c.decide(context.Background(), p, nil, 1, false)
		all := whole0(c)
		want := none
		if least := c.fewest(all.rows, all.cols); least >= 0 && least <= p {
			want = found
		}
		if full != want || root != undecided && root != want {
			t.Fatalf("seed %d: %v and %v, want %v", seed, full, root, want)
		}
	}
}

// The covering problem of a radius states what it says: columns within it serve, at no cost, and those that are open stay.
func TestSpec(t *testing.T) {
	m := &locate.Matrix{Columns: 3, Costs: []int64{1, 4, 9, 3, locate.Never, 2}}
	p := &Problem{Service: m, P: 2, Open: []int32{2}}
	s := Spec(p, 3)
	for _, c := range []struct {
		row, col int
		want     int64
	}{{0, 0, 0}, {0, 1, locate.Never}, {1, 0, 0}, {1, 1, locate.Never}, {1, 2, 0}} {
		if got := s.Cost(c.row, c.col); got != c.want {
			t.Errorf("row %d, column %d: %d", c.row, c.col, got)
		}
	}
	var near []int32
	s.Service.Near(1, 5, func(j int32, d int64) { near = append(near, j, int32(d)) })
	s.Service.Near(1, 0, func(int32, int64) { t.Error("nothing is below 0") })
	if !slices.Equal(near, []int32{0, 0, 2, 0}) || s.Options[2].State != locate.Open || s.Options[0].State != locate.Free {
		t.Error(near, s.Options)
	}
}
