package inquiry

import (
	"context"
	"fmt"
	"time"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/center"
	"github.com/etablera/etablera/locate/certificate"
	"github.com/etablera/etablera/locate/instance"
)

// Limits say how to work.
type Limits struct {
	Seed  uint64
	Gap   float64       // stop once proven within this share
	Time  time.Duration // 0 for no limit
	Nodes int           // of the tree; 0 for no limit
	// Within asks for other choices within this share of the value: every one, up to Alternatives of the best. Not for a p-center.
	Within       float64
	Alternatives int
	// Certificate asks for the proof of the bound.
	Certificate bool
	// Progress is told now and then; best is -1 while there is none.
	Progress func(best, bound int64)
}

// Ask answers a question. An infeasible one is a Report; the error is for one that cannot be asked.
func Ask(ctx context.Context, in *instance.Instance, q instance.Question, limits Limits) (*Report, *certificate.File, error) {
	q, fixed, err := q.Complete(in)
	if err != nil {
		return nil, nil, err
	}
	r := &Report{Schema: Schema, File: in.Name, Form: in.Form.String(), Question: q, SitesThere: in.Sites.N, Clients: in.Clients.N,
		Weight: in.Weight(), Sites: []string{}, Why: []Obstacle{}}
	if r.Question.Fixed == nil {
		r.Question.Fixed = []string{}
	}
	if q.Kind == instance.PCenter {
		return askCenter(ctx, in, fixed, r, limits)
	}
	if room, short := q.Room(in); short {
		r.Infeasible, r.Room, r.Why = true, &room, []Obstacle{{"rule", "p"}}
		if q.Capacity > 0 {
			r.Why = append(r.Why, Obstacle{"rule", "capacity"})
		}
		return r, nil, nil
	}
	return ask(ctx, in, r, limits)
}

// options are the limits in the engine's terms; values are said as their distance from the base.
func (l *Limits) options(base int64) locate.Options {
	opt := locate.Options{Seed: l.Seed, Gap: l.Gap, Nodes: l.Nodes, Time: l.Time, Tolerance: l.Within, Base: base}
	if l.Within > 0 {
		opt.All = l.Alternatives
	}
	return opt
}

func ask(ctx context.Context, in *instance.Instance, r *Report, limits Limits) (*Report, *certificate.File, error) {
	spec, err := r.Question.Spec(in)
	if err != nil {
		return nil, nil, err
	}
	total := int64(0) // values are said as total − what the engine counts
	covering := r.Question.Kind == instance.MaxCover
	if covering {
		total = r.Weight
	}
	say := func(v int64) int64 {
		if covering {
			return total - v
		}
		return v
	}
	opt := limits.options(total)
	if covering { // the gap is a share of what is covered, the engine's of what is not: it stops by the callback's measure
		opt.Gap = 0
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	enough := false
	opt.Progress = func(p locate.Progress) {
		best := int64(-1)
		if p.Found {
			best = say(p.Value)
		}
		if limits.Progress != nil {
			limits.Progress(best, say(p.Bound))
		}
		if covering && p.Found && limits.Gap > 0 && gap(say(p.Value), say(p.Bound)) <= limits.Gap {
			enough = true
			stop()
		}
	}
	a, err := locate.Solve(ctx, spec, opt)
	if err != nil {
		return nil, nil, err
	}
	r.Iterations, r.Nodes, r.Stopped = a.Iterations, a.Nodes, a.Stopped && !enough
	if a.Infeasible != nil {
		r.Infeasible, r.Why = true, why(spec, in, a.Infeasible)
		return r, nil, nil
	}
	r.Bound, r.BoundIsUpper = say(a.Bound), covering
	if !a.Found {
		return r, nil, nil
	}
	value, err := worth(spec, a)
	if err != nil || value != a.Value {
		return nil, nil, fmt.Errorf("locate: the answer %d does not hold: %d (%v)", a.Value, value, err)
	}
	r.found(in, a.Options, say(a.Value), a.Proven)
	if limits.Within > 0 {
		r.others(in, a, limits.Within, say)
	}
	f := r.file(a.Options)
	f.Flows = r.loads(spec, in, a)
	f.Certificate = certificate.Of(&a.Certificate)
	return r, f, nil
}

// worth is what the checker finds an answer worth.
func worth(spec *locate.Spec, a *locate.Answer) (value int64, err error) {
	if spec.Capacities == locate.Enforced {
		value, _, err = certificate.Divided(spec, a.Options, a.Flows)
	} else {
		value, _, err = certificate.Value(spec, a.Options)
	}
	return value, err
}

func askCenter(ctx context.Context, in *instance.Instance, fixed []int32, r *Report, limits Limits) (*Report, *certificate.File, error) {
	if limits.Time > 0 {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeout(ctx, limits.Time)
		defer stop()
	}
	opt := center.Options{Certificate: limits.Certificate}
	if limits.Progress != nil {
		opt.Progress = func(bound, radius int64) { limits.Progress(radius, bound) }
	}
	a, err := center.Solve(ctx, &center.Problem{Service: in.Service(0), P: r.Question.P, Open: fixed}, opt)
	if err != nil {
		return nil, nil, err
	}
	if radius := farthest(in, a.Columns); radius != a.Radius {
		return nil, nil, fmt.Errorf("locate: the answer %d does not hold: %d", a.Radius, radius)
	}
	r.Iterations, r.Nodes, r.Stopped, r.Bound = a.Decisions, a.Nodes, a.Stopped, a.Bound
	r.found(in, a.Columns, a.Radius, a.Proven)
	f := r.file(a.Columns)
	f.Below = a.Below
	if a.Certificate != nil {
		f.Certificate = certificate.Of(a.Certificate)
	}
	return r, f, nil
}

// farthest is the distance of the client who has farthest to the nearest of some sites.
func farthest(in *instance.Instance, sites []int32) (most int64) {
	for i := range in.Clients.N {
		near := int64(locate.Never)
		for _, j := range sites {
			if d, ok := in.Distance(i, int(j)); ok {
				near = min(near, d)
			}
		}
		most = max(most, near)
	}
	return most
}

// file begins the file of a certificate.
func (r *Report) file(options []int32) *certificate.File {
	return &certificate.File{Schema: certificate.Schema, Sites: r.SitesThere, Clients: r.Clients, Question: r.Question, Chosen: options,
		Value: *r.Value, Bound: r.Bound}
}

// why names what cannot be met together.
func why(spec *locate.Spec, in *instance.Instance, c *locate.Conflict) (out []Obstacle) {
	for _, i := range c.Classes {
		out = append(out, Obstacle{"client", in.Clients.NameOf(int(spec.Classes[i].Row))})
		if len(out) == 20 {
			break
		}
	}
	rows := spec.AllRows()
	for _, k := range c.Rows {
		out = append(out, Obstacle{"rule", rows[k].Name})
	}
	for _, j := range c.Options {
		out = append(out, Obstacle{"site", in.Sites.NameOf(int(spec.Options[j].Column))})
	}
	return out
}
