package premises

import (
	"slices"
	"sync"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Options steer the scores; the zero value is the offers of the facts, by estimates,
// with the latest list of vulnerable areas and the population that comes with the
// product.
type Options struct {
	Methods    Methods
	ListYear   int
	Population *coverage.Population
	Areas      []string // instead of those that each office serves
	// Beside are offers that are not among the facts. One with the id of a fact
	// stands instead of it.
	Beside []programme.Offer
	// Office leaves out the offers for others; "" for none.
	Office programme.OfficeID
}

// Offer is premises on offer.
type Offer struct {
	*programme.Offer
	IsFact bool
	Office int // position in Scores.Offices
}

// Minutes are the limits that people are counted within.
var Minutes = [...]int{10, 20, 30}

// Scores are the offers by everything that is known of them. Make them with Make.
type Scores struct {
	Options Options
	Offers  []Offer
	Offices []Office

	facts      *programme.Index
	population *coverage.Population
	at         map[string]int // offers by id
	ranked     func() [][]int

	mu    sync.Mutex
	times map[string]*times // by mode
}

// Make prepares to answer. It measures no times. O(offers + targets × points).
func Make(x *programme.Index, o Options) *Scores {
	s := &Scores{Options: o, facts: x, population: o.Population, at: map[string]int{}, times: map[string]*times{}}
	if s.population == nil {
		s.population = coverage.Inhabitants()
	}
	if s.Options.Methods == nil {
		s.Options.Methods = Estimates()
	}
	if s.Options.ListYear == 0 {
		s.Options.ListYear = slices.Max(sweden.ListYears())
	}
	for i := range o.Beside {
		s.add(&o.Beside[i], false)
	}
	for i := range x.S.Premises {
		s.add(&x.S.Premises[i], true)
	}
	s.ranked = sync.OnceValue(s.dominance)
	return s
}

func (s *Scores) add(p *programme.Offer, isFact bool) {
	if _, taken := s.at[p.ID]; taken || p.ID == "" || s.Options.Office != "" && p.Office != s.Options.Office {
		return
	}
	at := slices.IndexFunc(s.Offices, func(o Office) bool { return o.ID == p.Office })
	if at < 0 {
		at = len(s.Offices)
		s.Offices = append(s.Offices, s.office(p.Office))
	}
	s.at[p.ID] = len(s.Offers)
	s.Offices[at].Offers = append(s.Offices[at].Offers, len(s.Offers))
	s.Offers = append(s.Offers, Offer{p, isFact, at})
}

// Find is the position of an offer by its id, −1 where there is none.
func (s *Scores) Find(id string) int {
	if i, ok := s.at[id]; ok {
		return i
	}
	return -1
}

// name is what people call an offer.
func (o *Offer) name() string {
	if o.Name != "" {
		return o.Name
	}
	return o.ID
}
