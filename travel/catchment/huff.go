package catchment

// Choice is how people choose: by attraction × decay, against not visiting at all.
type Choice struct {
	// Attraction of each site; 0 for one that is not open.
	Attraction []float64
	Decay      Decay
	// Outside is the pull of not visiting, on the scale of attraction × decay: an
	// office with that attraction at the door. 0 makes everybody who reaches a site
	// visit one.
	Outside float64
}

// Visits is where the demand goes.
type Visits struct {
	Sites   []float64 // to each site
	Outside float64   // that visits none, as it chooses or as it reaches none
	// Pull is the sum of attraction × decay at each point, without Outside: how well
	// it is served on that scale.
	Pull []float64
}

// Huff divides the demand of the points between the sites. Demand is conserved:
// what goes to the sites and outside adds up to it. Every row is asked for twice.
func Huff(w World, c Choice, demand []float64) Visits {
	v := Visits{Sites: make([]float64, w.Sites), Pull: Gravity(w, c.Attraction, c.Decay)}
	for p, pull := range v.Pull {
		if pull == 0 {
			v.Outside += demand[p]
		} else {
			v.Outside += demand[p] * c.Outside / (pull + c.Outside)
		}
	}
	for s := range w.Sites {
		if c.Attraction[s] == 0 {
			continue
		}
		for p, took := range w.Row(s) {
			if x := c.Attraction[s] * c.Decay.at(took); x > 0 {
				v.Sites[s] += demand[p] * x / (v.Pull[p] + c.Outside)
			}
		}
	}
	return v
}

// Flows says how visits move when attractions change: the number from i to j, where
// the position after the last site stands for not visiting. At each point what some
// choices lose goes to those that gain, in proportion to what each gains; where a
// single site opens or closes that is Huff's own answer. What leaves a choice is
// what it loses, and what reaches one is what it gains.
//
// Rows are kept: the world's Row must return slices of their own.
func Flows(w World, before, after Choice, demand []float64) [][]float64 {
	n := w.Sites
	flows := make([][]float64, n+1)
	for i := range flows {
		flows[i] = make([]float64, n+1)
	}
	rows := make([][]uint32, n)
	for s := range n {
		if before.Attraction[s] != 0 || after.Attraction[s] != 0 {
			rows[s] = w.Row(s)
		}
	}
	was, is := make([]float64, n+1), make([]float64, n+1)
	for p := range w.Points {
		if demand[p] == 0 {
			continue
		}
		before.chances(rows, p, was)
		after.chances(rows, p, is)
		gain := 0.0
		for j := range is {
			gain += max(is[j]-was[j], 0)
		}
		if gain == 0 {
			continue
		}
		for i := range was {
			lost := was[i] - is[i]
			if lost <= 0 {
				continue
			}
			for j := range is {
				if won := is[j] - was[j]; won > 0 {
					flows[i][j] += demand[p] * lost * won / gain
				}
			}
		}
	}
	return flows
}

// chances fills in how likely each choice is at a point, not visiting last.
func (c *Choice) chances(rows [][]uint32, p int, out []float64) {
	n, sum := len(rows), c.Outside
	for s := range n {
		out[s] = 0
		if c.Attraction[s] != 0 {
			out[s] = c.Attraction[s] * c.Decay.at(rows[s][p])
			sum += out[s]
		}
	}
	if sum == 0 {
		out[n] = 1
		return
	}
	for s := range n {
		out[s] /= sum
	}
	out[n] = c.Outside / sum
}

// Scale is what expected numbers are to be multiplied by to agree in all with those
// observed, and the mean size of what then remains, as a part of what is expected.
// ok is false where there is nothing to go by.
func Scale(expected, observed []float64) (scale, remains float64, ok bool) {
	e, o := 0.0, 0.0
	for i := range expected {
		e, o = e+expected[i], o+observed[i]
	}
	if e == 0 {
		return 0, 0, false
	}
	scale = o / e
	off := 0.0
	for i := range expected {
		off += abs(observed[i] - scale*expected[i])
	}
	if o > 0 {
		remains = off / o
	}
	return scale, remains, true
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
