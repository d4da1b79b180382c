package center

import (
	"errors"
	"fmt"

	"github.com/etablera/etablera/locate"
)

// Problem asks for the P columns that bring the farthest row as near as can be.
type Problem struct {
	Service locate.Service // distances from 0; [locate.Never] where a column cannot serve a row
	P       int            // how many columns to open, those in Open included
	Open    []int32        // columns that are there and stay
}

// MaxSize bounds the rows and the columns of a problem: its bit matrices hold rows × columns bits, twice.
const MaxSize = 50_000

// UnreachedError says that a row can be served by no column at all.
type UnreachedError struct{ Row int }

func (e *UnreachedError) Error() string {
	return fmt.Sprintf("center: row %d can be served by no column", e.Row)
}

// ErrTooFew says that no choice of so few columns serves every row.
var ErrTooFew = errors.New("center: no choice of so few columns serves every row")

func (p *Problem) check() error {
	rows, columns := p.Service.Size()
	if rows < 1 || columns < 1 || rows > MaxSize || columns > MaxSize {
		return fmt.Errorf("center: %d rows and %d columns: 1 to %d of each are solved", rows, columns, MaxSize)
	}
	if p.P < 1 || p.P > columns || len(p.Open) > p.P {
		return fmt.Errorf("center: %d of %d columns to open, %d of them there already: use a number between", p.P, columns, len(p.Open))
	}
	seen := newSet(columns)
	for _, j := range p.Open {
		if j < 0 || int(j) >= columns || seen.has(j) {
			return fmt.Errorf("center: open column %d is not one of 0 to %d, or is named twice", j, columns-1)
		}
		seen.put(j)
	}
	return nil
}

// Answer is the best choice found and what is proven of it.
type Answer struct {
	Columns []int32 // ascending; P at most
	Radius  int64   // distance of the farthest row from its nearest column
	Bound   int64   // no choice has a smaller radius; it is a distance that occurs
	Proven  bool    // Radius is Bound
	// Below is the greatest distance less than Bound, or -1 if there is none. Certificate proves that no P columns cover all rows
	// within Below: it is one for Spec(problem, Below), with a bound above P.
	Below       int64
	Certificate *locate.Certificate // nil if Below is -1, or if it was not asked for
	Decisions   int                 // set covering problems looked at
	Nodes       int                 // nodes of their trees
	Stopped     bool                // by the context, before the proof
}

// Spec is the set covering problem of a radius: fewest columns such that each row has one within it. Options are the columns,
// classes the rows.
func Spec(p *Problem, radius int64) *locate.Spec {
	rows, columns := p.Service.Size()
	s := &locate.Spec{Classes: make([]locate.Class, rows), Options: make([]locate.Option, columns), Service: &Within{p.Service, radius}}
	for i := range s.Classes {
		s.Classes[i] = locate.Class{Weight: 1, Unserved: locate.Never, Row: int32(i)}
	}
	for j := range s.Options {
		s.Options[j] = locate.Option{Site: int32(j), Column: int32(j), Cost: 1}
	}
	for _, j := range p.Open {
		s.Options[j].State = locate.Open
	}
	return s
}
