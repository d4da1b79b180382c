package road

import (
	"math"
	"testing"
)

// Limits are read in all the ways in which they are written, and never guessed from what says nothing.
func TestParseLimit(t *testing.T) {
	for value, want := range map[string]float64{
		"50": 50, "50 km/h": 50, "50km/h": 50, "30 mph": 48.28032, "30mph": 48.28032, "5 knots": 9.26, "7.5": 7.5, " 70 ": 70,
		"80;60": 80, "none": 120, "walk": 7, "SE:urban": 50, "SE:rural": 70, "SE:motorway": 110, "SE:trunk": 90, "SE:30": 30, "DE:urban": 50,
		"NO:zone30": 30, "SE:living_street": 7,
	} {
		if got, ok := parseLimit(value); !ok || math.Abs(got-want) > 1e-9 {
			t.Errorf("%q: %v %v, want %v", value, got, ok, want)
		}
	}
	for _, value := range []string{"", "signals", "variable", "sign", "50 furlongs", "-50", "1e9", "0", "999", "DE:rural", "DE:motorway", "SE:", ":", "urban", "5..5", "NaN", "SE:NaN", "SE:Inf"} {
		if got, ok := parseLimit(value); ok {
			t.Errorf("%q was read as %v", value, got)
		}
	}
}

// Durations are read in all the ways in which they are written.
func TestParseDuration(t *testing.T) {
	const minute = 60_000
	for value, want := range map[string]uint32{
		"20": 20 * minute, "00:45": 45 * minute, "1:05": 65 * minute, "01:30:30": 90*minute + 30_000, "PT45M": 45 * minute, "PT1H30M": 90 * minute,
		"PT90S": 90_000, "PT0.5H": 30 * minute, "48:00": maxDuration,
	} {
		if got, ok := parseDuration(value); !ok || got != want {
			t.Errorf("%q: %d %v, want %d", value, got, ok, want)
		}
	}
	for _, value := range []string{"", "0", "-5", "soon", "PT", "PTM", "PT5", "PT5X", "1:2:3:4", "49:00", "PT1e99H", "99999999", "PTNaNH", "PT-5M", "1:", ":"} {
		if got, ok := parseDuration(value); ok {
			t.Errorf("%q was read as %d", value, got)
		}
	}
}

// Tags of a way are judged by Swedish rules.
func TestJudgingWays(t *testing.T) {
	car, walker := Car(), Foot()
	for _, c := range []struct {
		name             string
		tags             map[key]string
		ahead, back      float32
		onFoot, walkBack bool
	}{
		{"residential", map[key]string{highway: "residential"}, 35, 35, true, true},
		{"residential of 30", map[key]string{highway: "residential", maxspeed: "30"}, 21, 21, true, true},
		{"motorway", map[key]string{highway: "motorway"}, 104.5, 0, false, false},
		{"motorway of 120", map[key]string{highway: "motorway", maxspeed: "120"}, 114, 0, false, false},
		{"country road", map[key]string{highway: "secondary"}, 59.5, 59.5, true, true},
		{"country road in a village", map[key]string{highway: "secondary", sourceMaxspeed: "SE:urban"}, 42.5, 42.5, true, true},
		{"limits by direction", map[key]string{highway: "secondary", maxspeedForward: "80", maxspeedBackward: "60"}, 68, 51, true, true},
		{"gravel", map[key]string{highway: "tertiary", surface: "gravel"}, 50, 50, true, true},
		{"forest track", map[key]string{highway: "track"}, 20, 20, true, true},
		{"good forest track", map[key]string{highway: "track", tracktype: "grade1"}, 40, 40, true, true},
		{"closed forest track", map[key]string{highway: "track", motorVehicle: "forestry"}, 0, 0, true, true},
		{"motor road", map[key]string{highway: "trunk", motorroad: "yes"}, 81, 81, false, false},
		{"private", map[key]string{highway: "service", access: "private"}, 0, 0, false, false},
		{"private but for walkers", map[key]string{highway: "service", access: "private", foot: "yes"}, 0, 0, true, true},
		{"for errands", map[key]string{highway: "residential", motorVehicle: "destination"}, 35, 35, true, true},
		{"buses and cars", map[key]string{highway: "residential", access: "no", motorcar: "yes"}, 35, 35, false, false},
		{"bus street", map[key]string{highway: "residential", motorVehicle: "no"}, 0, 0, true, true},
		{"pedestrian street", map[key]string{highway: "pedestrian"}, 0, 0, true, true},
		{"pedestrian street with errands", map[key]string{highway: "pedestrian", motorVehicle: "destination"}, 7, 7, true, true},
		{"stairs", map[key]string{highway: "steps"}, 0, 0, true, true},
		{"cycleway", map[key]string{highway: "cycleway", oneway: "yes"}, 0, 0, true, true},
		{"closed cycleway", map[key]string{highway: "cycleway", foot: "no"}, 0, 0, false, false},
		{"being built", map[key]string{highway: "construction"}, 0, 0, false, false},
		{"changing direction", map[key]string{highway: "primary", oneway: "reversible"}, 0, 0, true, true},
		{"one way on foot", map[key]string{highway: "footway", onewayFoot: "yes"}, 0, 0, true, false},
		{"railway ferry", map[key]string{route: "train"}, 0, 0, false, false},
	} {
		var set tags
		for k, v := range c.tags {
			set[k] = v
		}
		if u := car.way(&set); math.Abs(float64(u.ahead-c.ahead)) > 1e-4 || math.Abs(float64(u.back-c.back)) > 1e-4 {
			t.Errorf("%s: by car %v and %v km/h, want %v and %v", c.name, u.ahead, u.back, c.ahead, c.back)
		}
		if u := walker.way(&set); (u.ahead > 0) != c.onFoot || (u.back > 0) != c.walkBack {
			t.Errorf("%s: on foot %v and %v km/h", c.name, u.ahead, u.back)
		}
	}
}

// Profiles that make no sense are refused, with what would be right.
func TestProfileCheck(t *testing.T) {
	for _, p := range []Profile{Car(), Foot()} {
		if err := p.Check(); err != nil {
			t.Error(err)
		}
	}
	for name, spoil := range map[string]func(*Profile){
		"no name":   func(p *Profile) { p.Name = "" },
		"path":      func(p *Profile) { p.Name = "../car" },
		"long name": func(p *Profile) { p.Name = "a-car-of-sixteen-letters-or-more" },
		"approach":  func(p *Profile) { p.Approach = 0 },
		"ferry":     func(p *Profile) { p.Ferry = math.NaN() },
		"limit":     func(p *Profile) { p.Roads["primary"] = Road{Share: 1} },
		"share":     func(p *Profile) { p.Roads["primary"] = Road{Limit: 70, Share: 1.5} },
		"most":      func(p *Profile) { p.Roads["primary"] = Road{Limit: 70, Share: 1, Most: -1} },
		"surface":   func(p *Profile) { p.Surfaces["gravel"] = -3 },
		"tracks":    func(p *Profile) { p.Tracks["grade1"] = math.Inf(1) },
	} {
		p := Car()
		spoil(&p)
		if p.Check() == nil {
			t.Errorf("%s: passed", name)
		}
	}
}
