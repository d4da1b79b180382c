package hierarchy

import (
	"fmt"

	"github.com/etablera/etablera/travel/container"
	"github.com/etablera/etablera/travel/graph"
)

// The sections of a hierarchy in a file. The number is the version of what they mean.
const (
	placeSection     = "hierarchy/1/place/"
	upFirstSection   = "hierarchy/1/up/first/"
	upArcsSection    = "hierarchy/1/up/arcs/"
	downFirstSection = "hierarchy/1/down/first/"
	downArcsSection  = "hierarchy/1/down/arcs/"
)

// Put adds the hierarchy to what w will write. The name tells several hierarchies of one file apart, such as "car".
func (h *Hierarchy) Put(w *container.Writer, name string) {
	container.Put(w, placeSection+name, h.place)
	container.Put(w, upFirstSection+name, h.up.first)
	container.Put(w, upArcsSection+name, h.up.arcs)
	container.Put(w, downFirstSection+name, h.down.first)
	container.Put(w, downArcsSection+name, h.down.arcs)
}

// Get takes out the hierarchy that Put stored under the name. Its arrays are the file's memory, which must stay as it
// is. Every index is checked: with a hostile file distances may be wrong, but no search leaves its arrays or runs
// without end. Whether it belongs to a graph is for the caller to know. O(places and arcs).
func Get(f *container.File, name string) (*Hierarchy, error) {
	h := &Hierarchy{}
	var err error
	take := func(section string, to *[]uint32) {
		if err == nil {
			*to, err = container.Get[uint32](f, section+name)
		}
	}
	takeArcs := func(section string, to *[]arc) {
		if err == nil {
			*to, err = container.Get[arc](f, section+name)
		}
	}
	take(placeSection, &h.place)
	take(upFirstSection, &h.up.first)
	takeArcs(upArcsSection, &h.up.arcs)
	take(downFirstSection, &h.down.first)
	takeArcs(downArcsSection, &h.down.arcs)
	if err != nil {
		return nil, fmt.Errorf("hierarchy: %w", err)
	}
	if err := h.check(name); err != nil {
		return nil, err
	}
	return h, nil
}

// check names the first entry that breaks what the searches rely on.
func (h *Hierarchy) check(name string) error {
	n := len(h.place)
	taken := make([]bool, n)
	for v, p := range h.place {
		if int(p) >= n || taken[p] {
			return fmt.Errorf("hierarchy: section %s%s, entry %d is place %d; expected each place below %d once", placeSection, name, v, p, n)
		}
		taken[p] = true
	}
	if err := h.up.check(n, upFirstSection+name, upArcsSection+name); err != nil {
		return err
	}
	return h.down.check(n, downFirstSection+name, downArcsSection+name)
}

func (h *half) check(n int, firsts, arcs string) error {
	if len(h.first) != n+1 {
		return fmt.Errorf("hierarchy: section %s has %d entries; expected one for each of %d places and a last one", firsts, len(h.first), n)
	}
	if h.first[0] != 0 || int(h.first[n]) != len(h.arcs) {
		return fmt.Errorf("hierarchy: section %s runs from %d to %d; expected 0 to the number of arcs, %d", firsts, h.first[0], h.first[n], len(h.arcs))
	}
	for v := range n {
		if h.first[v] > h.first[v+1] {
			return fmt.Errorf("hierarchy: section %s, entry %d is %d; expected at least the entry before, %d", firsts, v+1, h.first[v+1], h.first[v])
		}
	}
	for v := range n {
		for i := h.first[v]; i < h.first[v+1]; i++ {
			if a := h.arcs[i]; int(a.head()) >= v || a.weight() > graph.MaxDistance {
				return fmt.Errorf("hierarchy: section %s, entry %d leads from place %d to %d and weighs %d; expected a place above and at most %d",
					arcs, i, v, a.head(), a.weight(), graph.MaxDistance)
			}
		}
	}
	return nil
}
