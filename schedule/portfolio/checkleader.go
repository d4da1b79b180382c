package portfolio

// leaders checks that each project that is led has one leader, who may have it, from first start to last finish, and that
// nobody leads more at once than stated.
func (k *checker) leaders() {
	events := make([][]event, len(k.spec.Leaders))
	for p := range k.spec.Projects {
		spec := &k.spec.Projects[p]
		first, last, begun, open := int32(MaxDay), int32(0), false, false
		for i := range k.spec.Activities {
			a := &k.spec.Activities[i]
			if int(a.Project) == p && k.s.Start[i] != Absent {
				first, last = min(first, k.s.Start[i]), max(last, k.s.Finish[i])
				begun, open = begun || a.Started.Known, open || !a.Finished.Known
			}
		}
		if spec.Unled || !open {
			continue
		}
		who := k.s.Leader[p]
		if !k.may(spec, who) {
			k.bad("leader", "project %d (%s) is given to leader %d, who may not have it", p, spec.Name, who)
			continue
		}
		free := int32(1)
		if begun {
			free = 0
		}
		for day, h := max(first, k.spec.Now), 0; day < last; h++ {
			to := last
			if h < len(spec.Handover) {
				to = min(last, max(day, spec.Handover[h].From))
			}
			if day < to {
				events[who-1] = append(events[who-1], event{day: day, use: 1, free: free}, event{day: to, use: -1, free: -free})
			}
			if day = to; h < len(spec.Handover) {
				who = spec.Handover[h].To
			}
		}
	}
	for l := range k.spec.Leaders {
		spec := &k.spec.Leaders[l]
		capacity := spec.Most
		if capacity == 0 && len(spec.Steps) == 0 {
			capacity = 1
		}
		if day := k.over(capacity, spec.Steps, events[l]); day >= 0 {
			k.bad("leader", "leader %d (%s) leads more projects on day %d than stated", l+1, spec.Name, day)
		}
	}
}

func (k *checker) may(spec *ProjectSpec, who Leader) bool {
	if who < 1 || int(who) > len(k.spec.Leaders) || spec.Leader > 0 && spec.Leader != who {
		return false
	}
	for _, l := range spec.Leaders {
		if l == who {
			return true
		}
	}
	return spec.Leader > 0 || len(spec.Leaders) == 0
}
