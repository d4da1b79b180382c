package coverage

import (
	"fmt"
	"maps"
	"slices"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// State is a set of open offices.
type State struct {
	ID    string
	Label figure.Label
	Day   civil.Date // whose opening hours hold

	Open     []int32 // positions in Sites, rising: open, and the place known
	Unplaced []int32 // open, but nobody has said where
	Implied  []int32 // of Open and Unplaced: those that are open only for want of a word to the contrary
	Doubtful []int32 // not counted as open, though they may be
	// Hours that a scenario gives instead of those stated, by site.
	Hours map[int32]programme.OpeningHours
	// sized are the types that a scenario gives, by site.
	sized map[int32]sized
}

// Ids of the states that every programme has.
const (
	Now     = "now"
	Planned = "planned"
)

// makeStates makes the states and what is compared: what is planned against now,
// each mandate's offices against none of them, each scenario against now.
func (c *Coverage) makeStates() {
	now := c.stateOn(c.On)
	now.ID, now.Label = Now, figure.Label{Key: "coverage.state.now", Args: []any{c.On.String()}}
	c.add(now)
	c.compare(Planned, Now, c.planned(now))
	for i := range c.facts.S.Mandates {
		c.mandate(now, &c.facts.S.Mandates[i])
	}
	for i := range c.facts.S.Scenarios {
		c.compare("scenario-"+c.facts.S.Scenarios[i].ID, Now, c.scenario(now, i, len(c.facts.S.Scenarios[i].Changes)))
	}
}

func (c *Coverage) add(s State) int {
	c.stateAt[s.ID] = len(c.States)
	c.States = append(c.States, s)
	return len(c.States) - 1
}

func (c *Coverage) compare(id, before string, after State) {
	c.Comparisons = append(c.Comparisons, Comparison{id, c.stateAt[before], c.add(after)})
}

// stateOn is the network on a day, by what is known on the day of the plan.
func (c *Coverage) stateOn(on civil.Date) State {
	s := State{Day: on}
	for i := range c.facts.S.Offices {
		switch at := c.standing(i, on); at {
		case Implied:
			s.Implied = append(s.Implied, int32(i))
			fallthrough
		case IsOpen:
			c.open(&s, int32(i))
		case Doubtful:
			s.Doubtful = append(s.Doubtful, int32(i))
		}
	}
	return s
}

// open puts a site among the open ones, once.
func (c *Coverage) open(s *State, site int32) {
	list := &s.Unplaced
	if c.Sites[site].IsPlaced && !c.awaitsMove(site, s.Day) {
		list = &s.Open
	}
	if at, found := slices.BinarySearch(*list, site); !found {
		*list = slices.Insert(*list, at, site)
	}
	s.Doubtful = slices.DeleteFunc(s.Doubtful, func(d int32) bool { return d == site })
}

// awaitsMove says whether an office has not yet moved to the position that is stated
// for it. Where it is until then nobody has said.
func (c *Coverage) awaitsMove(site int32, on civil.Date) bool {
	if int(site) >= len(c.facts.S.Offices) {
		return false
	}
	p := c.moveOf[c.facts.S.Offices[site].ID]
	return p != nil && (!p.Opened.Last.IsKnown() || p.Opened.Last > on)
}

// moved puts an office where it is to move.
func (c *Coverage) moved(s *State, site int32) {
	if at, found := slices.BinarySearch(s.Unplaced, site); found && c.Sites[site].IsPlaced {
		s.Unplaced = slices.Delete(s.Unplaced, at, at+1)
		at, _ := slices.BinarySearch(s.Open, site)
		s.Open = slices.Insert(s.Open, at, site)
	}
}

// close takes a site out.
func (s *State) close(site int32) {
	drop := func(x int32) bool { return x == site }
	s.Open, s.Unplaced = slices.DeleteFunc(s.Open, drop), slices.DeleteFunc(s.Unplaced, drop)
	s.Implied, s.Doubtful = slices.DeleteFunc(s.Implied, drop), slices.DeleteFunc(s.Doubtful, drop)
}

// copied is the state under another name, free to be changed.
func (s *State) copied(id string, label figure.Label) State {
	out := *s
	out.ID, out.Label = id, label
	out.Open, out.Unplaced, out.Implied, out.Doubtful = slices.Clone(s.Open), slices.Clone(s.Unplaced), slices.Clone(s.Implied), slices.Clone(s.Doubtful)
	out.Hours = map[int32]programme.OpeningHours{}
	for site, h := range s.Hours {
		out.Hours[site] = h
	}
	out.sized = maps.Clone(s.sized)
	return out
}

// planned is now with every office that a project is to open, and without those
// that are to close, whenever that is.
func (c *Coverage) planned(now State) State {
	s := now.copied(Planned, figure.Label{Key: "coverage.state.planned"})
	for i := range c.facts.S.Offices {
		id := c.facts.S.Offices[i].ID
		if c.projectOf[id] != nil && c.standing(i, c.On) != HasShut {
			c.open(&s, int32(i))
		}
		if c.moveOf[id] != nil {
			c.moved(&s, int32(i))
		}
		if c.isToClose(id) {
			s.close(int32(i))
		}
	}
	return s
}

// mandate makes the states without and with the offices that a mandate opens;
// there are none for a mandate that opens nothing.
func (c *Coverage) mandate(now State, m *programme.Mandate) {
	label := func(key string) figure.Label {
		number := m.Number
		if number == "" {
			number = string(m.ID)
		}
		return figure.Label{Key: key, Args: []any{number}}
	}
	before := now.copied("before-"+string(m.ID), label("coverage.state.before"))
	after := now.copied("after-"+string(m.ID), label("coverage.state.after"))
	found := false
	for i := range c.facts.S.Offices {
		if p := c.projectOf[c.facts.S.Offices[i].ID]; p != nil && p.Mandate == m.ID {
			before.close(int32(i))
			c.open(&after, int32(i))
			found = true
		}
	}
	if found {
		c.add(before)
		c.compare("mandate-"+string(m.ID), before.ID, after)
	}
}

// scenario carries out the first changes of a scenario on a state.
func (c *Coverage) scenario(now State, at, changes int) State {
	sc := &c.facts.S.Scenarios[at]
	name := sc.Name
	if name.Sv == "" {
		name.Sv = sc.ID
	}
	s := now.copied("scenario-"+sc.ID, figure.Label{Key: "coverage.state.scenario", Args: []any{name}})
	for j := range changes {
		c.apply(&s, at, j)
	}
	return s
}

// apply carries out one change. A change of an office that is not there changes
// nothing: Validate has told of it.
func (c *Coverage) apply(s *State, at, j int) {
	change := &c.facts.S.Scenarios[at].Changes[j]
	site := int32(-1)
	if _, i := c.facts.Office(change.Office); i >= 0 {
		site = int32(i)
		if change.Kind != programme.ToOpen {
			site = s.latestOf(c, change.Office, site)
		}
	}
	if site < 0 && change.Kind != programme.ToOpen {
		return
	}
	switch change.Kind {
	case programme.ToOpen, programme.ToMove:
		if change.Position != nil {
			was, isSized := s.sized[site]
			if site >= 0 {
				s.close(site)
			}
			site = c.newSite(at, j)
			if isSized {
				s.resize(site, was)
			}
		}
		if site >= 0 {
			c.open(s, site)
		}
	case programme.ToClose:
		s.close(site)
	}
	if change.Hours.Known && site >= 0 {
		s.Hours[site] = change.Hours
	}
	if change.Type != "" && site >= 0 {
		s.resize(site, sized{change.Type, figure.FactAt("scenarios", c.facts.S.Scenarios[at].ID, "changes", j+1, "type")})
	}
}

// resize gives a site a type.
func (s *State) resize(site int32, to sized) {
	if s.sized == nil {
		s.sized = map[int32]sized{}
	}
	s.sized[site] = to
}

// latestOf finds where an office is in a state that may have moved it.
func (s *State) latestOf(c *Coverage, id programme.OfficeID, site int32) int32 {
	for _, i := range s.Open {
		if c.Sites[i].Office == id {
			site = i
		}
	}
	return site
}

// newSite is the site that a change opens or moves to; asked for again it is the
// same one.
func (c *Coverage) newSite(at, j int) int32 {
	sc := &c.facts.S.Scenarios[at]
	change := &sc.Changes[j]
	key := fmt.Sprintf("%s.%d", sc.ID, j+1)
	for i := range c.Sites {
		if c.Sites[i].Key == key {
			return int32(i)
		}
	}
	site := Site{Key: key, Office: change.Office, Name: change.Name, Municipality: change.Municipality}
	if o, _ := c.facts.Office(change.Office); o != nil {
		if site.Name == "" {
			site.Name = o.Name
		}
		if site.Municipality == "" {
			site.Municipality = o.Municipality
		}
	}
	site.place(change.Position, "scenarios", sc.ID, "changes", j+1, "position")
	c.Sites = append(c.Sites, site)
	return int32(len(c.Sites) - 1)
}
