package programme

// projects checks that no two do the same work, and that a project and its
// round belong to one mandate.
func (v *validator) projects() {
	type work struct {
		office OfficeID
		kind   ProjectKind
	}
	first := map[work]int{}
	for i := range v.s.Projects {
		p := &v.s.Projects[i]
		w := work{p.Office, p.Kind}
		if j, twice := first[w]; twice && p.Office != "" && (p.Kind == Open || p.Kind == Close) {
			v.fault("projects", i, "office", "programme.two-projects", string(v.s.Projects[j].ID), string(p.Office))
		} else {
			first[w] = i
		}
		if r, _ := v.x.Round(p.Round); r != nil && r.Mandate != "" && p.Mandate != "" && r.Mandate != p.Mandate {
			v.fault("projects", i, "mandate", "programme.project-other-mandate", string(p.Round), string(r.Mandate), string(p.Mandate))
		}
	}
}

// progress checks the order of the dates within each statement.
func (v *validator) progress() {
	for i := range v.s.Progress {
		p := &v.s.Progress[i]
		if isBefore(p.Finished.Last, p.Started.First) {
			v.fault("progress", i, "finished", "programme.finished-before-started", p.Finished.String(), p.Started.String())
		}
		if isBefore(p.PlannedFinish.Last, p.PlannedStart.First) {
			v.fault("progress", i, "planned-finish", "programme.finished-before-started", p.PlannedFinish.String(), p.PlannedStart.String())
		}
		if p.Finished.IsKnown() && p.Remaining.Known && p.Remaining.N > 0 {
			v.fault("progress", i, "remaining", "programme.finished-with-remaining", p.Remaining.N)
		}
		said := p.Started.IsKnown() || p.Finished.IsKnown() || p.PlannedStart.IsKnown() || p.PlannedFinish.IsKnown() ||
			p.Remaining.Known || p.Cause != (Text{}) || p.CausedBy != ""
		if !said {
			v.fault("progress", i, "", "programme.says-nothing")
		}
		from := v.from(p.Provenance)
		if isBefore(from, p.Started.First) {
			v.fault("progress", i, "started", "programme.not-yet", p.Started.String(), from.String())
		}
		if isBefore(from, p.Finished.First) {
			v.fault("progress", i, "finished", "programme.not-yet", p.Finished.String(), from.String())
		}
	}
}

// baselines checks that each project is there once, and that a round has no
// more openings than it was to have offices.
func (v *validator) baselines() {
	for i := range v.s.Baselines {
		b := &v.s.Baselines[i]
		seen := map[ProjectID]bool{}
		inRound := map[RoundID]int{}
		for j := range b.Openings {
			o := &b.Openings[j]
			if seen[o.Project] && o.Project != "" {
				v.fault("baselines", i, part("openings", j, "project"), "programme.opening-twice", string(o.Project))
			}
			seen[o.Project] = true
			if p, _ := v.x.Project(o.Project); p != nil {
				inRound[p.Round]++
			}
		}
		for j := range b.Rounds {
			r := &b.Rounds[j]
			if n := inRound[r.Round]; r.Offices.Known && n > r.Offices.High {
				v.fault("baselines", i, part("rounds", j, "offices"), "programme.more-projects", n, r.Offices.String())
			}
		}
	}
}
