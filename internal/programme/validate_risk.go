package programme

// The weights that a duration may have, in outcomes. One beyond the greatest says that no outcome shall change
// it, which a fixed duration says better.
const leastWeight, greatestWeight = 0.1, 10_000

// weights checks what durations are worth. The comparison is written so that NaN fails it.
func (v *validator) weights() {
	for i := range v.s.Durations {
		if w := v.s.Durations[i].Weight; w != 0 && !(w >= leastWeight && w <= greatestWeight) {
			v.fault("durations", i, "weight", "programme.weight", w, leastWeight, greatestWeight)
		}
	}
}

// risks asks for what is missing where a risk is stated in numbers, but not in enough of them to be simulated.
func (v *validator) risks() {
	for i := range v.s.Risks {
		r := &v.s.Risks[i]
		numbers := r.Probability > 0 || r.Working.IsKnown() || r.Common
		switch {
		case !numbers || r.IsQuantified():
		case r.Probability == 0:
			v.doubtful("risks", i, "probability", "programme.risk-half", r.ID, "probability")
		case !r.Working.IsKnown():
			v.doubtful("risks", i, "working-days", "programme.risk-half", r.ID, "working-days")
		default:
			v.doubtful("risks", i, "activity", "programme.risk-half", r.ID, "activity")
		}
	}
}
