package road

import "strings"

// verdict is what a tag of access says.
type verdict uint8

const (
	silent verdict = iota
	open
	shut
)

// shutting are the values that keep the public out. Customers, those who have an errand there and those who deliver may enter: a journey may be
// theirs.
var shutting = map[string]bool{
	"no": true, "private": true, "agricultural": true, "forestry": true, "agricultural;forestry": true, "emergency": true, "military": true,
	"permit": true, "restricted": true, "psv": true, "bus": true, "official": true, "residents": true, "use_sidepath": true,
}

func judge(value string) verdict {
	switch {
	case value == "" || value == "unknown":
		return silent
	case shutting[strings.ToLower(value)]:
		return shut
	default:
		return open
	}
}

// access returns what the most special tag that is there says of a mode of travel.
func (p *Profile) access(t *tags) verdict {
	if p.Walks {
		return judge(t.first(foot, access))
	}
	return judge(t.first(motorcar, motorVehicle, vehicle, access))
}

// directions says in which directions a way may be used.
func (p *Profile) directions(t *tags) (ahead, back bool) {
	value := t[oneway]
	if p.Walks {
		value = t[onewayFoot]
	} else if value == "" && (t[junction] == "roundabout" || t[junction] == "circular" || t[highway] == "motorway" || t[highway] == "motorway_link") {
		value = "yes"
	}
	switch value {
	case "yes", "true", "1":
		return true, false
	case "-1", "reverse":
		return false, true
	case "reversible": // the direction changes over the day: nothing can be promised
		return false, false
	default:
		return true, true
	}
}

// barriers that stop a car unless a tag lets it through. Gates, lift gates and the like are taken to open for those who may enter.
var carBarriers = map[string]bool{
	"bollard": true, "block": true, "chain": true, "cycle_barrier": true, "motorcycle_barrier": true, "kissing_gate": true, "stile": true,
	"turnstile": true, "full-height_turnstile": true, "jersey_barrier": true, "log": true, "debris": true, "bus_trap": true, "sump_buster": true,
	"planter": true, "fence": true, "wall": true, "rope": true, "bar": true, "horse_stile": true, "wicket_gate": true,
}

// blocks says whether a node cannot be passed.
func (p *Profile) blocks(t *tags) bool {
	if t[barrier] == "" {
		return false // what access says of a stop or a parking entrance does not bind who passes
	}
	switch p.access(t) {
	case open:
		return false
	case shut:
		return true
	}
	if p.Walks {
		return t[locked] == "yes"
	}
	return carBarriers[t[barrier]] || t[locked] == "yes"
}
