package certificate

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/etablera/etablera/locate"
	"github.com/etablera/etablera/locate/center"
	"github.com/etablera/etablera/locate/instance"
)

// Schema names the form of a file.
const Schema = "etablera.locate.certificate/1"

// MaxBytes bounds a file.
const MaxBytes = 1 << 30

// File is a certificate with the question that it answers, as it is written to disk.
//
// Value and Bound are as they were said of the question: total distance, weight covered (here Bound is an upper bound), cost, or radius. A
// p-center's certificate is that of the covering problem within Below: it proves that P sites are not enough there.
type File struct {
	Schema      string            `json:"schema"`
	Sites       int               `json:"sites"` // of the instance
	Clients     int               `json:"clients"`
	Question    instance.Question `json:"question"`
	Chosen      []int32           `json:"chosen"` // numbers of sites, from 0
	Value       int64             `json:"value"`
	Bound       int64             `json:"bound"`
	Below       int64             `json:"below"` // of a p-center: the greatest distance below Bound, -1 if there is none; else 0
	Certificate *Proof            `json:"certificate"`
	Flows       []Flow            `json:"flows,omitempty"` // where capacities are enforced: who serves whom
}

// Flow is [locate.Flow].
type Flow struct {
	Class  int32 `json:"class"`
	Option int32 `json:"option"`
	Weight int64 `json:"weight"`
}

// Flows puts flows into the form of a file.
func Flows(flows []locate.Flow) (out []Flow) {
	for _, f := range flows {
		out = append(out, Flow(f))
	}
	return out
}

// Proof is a [locate.Certificate] with the names that it has in a file.
type Proof struct {
	Bound   int64    `json:"bound"`
	Scale   int64    `json:"scale"`
	Kept    []int32  `json:"kept"`
	Vectors []Vector `json:"vectors"`
	Nodes   []Node   `json:"nodes"`
}

// Vector is [locate.Multipliers].
type Vector struct {
	Classes  []int64 `json:"classes"`
	Measures []int64 `json:"measures"`
	Rows     []int64 `json:"rows"`
	Spare    []int32 `json:"spare,omitempty"`
}

// Node is [locate.Node]; a decision that is fixed is the number of the option, or −1 − number where it is ruled out.
type Node struct {
	Vector int32   `json:"vector"`
	Fixed  []int32 `json:"fixed"`
	Branch int32   `json:"branch"`
	Open   int32   `json:"open"`
	Closed int32   `json:"closed"`
}

// Of puts a certificate into the form of a file.
func Of(c *locate.Certificate) *Proof {
	p := &Proof{Bound: c.Bound, Scale: c.Scale, Kept: c.Kept}
	for _, v := range c.Vectors {
		p.Vectors = append(p.Vectors, Vector(v))
	}
	for _, n := range c.Nodes {
		out := Node{Vector: n.Vector, Branch: n.Branch, Open: n.Open, Closed: n.Closed}
		for _, d := range n.Fixed {
			if !d.Chosen {
				d.Option = -1 - d.Option
			}
			out.Fixed = append(out.Fixed, d.Option)
		}
		p.Nodes = append(p.Nodes, out)
	}
	return p
}

// Certificate gives back what [Of] was given.
func (p *Proof) Certificate() *locate.Certificate {
	c := &locate.Certificate{Bound: p.Bound, Scale: p.Scale, Kept: p.Kept}
	for _, v := range p.Vectors {
		c.Vectors = append(c.Vectors, locate.Multipliers(v))
	}
	for _, n := range p.Nodes {
		out := locate.Node{Vector: n.Vector, Branch: n.Branch, Open: n.Open, Closed: n.Closed}
		for _, d := range n.Fixed {
			if d < 0 {
				out.Fixed = append(out.Fixed, locate.Decision{Option: -1 - d})
			} else {
				out.Fixed = append(out.Fixed, locate.Decision{Option: d, Chosen: true})
			}
		}
		c.Nodes = append(c.Nodes, out)
	}
	return c
}

// Read reads a file; the name goes into its errors.
func Read(r io.Reader, name string) (*File, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%s: larger than %d bytes, which is more than is read", name, MaxBytes)
	}
	f := &File{}
	if err := json.Unmarshal(data, f); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if f.Schema != Schema {
		return nil, fmt.Errorf("%s: the schema is %.60q: %q is read", name, f.Schema, Schema)
	}
	return f, nil
}

// Write writes a file.
func (f *File) Write(w io.Writer) error { return json.NewEncoder(w).Encode(f) }

// Verify says why a file does not hold for an instance, or nil: that the chosen sites keep the rules and have the value, and that the
// certificate proves the bound.
func (f *File) Verify(in *instance.Instance) error {
	if f.Sites != in.Sites.N || f.Clients != in.Clients.N {
		return fmt.Errorf("the certificate is for %d sites and %d clients, and the instance has %d and %d", f.Sites, f.Clients, in.Sites.N, in.Clients.N)
	}
	if f.Question.Kind == instance.PCenter {
		return f.verifyCenter(in)
	}
	spec, err := f.Question.Spec(in)
	if err != nil {
		return err
	}
	value, err := f.value(spec)
	if err != nil {
		return fmt.Errorf("the chosen sites: %w", err)
	}
	bound := f.Bound
	if f.Question.Kind == instance.MaxCover { // the engine counts what is not covered
		value, bound = in.Weight()-value, in.Weight()-bound
	}
	if value != f.Value {
		return fmt.Errorf("the chosen sites have the value %d, not %d", value, f.Value)
	}
	return f.prove(spec, bound)
}

// value computes what the chosen sites are worth, with the flows where they matter.
func (f *File) value(spec *locate.Spec) (value int64, err error) {
	if spec.Capacities == locate.Enforced {
		flows := make([]locate.Flow, len(f.Flows))
		for n, x := range f.Flows {
			flows[n] = locate.Flow(x)
		}
		value, _, err = Divided(spec, f.Chosen, flows)
		return value, err
	}
	value, _, err = Value(spec, f.Chosen)
	return value, err
}

// prove holds a certificate against a bound in the engine's terms.
func (f *File) prove(spec *locate.Spec, bound int64) error {
	if f.Certificate == nil {
		return fmt.Errorf("there is no certificate")
	}
	if f.Certificate.Bound < bound {
		return fmt.Errorf("the certificate is for the bound %d, and the bound that is claimed needs %d", f.Certificate.Bound, bound)
	}
	return Check(spec, f.Certificate.Certificate())
}

func (f *File) verifyCenter(in *instance.Instance) error {
	q, fixed, err := f.Question.Complete(in)
	if err != nil {
		return err
	}
	p := &center.Problem{Service: in.Service(0), P: q.P, Open: fixed}
	open := make([]bool, in.Sites.N)
	for _, j := range f.Chosen {
		if j < 0 || int(j) >= len(open) || open[j] {
			return fmt.Errorf("the chosen site %d is not there, or is chosen twice", j)
		}
		open[j] = true
	}
	for _, j := range fixed {
		if !open[j] {
			return fmt.Errorf("the fixed site %d is not chosen", j)
		}
	}
	farthest := int64(0)
	for i := range in.Clients.N {
		nearest := int64(locate.Never)
		for _, j := range f.Chosen {
			nearest = min(nearest, p.Service.Cost(i, int(j)))
		}
		farthest = max(farthest, nearest)
		between := false
		p.Service.Near(i, f.Bound, func(_ int32, d int64) { between = between || d > f.Below })
		if between {
			return fmt.Errorf("client %d has a site between the distances %d and %d: the bound does not follow", i, f.Below, f.Bound)
		}
	}
	if farthest != f.Value || len(f.Chosen) > q.P {
		return fmt.Errorf("%d chosen sites have the radius %d, not %d", len(f.Chosen), farthest, f.Value)
	}
	if f.Below < 0 { // no distance is below the bound
		return nil
	}
	return f.prove(center.Spec(p, f.Below), int64(q.P)+1)
}
