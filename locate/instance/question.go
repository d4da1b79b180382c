package instance

import (
	"fmt"
	"slices"

	"github.com/etablera/etablera/locate"
)

// Kind is what is asked of an instance.
type Kind string

// The kinds.
const (
	PMedian  Kind = "pmedian"  // least total weight × distance
	PCenter  Kind = "pcenter"  // least distance of the farthest client
	MaxCover Kind = "covering" // most weight within the radius
	SetCover Kind = "setcover" // least cost, or fewest sites where the file has no costs, such that each client has a site within the radius
)

// Kinds are all kinds.
var Kinds = []Kind{PMedian, PCenter, MaxCover, SetCover}

// Question is what is asked of an instance.
type Question struct {
	Kind   Kind     `json:"kind"`
	P      int      `json:"p"`      // sites to open, those that are fixed included; 0: what the file says, or as many as the budget allows
	Radius float64  `json:"radius"` // in the unit of the distances; for the two kinds of covering
	Budget int64    `json:"budget"` // for the costs of the sites; 0 for none
	Fixed  []string `json:"fixed"`  // names of sites that are there and stay
	// Capacity is the weight that a site can serve, where the file gives it none; 0 for no limit.
	Capacity int64 `json:"capacity,omitempty"`
}

// Refusal says why a question cannot be asked of an instance.
type Refusal struct {
	Reason string // one of the reasons below
	Name   string // a site or a kind, where there is one
	P, Of  int
}

// The reasons.
const (
	UnknownKind = "kind"
	UnknownSite = "site"
	TwiceFixed  = "twice"
	NeedsP      = "p"
	NeedsLimit  = "limit"
	TooMany     = "many"
	NeedsRadius = "radius"
	NoRadius    = "no-radius"
	NoBudget    = "no-budget"
	FixedAboveP = "fixed"
	NoCapacity  = "no-capacity"
)

func (r *Refusal) Error() string {
	switch r.Reason {
	case UnknownKind:
		return fmt.Sprintf("the kind %q is not known: pmedian, pcenter, covering and setcover are", r.Name)
	case UnknownSite:
		return fmt.Sprintf("there is no site %q", r.Name)
	case TwiceFixed:
		return fmt.Sprintf("the site %q is fixed twice", r.Name)
	case NeedsP:
		return "say how many sites to open"
	case NeedsLimit:
		return "say how many sites to open, or give a budget"
	case TooMany:
		return fmt.Sprintf("%d sites to open of %d: use 1 to %d", r.P, r.Of, r.Of)
	case NeedsRadius:
		return "say within which radius a site covers; use a number above 0"
	case NoRadius:
		return "a radius is for covering and setcover only"
	case NoBudget:
		return "a budget must be 0 or more, and is not for pcenter"
	case NoCapacity:
		return "a capacity must be 0 or more, and is not for pcenter"
	case FixedAboveP:
		return fmt.Sprintf("%d sites are fixed, and %d are to be open", r.Of, r.P)
	}
	return r.Reason
}

// Complete fills in what the file says, and refuses a question that cannot be asked of the instance.
func (q Question) Complete(in *Instance) (Question, []int32, error) {
	if q.P == 0 && q.Kind != SetCover && q.Budget == 0 {
		q.P = in.P
	}
	cover := q.Kind == MaxCover || q.Kind == SetCover
	var reason string
	switch {
	case q.Kind != PMedian && q.Kind != PCenter && !cover:
		return q, nil, &Refusal{Reason: UnknownKind, Name: string(q.Kind)}
	case q.P < 0 || q.P > in.Sites.N:
		return q, nil, &Refusal{Reason: TooMany, P: q.P, Of: in.Sites.N}
	case q.Kind == PCenter && q.P == 0:
		reason = NeedsP
	case q.Budget < 0 || q.Kind == PCenter && q.Budget > 0:
		reason = NoBudget
	case q.Capacity < 0 || q.Capacity > MaxCost || q.Kind == PCenter && q.Capacity > 0:
		reason = NoCapacity
	case q.P == 0 && q.Budget == 0 && q.Kind != SetCover:
		reason = NeedsLimit
	case cover && !(q.Radius > 0 && q.Radius <= 1e12):
		reason = NeedsRadius
	case !cover && q.Radius != 0:
		reason = NoRadius
	}
	if reason != "" {
		return q, nil, &Refusal{Reason: reason}
	}
	fixed, err := q.fixed(in)
	if err == nil && q.P > 0 && len(fixed) > q.P {
		err = &Refusal{Reason: FixedAboveP, P: q.P, Of: len(fixed)}
	}
	return q, fixed, err
}

// fixed finds the sites that are named.
func (q Question) fixed(in *Instance) ([]int32, error) {
	number := make(map[string]int32, in.Sites.N)
	for j := range in.Sites.N {
		number[in.Sites.NameOf(j)] = int32(j)
	}
	var out []int32
	for _, name := range q.Fixed {
		j, ok := number[name]
		if !ok {
			return nil, &Refusal{Reason: UnknownSite, Name: name}
		}
		if j < 0 {
			return nil, &Refusal{Reason: TwiceFixed, Name: name}
		}
		out = append(out, j)
		number[name] = -1
	}
	return out, nil
}

// Spec states the question to the engine: options are the sites, classes the clients, each in the order of the instance; for maximal
// covering of many points in the plane, clients that the same sites cover are one class, which changes no value. The
// objective of a p-median and of set covering is their value; that of maximal covering is the weight that is not covered. A p-center is
// none: see package center. Capacities, of the file or of the question, are enforced: clients may then be divided among sites, and one of
// weight 0 asks for nothing.
func (q Question) Spec(in *Instance) (*locate.Spec, error) {
	q, fixed, err := q.Complete(in)
	if err != nil {
		return nil, err
	}
	if q.Kind == PCenter {
		return nil, &Refusal{Reason: UnknownKind, Name: string(PCenter)}
	}
	s := &locate.Spec{Options: make([]locate.Option, in.Sites.N)}
	q.ask(in, s)
	q.offer(in, s, fixed)
	if q.Limited(in) {
		s.Capacities = locate.Enforced
	}
	return s, nil
}

// ask states the classes: the clients, or for maximal covering those that the same sites cover as one.
func (q Question) ask(in *Instance, s *locate.Spec) {
	if q.Kind == MaxCover {
		if m := in.merge(q.Radius); m != nil {
			s.Service = &m.lists
			for i, w := range m.weight {
				s.Classes = append(s.Classes, locate.Class{Weight: w, Unserved: 1, Row: int32(i)})
			}
			return
		}
	}
	s.Service, s.Classes = in.Service(q.Radius), make([]locate.Class, in.Clients.N)
	for i := range s.Classes {
		c := locate.Class{Weight: in.Clients.WeightOf(i), Unserved: locate.Never, Row: int32(i)}
		switch {
		case q.Kind == MaxCover:
			c.Unserved = 1
		case q.Kind == SetCover && !q.Limited(in):
			c.Weight = 1
		case c.Weight == 0: // nobody is there to be served
			c.Unserved = 0
		}
		s.Classes[i] = c
	}
}

// offer states the options, and the rules for them.
func (q Question) offer(in *Instance, s *locate.Spec, fixed []int32) {
	all, costs := make([]int32, in.Sites.N), make([]int64, in.Sites.N)
	for j := range s.Options {
		all[j], costs[j] = int32(j), in.Sites.CostOf(j)
		s.Options[j] = locate.Option{Site: int32(j), Column: int32(j)}
		s.Options[j].Capacity = q.capacity(in, j)
		if q.Kind == SetCover {
			if s.Options[j].Cost = 1; in.HasCosts() {
				s.Options[j].Cost = costs[j]
			}
		}
	}
	for _, j := range fixed {
		s.Options[j].State = locate.Open
	}
	switch {
	case q.P > 0 && q.Kind == PMedian:
		s.Rows = append(s.Rows, locate.Exactly("p", int64(q.P), all...))
	case q.P > 0:
		s.Rows = append(s.Rows, locate.AtMost("p", int64(q.P), all...))
	}
	if q.Budget > 0 {
		s.Rows = append(s.Rows, locate.Budget("budget", q.Budget, all, costs))
	}
}

// capacity is the weight that a site can serve; 0 for no limit.
func (q Question) capacity(in *Instance, j int) int64 {
	if in.Sites.Capacity != nil && in.Sites.Capacity[j] > 0 {
		return in.Sites.Capacity[j]
	}
	return q.Capacity
}

// Room is the weight that the P largest sites can serve together, and whether that is too little where everybody is to be served. No
// choice can then do, which a search would be long to find out: its bound rises for ever.
func (q Question) Room(in *Instance) (room int64, short bool) {
	if q.P == 0 || q.Kind != PMedian && q.Kind != SetCover || !q.Limited(in) {
		return 0, false
	}
	sizes := make([]int64, in.Sites.N)
	for j := range sizes {
		if sizes[j] = q.capacity(in, j); sizes[j] == 0 {
			return 0, false
		}
	}
	slices.Sort(sizes)
	for _, size := range sizes[len(sizes)-q.P:] {
		room += size
	}
	return room, room < in.Weight()
}

// Limited says whether the weight that sites serve has limits.
func (q Question) Limited(in *Instance) bool { return q.Capacity > 0 || in.Sites.Capacity != nil }

// HasCosts says whether opening any site costs something.
func (in *Instance) HasCosts() bool {
	for _, c := range in.Sites.Cost {
		if c != 0 {
			return true
		}
	}
	return false
}

// Weight is that of all clients.
func (in *Instance) Weight() (sum int64) {
	for i := range in.Clients.N {
		sum += in.Clients.WeightOf(i)
	}
	return sum
}
