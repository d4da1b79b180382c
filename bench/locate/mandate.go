package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/instance"
)

// What the mandate of 2021 names: municipalities that get an office, and those of them where it adjoins a vulnerable area.
const (
	named = "Askersund Boden Borgholm Eskilstuna Filipstad Finspång Helsingborg Jönköping Laholm Linköping Lysekil Nordmaling Norrköping Nynäshamn " +
		"Stenungsund Södertälje Sölvesborg Tingsryd Uppsala Växjö Ånge Åre Östhammar"
	vulnerable = "Eskilstuna Helsingborg Jönköping Linköping Norrköping Södertälje Uppsala Växjö"
	beyond     = "Nynäshamn Stenungsund Södertälje" // in a metropolitan area, and not counted there
	adjoining  = 1500.0                             // metres from the middle of an area
	toOpen     = 28
)

// candidates are the sites with what the clauses ask of them.
type candidates struct {
	instance.Places
	municipality []string
	code         []string
	there        []bool // an office is there already
	adjoins      []bool // a vulnerable area of the 2019 list
}

// table reads columns of a CSV file by their names.
func (b *bench) table(name string, columns ...string) ([][]string, error) {
	f, err := os.Open(filepath.Join(b.data, "sweden", name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	out := make([][]string, len(rows)-1)
	for _, c := range columns {
		at := slices.Index(rows[0], c)
		if at < 0 {
			return nil, fmt.Errorf("%s has no column %s", name, c)
		}
		for i, row := range rows[1:] {
			out[i] = append(out[i], row[at])
		}
	}
	return out, nil
}

// add puts a site at lat, lon; places without coordinates are passed over.
func (c *candidates) add(name, code, municipality, lat, lon string, there bool) {
	y, err := strconv.ParseFloat(lat, 64)
	x, err2 := strconv.ParseFloat(lon, 64)
	if err != nil || err2 != nil {
		return
	}
	c.N++
	c.Name, c.X, c.Y = append(c.Name, name), append(c.X, x), append(c.Y, y)
	c.code, c.municipality, c.there = append(c.code, code), append(c.municipality, municipality), append(c.there, there)
}

func (b *bench) candidates() (*candidates, error) {
	c := &candidates{}
	localities, err := b.table("localities_geonames.csv", "name", "municipality_code", "municipality", "lat", "lon")
	if err != nil {
		return nil, err
	}
	for _, r := range localities {
		c.add(r[0], r[1], r[2], r[3], r[4], false)
	}
	areas, err := b.table("utsatta_omraden.csv", "name", "municipality_code", "municipality", "lat", "lon", "class_2019")
	if err != nil {
		return nil, err
	}
	var listed []sweden.Point
	for _, r := range areas {
		if r[5] == "" {
			continue
		}
		before := c.N
		if c.add(r[0], r[1], r[2], r[3], r[4], false); c.N > before {
			listed = append(listed, sweden.Point{Lat: c.Y[before], Lon: c.X[before]})
		}
	}
	offices, err := b.table("service_offices_documented.csv", "place", "municipality_code", "municipality", "lat", "lon", "status_2021_09")
	if err != nil {
		return nil, err
	}
	for _, r := range offices {
		if strings.HasPrefix(r[5], "existing") || strings.HasPrefix(r[5], "relocation") {
			c.add(r[0], r[1], r[2], r[3], r[4], true)
		}
	}
	for j := range c.N {
		at := sweden.Point{Lat: c.Y[j], Lon: c.X[j]}
		c.adjoins = append(c.adjoins, slices.ContainsFunc(listed, func(p sweden.Point) bool { return sweden.Distance(at, p) <= adjoining }))
	}
	return c, nil
}

// those are the numbers of the candidates, without the offices that are there, for which a condition holds.
func (c *candidates) those(holds func(j int) bool) (out []int32) {
	for j := range c.N {
		if !c.there[j] && holds(j) {
			out = append(out, int32(j))
		}
	}
	return out
}

// clauses states the mandate's spatial clauses as rows.
func (c *candidates) clauses() []locate.Row {
	rows := []locate.Row{locate.Exactly("28 new offices", toOpen, c.those(func(int) bool { return true })...)}
	for _, name := range strings.Fields(named) {
		rows = append(rows, locate.AtLeast(name, 1, c.those(func(j int) bool { return c.municipality[j] == name })...))
	}
	for _, name := range strings.Fields(vulnerable) {
		rows = append(rows, locate.AtLeast("vulnerable area in "+name, 1, c.those(func(j int) bool { return c.municipality[j] == name && c.adjoins[j] })...))
	}
	counts := func(j int) bool { return !slices.Contains(strings.Fields(beyond), c.municipality[j]) }
	in := func(j int, a sweden.MetropolitanArea) bool {
		return slices.Contains(a.Municipalities, c.code[j]) && counts(j)
	}
	for _, a := range sweden.MetropolitanAreas() {
		rows = append(rows, locate.AtLeast("vulnerable area in "+a.Name, 1, c.those(func(j int) bool { return in(j, a) && c.adjoins[j] })...))
	}
	metropolitan := c.those(func(j int) bool {
		return slices.ContainsFunc(sweden.MetropolitanAreas(), func(a sweden.MetropolitanArea) bool { return in(j, a) })
	})
	return append(rows, locate.Row{Name: "five or six in the metropolitan areas", Options: metropolitan, Min: 5, Max: 6})
}

func (b *bench) mandate(s *section) error {
	c, err := b.candidates()
	if err != nil {
		return err
	}
	points, err := b.table("demand_points_refined.csv", "lat", "lon", "pop2021")
	if err != nil {
		return err
	}
	in := &instance.Instance{Metric: instance.GreatCircle, Sites: c.Places}
	for _, r := range points {
		lat, err := strconv.ParseFloat(r[0], 64)
		if err != nil {
			return err
		}
		lon, err := strconv.ParseFloat(r[1], 64)
		if err != nil {
			return err
		}
		people, err := strconv.ParseInt(r[2], 10, 64)
		if err != nil {
			return err
		}
		in.Clients.N++
		in.Clients.Y, in.Clients.X, in.Clients.Weight = append(in.Clients.Y, lat), append(in.Clients.X, lon), append(in.Clients.Weight, people)
	}
	s.heads("goal", "until a gap of", "people", "sites", "value", "gap", "proven", "nodes", "seconds", "MB")
	for _, q := range []instance.Question{{Kind: instance.PMedian, P: toOpen}, {Kind: instance.MaxCover, P: toOpen, Radius: 25_000}} {
		for _, until := range []float64{0.001, 0} {
			if err := b.decided(s, in, c, q, until); err != nil {
				return err
			}
		}
	}
	s.say("")
	s.say("%d population points, distances as the crow flies; localities, the vulnerable areas of 2019 and the offices whose place is documented. Clauses: 28 new; one in each of 23 municipalities, "+
		"in eight of them within 1.5 km of the middle of a vulnerable area; five or six in the metropolitan areas beside those, at least one in each by a vulnerable area. "+
		"What the mandate says of rounds and dates does not bind places and is not in it.", in.Clients.N)
	return nil
}

// decided solves the mandate for one goal until a gap is proven.
func (b *bench) decided(s *section, in *instance.Instance, c *candidates, q instance.Question, until float64) error {
	spec, err := q.Spec(in)
	if err != nil {
		return err
	}
	spec.Rows = c.clauses()
	for j, there := range c.there {
		if there {
			spec.Options[j].State = locate.Open
		}
	}
	m, err := b.solve(spec, until, 20*time.Second)
	if err != nil {
		return err
	}
	goal, value, gap := "mean metres to the nearest office", fmt.Sprintf("%.0f", float64(m.value)/float64(in.Weight())), m.gap
	if q.Kind == instance.MaxCover {
		covered := in.Weight() - m.value
		goal, value, gap = "people within 25 km", fmt.Sprint(covered), float64(m.value-m.bound)/float64(covered)
	}
	s.cells(goal, percent(until), in.Weight(), in.Sites.N, value, percent(gap), proof(m), m.nodes, seconds(m.seconds), fmt.Sprintf("%.0f", m.memory))
	return nil
}
