package siting

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// try goes through every way to choose the number from the groups.
func try(number int, groups []alike, visit func(chosen []int)) {
	chosen := make([]int, len(groups))
	var go1 func(i, left int)
	go1 = func(i, left int) {
		if i == len(groups) {
			if left == 0 {
				visit(chosen)
			}
			return
		}
		for n := 0; n <= min(groups[i].size, left); n++ {
			chosen[i] = n
			go1(i+1, left-n)
		}
		chosen[i] = 0
	}
	go1(0, number)
}

// slow is the least that must give by trying everything.
func slow(number int, groups []alike, rules []limits) (g Giving, most, mostIn []int, ok bool) {
	sides := map[[2]int][2]int{}
	try(number, groups, func(chosen []int) {
		parts := make([][3]int, len(rules))
		for k := range rules {
			n := 0
			for i, a := range groups {
				if slices.Contains(a.in, k) {
					n += chosen[i]
				}
				if slices.Contains(a.out, k) {
					parts[k][Astray] += chosen[i]
				}
			}
			parts[k][Short], parts[k][Over] = rules[k].miss(n)
		}
		total := 0
		for _, p := range parts {
			total += p[0] + p[1] + p[2]
		}
		if !ok || total < g.Least {
			g.Least, ok = total, true
			most, mostIn = make([]int, len(groups)), make([]int, len(rules))
			clear(sides)
		}
		if total > g.Least {
			return
		}
		for i, n := range chosen {
			most[i] = max(most[i], n)
		}
		for k := range rules {
			n := 0
			for i, a := range groups {
				if slices.Contains(a.in, k) {
					n += chosen[i]
				}
			}
			mostIn[k] = max(mostIn[k], n)
		}
		for k, p := range parts {
			for side, n := range p {
				x, seen := sides[[2]int{k, side}]
				if !seen {
					x = [2]int{n, n}
				}
				sides[[2]int{k, side}] = [2]int{min(x[0], n), max(x[1], n)}
			}
		}
	})
	for k := range rules {
		for side := range 3 {
			if x := sides[[2]int{k, side}]; x[1] > 0 {
				g.Parts = append(g.Parts, Give{k, Side(side), x[0], x[1]})
			}
		}
	}
	return g, most, mostIn, ok
}

// What must give, by how much and with which choices, is what trying everything says,
// for nested rules and for rules that overlap anyhow.
func TestLeastIsThatOfTryingEverything(t *testing.T) {
	told := 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		number := r.IntN(6)
		groups := make([]alike, 1+r.IntN(5))
		rules := make([]limits, r.IntN(5))
		for k := range rules {
			rules[k] = limits{r.IntN(5), -1}
			if r.IntN(3) == 0 {
				rules[k].max = rules[k].min + r.IntN(2) - min(rules[k].min, r.IntN(2))
			}
		}
		for i := range groups {
			groups[i].size = r.IntN(4)
			for k := range rules {
				switch r.IntN(6) {
				case 0, 1:
					groups[i].in = append(groups[i].in, k)
				case 2:
					groups[i].out = append(groups[i].out, k)
				}
			}
		}
		got, some, in, ok := least(number, groups, rules)
		want, most, mostIn, possible := slow(number, groups, rules)
		if ok != possible || got.Least != want.Least || !slices.Equal(got.Parts, want.Parts) || !slices.Equal(some, most) || got.Least > 0 && !slices.Equal(in, mostIn) {
			t.Fatalf("seed %d: %v, %v, %v; trying everything gives %v, %v, %v", seed, got, some, ok, want, most, possible)
		}
		if got.Least > 0 && got.Parts[0].Low < got.Parts[0].High {
			told++
		}
	}
	if told < 100 {
		t.Errorf("only %d of the worlds had something to choose", told)
	}
}

// Too much overlap is not told, and does not take the machine with it.
func TestLeastOfTooMuchIsNotTold(t *testing.T) {
	var groups []alike
	var rules []limits
	all := alike{size: 60}
	groups = append(groups, alike{size: 1})
	for k := range 8 {
		rules = append(rules, limits{20, -1})
		all.in = append(all.in, k)
	}
	for k := range 8 {
		groups = append(groups, alike{size: 60, in: slices.Delete(slices.Clone(all.in), k, k+1)})
	}
	if _, _, _, ok := least(60, groups, rules); ok {
		t.Error("it is told")
	}
}
