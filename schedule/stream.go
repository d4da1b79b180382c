package schedule

// The random numbers are counter-based (Salmon and others 2011): the number for one purpose in one run
// is a hash of seed, project key, activity, purpose and run, so nothing that is computed before it, or
// beside it, can change it. The hash is the output function of SplitMix64 (Steele, Lea & Flood 2014)
// over an arithmetic sequence, which is that generator from a start of the stream's own.

const golden = 0x9E3779B97F4A7C15

func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// purpose tells apart the random numbers that one activity, project, factor or risk needs in one run.
type purpose uint8

const (
	forDuration purpose = iota
	forStart
	forFinish
	forTogether // the cause that a project's activities share
	forFactor
	forRisk
	forImpact
)

// stream returns the start of a stream; its number for run r is uniform(stream + r·golden). The ordinal
// is the activity's place among its project's activities in the Spec.
func stream(seed, key uint64, ordinal uint32, use purpose) uint64 {
	s := mix(seed + golden)
	s = mix((s ^ key) + golden)
	return mix((s ^ uint64(ordinal)<<8 ^ uint64(use)) + golden)
}

// uniform returns the number of a stream at x, in the open interval (0, 1).
func uniform(x uint64) float64 { return unit(mix(x)) }

// unit turns bits into an odd multiple of 2⁻⁵³. One bit more would round up to 1 at the upper end.
func unit(bits uint64) float64 { return (float64(bits>>12) + 0.5) * 0x1p-52 }
