package road

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Profile says how fast one moves on what, as data: everything in it is an assumption that stands in the file of a
// prepared network.
type Profile struct {
	Name string `json:"name"`
	// Walks: one-way streets, turn bans and signs for motor traffic do not bind.
	Walks bool `json:"walks"`
	// Roads by the value of highway; what is not listed is not used.
	Roads map[string]Road `json:"roads"`
	// Surfaces and Tracks bound the speed in km/h by the values of surface and tracktype.
	Surfaces map[string]float64 `json:"surfaces,omitempty"`
	Tracks   map[string]float64 `json:"tracks,omitempty"`
	// Ferry is the speed in km/h of a ferry whose duration is not stated. Waiting for a ferry is not counted.
	Ferry float64 `json:"ferry"`
	// Approach is the speed in km/h from a place to the nearest road, along a straight line.
	Approach float64 `json:"approach"`
}

// Road is how one kind of road is used.
type Road struct {
	// Limit is the speed limit in km/h where none is signed.
	Limit float64 `json:"limit"`
	// Share of the limit that is driven on average, with bends, junctions and others in the way.
	Share float64 `json:"share"`
	// Most is the speed in km/h that is driven at most whatever the limit; 0: unbounded.
	Most float64 `json:"most,omitempty"`
	// Closed: used only where a tag opens it.
	Closed bool `json:"closed,omitempty"`
	// NoEntry: no journey begins or ends on it.
	NoEntry bool `json:"noEntry,omitempty"`
}

// maxSpeed bounds every speed of a profile, in km/h.
const maxSpeed = 1000

// Check says what in a profile makes no sense. Names go into files: small letters, digits and dashes, 16 at most.
func (p *Profile) Check() error {
	if p.Name == "" || len(p.Name) > 16 || strings.Trim(p.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return fmt.Errorf("road: profile name %.20q: use 1 to 16 of a–z, 0–9 and -", p.Name)
	}
	wrong := func(what string, v float64, least float64) error {
		if v >= least && v <= maxSpeed {
			return nil
		}
		return fmt.Errorf("road: profile %q: %s is %v km/h: %v to %d are expected", p.Name, what, v, least, maxSpeed)
	}
	err := errors.Join(wrong("approach", p.Approach, 0.1), wrong("ferry", p.Ferry, 0.1))
	for _, name := range slices.Sorted(maps.Keys(p.Roads)) {
		r := p.Roads[name]
		err = errors.Join(err, wrong("limit of "+name, r.Limit, 0.1), wrong("most of "+name, r.Most, 0))
		if !(r.Share > 0 && r.Share <= 1) {
			err = errors.Join(err, fmt.Errorf("road: profile %q: the share of %s is %v: more than 0 to 1 is expected", p.Name, name, r.Share))
		}
	}
	for _, table := range []map[string]float64{p.Surfaces, p.Tracks} {
		for _, name := range slices.Sorted(maps.Keys(table)) {
			err = errors.Join(err, wrong(name, table[name], 0.1))
		}
	}
	return err
}

// Car returns a profile of driving in Sweden.
//
// Limits where none is signed: 110 km/h on motorways, 90 on motor roads, 70 elsewhere outside built-up areas and 50 within them
// (Trafikförordningen 1998:1276, chapter 3, section 17), walking pace in pedestrian and home zones (chapter 8, section 1). OpenStreetMap does not
// say which roads lie in built-up areas, so residential streets and service roads are taken for such. Shares and
// bounds are assumptions, rounded; they want to be fitted to measured times.
func Car() Profile {
	return Profile{
		Name: "car",
		Roads: map[string]Road{
			"motorway":       {Limit: 110, Share: 0.95, NoEntry: true},
			"motorway_link":  {Limit: 70, Share: 0.8, NoEntry: true},
			"trunk":          {Limit: 90, Share: 0.9},
			"trunk_link":     {Limit: 70, Share: 0.8},
			"primary":        {Limit: 70, Share: 0.9},
			"primary_link":   {Limit: 70, Share: 0.7},
			"secondary":      {Limit: 70, Share: 0.85},
			"secondary_link": {Limit: 70, Share: 0.7},
			"tertiary":       {Limit: 70, Share: 0.8},
			"tertiary_link":  {Limit: 70, Share: 0.7},
			"unclassified":   {Limit: 70, Share: 0.8, Most: 60},
			"residential":    {Limit: 50, Share: 0.7, Most: 40},
			"road":           {Limit: 50, Share: 0.7, Most: 40},
			"service":        {Limit: 50, Share: 0.7, Most: 20},
			"track":          {Limit: 70, Share: 0.7, Most: 20},
			"living_street":  {Limit: 7, Share: 1},
			"pedestrian":     {Limit: 7, Share: 1, Closed: true},
		},
		Surfaces: map[string]float64{
			"compacted": 60, "fine_gravel": 60, "gravel": 50, "unpaved": 50, "pebblestone": 40, "cobblestone": 30, "sett": 40,
			"unhewn_cobblestone": 20, "dirt": 30, "earth": 30, "ground": 30, "grass": 15, "sand": 15, "mud": 10, "ice": 30, "snow": 30,
		},
		Tracks: map[string]float64{"grade1": 40, "grade2": 30, "grade3": 20, "grade4": 15, "grade5": 10},
		Ferry:  15, Approach: 20,
	}
}

// Foot returns a profile of walking: 5 km/h everywhere, and half of it on stairs (assumptions). Motorways and motor roads are closed to those
// on foot (Trafikförordningen 1998:1276, chapter 9, section 1).
func Foot() Profile {
	p := Profile{Name: "foot", Walks: true, Roads: make(map[string]Road), Ferry: 15, Approach: 5}
	for _, highway := range []string{
		"trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link", "unclassified",
		"residential", "road", "service", "track", "living_street", "pedestrian", "footway", "path", "cycleway", "bridleway", "platform", "corridor",
	} {
		p.Roads[highway] = Road{Limit: 5, Share: 1}
	}
	p.Roads["steps"] = Road{Limit: 5, Share: 0.5}
	return p
}
