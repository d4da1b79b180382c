package main

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/transit"
)

// city is a city on a day, prepared.
type city struct {
	s                      settings
	traffic                *transit.Traffic
	homes                  []transit.Place
	names                  []string
	access, changes, walks *transit.Lists
	net                    *transit.Network
	window                 transit.Window
	result                 *transit.Matrix
	clock                  stage
}

func prepare(ctx context.Context, s settings) (*city, error) {
	c := &city{s: s, clock: stage{last: time.Now()}, window: transit.Minutes(int32(s.from*60), s.count)}
	date, err := gtfs.ParseDate(s.date)
	if err != nil {
		return nil, err
	}
	var feeds []*gtfs.Feed
	for _, name := range feedsOf[s.city] {
		f, _, err := gtfs.Open(ctx, filepath.Join(s.data, "gtfs", name), gtfs.Options{})
		if err != nil {
			return nil, err
		}
		feeds = append(feeds, f)
	}
	if c.names, c.homes, err = points(filepath.Join(s.data, "gtfs", "r5r_points", s.city+"_hexgrid.csv")); err != nil {
		return nil, err
	}
	c.clock.done("read %d feeds and %d hexagons", len(feeds), len(c.homes))
	if c.traffic, err = transit.FromFeeds(feeds, transit.FeedOptions{Date: date, Slack: int32(s.slack)}); err != nil {
		return nil, err
	}
	t := c.traffic.Timetable
	c.clock.done("timetable of %s: %d stops, %d patterns, %d trips, %d events", date, t.StopCount, t.Patterns(), len(t.Trip), t.Events())
	walker, err := s.walker(ctx)
	if err != nil {
		return nil, err
	}
	c.clock.done("walker: %s", walker.Method())
	if err := c.walk(ctx, walker); err != nil {
		return nil, err
	}
	if s.trips {
		return c, nil
	}
	t = t.Within(c.window.Needs(int32(s.limit * 60)))
	if c.net, err = transit.NewNetwork(t, c.changes, transit.Shortcuts{OneByOne: s.one}); err != nil {
		return nil, err
	}
	c.clock.done("changes: %d trips, %d events of the window, %d changes kept", len(t.Trip), t.Events(), c.net.Changes())
	return c, nil
}

func (c *city) walk(ctx context.Context, w transit.Walker) (err error) {
	if c.access, err = w.Reach(ctx, c.homes, c.traffic.Places, int32(c.s.access*60)); err != nil {
		return err
	}
	if c.changes, err = c.traffic.Changes(ctx, w, int32(c.s.change*60)); err != nil {
		return err
	}
	if c.walks, err = w.Reach(ctx, c.homes, c.homes, int32(c.s.limit*60)); err != nil {
		return err
	}
	c.clock.done("walks: %d to stops, %d between stops, %d all the way", len(c.access.Hops), len(c.changes.Hops), len(c.walks.Hops))
	return nil
}

var percentiles = []int{5, 25, 50, 75, 95}

func (c *city) query() transit.Query {
	return transit.Query{Homes: c.access, Sites: c.access, Direct: c.walks, Window: c.window, Limit: int32(c.s.limit * 60),
		MaxRides: c.s.rides, Percentiles: percentiles, Workers: c.s.worker}
}

func (c *city) matrix(ctx context.Context) (err error) {
	if c.result, err = c.net.Matrix(ctx, c.query()); err != nil {
		return err
	}
	n := len(c.homes)
	c.clock.done("matrix: %d × %d × %d minutes, percentiles %v", n, n, c.s.count, percentiles)
	hash := sha256.New()
	reached, sum, faster := 0, 0, 0
	walk := make([]int32, n)
	for site := range n {
		for i := range walk {
			walk[i] = transit.Never
		}
		for _, h := range c.walks.From(site) {
			walk[h.To] = h.Seconds
		}
		for home := range n {
			at := c.result.At(home, site)
			if err := binary.Write(hash, binary.LittleEndian, at); err != nil {
				return err
			}
			if at[2] != transit.Never {
				reached++
				sum += int(at[2])
				if at[2] < walk[home] {
					faster++
				}
			}
		}
	}
	fmt.Printf("            median reached within %d min: %.1f %% of cells, mean %.1f min; by transit faster than on foot: %.1f %%\n",
		c.s.limit, 100*float64(reached)/float64(n*n), float64(sum)/float64(reached)/60, 100*float64(faster)/float64(n*n))
	fmt.Printf("            digest %x; peak memory %d MB\n", hash.Sum(nil)[:8], peakMB())
	c.clock.last, c.clock.cpu = time.Now(), cpuTime()
	return nil
}

// roundTrips asks for an errand of 20 minutes, open 10–16, to 20 hexagons, from 8 o'clock and home by 18.
func (c *city) roundTrips(ctx context.Context) error {
	day, err := transit.NewDay(c.traffic.Timetable.Within(8*3600, 18*3600), c.changes, transit.Shortcuts{})
	if err != nil {
		return err
	}
	c.clock.done("day prepared: %d events, %d changes out", day.Out().Timetable().Events(), day.Out().Changes())
	var sites, direct [][]transit.Hop
	var open [][]transit.Span
	for i := 0; i < len(c.homes) && len(sites) < 20; i += len(c.homes) / 20 {
		sites, direct = append(sites, c.access.From(i)), append(direct, c.walks.From(i))
		open = append(open, []transit.Span{{From: 10 * 3600, To: 16 * 3600}})
	}
	r, err := day.RoundTrips(ctx, transit.Errand{Homes: c.access, Sites: transit.ListsOf(sites), Direct: transit.ListsOf(direct), Open: open,
		Service: 1200, LeaveFrom: 8 * 3600, HomeBy: 18 * 3600, MaxRides: c.s.rides, Workers: c.s.worker})
	if err != nil {
		return err
	}
	var all []int32
	for site := range r.Sites {
		for home := range r.Homes {
			if t := r.At(home, site); t.Feasible() {
				all = append(all, t.Seconds)
			}
		}
	}
	c.clock.done("round trips: %d homes × %d sites", r.Homes, r.Sites)
	if len(all) == 0 {
		return errors.New("no round trip can be done")
	}
	slices.Sort(all)
	fmt.Printf("            feasible %.1f %%, median %.1f min with 20 min of errand; peak memory %d MB\n",
		100*float64(len(all))/float64(r.Homes*r.Sites), float64(all[len(all)/2])/60, peakMB())
	return nil
}

// points reads a CSV file with the columns id, lat and lon.
func points(file string) (names []string, places []transit.Place, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	id, lat, lon := slices.Index(rows[0], "id"), slices.Index(rows[0], "lat"), slices.Index(rows[0], "lon")
	if id < 0 || lat < 0 || lon < 0 {
		return nil, nil, fmt.Errorf("%s:1: want the columns id, lat and lon", file)
	}
	for i, row := range rows[1:] {
		a, err1 := strconv.ParseFloat(row[lat], 64)
		o, err2 := strconv.ParseFloat(row[lon], 64)
		if err := errors.Join(err1, err2); err != nil {
			return nil, nil, fmt.Errorf("%s:%d: %w", file, i+2, err)
		}
		names, places = append(names, row[id]), append(places, transit.Place{Lat: a, Lon: o})
	}
	return names, places, nil
}
