package road

import (
	"context"
	"math"
	"slices"

	"github.com/etablera/etablera/travel/osm"
)

// survey is what is taken from an extract: the ways that some profile uses, and where their nodes lie.
type survey struct {
	// way w has the nodes refs[first[w]] … refs[first[w+1]−1], as positions in ids.
	wayIDs []int64
	first  []uint32
	refs   []uint32
	uses   [][]use // by profile and way
	// nodes in the order of their ids. A node that the extract does not hold has lat missing.
	ids      []int64
	lat, lon []int32
	blocked  []uint8 // one bit per profile
	bans     []ban

	oddBans int // turn restrictions that were left out
}

const missing = math.MinInt32

// maxProfiles is how many profiles fit into the bits of survey.blocked.
const maxProfiles = 8

// maxRefs bounds the nodes of all ways, so that positions fit in 32 bits.
const maxRefs = math.MaxUint32 - 1

// parcel is what one block gives to the survey.
type parcel struct {
	wayIDs  []int64
	lengths []uint32
	refs    []int64
	uses    [][]use
	bans    []ban
	odd     int
}

// gather reads an extract twice: first ways and turn restrictions, then the nodes that they use.
func gather(ctx context.Context, f *osm.File, profiles []Profile, report func(from, to, share float64)) (*survey, error) {
	defer func(before func(float64)) { f.Progress = before }(f.Progress)
	f.Progress = func(share float64) { report(0, 0.3, share) }
	s := &survey{uses: make([][]use, len(profiles)), first: []uint32{0}}
	var refs []int64
	err := osm.Process(ctx, f, osm.Ways|osm.Relations,
		func(b *osm.Block) (*parcel, error) { return judgeBlock(b, profiles), nil },
		func(p *parcel) error {
			s.wayIDs = append(s.wayIDs, p.wayIDs...)
			for _, n := range p.lengths {
				s.first = append(s.first, s.first[len(s.first)-1]+n)
			}
			refs = append(refs, p.refs...)
			for i := range p.uses {
				s.uses[i] = append(s.uses[i], p.uses[i]...)
			}
			s.bans = append(s.bans, p.bans...)
			s.oddBans += p.odd
			if len(refs) > maxRefs {
				return &TooLargeError{"nodes of ways", len(refs)}
			}
			return nil
		})
	if err != nil {
		return nil, err
	}
	s.number(refs)
	f.Progress = func(share float64) { report(0.3, 0.5, share) }
	return s, s.locate(ctx, f, profiles)
}

// judgeBlock picks the ways and restrictions of one block.
func judgeBlock(b *osm.Block, profiles []Profile) *parcel {
	p := &parcel{uses: make([][]use, len(profiles))}
	words := newLexicon(b)
	var t tags
	uses := make([]use, len(profiles))
	for _, w := range b.Ways {
		if w.Refs.To-w.Refs.From < 2 || !words.read(b, w.Tags, &t) || t[highway] == "" && t[route] == "" {
			continue
		}
		used := false
		for i := range profiles {
			uses[i] = profiles[i].way(&t)
			used = used || !uses[i].closed()
		}
		if !used {
			continue
		}
		p.wayIDs = append(p.wayIDs, w.ID)
		p.lengths = append(p.lengths, w.Refs.To-w.Refs.From)
		p.refs = append(p.refs, b.Refs(w.Refs)...)
		for i, u := range uses {
			p.uses[i] = append(p.uses[i], u)
		}
	}
	for _, r := range b.Relations {
		if words.read(b, r.Tags, &t) && t[kind] == "restriction" {
			var odd bool
			if p.bans, odd = readBan(b, r, &t, p.bans); odd {
				p.odd++
			}
		}
	}
	return p
}

// number replaces ids of nodes by their positions in the order of ids. O(refs): looking each of them up in the sorted
// ids takes far longer, since each look goes to another part of memory.
func (s *survey) number(refs []int64) {
	s.refs = make([]uint32, len(refs))
	ids, at := sortedRefs(refs)
	distinct := 0
	for i := range ids {
		if i == 0 || ids[i] != ids[i-1] {
			distinct++
		}
	}
	s.ids = make([]int64, 0, distinct)
	for i, id := range ids {
		if i == 0 || id != ids[i-1] {
			s.ids = append(s.ids, id)
		}
		s.refs[at[i]] = uint32(len(s.ids) - 1)
	}
	s.lat, s.lon = make([]int32, len(s.ids)), make([]int32, len(s.ids))
	s.blocked = make([]uint8, len(s.ids))
	for i := range s.lat {
		s.lat[i] = missing
	}
}

// sortedRefs returns the ids in order, each with its position in refs, which it uses as memory: digit by digit from the
// last, those digits in which all ids are alike left out.
func sortedRefs(refs []int64) (ids []int64, at []uint32) {
	const digit, digits = 12, 6
	const mask = 1<<digit - 1
	var count [digits][mask + 1]int
	// With the sign turned the order of the bits is that of the numbers.
	turned := func(id int64) uint64 { return uint64(id) ^ 1<<63 }
	for _, id := range refs {
		for d := range digits {
			count[d][turned(id)>>(digit*d)&mask]++
		}
	}
	ids, at = refs, make([]uint32, len(refs))
	for i := range at {
		at[i] = uint32(i)
	}
	var nextIDs []int64
	var nextAt []uint32
	for d := range digits {
		if len(ids) == 0 || count[d][turned(ids[0])>>(digit*d)&mask] == len(ids) {
			continue
		}
		if nextIDs == nil {
			nextIDs, nextAt = make([]int64, len(refs)), make([]uint32, len(refs))
		}
		sum := 0
		for i, n := range count[d] {
			count[d][i] = sum
			sum += n
		}
		for i, id := range ids {
			c := &count[d][turned(id)>>(digit*d)&mask]
			nextIDs[*c], nextAt[*c] = id, at[i]
			*c++
		}
		ids, nextIDs, at, nextAt = nextIDs, ids, nextAt, at
	}
	return ids, at
}

// position returns where a node stands, or −1.
func (s *survey) position(id int64) int {
	i, found := slices.BinarySearch(s.ids, id)
	if !found {
		return -1
	}
	return i
}

// found is a node that was looked for.
type found struct {
	at       uint32
	lat, lon int32
	blocked  uint8
}

// locate reads the positions and barriers of the nodes that are used.
func (s *survey) locate(ctx context.Context, f *osm.File, profiles []Profile) error {
	return osm.Process(ctx, f, osm.Nodes,
		func(b *osm.Block) ([]found, error) { return s.match(b, profiles), nil },
		func(list []found) error {
			for _, n := range list {
				s.lat[n.at], s.lon[n.at], s.blocked[n.at] = n.lat, n.lon, n.blocked
			}
			return nil
		})
}

// match finds the nodes of a block that are used. Blocks have their nodes in the order of ids nearly always; then looking on from the last
// one found takes a step or two.
func (s *survey) match(b *osm.Block, profiles []Profile) []found {
	if len(b.Nodes) == 0 || len(s.ids) == 0 {
		return nil
	}
	words := newLexicon(b)
	var t tags
	list := make([]found, 0, len(b.Nodes)/2)
	at, _ := slices.BinarySearch(s.ids, b.Nodes[0].ID)
	for i := range b.Nodes {
		n := &b.Nodes[i]
		if at > 0 && s.ids[at-1] >= n.ID {
			at, _ = slices.BinarySearch(s.ids, n.ID)
		}
		for step := 0; at < len(s.ids) && s.ids[at] < n.ID; step++ {
			if at++; step == 8 {
				rest, _ := slices.BinarySearch(s.ids[at:], n.ID)
				at += rest
			}
		}
		if at == len(s.ids) || s.ids[at] != n.ID {
			continue
		}
		m := found{at: uint32(at), lat: n.Lat, lon: n.Lon}
		if words.read(b, n.Tags, &t) {
			for p := range profiles {
				if profiles[p].blocks(&t) {
					m.blocked |= 1 << p
				}
			}
		}
		list = append(list, m)
	}
	return list
}
