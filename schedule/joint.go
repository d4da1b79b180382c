package schedule

import "slices"

// AllProjects returns the list of every project, for the questions that ask for a list.
func (s *Samples) AllProjects() []Project {
	all := make([]Project, s.Projects())
	for i := range all {
		all[i] = Project(i)
	}
	return all
}

// CountBy returns, run by run, how many of the projects have happened by day, that day included.
// O(projects × runs), with no memory but the answer.
func (s *Samples) CountBy(projects []Project, day int32) []int32 {
	count := make([]int32, s.runs)
	for _, p := range projects {
		limit := s.limit(p, day)
		switch {
		case limit < 0:
		case limit >= int32(s.width[p]):
			for r := range count {
				count[r]++
			}
		default:
			for r, o := range s.row(p) {
				// Adds 1 when o ≤ limit, without a branch that could only be guessed.
				count[r] += 1 - int32(uint32(limit-int32(o))>>31)
			}
		}
	}
	return count
}

// ShareAtLeast returns the share of runs in which at least k of the projects have happened by day. With
// k the length of the list it is the chance that all have; mind that it is less than that of the least
// certain one (Van Slyke's merge effect).
func (s *Samples) ShareAtLeast(projects []Project, k int, day int32) float64 {
	count := 0
	for _, c := range s.CountBy(projects, day) {
		if int(c) >= k {
			count++
		}
	}
	return float64(count) / float64(s.runs)
}

// Curve returns, for each of the rising days and each level, the quantile over the runs of how many of
// the projects have happened by that day: curve[day][level]. Each quantile is taken at its own day, so a
// curve is not one run's course. O(projects × runs + days × (runs + projects)); memory for four bytes
// per day and run while it works.
func (s *Samples) Curve(projects []Project, days []int32, levels []float64) [][]int32 {
	arrivals := s.arrivals(projects, days)
	curve := make([][]int32, len(days))
	so := make([]uint32, s.runs)
	hist := make([]uint32, len(projects)+1)
	for d := range days {
		clear(hist)
		for r, a := range arrivals[d*s.runs : (d+1)*s.runs] {
			so[r] += a
			hist[so[r]]++
		}
		for k := 1; k < len(hist); k++ {
			hist[k] += hist[k-1]
		}
		curve[d] = make([]int32, len(levels))
		for i, q := range levels {
			k, _ := slices.BinarySearch(hist, uint32(rank(q, s.runs)+1))
			curve[d][i] = int32(k)
		}
	}
	return curve
}

// arrivals counts, for each day and run, the projects that happen by that day and after the one before;
// one more row takes those that happen after the last day.
func (s *Samples) arrivals(projects []Project, days []int32) []uint32 {
	arrivals := make([]uint32, (len(days)+1)*s.runs)
	var row []int32 // offset → position of the row of the first day that is not earlier
	for _, p := range projects {
		row = row[:0]
		d := 0
		for o := range int32(s.width[p]) + 1 {
			for d < len(days) && days[d] < s.base[p]+o {
				d++
			}
			row = append(row, int32(d*s.runs))
		}
		for r, o := range s.row(p) {
			arrivals[int(row[o])+r]++
		}
	}
	return arrivals
}
