package road

import (
	"strconv"
	"strings"
)

// Limits by the rules of the road that a tag may name in place of a number, in km/h: Trafikförordningen 1998:1276,
// chapter 3, section 17. Where the tag names another country, urban and walk are taken alike and the rest is left to the kind of
// road.
var (
	namedLimits = map[string]float64{"urban": 50, "living_street": 7, "walk": 7, "pedestrian": 7, "zone30": 30, "zone20": 20, "zone:30": 30}
	// noLimit is driven where a tag says that there is no limit, as on parts of the German motorways.
	noLimit       = 120.0
	swedishLimits = map[string]float64{"rural": 70, "motorway": 110, "trunk": 90}
)

// parseLimit reads the value of a maxspeed tag in km/h: a number, perhaps with a unit, or the name of a rule. Of several values
// the first counts. It says no where the value says nothing, such as "signals".
func parseLimit(s string) (float64, bool) {
	s, _, _ = strings.Cut(s, ";")
	s = strings.TrimSpace(s)
	switch s {
	case "":
		return 0, false
	case "none":
		return noLimit, true
	case "walk":
		return namedLimits["walk"], true
	}
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.') {
		end++
	}
	if end > 0 {
		v, err := strconv.ParseFloat(s[:end], 64)
		factor, known := units[strings.TrimSpace(s[end:])]
		v *= factor
		return v, err == nil && known && v >= 1 && v <= 300
	}
	country, rule, named := strings.Cut(s, ":")
	if !named {
		return 0, false
	}
	if v, ok := namedLimits[rule]; ok {
		return v, true
	}
	if v, err := strconv.ParseFloat(rule, 64); err == nil && v >= 1 && v <= 300 {
		return v, true
	}
	v, ok := swedishLimits[rule]
	return v, ok && country == "SE"
}

// units in km/h
var units = map[string]float64{"": 1, "km/h": 1, "kmh": 1, "kph": 1, "mph": 1.609344, "knots": 1.852}

// limit returns the signed limit in one direction, or 0 where none is known.
func (t *tags) limit(direction key) float64 {
	for _, k := range [...]key{direction, maxspeed, maxspeedType, sourceMaxspeed, zoneMaxspeed, zoneTraffic} {
		if v, ok := parseLimit(t[k]); ok {
			return v
		}
	}
	return 0
}

// speed returns how fast a kind of road is driven in one direction, in km/h.
func (p *Profile) speed(r Road, t *tags, direction key) float64 {
	limit := r.Limit
	if v := t.limit(direction); v > 0 && !p.Walks {
		limit = v
	}
	speed := limit * r.Share
	if t[highway] == "track" {
		if most, ok := p.Tracks[t[tracktype]]; ok {
			r.Most = most
		}
	}
	if r.Most > 0 {
		speed = min(speed, r.Most)
	}
	if most, ok := p.Surfaces[t[surface]]; ok {
		speed = min(speed, most)
	}
	return max(speed, 0.1)
}
