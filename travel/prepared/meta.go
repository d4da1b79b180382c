package prepared

import (
	"time"

	"github.com/etablera/etablera/travel/road"
)

// Version is that of the file's own sections.
const Version = 1

// The modes of travel.
const (
	Car     = "car"
	Walk    = "foot"
	Transit = "transit"
)

// Meta says what a network rests on.
type Meta struct {
	Version int         `json:"version"`
	Roads   []road.Meta `json:"roads"`
	Feeds   []FeedMeta  `json:"feeds,omitempty"`
}

// FeedMeta is a feed of public transport. First and Last are the days on which
// any of its trips runs.
type FeedMeta struct {
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Bytes    int64  `json:"bytes"`
	Version  string `json:"version,omitempty"` // as its publisher says
	Agencies int    `json:"agencies"`
	Stops    int    `json:"stops"`
	Trips    int    `json:"trips"`
	Calls    int    `json:"calls"`
	Warnings int    `json:"warnings"`
	Tolerant bool   `json:"tolerant,omitempty"` // what was wrong in it is left out
	First    string `json:"first,omitempty"`    // ISO 8601
	Last     string `json:"last,omitempty"`
}

// Timestamp is the state of OpenStreetMap that the roads show; zero where the
// extract does not say.
func (m *Meta) Timestamp() time.Time {
	for i := range m.Roads {
		if t := m.Roads[i].Source.Timestamp; !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// Modes lists what can be asked for.
func (m *Meta) Modes() []string {
	var out []string
	walks := false
	for i := range m.Roads {
		out = append(out, m.Roads[i].Profile.Name)
		walks = walks || m.Roads[i].Profile.Name == Walk
	}
	if len(m.Feeds) > 0 && walks {
		out = append(out, Transit)
	}
	return out
}
