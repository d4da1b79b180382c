package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// roundMinimum checks that a round has at least Minimum projects that open an
// office. Where fewer are listed than somebody has stated in numbers, the stated
// number counts: not all are named yet.
func (k *check) roundMinimum() {
	if !k.c.Minimum.Known {
		k.unstated("minimum")
		return
	}
	ps, need := k.ofRound(k.c.Round), k.c.Minimum.High
	k.require(figure.OfRange(k.c.Minimum), figure.Same, k.field("minimum"))
	k.measure(figure.OfCount(len(ps)), figure.Number, projectFacts(ps)...)
	for _, p := range ps {
		key, args := stateRow(k, p)
		k.row(name(p), programme.Yes, forecastAt(p), key, args...)
	}
	stated, at := programme.Range{}, figure.Address("")
	for _, i := range k.x.RoundCounts(k.c.Round) {
		if c := &k.x.S.RoundCounts[i]; c.Type == "" && c.Count.Known {
			stated, at = c.Count, figure.FactAt("round-counts", i+1, "count")
			k.row(k.roundName(k.c.Round), tri(c.Count.Low >= need), at, "compliance.row.stated-count", c.Count)
		}
	}
	switch {
	case len(ps) >= need:
		k.settle(ps, MetByPlan)
	case stated.Known && stated.High >= need:
		if stated.Low >= need {
			k.f.Status = MetByPlan
		}
		k.measure(figure.OfRange(stated), figure.Same, at)
		k.need("compliance.need.list-projects", stated.High-len(ps))
	default:
		k.f.Status = NotMet
		k.need("compliance.need.more-projects", need-len(ps))
	}
}
