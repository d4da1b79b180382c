package locate

import (
	"context"
	"math/rand/v2"
	"testing"
)

// ending is a context that ends when it is asked for the time given, and notes how
// much the search had judged by then.
type ending struct {
	context.Context
	s     *search
	after int
	at    int
}

func (e *ending) Err() error {
	if e.after--; e.after > 0 {
		return nil
	}
	if e.after == 0 {
		e.at = e.s.work
	}
	return context.Canceled
}

// long makes a search in which one pass over all options is far more work than may
// pass between two questions to the context.
func long(t *testing.T) (*search, []int32) {
	t.Helper()
	const classes, options = 2000, 300
	r := rand.New(rand.NewPCG(4, 4))
	m := &Matrix{Columns: options}
	s := &Spec{Service: m}
	var all []int32
	for i := range classes {
		for range options {
			m.Costs = append(m.Costs, int64(r.IntN(1000)))
		}
		s.Classes = append(s.Classes, Class{Weight: 1, Unserved: Never, Row: int32(i)})
	}
	for j := range int32(options) {
		s.Options = append(s.Options, Option{Site: j, Column: j})
		all = append(all, j)
	}
	s.Rows = []Row{Exactly("p", 20, all...)}
	p := compile(s)
	x := newSearch(p, p.hold(p.tops()), p.state)
	x.start(all[:20])
	x.index(all)
	return x, all
}

// The swaps end soon after the context does: within the work of a few milliseconds,
// not after the pass that they are in; what they leave is a whole choice.
func TestSwapsEndWithTheContext(t *testing.T) {
	s, all := long(t)
	for name, work := range map[string]func(ctx context.Context, s *search, all []int32){
		"improve": func(ctx context.Context, s *search, all []int32) { s.improve(ctx, all, rand.New(rand.NewPCG(1, 1))) },
		"shake":   func(ctx context.Context, s *search, _ []int32) { s.shake(ctx, 1000, rand.New(rand.NewPCG(1, 1))) },
	} {
		for _, after := range []int{2, 4} {
			s.start(all[:20])
			s.work, s.asked = 0, 0
			c := &ending{Context: context.Background(), s: s, after: after}
			work(c, s, all)
			if c.after > 0 {
				t.Fatalf("%s: it never came to question %d", name, after)
			}
			if more := s.work - c.at; more > patienceWork+2*2320 {
				t.Errorf("%s, question %d: it judged %d entries after the context had ended", name, after, more)
			}
			value, options := s.value(), append([]int32(nil), s.options...)
			if s.start(options); len(options) != 20 || value-s.value() > 1e-6 || s.value()-value > 1e-6 {
				t.Errorf("%s, question %d: %d options worth %f, in truth %f", name, after, len(options), value, s.value())
			}
		}
	}
}
