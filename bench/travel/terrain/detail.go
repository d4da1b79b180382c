package terrain

import "math"

// addLanes adds dead ends, each from a node that is there, so that later ones branch off from earlier ones.
func (m *maker) addLanes(count int) {
	for range count {
		from := uint32(m.r.IntN(len(m.x)))
		size, inTown := m.size(float64(m.x[from]), float64(m.y[from]))
		metres := size * (0.1 + 0.3*m.r.Float64())
		turn := 2 * math.Pi * m.r.Float64()
		x := min(max(float64(m.x[from])+metres*math.Cos(turn), 0), Width-1)
		y := min(max(float64(m.y[from])+metres*math.Sin(turn), 0), Height-1)
		to := m.node(x, y)
		m.roads = append(m.roads, road{from: from, to: to, metres: float32(metres), speed: 20 + 20*m.r.Float32(), town: inTown})
	}
}

// addBends breaks roads in two. The longest of four drawn at random is broken, so bends lie where roads are long.
func (m *maker) addBends(count int) {
	for range count {
		longest := m.r.IntN(len(m.roads))
		for range 3 {
			if i := m.r.IntN(len(m.roads)); m.roads[i].metres > m.roads[longest].metres {
				longest = i
			}
		}
		r := &m.roads[longest]
		share := 0.3 + 0.4*m.r.Float32()
		x := float64(m.x[r.from]) + float64(share)*float64(m.x[r.to]-m.x[r.from])
		y := float64(m.y[r.from]) + float64(share)*float64(m.y[r.to]-m.y[r.from])
		bend := m.node(x, y)
		rest := *r
		rest.from, rest.metres = bend, r.metres*(1-share)
		r.to, r.metres = bend, r.metres*share
		m.roads = append(m.roads, rest)
	}
}
