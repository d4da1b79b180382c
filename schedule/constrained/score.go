package constrained

import "math"

// Score is what a schedule is judged by, in this order; smaller is better.
type Score struct {
	// Late is the number of days by which deadlines and pinned starts are broken; 0 in every answer.
	Late int64
	// Tardiness is the weighted sum of days past due dates.
	Tardiness int64
	// Makespan is the day on which the last activity has finished.
	Makespan int32
}

var worst = Score{math.MaxInt64, math.MaxInt64, math.MaxInt32}

// Less tells whether s is better than t.
func (s Score) Less(t Score) bool {
	if s.Late != t.Late {
		return s.Late < t.Late
	}
	if s.Tardiness != t.Tardiness {
		return s.Tardiness < t.Tardiness
	}
	return s.Makespan < t.Makespan
}

// Value judges start days by due dates and makespan. O(activities).
func (p *Problem) Value(start []int32) Score {
	var out Score
	var last []int32
	if p.dated {
		last = make([]int32, len(p.spec.Projects))
	}
	for i := range p.spec.Activities {
		a := &p.spec.Activities[i]
		finish := start[i] + a.Duration
		out.Makespan = max(out.Makespan, finish)
		out.Late += int64(max(0, start[i]-p.latest[i]))
		if a.Due.Known {
			out.Tardiness += weight(a.Weight) * int64(max(0, finish-a.Due.Value))
		}
		if p.dated && a.Project >= 0 {
			last[a.Project] = max(last[a.Project], finish)
		}
	}
	if p.dated {
		for k := range p.spec.Projects {
			if due := p.spec.Projects[k].Due; due.Known {
				out.Tardiness += weight(p.spec.Projects[k].Weight) * int64(max(0, last[k]-due.Value))
			}
		}
	}
	return out
}
