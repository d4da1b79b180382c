package instance

import "fmt"

// Limits of what is read. The number of distances is bounded too, see MaxPairs.
const (
	MaxBytes   = 2 << 30
	MaxSites   = 100_000
	MaxClients = 50_000_000
	MaxPairs   = 400_000_000 // distances of a file that gives them one by one
	MaxWeight  = 1_000_000_000
	MaxCost    = 1_000_000_000_000
	MaxName    = 200           // bytes of a place's name
	maxCoord   = 1e9           // so that squares and sums of them stay exact enough
	maxLength  = 1_000_000_000 // of a distance that is listed
)

// Form is the kind of file that an Instance was read from.
type Form uint8

// The forms.
const (
	Pmed Form = iota + 1
	TSPLIB
	Covering
	PointsCSV
	MatrixCSV
	Generated
)

func (f Form) String() string {
	names := [...]string{"unknown", "pmed", "tsplib", "covering", "points", "matrix", "generated"}
	if int(f) < len(names) {
		return names[f]
	}
	return names[0]
}

// Metric says how the distance between two points is measured.
type Metric uint8

// The metrics. Listed is no metric: distances stand in Rows.
const (
	Listed      Metric = iota
	Euclid             // ⌊√(dx²+dy²)⌋ in the unit of the coordinates
	GreatCircle        // metres on a sphere of radius 6,371,008.8 m, to the nearest; X is the longitude, Y the latitude, in degrees
)

// Places are points, or only names where distances are listed. Slices are parallel; one that is nil says the same of every place.
type Places struct {
	N    int
	Name []string // nil: named by number, from 1
	X, Y []float64
	// Weight is what a client counts for; nil: 1.
	Weight []int64
	// Cost is that of opening a site; nil: 0.
	Cost []int64
	// Capacity is the weight that a site can serve, 0 for no limit; nil: the file says nothing of it.
	Capacity []int64
}

// NameOf is the name of a place: its number where none was given.
func (p *Places) NameOf(i int) string {
	if p.Name == nil {
		return fmt.Sprint(i + 1)
	}
	return p.Name[i]
}

// WeightOf is what a client counts for.
func (p *Places) WeightOf(i int) int64 {
	if p.Weight == nil {
		return 1
	}
	return p.Weight[i]
}

// CostOf is the cost of opening a site.
func (p *Places) CostOf(i int) int64 {
	if p.Cost == nil {
		return 0
	}
	return p.Cost[i]
}

// Rows are listed distances, client by client: those of client i are At[Start[i]:Start[i+1]], each to the site of the same
// place in To, in rising order of sites. A site that is not listed cannot serve the client. To is nil where every client lists every site.
type Rows struct {
	Start []int64
	To    []int32
	At    []int64
}

// Instance is a location problem as a file gives it, before anything is asked of it.
type Instance struct {
	Name   string
	Form   Form
	Metric Metric
	P      int  // how many sites to open, where the file says it; else 0
	Same   bool // site i and client i are one place
	Sites  Places
	// Clients may share their slices with Sites.
	Clients Places
	Rows    Rows // only where Metric is Listed
}
