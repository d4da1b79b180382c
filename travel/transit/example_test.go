package transit_test

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/travel/transit"
)

// A bus every quarter of an hour takes ten minutes to the office; home is three minutes on foot from the stop.
func Example() {
	b := transit.NewBuilder(2)
	for start := int32(7 * 3600); start < 10*3600; start += 900 {
		err := b.Add(start, []transit.Call{
			{Stop: 0, Arrive: start, Depart: start, Board: true, Alight: true},
			{Stop: 1, Arrive: start + 600, Depart: start + 600, Board: true, Alight: true},
		})
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	changes := transit.ListsOf([][]transit.Hop{{{To: 0}}, {{To: 1}}})
	n, err := transit.NewNetwork(b.Timetable(), changes, transit.Shortcuts{})
	if err != nil {
		fmt.Println(err)
		return
	}
	m, err := n.Matrix(context.Background(), transit.Query{
		Homes:       transit.ListsOf([][]transit.Hop{{{To: 0, Seconds: 180}}}),
		Sites:       transit.ListsOf([][]transit.Hop{{{To: 1, Seconds: 60}}}),
		Window:      transit.Minutes(8*3600, 60),
		Limit:       3600,
		MaxRides:    3,
		Percentiles: []int{5, 50, 95},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, s := range m.At(0, 0) {
		fmt.Printf("percentile %d: %d min\n", m.Percentiles[i], s/60)
	}
	// Output:
	// percentile 5: 14 min
	// percentile 50: 21 min
	// percentile 95: 28 min
}
