package road

import (
	"fmt"
	"time"

	"github.com/etablera/etablera/travel/graph"
)

// Network is the roads that one profile uses, prepared for searches. It is never changed once it is made, so many
// goroutines may use it.
type Network struct {
	Meta Meta
	// Graph has times in ms as weights. Every node reaches every other.
	Graph *graph.Graph
	// Lat and Lon of the nodes, in 10⁻⁷ degrees. Nodes that a turn ban splits lie at one place.
	Lat, Lon []int32

	// twins leads in rings through the nodes that a turn ban makes of one; any other node leads to itself.
	twins []graph.Node
	edges edges
	tree  tree
	// moves lists the arcs of each movement (edge<<1 | direction), and tails where arcs begin.
	moveFirst []uint32
	moveArcs  []graph.Arc
	tails     []graph.Node
}

// edges are the streets between nodes, with their shapes. Direction 0 is ahead and always open, 1 is back.
type edges struct {
	// move gives for each arc of the graph its edge and direction.
	move []uint32
	time [2][]uint32 // ms; closed where it may not be travelled
	// noEntry is 1 where no journey begins or ends.
	noEntry []uint8
	// The points of edge e are first[e] … first[e+1]−1, both ends included; reached is the ms from its beginning.
	first    []uint32
	lat, lon []int32
	reached  []uint32
}

func (e *edges) len() int { return len(e.noEntry) }

// Meta says what a network rests on.
type Meta struct {
	Profile Profile `json:"profile"`
	Source  Source  `json:"source"`
	Counts  Counts  `json:"counts"`
}

// Source is the extract that a network was made from.
type Source struct {
	File      string    `json:"file"`
	SHA256    string    `json:"sha256,omitempty"`
	Bytes     int64     `json:"bytes,omitempty"`
	Format    string    `json:"format"`
	Program   string    `json:"program,omitempty"`  // that wrote it
	Timestamp time.Time `json:"timestamp,omitzero"` // the state of OpenStreetMap that it shows; zero where the file does not say
}

// Counts say what became of the extract's roads.
type Counts struct {
	Ways          int `json:"ways"`          // that the profile uses
	Pieces        int `json:"pieces"`        // straight lines between neighbouring nodes of ways
	PieceNodes    int `json:"pieceNodes"`    // nodes before merging
	PieceArcs     int `json:"pieceArcs"`     // arcs before merging
	Nodes         int `json:"nodes"`         // after merging
	Arcs          int `json:"arcs"`          // after merging
	Edges         int `json:"edges"`         // streets between nodes
	OutsideNodes  int `json:"outsideNodes"`  // nodes left out: they do not both reach the rest and can be reached from it
	MissingPieces int `json:"missingPieces"` // left out: an end lies outside the extract
	Bans          int `json:"bans"`          // turn bans that are kept
	OtherBans     int `json:"otherBans"`     // left out: over ways, with conditions, or malformed
	UnusedBans    int `json:"unusedBans"`    // without effect: their ways are not used or do not meet
	SplitNodes    int `json:"splitNodes"`    // copies of nodes for turn bans
}

// TooLargeError says that an extract has more of something than fits.
type TooLargeError struct {
	What string
	N    int
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("road: %d %s: at most %d fit in one network; take a smaller extract", e.N, e.What, maxRefs)
}
