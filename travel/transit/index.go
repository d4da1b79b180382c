package transit

import "math"

// The positions of things in flat arrays. A stop cannot be mixed with a trip.
type (
	// Stop is a place where vehicles call.
	Stop int32
	// Pattern is a sequence of stops that trips follow without overtaking.
	Pattern int32
	// Event is a call of one trip at one position of its pattern.
	Event int32
)

// Never is the time of what does not happen, and the travel time to what cannot be reached within the limit.
const Never int32 = math.MaxInt32

// maxTime bounds times, so that sums of a few fit in 32 bits.
const maxTime int32 = 1 << 28
