package coverage_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

// counting is the line, counting the rows that are asked for.
type counting struct {
	line
	asked chan string
	fails error
}

func (m counting) To(_ context.Context, points []coverage.Place, people []int32) (coverage.Rows, error) {
	rows, err := m.line.To(context.Background(), points, people)
	return countingRows{rows, m}, err
}

type countingRows struct {
	coverage.Rows
	m counting
}

func (r countingRows) Row(ctx context.Context, site coverage.Place, seconds, metres []uint32) error {
	r.m.asked <- site.Key
	if r.m.fails != nil {
		return r.m.fails
	}
	return r.Rows.Row(ctx, site, seconds, metres)
}

// What is prepared is not computed again, and the progress counts up to all.
func TestPrepare(t *testing.T) {
	m := counting{asked: make(chan string, 100)}
	c := cover(t, world(office("a", 0), office("b", 50), office("c", 100)), coverage.Options{Population: street(5), Method: m})
	var steps []int
	if err := c.Prepare(t.Context(), func(done, of int) { steps = append(steps, done, of) }); err != nil {
		t.Fatal(err)
	}
	if len(m.asked) != 3 || !slices.Equal(steps, []int{0, 3, 1, 3, 2, 3, 3, 3}) {
		t.Errorf("%d rows, steps %v", len(m.asked), steps)
	}
	if value(c, "now/country/sweden/all/within/10") != "count 100" || len(m.asked) != 3 {
		t.Errorf("%s after %d rows", value(c, "now/country/sweden/all/within/10"), len(m.asked))
	}
}

// It stops when it is called off, and hands on what a method complains of.
func TestPrepareStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	m := counting{asked: make(chan string, 100)}
	c := cover(t, world(office("a", 0)), coverage.Options{Population: street(5), Method: m})
	if err := c.Prepare(ctx, nil); !errors.Is(err, context.Canceled) || len(m.asked) != 0 {
		t.Errorf("%v after %d rows", err, len(m.asked))
	}
	m.fails = errors.New("no road")
	c = cover(t, world(office("a", 0), office("b", 1)), coverage.Options{Population: street(5), Method: m})
	if err := c.Prepare(t.Context(), nil); !errors.Is(err, m.fails) {
		t.Errorf("%v", err)
	}
	c = cover(t, world(), coverage.Options{Population: street(5), Method: failing{}})
	if err := c.Prepare(t.Context(), nil); err == nil {
		t.Error("a method that cannot be prepared is no complaint")
	}
}

// waiting is the line, whose laying out waits to be called off the first time.
type waiting struct {
	line
	laid *int
	call func()
}

func (m waiting) To(ctx context.Context, points []coverage.Place, people []int32) (coverage.Rows, error) {
	if *m.laid++; *m.laid == 1 {
		m.call()
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return m.line.To(ctx, points, people)
}

// It can be called off while the network is laid out, and asked again afterwards: what
// was called off is not taken for an answer.
func TestPrepareStopsWhileLaidOut(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	m := waiting{laid: new(int), call: cancel}
	c := cover(t, world(office("a", 0)), coverage.Options{Population: street(5), Method: m})
	told := -1
	if err := c.Prepare(ctx, func(done, _ int) { told = done }); !errors.Is(err, context.Canceled) || told != 0 {
		t.Errorf("%v, %d sites done", err, told)
	}
	if got := value(c, "now/country/sweden/all/within/10"); got != "count 100" || *m.laid != 2 {
		t.Errorf("%s, laid out %d times", got, *m.laid)
	}
}

// It can be called off between rows.
func TestPrepareStopsBetweenRows(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var offices []programme.Office
	for i := range 40 {
		offices = append(offices, office(fmt.Sprint("o", i), float64(i)))
	}
	m := counting{asked: make(chan string, 1000)}
	c := cover(t, world(offices...), coverage.Options{Population: street(5), Method: m})
	err := c.Prepare(ctx, func(done, of int) {
		if done == 3 {
			cancel()
		}
	})
	if n := len(m.asked); !errors.Is(err, context.Canceled) || n < 3 || n > 5 {
		t.Errorf("%v after %d rows", err, n)
	}
	if got := value(c, "now/country/sweden/all/worst"); got != "seconds 0" {
		t.Errorf("asked again: %s", got)
	}
}

// Where there are more sites than rows are kept for, the states are measured ahead, and
// that can be called off too.
func TestPrepareManySites(t *testing.T) {
	var offices []programme.Office
	for i := range 520 {
		offices = append(offices, office(fmt.Sprint("o", i), float64(i%170)))
	}
	m := counting{asked: make(chan string, 10_000)}
	c := cover(t, world(offices...), coverage.Options{Population: street(5.5), Method: m})
	ctx, cancel := context.WithCancel(t.Context())
	err := c.Prepare(ctx, func(done, of int) {
		if done == 1 && of == len(c.States) {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if err := c.Prepare(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	n := len(m.asked)
	if value(c, "now/country/sweden/all/worst") != "seconds 30" || value(c, "planned/country/sweden/all/worst") != "seconds 30" || len(m.asked) != n {
		t.Errorf("%s, %d more rows", value(c, "now/country/sweden/all/worst"), len(m.asked)-n)
	}
}
