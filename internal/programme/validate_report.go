package programme

// submissions checks that the contents named are among those required.
func (v *validator) submissions() {
	contents := map[DeliverableID][]string{}
	for i := range v.s.Mandates {
		for _, d := range v.s.Mandates[i].Deliverables {
			for _, c := range d.Contents {
				contents[d.ID] = append(contents[d.ID], c.Section)
			}
		}
	}
	for i := range v.s.Submissions {
		sub := &v.s.Submissions[i]
		for j, section := range sub.Sections {
			v.path = []step{{name: "submissions"}, {index: i}, {name: "sections"}, {index: j}}
			if v.isDeliverable(sub.Deliverable) && !contains(contents[sub.Deliverable], section) {
				v.nearest("programme.unknown-section", section, contents[sub.Deliverable], string(sub.Deliverable))
			}
		}
	}
	v.path = nil
}

func contains(all []string, s string) bool {
	for _, a := range all {
		if a == s {
			return true
		}
	}
	return false
}

// consultations checks that nobody is heard before being invited.
func (v *validator) consultations() {
	for i := range v.s.Consultations {
		c := &v.s.Consultations[i]
		if isBefore(c.Held.Last, c.Invited.First) {
			v.fault("consultations", i, "held", "programme.held-before-invited", c.Held.String(), c.Invited.String())
		}
	}
}
