package summary

import (
	"io"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

// WriteText writes the access for a person.
func (a *Access) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.heading(lang.T("access.heading", a.Name, a.On))
	for _, n := range a.Notes {
		t.line("%s", wrap(lang.T("explain.note", n), textWidth, ""))
	}
	t.line("%s", wrap(lang.T("access.population", a.Population.Text), textWidth, ""))
	t.line("")
	a.writeStates(t, lang)
	a.writeGroups(t, lang)
	a.writeUnits(t, lang)
	if c := a.change(); c != nil {
		c.writeBands(t, lang)
		c.writeHits(t, lang)
		c.writeSteps(t, lang)
	}
	a.writeServed(t, lang)
	a.writeCriteria(t, lang)
	a.writeHours(t, lang)
	if a.Return != nil {
		a.Return.writeText(t, lang, a.after())
	}
	if a.Catchment != nil {
		a.Catchment.writeText(t, lang, a.change())
	}
	if a.Visits != nil {
		a.Visits.writeText(t, lang)
	}
	return t.err
}

func (a *Access) state(id string) *AccessState {
	for i := range a.States {
		if a.States[i].ID == id {
			return &a.States[i]
		}
	}
	return nil
}

func (a *Access) change() *AccessChange {
	for i := range a.Changes {
		if a.Changes[i].ID == a.Chosen {
			return &a.Changes[i]
		}
	}
	return nil
}

func minuteHeads() []string {
	var out []string
	for _, m := range coverage.Minutes {
		out = append(out, ">≤ "+strconv.Itoa(m))
	}
	return out
}

func shares(u *AccessUnit) []string {
	var out []string
	for i := range u.Within {
		out = append(out, u.Within[i].Share.Text)
	}
	return out
}

// unit finds the figures of a group in an area of the state.
func (s *AccessState) unit(kind programme.AreaUnit, key, group string) *AccessUnit {
	for i := range s.Units {
		if u := &s.Units[i]; u.Kind == kind && u.Key == key && u.Group == group {
			return u
		}
	}
	return nil
}

func (a *Access) writeStates(t *text, lang locale.Lang) {
	t.heading(lang.T("access.country"))
	heads := append(columns(lang, "state", ">offices"), minuteHeads()...)
	heads = append(heads, columns(lang, ">median", ">p90", ">worst")...)
	var rows [][]string
	for i := range a.States {
		s := &a.States[i]
		u := s.unit(programme.EveryCountry, coverage.TheCountry, coverage.Everyone)
		row := append([]string{s.Label, s.Offices.Text}, shares(u)...)
		rows = append(rows, append(row, u.Median.Text, u.P90.Text, u.Worst.Text))
	}
	t.table(heads, rows)
	t.line("%s", wrap(lang.T("access.country-note"), textWidth, ""))
	for i := range a.States {
		s := &a.States[i]
		if s.ID != coverage.Now && s.ID != a.after() {
			continue
		}
		if n, _ := s.Unplaced.Low.(int64); n > 0 {
			t.line("%s", wrap(lang.T("access.unplaced", s.Label, s.Unplaced.Text), textWidth, ""))
		}
		if n, _ := s.Doubtful.Low.(int64); n > 0 {
			t.line("%s", wrap(lang.T("access.doubtful", s.Label, s.Doubtful.Text), textWidth, ""))
		}
	}
	t.line("")
}

// sides are the labels and states of the comparison that is shown.
func (a *Access) sides() (before, after *AccessState) {
	if c := a.change(); c != nil {
		return a.state(c.Before), a.state(c.After)
	}
	return nil, nil
}

// after is the id of the state after the change that is shown, "" where none is.
func (a *Access) after() string {
	if c := a.change(); c != nil {
		return c.After
	}
	return ""
}

// by is the kind of the areas that the answer tells of beside the country.
func (a *Access) by() programme.AreaUnit {
	for i := range a.States {
		for k := range a.States[i].Units {
			if kind := a.States[i].Units[k].Kind; kind != programme.EveryCountry {
				return kind
			}
		}
	}
	return ""
}

func (a *Access) writeGroups(t *text, lang locale.Lang) {
	before, after := a.sides()
	if after == nil {
		return
	}
	t.heading(lang.T("access.groups", before.Label, after.Label))
	heads := append(columns(lang, "group", ">people", "state"), minuteHeads()...)
	heads = append(heads, columns(lang, ">median")...)
	var rows [][]string
	for i := range after.Units {
		u := &after.Units[i]
		if u.Kind != programme.EveryCountry {
			continue
		}
		b := before.unit(u.Kind, u.Key, u.Group)
		rows = append(rows, append(append([]string{u.GroupName, u.People.Text, lang.T("access.before")}, shares(b)...), b.Median.Text),
			append(append([]string{"", "", lang.T("access.after")}, shares(u)...), u.Median.Text))
	}
	t.table(heads, rows)
	t.line("%s", lang.T("access.areas", areasText(before), areasText(after)))
	t.line("")
}

// areasText is how many vulnerable areas are within 10 and 30 minutes.
func areasText(s *AccessState) string {
	return s.Areas[0].Number.Text + " (≤ 10), " + s.Areas[2].Number.Text + " (≤ 30)"
}

func (a *Access) writeUnits(t *text, lang locale.Lang) {
	before, after := a.sides()
	by := a.by()
	if after == nil || by == "" {
		return
	}
	t.heading(lang.T("access.by." + string(by)))
	heads := columns(lang, "area", ">people", ">median-before", ">median-after", ">share-before", ">share-after", ">nearer", ">further")
	var rows [][]string
	for i := range after.Units {
		u := &after.Units[i]
		if u.Kind != by {
			continue
		}
		b, s := before.unit(u.Kind, u.Key, u.Group), a.change().unit(u.Kind, u.Key)
		rows = append(rows, []string{u.Name, u.People.Text, b.Median.Text, u.Median.Text, b.Within[2].Share.Text, u.Within[2].Share.Text, s.Gained.Text, s.Lost.Text})
	}
	t.table(heads, rows)
}

func (c *AccessChange) unit(kind programme.AreaUnit, key string) *AccessShift {
	for i := range c.Units {
		if u := &c.Units[i]; u.Kind == kind && u.Key == key && u.Group == coverage.Everyone {
			return u
		}
	}
	return nil
}

func (c *AccessChange) writeBands(t *text, lang locale.Lang) {
	u := c.unit(programme.EveryCountry, coverage.TheCountry)
	t.heading(lang.T("access.bands"))
	var rows [][]string
	for i, b := range u.Bands {
		rows = append(rows, []string{bandText(lang, i), b.Gained.Text, b.Lost.Text})
	}
	t.table(columns(lang, "minutes", ">nearer", ">further"), rows)
	t.line("%s", wrap(lang.T("access.bands-note", u.Gained.Text, u.GainedMean.Text, u.Lost.Text, u.LostMean.Text, u.Unchanged.Text), textWidth, ""))
	t.line("")
}

func bandText(lang locale.Lang, i int) string {
	switch {
	case i == 0:
		return "1–" + strconv.Itoa(coverage.Bands[0])
	case i == len(coverage.Bands):
		return "> " + strconv.Itoa(coverage.Bands[i-1])
	}
	return strconv.Itoa(coverage.Bands[i-1]) + "–" + strconv.Itoa(coverage.Bands[i])
}

func (c *AccessChange) writeHits(t *text, lang locale.Lang) {
	if len(c.Hits) == 0 {
		return
	}
	t.heading(lang.T("access.hits"))
	var rows [][]string
	for _, h := range c.Hits {
		next := h.Next
		if next == "" {
			next = lang.T("access.none")
		}
		rows = append(rows, []string{h.Place, h.People.Text, h.Before.Text, h.After.Text, h.Longer.Text, next})
	}
	t.table(columns(lang, "place", ">people", ">before", ">after", ">longer", "alternative"), rows)
}

func (c *AccessChange) writeSteps(t *text, lang locale.Lang) {
	if len(c.Steps) == 0 {
		return
	}
	t.heading(lang.T("access.steps"))
	var rows [][]string
	for _, s := range c.Steps {
		row := []string{strconv.Itoa(s.Change), lang.T("access.change." + s.Kind), s.Office, s.Lost.Text}
		for _, x := range s.Shares {
			row = append(row, x.Change.Text)
		}
		rows = append(rows, row)
	}
	t.table(append(columns(lang, ">change", "kind", "office", ">further"), minuteHeads()...), rows)
}

func (a *Access) writeServed(t *text, lang locale.Lang) {
	if len(a.Served) == 0 {
		return
	}
	t.heading(lang.T("access.served"))
	var rows [][]string
	for _, s := range a.Served {
		listed := strconv.Itoa(s.ListYear)
		if !s.Listed {
			listed = lang.T("access.unlisted", s.ListYear)
		}
		if s.IsCandidate {
			listed = lang.T("access.candidate", listed)
		}
		rows = append(rows, []string{s.Name, s.Area, listed, s.Distance.Text, s.Walk.Text, s.Time.Text})
	}
	t.table(columns(lang, "office", "area", "list", ">distance", ">walk", ">time"), rows)
	t.line("%s", wrap(lang.T("access.served-note"), textWidth, ""))
	t.line("")
}

func (a *Access) writeCriteria(t *text, lang locale.Lang) {
	if len(a.Criteria) == 0 {
		return
	}
	t.heading(lang.T("access.criteria"))
	var rows [][]string
	for _, c := range a.Criteria {
		name := c.Text
		if name == "" {
			name = c.ID
		}
		label := a.state(c.State).Label
		areas := c.Areas
		if len(areas) > 3 {
			areas = append(areas[:3:3], "…")
		}
		rows = append(rows, []string{name, label, c.Met.Text, c.Failing.Text, strings.Join(areas, ", ")})
	}
	t.table(columns(lang, "criterion", "state", "met", ">failing", "where"), rows)
}

// writeHours writes a table of weekdays and hours for the chosen state.
func (a *Access) writeHours(t *text, lang locale.Lang) {
	s := a.state(a.after())
	if s == nil {
		s = a.state(coverage.Now)
	}
	if s == nil || len(s.Hours) == 0 {
		return
	}
	t.heading(lang.T("access.hours", s.Hours[0].Minutes, s.Label))
	per := coverage.LastHour - coverage.FirstHour
	heads := columns(lang, "weekday")
	for h := coverage.FirstHour; h < coverage.LastHour; h++ {
		heads = append(heads, ">"+strconv.Itoa(h))
	}
	var rows [][]string
	known := false
	for d, day := range coverage.Weekdays {
		row := []string{lang.T("coverage.weekday." + day)}
		for _, x := range s.Hours[d*per : (d+1)*per] {
			known = known || x.Share.isKnown()
			row = append(row, x.Share.Text)
		}
		rows = append(rows, row)
	}
	if !known {
		t.line("%s", wrap(lang.T("access.hours-unknown"), textWidth, ""))
		t.line("")
		return
	}
	t.table(heads, rows)
}
