package coverage_test

import (
	"context"
	"errors"
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
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
	if len(m.asked) != 3 || len(steps) != 6 || steps[4] != 3 || steps[5] != 3 {
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
