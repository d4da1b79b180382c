package road

import (
	"strings"

	"github.com/etablera/etablera/travel/osm"
)

// ban is a turn restriction at a node: from one way to another. Where only is set, to all other ways but that one.
type ban struct {
	from, via, to int64 // ids
	only          bool
}

// readBan reads a relation as turn restrictions for cars. unsupported says that it is one that is left out: with a way in its
// middle, with conditions, or malformed.
func readBan(b *osm.Block, r osm.Relation, t *tags, out []ban) (bans []ban, unsupported bool) {
	value := t.first(restrictionMotorcar, restrictionMotorVehicle, restriction)
	if t[kind] != "restriction" || value == "" {
		return out, false
	}
	for _, vehicle := range strings.Split(t[except], ";") {
		if v := strings.TrimSpace(vehicle); v == "motorcar" || v == "motor_vehicle" {
			return out, false
		}
	}
	no, only := strings.HasPrefix(value, "no_"), strings.HasPrefix(value, "only_")
	var from, to []int64
	via, nodes := int64(0), 0
	for _, m := range b.Members(r.Members) {
		switch role := b.String(m.Role); {
		case role == "from" && m.Kind == osm.Ways:
			from = append(from, m.ID)
		case role == "to" && m.Kind == osm.Ways:
			to = append(to, m.ID)
		case role == "via" && m.Kind == osm.Nodes:
			via, nodes = m.ID, nodes+1
		case role == "via":
			nodes = 2
		}
	}
	// no_entry has several ways to come from, no_exit several to go to; more of both is a mistake, or a way to fill memory.
	if nodes != 1 || !no && !only || len(from) == 0 || len(to) == 0 || len(from) > 1 && len(to) > 1 || only && len(to) > 1 {
		return out, true
	}
	for _, f := range from {
		for _, o := range to {
			out = append(out, ban{f, via, o, only})
		}
	}
	return out, false
}
