package learning

// Learned is what has been learnt of one cell.
type Learned struct {
	Cell Cell
	// Finished and Running count the cell's own outcomes.
	Finished, Running int
	// Assumed is what was stated, and Learnt what the outcomes have made of it.
	Assumed, Learnt LogNormal
	// Forecast is the distribution of the cell's next outcome, doubt about the cell included.
	Forecast Forecast
	// Doubt is the share of the forecast's variance, on the log scale, that is doubt about the cell as a whole:
	// it strikes all of the cell's next outcomes alike. The rest is each outcome's own.
	Doubt   float64
	Weights Weights
}

// Weights say what the location of a forecast rests on; they sum to 1. On the log scale it is the
// weighted mean of the own outcomes, the other cells' outcomes (each measured from its own assumption)
// and the assumption. An outcome that is only bounded counts for the part that it tells.
type Weights struct {
	Own, Pooled, Assumption float64
}
