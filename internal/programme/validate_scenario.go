package programme

// scenarios checks that a change says what its kind needs.
func (v *validator) scenarios() {
	for i := range v.s.Scenarios {
		for j := range v.s.Scenarios[i].Changes {
			c := &v.s.Scenarios[i].Changes[j]
			lacks := func(field, want string) {
				v.fault("scenarios", i, part("changes", j, field), "programme.one-of", want)
			}
			switch {
			case c.Office == "" && c.Kind != ToOpen && c.Kind != "":
				lacks("office", "office")
			case c.Office == "" && (c.Name == "" || c.Position == nil):
				lacks("office", "office, name + position")
			case c.Kind == ToMove && c.Position == nil:
				lacks("position", "position")
			case c.Kind == ToResize && c.Type == "":
				lacks("type", "type")
			case c.Kind == ToChangeHours && !c.Hours.Known:
				lacks("hours", "hours")
			}
		}
	}
	for i := range v.s.AccessCriteria {
		c := &v.s.AccessCriteria[i]
		if c.Minutes.Known == (c.Within != 0) {
			v.fault("access-criteria", i, "minutes", "programme.one-of", "minutes, within")
		}
	}
}
