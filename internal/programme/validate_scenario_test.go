package programme

import "testing"

// A change says what its kind needs, and a criterion is stated in minutes or as
// a distance, not both.
func TestScenariosAndCriteria(t *testing.T) {
	here := &Position{Lat: 60, Lon: 18}
	hours := OpeningHours{Known: true}
	for name, c := range map[string]struct {
		change Change
		want   string
	}{
		"closing":                  {Change{Kind: ToClose, Office: "a"}, ""},
		"closing nothing":          {Change{Kind: ToClose}, "scenarios[0].changes[0].office"},
		"opening":                  {Change{Kind: ToOpen, Office: "a"}, ""},
		"opening a new place":      {Change{Kind: ToOpen, Name: "Torget", Position: here}, ""},
		"opening nowhere":          {Change{Kind: ToOpen, Name: "Torget"}, "scenarios[0].changes[0].office"},
		"moving":                   {Change{Kind: ToMove, Office: "a", Position: here}, ""},
		"moving nowhere":           {Change{Kind: ToMove, Office: "a"}, "scenarios[0].changes[0].position"},
		"resizing to nothing":      {Change{Kind: ToResize, Office: "a"}, "scenarios[0].changes[0].type"},
		"other hours":              {Change{Kind: ToChangeHours, Office: "a", Hours: hours}, ""},
		"other hours, not stated":  {Change{Kind: ToChangeHours, Office: "a"}, "scenarios[0].changes[0].hours"},
		"of an office not in here": {Change{Kind: ToClose, Office: "b"}, "scenarios[0].changes[0].office"},
		"of no kind":               {Change{Office: "a"}, "scenarios[0].changes[0].kind"},
	} {
		s := &Snapshot{Offices: []Office{{ID: "a"}}, Scenarios: []Scenario{{ID: "x", Changes: []Change{c.change}}}}
		paths := map[string]bool{}
		for _, p := range Validate(s, Register{}) {
			if len(p.Path) > 9 && p.Path[:9] == "scenarios" {
				paths[p.Path] = true
			}
		}
		if (c.want == "") != (len(paths) == 0) || c.want != "" && !paths[c.want] {
			t.Errorf("%s: problems at %v, want %q", name, paths, c.want)
		}
	}
	for _, c := range []AccessCriterion{{}, {Minutes: Exactly(30), Within: 1000}, {Minutes: Exactly(30)}, {Within: 1000}} {
		s := &Snapshot{AccessCriteria: []AccessCriterion{c}}
		faulty := false
		for _, p := range Validate(s, Register{}) {
			faulty = faulty || p.Path == "access-criteria[0].minutes"
		}
		if want := c.Minutes.Known == (c.Within != 0); faulty != want {
			t.Errorf("%+v: faulty %v, want %v", c, faulty, want)
		}
	}
}
