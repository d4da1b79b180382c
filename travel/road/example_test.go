package road_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/etablera/etablera/travel/graph"
	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
)

// A street of 1.1 km in a village, driven and walked from one end to an office at the other.
func Example() {
	const village = `<osm version="0.6">
		<node id="1" lat="60" lon="15"/><node id="2" lat="60.01" lon="15"/>
		<way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="maxspeed" v="40"/></way>
	</osm>`
	extract, err := osm.New(strings.NewReader(village), int64(len(village)))
	if err != nil {
		fmt.Println(err)
		return
	}
	networks, err := road.Build(context.Background(), extract, []road.Profile{road.Car(), road.Foot()}, road.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range networks {
		home, _ := n.Snap(60, 15, 100)
		office, _ := n.Snap(60.01, 15, 100)
		search := graph.NewSearch(n.Graph)
		search.Run(n.Departures(home, nil), graph.MaxDistance)
		fmt.Printf("%s: %.1f minutes\n", n.Meta.Profile.Name, float64(search.To(n.Arrivals(office, nil)))/60_000)
	}
	// Output:
	// car: 2.4 minutes
	// foot: 13.4 minutes
}
