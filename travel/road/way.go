package road

import (
	"strconv"
	"strings"
)

// use is how a profile uses a way: its speeds in km/h along and against its direction, 0 where it is closed.
type use struct {
	ahead, back float32
	// total is the time in ms from end to end where that is stated, as for ferries.
	total   uint32
	noEntry bool
}

func (u use) closed() bool { return u.ahead == 0 && u.back == 0 }

// way judges a way by its tags.
func (p *Profile) way(t *tags) use {
	if t[highway] == "" {
		if t[route] == "ferry" {
			return p.ferry(t)
		}
		return use{}
	}
	r, listed := p.Roads[t[highway]]
	verdict := p.access(t)
	if !listed || verdict == shut || r.Closed && verdict != open {
		return use{}
	}
	if p.Walks && t[motorroad] == "yes" && verdict != open {
		return use{}
	}
	if !p.Walks && t[service] == "emergency_access" {
		return use{}
	}
	ahead, back := p.directions(t)
	u := use{noEntry: r.NoEntry}
	if ahead {
		u.ahead = float32(p.speed(r, t, maxspeedForward))
	}
	if back {
		u.back = float32(p.speed(r, t, maxspeedBackward))
	}
	return u
}

// ferry judges a ferry. Where no tag speaks of cars it takes them, unless tags speak of others: such a ferry is for passengers.
func (p *Profile) ferry(t *tags) use {
	verdict := p.access(t)
	passengers := !p.Walks && t.first(motorcar, motorVehicle, vehicle) == "" && t.first(foot, bicycle) != ""
	if verdict == shut || passengers {
		return use{}
	}
	u := use{noEntry: true}
	ahead, back := true, true
	if v := t[oneway]; v != "" { // binds passengers as well
		cars := Profile{}
		ahead, back = cars.directions(t)
	}
	if ahead {
		u.ahead = float32(p.Ferry)
	}
	if back {
		u.back = float32(p.Ferry)
	}
	if ms, ok := parseDuration(t[duration]); ok {
		u.total = ms
	}
	return u
}

// maxDuration bounds what is believed of a ferry: two days, in ms.
const maxDuration = 48 * 3600 * 1000

// parseDuration reads the value of a duration tag in ms: minutes, hours:minutes, hours:minutes:seconds, or ISO 8601 such as PT1H30M.
func parseDuration(s string) (uint32, bool) {
	s = strings.TrimSpace(s)
	ms := 0.0
	if iso, ok := strings.CutPrefix(s, "PT"); ok {
		for iso != "" {
			end := strings.IndexAny(iso, "HMS")
			if end < 1 {
				return 0, false
			}
			v, err := strconv.ParseFloat(iso[:end], 64)
			if err != nil {
				return 0, false
			}
			ms += v * map[byte]float64{'H': 3600e3, 'M': 60e3, 'S': 1e3}[iso[end]]
			iso = iso[end+1:]
		}
	} else {
		parts := strings.Split(s, ":")
		unit := []float64{60e3, 3600e3, 3600e3}
		if len(parts) > 3 {
			return 0, false
		}
		scale := unit[len(parts)-1]
		for _, part := range parts {
			v, err := strconv.ParseUint(part, 10, 16)
			if err != nil {
				return 0, false
			}
			ms += float64(v) * scale
			scale /= 60
		}
	}
	return uint32(ms), ms >= 1 && ms <= maxDuration
}
