package schedule

import "fmt"

// Sampler draws from one distribution by inversion, a few ns a draw, as [Simulate] does. It is for engines
// that settle dates in their own way and want the same random numbers. It is never changed and may be used by
// many goroutines.
type Sampler struct{ of *table }

// NewSampler compiles a distribution. The error says what is wrong with its parameters.
func NewSampler(d Distribution) (*Sampler, error) {
	if d.IsZero() {
		return nil, fmt.Errorf("schedule: the duration is unknown; want a distribution")
	}
	if code, want := d.check(); code != "" {
		return nil, fmt.Errorf("schedule: %s: %s", d, want)
	}
	return &Sampler{newTable(d)}, nil
}

// Draw fills into with the durations of consecutive runs from run0 on.
func (s *Sampler) Draw(into []int32, from Stream, run0 int) {
	drawDurations(into, s.of, uint64(from), run0)
}

// At returns the smallest duration that is exceeded with probability v at most, for v in (0, 1).
func (s *Sampler) At(v float64) int32 { return s.of.at(v) }

// DrawBeyond fills into with total durations, given that they exceed elapsed days; where the distribution
// holds that impossible, with elapsed+1.
func (s *Sampler) DrawBeyond(into []int32, elapsed int32, from Stream, run0 int) {
	left := s.of.dist.Survivor(elapsed)
	for r := range into {
		if left == 0 {
			into[r] = elapsed + 1
		} else {
			into[r] = max(s.of.at(from.Uniform(run0+r)*left), elapsed+1)
		}
	}
}

// Stream is a counter-based stream of random numbers: what it gives for a run depends on nothing else, so
// scenarios that name a stream alike share its numbers run by run.
type Stream uint64

// NewStream returns the stream of a seed, a thing's lasting key, an ordinal below it and a use.
func NewStream(seed, key uint64, ordinal uint32, use uint8) Stream {
	return Stream(stream(seed, key, ordinal, purpose(use)))
}

// Uniform returns the stream's number for a run, uniform on the open interval (0, 1).
func (s Stream) Uniform(run int) float64 { return uniform(uint64(s) + uint64(run)*golden) }

// Normals fills into with the standard normal numbers of consecutive runs from run0 on.
func (s Stream) Normals(into []float32, run0 int) { normals(into, uint64(s), run0) }

// NewSamples returns room for one day for each project and run.
func NewSamples(projects, runs int) *Samples { return newSamples(projects, runs) }

// Set stores the days of one project, run by run. Different projects may be set at the same time. The error
// is a *RangeError if the days lie too far apart.
func (s *Samples) Set(p Project, days []int32) error { return s.set(p, days) }
