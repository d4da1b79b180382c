package road

import "github.com/etablera/etablera/travel/osm"

// key is a tag's key that some rule looks at.
type key uint8

const (
	noKey key = iota
	highway
	route
	junction
	oneway
	onewayFoot
	service
	motorroad
	maxspeed
	maxspeedForward
	maxspeedBackward
	maxspeedType
	sourceMaxspeed
	zoneMaxspeed
	zoneTraffic
	access
	vehicle
	motorVehicle
	motorcar
	foot
	bicycle
	surface
	tracktype
	duration
	barrier
	locked
	kind // type=restriction
	restriction
	restrictionMotorcar
	restrictionMotorVehicle
	except
	keys
)

var keyOf = map[string]key{
	"highway": highway, "route": route, "junction": junction, "oneway": oneway, "oneway:foot": onewayFoot, "service": service,
	"motorroad": motorroad, "maxspeed": maxspeed, "maxspeed:forward": maxspeedForward, "maxspeed:backward": maxspeedBackward,
	"maxspeed:type": maxspeedType, "source:maxspeed": sourceMaxspeed, "zone:maxspeed": zoneMaxspeed, "zone:traffic": zoneTraffic,
	"access": access, "vehicle": vehicle, "motor_vehicle": motorVehicle, "motorcar": motorcar, "foot": foot, "bicycle": bicycle,
	"surface": surface, "tracktype": tracktype, "duration": duration, "barrier": barrier, "locked": locked, "type": kind,
	"restriction": restriction, "restriction:motorcar": restrictionMotorcar, "restriction:motor_vehicle": restrictionMotorVehicle, "except": except,
}

// tags are the values of an element's keys that some rule looks at; "" where it has none.
type tags [keys]string

// lexicon knows which strings of a block are keys of rules, so that each string is looked up once.
type lexicon []key

func newLexicon(b *osm.Block) lexicon {
	l := make(lexicon, b.Strings())
	for i := range l {
		l[i] = keyOf[b.String(osm.Text(i))]
	}
	return l
}

// read fills in the tags of an element and says whether any key of a rule is there.
func (l lexicon) read(b *osm.Block, r osm.Range, t *tags) bool {
	any := false
	for _, tag := range b.Tags(r) {
		if k := l[tag.Key]; k != noKey {
			if !any {
				*t, any = tags{}, true
			}
			t[k] = b.String(tag.Value)
		}
	}
	return any
}

// first returns the first value that is there.
func (t *tags) first(order ...key) string {
	for _, k := range order {
		if t[k] != "" {
			return t[k]
		}
	}
	return ""
}
