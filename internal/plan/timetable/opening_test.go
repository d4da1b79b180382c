package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// Which event opens an office, and which announces it, by the day asked about.
func TestWhichEventOpens(t *testing.T) {
	for _, c := range []struct {
		name              string
		fill              func(*scene)
		opened, announced string
		at                projectGrounds
	}{
		{"none", func(*scene) {}, "", "", noProjectGrounds},
		{"the later known of two", func(s *scene) {
			s.event("a", programme.Opened, "2022-05-31", "2022-06-02").event("a", programme.Opened, "2022-05", "2022-06-01")
		}, "2022-05-31", "", projectGrounds{opened: 0, announced: -1, claim: -1, closed: -1}},
		{"a day before no day", func(s *scene) {
			s.event("a", programme.Opened, "2022-05-31", "2022-06-01").event("a", programme.Opened, "", "2022-06-10")
		}, "2022-05-31", "", projectGrounds{opened: 0, announced: -1, claim: -1, closed: -1}},
		{"a day after no day", func(s *scene) {
			s.event("a", programme.Opened, "", "2022-06-10").event("a", programme.Opened, "2022-05-31", "2022-06-01")
		}, "2022-05-31", "", projectGrounds{opened: 1, announced: -1, claim: -1, closed: -1}},
		{"on no stated day", func(s *scene) { s.event("a", programme.Opened, "", "2022-06-10") }, "../2022-06-10", "", projectGrounds{opened: 0, announced: -1, claim: -1, closed: -1}},
		{"on no stated day, and nobody knows since when", func(s *scene) { s.event("a", programme.Opened, "", "") }, "../2022-06-15", "", projectGrounds{opened: 0, announced: -1, claim: -1, closed: -1}},
		{"not known yet", func(s *scene) { s.event("a", programme.Opened, "2022-05-31", "2022-07-01") }, "", "", noProjectGrounds},
		{"the later announcement", func(s *scene) {
			s.event("a", programme.OpeningPlanned, "2022-10-03", "2022-03-01").event("a", programme.OpeningPlanned, "2022-09-01", "2022-01-01")
		}, "", "2022-10-03", projectGrounds{opened: -1, announced: 0, claim: -1, closed: -1}},
		{"an inauguration is no opening", func(s *scene) { s.event("a", programme.Inaugurated, "2022-05-31", "") }, "", "", noProjectGrounds},
		{"another office", func(s *scene) { s.event("b", programme.Opened, "2022-05-31", "") }, "", "", noProjectGrounds},
		{"a move has moved", func(s *scene) {
			s.s.Projects[0].Kind = programme.Move
			s.event("a", programme.Opened, "2019-05-31", "").event("a", programme.Moved, "2022-04-01", "").event("a", programme.OpeningPlanned, "2019-01-01", "")
		}, "2022-04-01", "", projectGrounds{opened: 1, announced: -1, claim: -1, closed: -1}},
	} {
		s := sceneOn(t, "2022-06-15").project("a")
		c.fill(s)
		opened, announced, at := opening(programme.NewIndex(&s.s), &s.s.Projects[0], s.s.Programme.AsOf)
		if opened.String() != c.opened || announced.String() != c.announced || at != c.at {
			t.Errorf("%s: opened %q, announced %q, %+v", c.name, opened, announced, at)
		}
	}
}
