package closing

import (
	"context"
	"slices"

	"github.com/etablera/etablera/locate"
)

// solveCounty finds the least loss of share that every county can be held to at once, in
// millionths. Exchange halves its way to a plan; then locate proves of the last period that
// no limit below can be kept, or as much of that as it can. Of the plans under the limit
// one that few people lose by is the answer.
func (k *Closing) solveCounty(ctx context.Context, w *world, count int, b *Best) error {
	classes := make([][]hit, len(w.counties))
	for c := range classes {
		classes[c] = w.beyond(count, c)
	}
	under := func(share int64) (out []demand) {
		for c := range classes {
			out = append(out, demand{hits: classes[c], last: true, factor: 1, capped: true, limit: w.living[c] * share / 1_000_000, rule: -1})
		}
		return out
	}
	find := func(share int64) bool {
		s := k.newSearch(w, w.thenTime(w.beyond(count, -1), County, count), append(under(share), k.limitsOf(w, count)...), k.pays(true))
		if !s.run(ctx, b.Closes, k.counts(count)) {
			return false
		}
		b.Found, b.Closes = true, slices.Clone(s.best)
		return true
	}
	if !find(1_000_000) {
		if err := k.whole(ctx, w, count, w.beyond(count, -1), b); err != nil || !b.Found {
			return err
		}
		b.Bound = 0
	}
	high := k.score(w, b.Closes).Values[County]
	for low, n := int64(0), 0; low < high && n < countySteps; n++ {
		share := (low + high) / 2
		if n == 0 {
			share = 0 // often nobody need lose anything
		}
		if find(share) {
			high = k.score(w, b.Closes).Values[County]
		} else {
			low = share + 1
		}
	}
	// What was not found may still be there: the bound is only what is proven.
	low, share := int64(0), high-1
	for n := 0; low < high && n < countySteps; n++ {
		proven, err := k.tooLow(ctx, w, count, under(share), b)
		if err != nil {
			return err
		}
		if proven {
			if low = share + 1; low < high {
				share = (low + high - 1) / 2
			}
			continue
		}
		if high-low < 2 || float64(high-low) <= k.Options.Gap*float64(high) {
			break
		}
		if share = (low + share) / 2; share <= low {
			break
		}
	}
	b.Bound, b.Rounds = low, 1
	return nil
}

// countyNodes bounds the work on one limit, countySteps how many are tried.
const countyNodes, countySteps = 200, 14

// tooLow says whether it is proven of the last period that the limits cannot all be kept.
// One option more, which costs 1 and lifts them all, makes the question one that always has
// an answer: a bound above 0 says that the option is needed.
func (k *Closing) tooLow(ctx context.Context, w *world, count int, limits []demand, b *Best) (bool, error) {
	m := k.newModel(w, count, k.last())
	for n := range limits {
		limits[n].factor = 0
	}
	k.demands(w, m, count, limits...)
	m.spec.Options = append(m.spec.Options, locate.Option{Site: int32(len(m.spec.Options)), Column: int32(len(w.offices)), Cost: 1})
	for n := range limits {
		costs := make([]int64, len(m.spec.Options))
		costs[len(costs)-1] = -w.living[n]
		m.spec.Measures[n].Costs = costs
	}
	a, err := k.ask(ctx, m, k.limits(0, countyNodes), b)
	return err == nil && (a.Infeasible != nil || a.Bound > 0), err
}
