package road

import (
	"math"

	"github.com/etablera/etablera/travel/geodesy"
)

// closed is the time of what cannot be travelled in a direction.
const closed uint32 = math.MaxUint32

// pieces are the straight lines between neighbouring nodes of the ways that one profile uses, as flat arrays. Piece s leads from node from[s] to
// node to[s]; direction 0 is ahead, 1 back.
type pieces struct {
	from, to []uint32
	way      []uint32
	time     [2][]uint32 // ms, or closed
	// nodes beyond the survey's own: each end of a piece at a barrier is a node by itself. origin gives the survey's node.
	base   int // nodes of the survey
	origin []uint32
	gaps   int // pieces with an end that the extract does not hold
}

// nodes returns how many nodes there are, barriers' copies included.
func (p *pieces) nodes() int { return p.base + len(p.origin) }

// original returns the survey's node behind a node.
func (p *pieces) original(v uint32) uint32 {
	if int(v) >= p.base {
		return p.origin[int(v)-p.base]
	}
	return v
}

// cut cuts the ways that a profile uses into pieces.
func (s *survey) cut(profile int) *pieces {
	p := &pieces{base: len(s.ids)}
	most := 0 // pieces; growing to them would copy each several times
	for w := range s.wayIDs {
		if !s.uses[profile][w].closed() {
			most += int(s.first[w+1] - s.first[w])
		}
	}
	for _, list := range []*[]uint32{&p.from, &p.to, &p.way, &p.time[0], &p.time[1]} {
		*list = make([]uint32, 0, most)
	}
	for w := range s.wayIDs {
		u := s.uses[profile][w]
		if u.closed() {
			continue
		}
		refs := s.refs[s.first[w]:s.first[w+1]]
		share := 0.0 // ms per metre, where the time of the whole is stated
		if u.total > 0 {
			length := 0.0
			for i := 1; i < len(refs); i++ {
				length += s.metres(refs[i-1], refs[i])
			}
			share = float64(u.total) / max(length, 1)
		}
		for i := 1; i < len(refs); i++ {
			a, b := refs[i-1], refs[i]
			if a == b {
				continue
			}
			if s.lat[a] == missing || s.lat[b] == missing {
				p.gaps++
				continue
			}
			metres := s.metres(a, b)
			p.from = append(p.from, p.end(s, a, profile))
			p.to = append(p.to, p.end(s, b, profile))
			p.way = append(p.way, uint32(w))
			p.time[0] = append(p.time[0], travelTime(metres, u.ahead, share))
			p.time[1] = append(p.time[1], travelTime(metres, u.back, share))
		}
	}
	return p
}

// end returns the node at the end of a piece: a new one where a barrier parts it from all others.
func (p *pieces) end(s *survey, v uint32, profile int) uint32 {
	if s.blocked[v]&(1<<profile) == 0 {
		return v
	}
	p.origin = append(p.origin, v)
	return uint32(p.base + len(p.origin) - 1)
}

// travelTime returns whole ms, at least one, so that no journey is free.
func travelTime(metres float64, speed float32, share float64) uint32 {
	if speed == 0 {
		return closed
	}
	ms := metres * 3600 / float64(speed)
	if share > 0 {
		ms = metres * share
	}
	return uint32(max(1, math.Round(ms)))
}

// metres returns the distance between two nodes, 0 where one is missing.
func (s *survey) metres(a, b uint32) float64 {
	if s.lat[a] == missing || s.lat[b] == missing {
		return 0
	}
	return geodesy.Near(float64(s.lat[a])/1e7, float64(s.lon[a])/1e7, float64(s.lat[b])/1e7, float64(s.lon[b])/1e7)
}
