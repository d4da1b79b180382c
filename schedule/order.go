package schedule

import "slices"

// order returns the activities project by project, within a project so that every link leads from an
// earlier place to a later one, and otherwise by index (Kahn's method over CSR adjacency, O(V+E)).
// firstOf[p] is the place of project p's first activity. A cycle is returned as a *CycleError.
func order(s *Spec) (at []Activity, firstOf []int32, err error) {
	n := len(s.Activities)
	firstOf = make([]int32, len(s.Projects)+1)
	for _, a := range s.Activities {
		firstOf[a.Project+1]++
	}
	for p := range s.Projects {
		firstOf[p+1] += firstOf[p]
	}
	start, to := successors(s)
	waits := make([]int32, n)
	for _, t := range to {
		waits[t]++
	}
	at = make([]Activity, n)
	end := slices.Clone(firstOf)
	for a := range s.Activities {
		if waits[a] == 0 {
			p := s.Activities[a].Project
			at[end[p]] = Activity(a)
			end[p]++
		}
	}
	for p := range s.Projects {
		for i := firstOf[p]; i < end[p]; i++ {
			a := at[i]
			for _, b := range to[start[a]:start[a+1]] {
				if waits[b]--; waits[b] == 0 {
					at[end[p]] = b
					end[p]++
				}
			}
		}
		if end[p] != firstOf[p+1] {
			return nil, nil, &CycleError{Project: Project(p), Cycle: cycle(s, Project(p), waits, start, to)}
		}
	}
	return at, firstOf, nil
}

// successors returns the links of s as CSR: activity a leads to to[start[a]:start[a+1]].
func successors(s *Spec) (start []int32, to []Activity) {
	start = make([]int32, len(s.Activities)+1)
	for _, l := range s.Links {
		start[l.From+1]++
	}
	for a := range s.Activities {
		start[a+1] += start[a]
	}
	to = make([]Activity, len(s.Links))
	next := slices.Clone(start)
	for _, l := range s.Links {
		to[next[l.From]] = l.To
		next[l.From]++
	}
	return start, to
}

// cycle returns one cycle among the activities of p that still wait. Each of them has a predecessor
// that waits too, so a walk against the links must come back to where it has been.
func cycle(s *Spec, p Project, waits, start []int32, to []Activity) []Activity {
	before := map[Activity]Activity{}
	first := NoActivity
	for a := range s.Activities {
		if s.Activities[a].Project != p || waits[a] == 0 {
			continue
		}
		for _, b := range to[start[a]:start[a+1]] {
			if _, seen := before[b]; !seen {
				before[b] = Activity(a)
			}
		}
		if first == NoActivity {
			first = Activity(a)
		}
	}
	seen := map[Activity]bool{}
	a := first
	for ; !seen[a]; a = before[a] {
		seen[a] = true
	}
	loop := []Activity{a}
	for b := before[a]; b != a; b = before[b] {
		loop = append(loop, b)
	}
	slices.Reverse(loop)
	least := slices.Index(loop, slices.Min(loop))
	return append(slices.Clone(loop[least:]), loop[:least]...)
}
