package center

// greedy covers what is left with columns: each time the one that covers the most new rows, of equals the cheapest by price.
// Columns that turn out not to be needed are dropped again. It answers nil if more than most columns are needed.
func (d *dual) greedy(price []float64, most int, start, col []int32) []int32 {
	times := make([]int32, len(d.row))
	gain := make([]int32, len(d.col))
	for j := range d.col {
		gain[j] = d.start[j+1] - d.start[j]
	}
	var chosen []int32
	for open := len(d.row); open > 0; {
		best, score := int32(-1), 0.0
		for j := range d.col {
			if gain[j] == 0 {
				continue
			}
			if s := float64(gain[j]) / max(0.05, price[j]+0.05); best < 0 || s > score {
				best, score = int32(j), s
			}
		}
		if best < 0 {
			return nil
		}
		chosen = append(chosen, best)
		for _, i := range d.entry[d.start[best]:d.start[best+1]] {
			if times[i]++; times[i] == 1 {
				open--
				for _, j := range col[start[i]:start[i+1]] {
					gain[j]--
				}
			}
		}
		if len(chosen) > 2*most+8 {
			return nil
		}
	}
	out := chosen[:0]
	for _, j := range chosen {
		needed := false
		for _, i := range d.entry[d.start[j]:d.start[j+1]] {
			needed = needed || times[i] == 1
		}
		if needed {
			out = append(out, j)
			continue
		}
		for _, i := range d.entry[d.start[j]:d.start[j+1]] {
			times[i]--
		}
	}
	if len(out) > most {
		return nil
	}
	for k, j := range out {
		out[k] = d.col[j]
	}
	return out
}
