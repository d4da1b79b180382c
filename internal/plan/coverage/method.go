package coverage

import (
	"context"
	"math"

	"github.com/etablera/etablera/internal/plan/figure"
)

// Unreachable is the time to a place that cannot be reached, or of which the
// method knows nothing.
const Unreachable = math.MaxUint32

// Place is a position with a key that a matrix may name it by: an office's id, or
// a point's Population.Keys.
type Place struct {
	Key      string
	Lat, Lon float64
}

// Method gives times of travel. A network of roads or a timetable is a Method; so
// is a table of times; Estimate is the one that needs nothing.
type Method interface {
	About() About
	// To prepares for trips between sites and these points, with their people.
	To(ctx context.Context, points []Place, people []int32) (Rows, error)
}

// Rows are the times between sites and the points that a Method was prepared for.
// One may be used by several goroutines at once.
type Rows interface {
	// Row fills in the seconds from every point to a site, Unreachable where there
	// is no way, and the metres of road where About.HasMetres. Slices have one
	// entry per point.
	Row(ctx context.Context, site Place, seconds, metres []uint32) error
}

// nearester is Rows that can find the two nearest sites of all points faster than
// by all rows. It gives no metres.
type nearester interface {
	Nearest(sites []Place, first, second []int32, firstSeconds, secondSeconds []uint32)
}

// lacker is a Method that knows nothing of some sites.
type lacker interface{ Lacks(site Place) bool }

// About says what times rest on.
type About struct {
	Key        string // car-estimate, walk-estimate, matrix, road, transit
	Mode       string // car, walk, transit; "" where the owner has not said
	IsEstimate bool
	HasMetres  bool
	// Grounds are versions, dates and parameters, in the order of showing. Each is
	// a figure under coverage/method.
	Grounds []Ground
}

// Ground is one thing that times rest on: a parameter, the date of a network, the
// name of a file. Key is both the last segment of its address and, under
// "coverage.ground.", the key of its words.
type Ground struct {
	Key   string
	Value figure.Value
	Rule  figure.Rule // figure.Option, figure.Reference or a rule of one's own
}
