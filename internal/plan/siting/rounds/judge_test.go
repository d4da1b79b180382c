package rounds

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/locate/division"
	"pgregory.net/rapid"
)

// made is a small programme of its own: offices with categories, counties, areas and
// people about them, and an own division.
func made(rng *rand.Rand, offices, rounds int, known ...Goal) *Rounds {
	r := &Rounds{divisions: map[string]*Division{}, judged: map[Scope]*Judgement{}, bests: map[Goal]*Best{}, curves: map[[2]Goal]*Curve{}}
	w := &world{known: map[Goal]bool{}, people: 1}
	for _, g := range known {
		w.known[g] = true
	}
	p := &w.problem
	p.Sites, p.Rounds, p.Days = offices, rounds, make([]int64, rounds-1)
	for k := range p.Days {
		p.Days[k] = 1 + rng.Int64N(3)
	}
	p.Kinds, p.Regions = make([][]int32, 2), make([][]int32, 1+offices/2)
	sizes, times, base, people := make([]int, rounds), make([][]int64, offices), make([]int64, 12), make([]int64, 12)
	for q := range base {
		base[q], people[q] = 60+rng.Int64N(40), rng.Int64N(9)
	}
	for i := range int32(offices) {
		own := rng.Int32N(int32(rounds))
		sizes[own]++
		p.Own = append(p.Own, own)
		k, c := rng.IntN(2), rng.IntN(len(p.Regions))
		p.Kinds[k], p.Regions[c] = append(p.Kinds[k], i), append(p.Regions[c], i)
		if rng.IntN(2) == 0 {
			p.Targets = append(p.Targets, []int32{i})
		}
		for range base {
			times[i] = append(times[i], rng.Int64N(100))
		}
		r.Offices = append(r.Offices, Office{ID: "o", Name: fmt.Sprint(i), Round: int(own)})
	}
	for range rounds {
		r.Rounds = append(r.Rounds, Round{})
	}
	p.Sizes = [][]int{sizes}
	p.Waits, p.Always = division.Nearest(times, base, people)
	r.world = w
	return r
}

// every calls f with all divisions that are allowed.
func every(p *division.Problem, f func(division.Values)) {
	of := make([]int32, p.Sites)
	for {
		if p.Allowed(of) {
			f(p.Measure(of))
		}
		i := 0
		for ; i < p.Sites; i++ {
			if of[i]++; int(of[i]) < p.Rounds {
				break
			}
			of[i] = 0
		}
		if i == p.Sites {
			return
		}
	}
}

// dominates says whether one is no worse in any of the goals and better in one.
func dominates(a, b division.Values, goals []Goal) bool {
	better := false
	for _, g := range goals {
		if a[g.engine()] > b[g.engine()] {
			return false
		}
		better = better || a[g.engine()] < b[g.engine()]
	}
	return better
}

// For programmes of up to ten offices in two or three rounds, looking at every division
// says the same as the judgement: whether the own is dominated, how little of each goal
// there can be with no other worse, and how few offices must be moved. What is named as
// dominating does dominate, and nothing dominates it.
func TestJudgementIsExhaustive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rounds := rapid.IntRange(2, 3).Draw(t, "rounds")
		known := Goals[:rapid.IntRange(1, 4).Draw(t, "known")]
		r := made(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)), rapid.IntRange(2, map[int]int{2: 10, 3: 7}[rounds]).Draw(t, "offices"), rounds, known...)
		p := &r.world.problem
		own := p.Measure(p.Own)
		for _, s := range Scopes {
			j, err := r.Judge(context.Background(), s)
			if err != nil {
				t.Fatal(err)
			}
			if s == All && len(j.Goals) != 4 || s == Known && len(j.Goals) != len(known) {
				t.Fatalf("%s: goals %v of %v", s, j.Goals, known)
			}
			dominated := false
			every(p, func(v division.Values) { dominated = dominated || dominates(v, own, j.Goals) })
			if want := map[bool]Verdict{true: Dominated, false: NotDominated}[dominated]; j.Verdict != want {
				t.Fatalf("%s: %s, want %s", s, j.Verdict, want)
			}
			for _, x := range j.Steps {
				checkStep(t, r, j, &x, own)
			}
		}
	})
}

func checkStep(t *rapid.T, r *Rounds, j *Judgement, x *Step, own division.Values) {
	p, g := &r.world.problem, x.Goal.engine()
	least, moves := own[g], int64(p.Sites)
	every(p, func(v division.Values) {
		for _, h := range j.Goals {
			if v[h.engine()] > own[h.engine()] {
				return
			}
		}
		if v[g] < own[g] {
			least, moves = min(least, v[g]), min(moves, v[division.Moves])
		}
	})
	if x.Better != (least < own[g]) || !x.Proven || x.bound > least {
		t.Fatalf("%s: better %v, proven %v, bound %d; the least is %d, the own has %d", x.Goal, x.Better, x.Proven, x.bound, least, own[g])
	}
	if !x.Better {
		return
	}
	for _, id := range []string{LeastID(j.Scope, x.Goal), SmallID(j.Scope, x.Goal)} {
		d, err := r.Find(context.Background(), id)
		if err != nil || d == nil || !dominates(d.values, own, j.Goals) || d.values != p.Measure(d.Of) || len(d.Moved) != int(d.values[division.Moves]) {
			t.Fatalf("%s: %v, %+v does not dominate %v", id, err, d, own)
		}
	}
	a, b := r.divisions[LeastID(j.Scope, x.Goal)], r.divisions[SmallID(j.Scope, x.Goal)]
	if a.values[g] != least || int64(len(b.Moved)) != moves {
		t.Fatalf("%s: %d with %d moved, want %d with %d", x.Goal, a.values[g], len(b.Moved), least, moves)
	}
	every(p, func(v division.Values) {
		if dominates(v, a.values, j.Goals) {
			t.Fatalf("%s: %v is dominated by %v", x.Goal, a.values, v)
		}
	})
}

// The best for each goal, and every point of a trade-off, are what looking at every
// division gives; the best is beaten in no goal.
func TestBestAndCurveAreExhaustive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rounds := rapid.IntRange(2, 3).Draw(t, "rounds")
		r := made(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 2)), rapid.IntRange(2, map[int]int{2: 9, 3: 6}[rounds]).Draw(t, "offices"), rounds, Goals...)
		p := &r.world.problem
		for _, g := range Goals {
			b, err := r.Best(context.Background(), g)
			if err != nil || !b.Found || !b.Proven {
				t.Fatalf("%v %+v", err, b)
			}
			of := r.divisions[BestID(g)].values
			every(p, func(v division.Values) {
				if v[g.engine()] < b.bound || dominates(v, of, Goals) {
					t.Fatalf("%s: %v beats %v with the bound %d", g, v, of, b.bound)
				}
			})
		}
		c, err := r.Curve(context.Background(), Access, Areas)
		if err != nil || len(c.Points) == 0 {
			t.Fatalf("%v, no points", err)
		}
		for k, x := range c.Points {
			if k > 0 && (x.a < c.Points[k-1].a || x.b >= c.Points[k-1].b) {
				t.Fatalf("points %+v", c.Points)
			}
			every(p, func(v division.Values) {
				if v[division.Unserved] <= x.b && v[division.Waiting] < x.a {
					t.Fatalf("%v is better than %+v", v, x)
				}
			})
		}
		least, _ := r.Best(context.Background(), Areas)
		if last := c.Points[len(c.Points)-1]; last.b != least.bound {
			t.Fatalf("the trade-off ends at %d, the least is %d", last.b, least.bound)
		}
	})
}

// A division is slower when a round is open later by more than chance can give, whatever
// the other rounds are.
func TestSlower(t *testing.T) {
	open := func(days ...int) *Division {
		d := &Division{}
		for _, n := range days {
			d.Open = append(d.Open, timetable.RoundOpen{Days: n})
		}
		return d
	}
	for _, c := range []struct {
		d, own *Division
		want   bool
	}{
		{open(100, 200), open(100, 200), false}, {open(105, 195), open(100, 200), false}, {open(106, 100), open(100, 200), true},
		{open(90, 206), open(100, 200), true}, {open(), open(), false},
	} {
		if got := slower(c.d, c.own); got != c.want {
			t.Errorf("%v beside %v: %v", c.d.Open, c.own.Open, got)
		}
	}
}

// Sizes are all that add up within the limits.
func TestSizes(t *testing.T) {
	round := func(least, most int) Round { return Round{Size: Size{least, most}} }
	for _, c := range []struct {
		rounds []Round
		n, all int
	}{
		{[]Round{round(14, 14), round(14, 14)}, 28, 1}, {[]Round{round(13, 15), round(13, 15)}, 28, 3}, {[]Round{round(13, 13), round(14, 14)}, 28, 0},
		{[]Round{round(0, 4), round(0, 4), round(0, 4)}, 4, 15}, {[]Round{round(5, 3), round(0, 9)}, 4, 0},
	} {
		got, all := sizes(c.rounds, c.n)
		if len(got) != c.all || !all {
			t.Errorf("%+v of %d: %d, %v", c.rounds, c.n, len(got), all)
		}
	}
	if got, all := sizes([]Round{round(0, 99), round(0, 99), round(0, 99)}, 99); len(got) != maxSizes || all {
		t.Errorf("%d sizes, all %v", len(got), all)
	}
}
