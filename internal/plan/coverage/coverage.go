package coverage

import (
	"context"
	"reflect"
	"slices"
	"sync"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// Options steer a coverage; the zero value is by car, by the estimate, on the day
// of the plan, with the population that comes with the product.
type Options struct {
	Method     Method
	On         civil.Date
	Population *Population
	Catchment  CatchmentOptions
	Return     *ReturnOptions // nil: trips there and back are not asked for
}

// Coverage answers for access in every state of a network. Make one with Make.
type Coverage struct {
	On          civil.Date
	About       About
	Sites       []Site
	States      []State
	Comparisons []Comparison
	ListYear    int // of the Police list that says which areas are vulnerable

	facts     *programme.Index
	asOf      civil.Date
	method    Method
	table     *timetable.Timetable
	projectOf map[programme.OfficeID]*timetable.Project
	// moveOf are the projects that move an office: its stated position is where it moves to.
	moveOf  map[programme.OfficeID]*timetable.Project
	closing map[programme.OfficeID]bool // that a project is to close
	stateAt map[string]int

	levels   sync.Once
	levelsBy map[programme.OfficeID][]int

	catchment CatchmentOptions
	back      *ReturnOptions // filled; nil where nobody asks

	population *Population // nil for that of the product
	laid       layer
	cache      cache
}

// base is what all states share and nobody needs before the first question.
type base struct {
	population *Population
	groups     []Group
	units      []Unit
	unitAt     map[[2]string]int // by kind and key
	rows       Rows
	err        error // of the method
	// Behind the points of the population stand the centres of the vulnerable
	// areas, where nobody is counted, so that times to them are measured too.
	areas []sweden.Area
}

// Comparison is two states side by side.
type Comparison struct {
	ID            string // planned, mandate-<id>, scenario-<id>
	Before, After int    // positions in States
}

// Make prepares to answer. It looks at facts only: nothing is measured before a
// figure is asked for. O(offices × (mandates + scenarios)).
func Make(x *programme.Index, t *timetable.Timetable, o Options) *Coverage {
	c := &Coverage{On: o.On, facts: x, asOf: x.S.Programme.AsOf, table: t, method: o.Method, catchment: o.Catchment.filled(),
		projectOf: map[programme.OfficeID]*timetable.Project{}, moveOf: map[programme.OfficeID]*timetable.Project{}, closing: map[programme.OfficeID]bool{}, stateAt: map[string]int{}}
	if o.Return != nil {
		filled := o.Return.filled()
		c.back = &filled
	}
	if !c.On.IsKnown() {
		c.On = c.asOf
	}
	if c.method == nil {
		c.method = Estimate{estimate.Car()}
	}
	c.About = c.method.About()
	for i := range t.Projects {
		p := &t.Projects[i]
		switch kind := x.S.Projects[p.Position].Kind; {
		case kind == programme.Move && c.moveOf[p.Office] == nil:
			c.moveOf[p.Office] = p
		case kind == programme.Open && c.projectOf[p.Office] == nil:
			c.projectOf[p.Office] = p
		}
	}
	for i := range x.S.Projects {
		if x.S.Projects[i].Kind == programme.Close {
			c.closing[x.S.Projects[i].Office] = true
		}
	}
	c.Sites = sitesOf(x)
	c.ListYear = c.listYear()
	c.makeStates()
	c.population = o.Population
	c.cache.init()
	return c
}

// listYear is that of the list that the mandates speak of, else the latest of the
// day.
func (c *Coverage) listYear() int {
	for i := range c.facts.S.Mandates {
		for j := range c.facts.S.Mandates[i].Clauses {
			if y := c.facts.S.Mandates[i].Clauses[j].ListYear; y != 0 {
				return y
			}
		}
	}
	return listYearOn(c.On.Year())
}

// usual keeps the bases that plans have in common: those of the population that
// comes with the product, by the estimates as they come, by list year.
var usual sync.Map

type usualBase struct {
	method   string
	listYear int
}

// layer lays out the base once, for whoever asks first.
type layer struct {
	mu   sync.Mutex
	base *base
}

// base is what all states share. Laying it out may take long where there is a network
// or a timetable: who must not wait for it calls Prepare first.
func (c *Coverage) base() *base { return c.baseIn(context.Background()) }

// baseIn is base that can be called off; a base that was is not kept, and the next who
// asks lays it out anew. Its err says so.
func (c *Coverage) baseIn(ctx context.Context) *base {
	c.laid.mu.Lock()
	defer c.laid.mu.Unlock()
	if c.laid.base != nil {
		return c.laid.base
	}
	b := c.baseOf(ctx, c.population)
	if b.err == nil || ctx.Err() == nil {
		c.laid.base = b
	}
	return b
}

func (c *Coverage) baseOf(ctx context.Context, p *Population) *base {
	e, isEstimate := c.method.(Estimate)
	isUsual := isEstimate && (reflect.DeepEqual(e.Parameters, estimate.Car()) || reflect.DeepEqual(e.Parameters, estimate.Walk()))
	if p != nil || !isUsual {
		return c.makeBase(ctx, p)
	}
	key := usualBase{c.About.Key, c.ListYear}
	if b, ok := usual.Load(key); ok {
		return b.(*base)
	}
	b, _ := usual.LoadOrStore(key, c.makeBase(context.Background(), nil))
	return b.(*base)
}

func (c *Coverage) makeBase(ctx context.Context, p *Population) *base {
	if p == nil {
		p = Inhabitants()
	}
	b := &base{population: p, unitAt: map[[2]string]int{}}
	b.groups = groupsOf(p, c.ListYear)
	b.units = unitsOf(p, b.groups)
	for i := range b.units {
		b.unitAt[[2]string{string(b.units[i].Kind), b.units[i].Key}] = i
	}
	b.areas, _ = sweden.AreasListedIn(c.ListYear)
	places, people := p.places(), slices.Clone(p.People)
	for _, a := range b.areas {
		places, people = append(places, Place{"area/" + a.Name, a.Centre.Lat, a.Centre.Lon}), append(people, 0)
	}
	b.rows, b.err = c.method.To(ctx, places, people)
	return b
}

// len is how many places times are measured to.
func (b *base) len() int { return b.population.Len() + len(b.areas) }

// Population is the people that are counted.
func (c *Coverage) Population() *Population { return c.base().population }

// Groups are the parts of the people, everyone first.
func (c *Coverage) Groups() []Group { return c.base().groups }

// Units are the areas: the country, categories, counties, municipalities.
func (c *Coverage) Units() []Unit { return c.base().units }

// UnitsOf are the areas of a kind.
func (c *Coverage) UnitsOf(kind programme.AreaUnit) []Unit {
	var out []Unit
	for _, u := range c.Units() {
		if u.Kind == kind {
			out = append(out, u)
		}
	}
	return out
}

// State finds a state by its id, or −1.
func (c *Coverage) State(id string) int {
	if i, ok := c.stateAt[id]; ok {
		return i
	}
	return -1
}
