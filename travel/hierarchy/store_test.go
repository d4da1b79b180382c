package hierarchy

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/container"
	"github.com/etablera/etablera/travel/graph"
)

func stored(t testing.TB, put func(*container.Writer)) *container.File {
	t.Helper()
	var w container.Writer
	put(&w)
	path := filepath.Join(t.TempDir(), "net")
	if err := w.WriteFile(path); err != nil {
		t.Fatal(err)
	}
	f, err := container.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// What is stored comes back, each under its own name.
func TestStoredHierarchyComesBack(t *testing.T) {
	car := mustBuild(t, city(t, 30, 20, 1), Options{})
	foot := mustBuild(t, city(t, 9, 9, 2), Options{})
	none := mustBuild(t, mustGraph(t, 0, nil), Options{})
	f := stored(t, func(w *container.Writer) {
		car.Put(w, "car")
		foot.Put(w, "foot")
		none.Put(w, "none")
	})
	for name, want := range map[string]*Hierarchy{"car": car, "foot": foot, "none": none} {
		if got, err := Get(f, name); err != nil || !equal(got, want) {
			t.Errorf("%s: %v, another hierarchy", name, err)
		}
	}
	var missing *container.MissingError
	if _, err := Get(f, "bicycle"); !errors.As(err, &missing) {
		t.Errorf("%v", err)
	}
}

// A file whose arrays contradict each other is refused with section and entry.
func TestGetRefuses(t *testing.T) {
	good := mustBuild(t, city(t, 6, 6, 3), Options{})
	for _, c := range []struct {
		name string
		harm func(*Hierarchy)
		want string
	}{
		{"a place too high", func(h *Hierarchy) { h.place[4] = 36 }, "hierarchy/1/place/x, entry 4 is place 36"},
		{"a place twice", func(h *Hierarchy) { h.place[5] = h.place[0] }, "hierarchy/1/place/x, entry 5"},
		{"too few firsts", func(h *Hierarchy) { h.up.first = h.up.first[:30] }, "hierarchy/1/up/first/x has 30 entries"},
		{"no firsts", func(h *Hierarchy) { h.down.first = nil }, "hierarchy/1/down/first/x has 0 entries"},
		{"a late start", func(h *Hierarchy) { h.up.first[0] = 1 }, "hierarchy/1/up/first/x runs from 1"},
		{"an early end", func(h *Hierarchy) { h.up.arcs = h.up.arcs[:9] }, "expected 0 to the number of arcs, 9"},
		{"backwards", func(h *Hierarchy) { h.down.first[20] = 1 << 30 }, "hierarchy/1/down/first/x, entry 21"},
		{"an arc down", func(h *Hierarchy) { h.down.arcs[3] = newArc(35, 1) }, "hierarchy/1/down/arcs/x, entry 3 leads"},
		{"an arc too long", func(h *Hierarchy) { h.up.arcs[2] = newArc(0, graph.MaxDistance+1) }, "hierarchy/1/up/arcs/x, entry 2 leads"},
	} {
		bad := &Hierarchy{slices.Clone(good.place),
			half{slices.Clone(good.up.first), slices.Clone(good.up.arcs)}, half{slices.Clone(good.down.first), slices.Clone(good.down.arcs)}}
		c.harm(bad)
		f := stored(t, func(w *container.Writer) { bad.Put(w, "x") })
		if _, err := Get(f, "x"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// Whatever numbers a file holds, they are refused or every search ends.
func FuzzGet(f *testing.F) {
	f.Add([]byte{0, 1}, []byte{0, 0, 1}, []byte{0, 5}, []byte{0, 0, 0})
	f.Add([]byte{1, 0, 2}, []byte{0, 0, 1, 3}, []byte{0, 5, 0, 2, 1, 9}, []byte{0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, place, first, arcs, second []byte) {
		widen := func(b []byte) (out []uint32) {
			for _, x := range b {
				out = append(out, uint32(x))
			}
			return out
		}
		h := &Hierarchy{place: widen(place), up: half{first: widen(first)}, down: half{first: widen(second)}}
		for i := 0; i+1 < len(arcs); i += 2 {
			h.up.arcs = append(h.up.arcs, newArc(uint32(arcs[i]), uint32(arcs[i+1])))
		}
		h, err := Get(stored(t, func(w *container.Writer) { h.Put(w, "x") }), "x")
		if err != nil || h.Nodes() == 0 {
			return
		}
		q := h.NewQuery()
		at := []graph.Seed{graph.At(0)}
		r := mustRestrict(t, h, [][]graph.Seed{at}, Outward, false)
		values := []uint32{0}
		for v := range h.Nodes() {
			source := []graph.Seed{graph.At(graph.Node(v))}
			q.Between(source, at)
			r.NewSweep().From(source, values)
		}
	})
}
