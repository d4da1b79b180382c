package catchment

// World is sites and points with the times between them.
type World struct {
	Sites, Points int
	// Row is the times in seconds from a site to every point, NoWay where there is
	// none. It is not changed, and need hold only until the next is asked for.
	Row func(site int) []uint32
}

// Cumulative adds up, for every point, what sites offer within a limit.
func Cumulative(w World, offer []float64, limit uint32) []float64 {
	return Gravity(w, offer, Within(limit))
}

// Gravity adds up, for every point, what sites offer, weighted by decay.
func Gravity(w World, offer []float64, d Decay) []float64 {
	out := make([]float64, w.Points)
	for s := range w.Sites {
		if offer[s] == 0 {
			continue
		}
		for p, took := range w.Row(s) {
			out[p] += offer[s] * d.at(took)
		}
	}
	return out
}

// Floating is the two-step floating catchment area. Ratio is each site's offer per
// person of its catchment, 0 where nobody lives in it; access is what each point
// gets. The people of all points times their access add up to what is offered by
// the sites that anybody reaches.
func Floating(w World, offer, people []float64, d Decay) (access, ratio []float64) {
	access, ratio = make([]float64, w.Points), make([]float64, w.Sites)
	for s := range w.Sites {
		if offer[s] == 0 {
			continue
		}
		row, demand := w.Row(s), 0.0
		for p, took := range row {
			demand += people[p] * d.at(took)
		}
		if demand == 0 {
			continue
		}
		ratio[s] = offer[s] / demand
		for p, took := range row {
			access[p] += ratio[s] * d.at(took)
		}
	}
	return access, ratio
}
