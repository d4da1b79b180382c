package schedule

// Risk is the position of a discrete risk in [Spec.Risks].
type Risk int32

// RiskSpec is something that may happen, and then adds working days to the activities that list it.
type RiskSpec struct {
	// Key selects the risk's random numbers. It must be unique among risks.
	Key uint64
	// Probability that it happens, 0 … 1, for each activity on its own unless Common.
	Probability float64
	// Impact is what it adds where it happens, drawn for each activity on its own.
	Impact Distribution
	// Common says that it happens to all activities that list it, in whatever project, or to none.
	Common bool
}

// strike adds to the durations of slot i what its risks add. What is done, or has a known number of days
// left, is struck no more.
func (n *Network) strike(into []int32, i int32, seed, key uint64, run0 int) {
	sl := &n.slots[i]
	for _, at := range n.risksOf(i) {
		risk := &n.risks[at]
		chance := stream(seed, key^mix(risk.Key), sl.ordinal, forRisk)
		if risk.Common {
			chance = stream(seed, risk.Key, 0, forRisk)
		}
		impact := stream(seed, key^mix(risk.Key), sl.ordinal, forImpact)
		t, skip := n.table[n.impact[at]], uint64(run0)*golden
		for r := range into {
			if uniform(chance+skip) < risk.Probability {
				into[r] += t.at(uniform(impact + skip))
			}
			skip += golden
		}
	}
}

// risksOf returns the risks of a slot.
func (n *Network) risksOf(i int32) []Risk { return n.risk[n.riskFrom[i]:n.riskFrom[i+1]] }
