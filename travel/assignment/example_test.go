package assignment_test

import (
	"fmt"
	"log"

	"github.com/etablera/etablera/travel/assignment"
	"github.com/etablera/etablera/travel/graph"
)

// Closing one of two offices: who has how far then.
func Example() {
	a := assignment.New(3)
	for site, row := range [][]uint32{{10, 20, 60}, {50, 40, 5}} {
		if err := a.Open(graph.Site(site), row); err != nil {
			log.Fatal(err)
		}
	}
	people := assignment.Question{Weights: []float64{100, 300, 600}, Limits: []uint32{30}, Levels: []float64{0.5}}
	tell := func(when string) {
		s, err := a.Summarize(people)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %.0f of %.0f within 30 minutes, mean %.1f, median %d\n", when, s.Within[0], s.Total, s.Mean, s.Quantiles[0])
	}
	tell("both open")
	if err := a.Close(1); err != nil {
		log.Fatal(err)
	}
	tell("one closed")
	// Output:
	// both open: 1000 of 1000 within 30 minutes, mean 10.0, median 5
	// one closed: 400 of 1000 within 30 minutes, mean 43.0, median 60
}
