package transit

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/etablera/etablera/travel/gtfs"
)

// On a published timetable, the railway from San Francisco to Gilroy, travel times equal the slow search at every minute.
func TestCaltrainEqualsTheSlowSearch(t *testing.T) {
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../shared/data"
	}
	path := filepath.Join(dir, "gtfs", "caltrain_gtfs.zip")
	if _, err := os.Stat(path); err != nil {
		t.Skip("gtfs/caltrain_gtfs.zip is not here; set ETABLERA_DATA to the folder of shared data")
	}
	f, _, err := gtfs.Open(t.Context(), path, gtfs.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tr, err := FromFeeds([]*gtfs.Feed{f}, FeedOptions{Date: 20100310, Slack: 60})
	if err != nil {
		t.Fatal(err)
	}
	walker := GreatCircle{Speed: 1.2, Detour: 1.3}
	changes, err := tr.Changes(t.Context(), walker, 1200)
	if err != nil {
		t.Fatal(err)
	}
	tt := tr.Timetable
	s := &scene{stops: tt.StopCount}
	for i := range s.stops {
		s.walks = append(s.walks, changes.From(i))
	}
	for p := range Pattern(tt.Patterns()) {
		for k := range tt.Trips(p) {
			var trip rawTrip
			for i := range tt.Len(p) {
				e, place := tt.event(p, k, i), tt.Start[p]+i
				trip = append(trip, Call{tt.Stops[place], tt.Arrive[e], tt.Depart[e], tt.Board[place], tt.Alight[place]})
			}
			s.trips = append(s.trips, trip)
		}
	}
	var places []Place
	r := rand.New(rand.NewPCG(3, 4))
	for range 12 {
		p := tr.Places[r.IntN(len(tr.Places))]
		places = append(places, Place{p.Lat + 0.01*r.Float64(), p.Lon + 0.01*r.Float64()})
	}
	access, err := walker.Reach(t.Context(), places, tr.Places, 3000)
	if err != nil {
		t.Fatal(err)
	}
	direct, err := walker.Reach(t.Context(), places, places, 7200)
	if err != nil {
		t.Fatal(err)
	}
	for i := range places {
		s.homes, s.sites, s.direct = append(s.homes, access.From(i)), append(s.sites, access.From(i)), append(s.direct, direct.From(i))
	}
	const limit, rides = 3 * 3600, 3
	w := Minutes(7*3600, 90)
	n, err := NewNetwork(tt.Within(w.Needs(limit)), changes, Shortcuts{})
	if err != nil {
		t.Fatal(err)
	}
	o, rode := s.oracle(), 0
	q := s.query(w, limit, rides)
	q.Workers = 1
	q.Each = func(site, home int, times []int32) {
		for m := 0; m < len(times); m += 13 {
			want := o.travel(s.homes[home], s.sites[site], s.walk(home, site), w.at(m), limit, rides)
			if times[m] != want {
				t.Errorf("home %d to site %d at minute %d: %d, want %d", home, site, m, times[m], want)
			}
			if want != Never && want < s.walk(home, site) {
				rode++
			}
		}
	}
	if _, err := n.Matrix(t.Context(), q); err != nil {
		t.Fatal(err)
	}
	if rode < 100 {
		t.Errorf("only %d times anybody rides: the test shows little", rode)
	}
}
