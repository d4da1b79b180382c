package osm_test

import (
	"bytes"
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/osm"
)

// write prints every element of a block in full, one to a line.
func write(w io.Writer, b *osm.Block) {
	tags := func(r osm.Range) {
		for _, t := range b.Tags(r) {
			fmt.Fprintf(w, " %q=%q", b.String(t.Key), b.String(t.Value))
		}
		fmt.Fprintln(w)
	}
	for _, n := range b.Nodes {
		fmt.Fprintf(w, "node %d %d %d", n.ID, n.Lat, n.Lon)
		tags(n.Tags)
	}
	for _, y := range b.Ways {
		fmt.Fprintf(w, "way %d %v", y.ID, b.Refs(y.Refs))
		tags(y.Tags)
	}
	for _, r := range b.Relations {
		fmt.Fprintf(w, "relation %d", r.ID)
		for _, m := range b.Members(r.Members) {
			fmt.Fprintf(w, " %d:%d:%q", m.Kind, m.ID, b.String(m.Role))
		}
		tags(r.Tags)
	}
}

// sum returns a hash of all elements of some kinds, and how many there are.
func sum(t *testing.T, path string, workers int, want osm.Kind) (uint64, int) {
	t.Helper()
	f, err := osm.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	f.Workers = workers
	h := fnv.New64a()
	n := 0
	if err := f.Each(context.Background(), want, func(b *osm.Block) error {
		write(h, b)
		n += len(b.Nodes) + len(b.Ways) + len(b.Relations)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return h.Sum64(), n
}

// elements returns every element as a line of text, by kind and id.
func elements(t *testing.T, path string) map[string]string {
	t.Helper()
	f, err := osm.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := make(map[string]string)
	if err := f.Each(context.Background(), osm.All, func(b *osm.Block) error {
		var text bytes.Buffer
		write(&text, b)
		for line := range strings.Lines(text.String()) {
			fields := strings.SplitN(line, " ", 3)
			all[fields[0]+" "+strings.TrimSpace(fields[1])] = line
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// Extracts of one country in both formats say the same, element by element. The XML is of 23 May 2013 and the PBF of 28 May:
// all that differs is what was mapped in five days, in 72,443 elements.
func TestBothFormatsSayTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 14 MB of XML")
	}
	binary, text := elements(t, data(t, "osm/andorra.osm.pbf")), elements(t, data(t, "osm/andorra.osm.gz"))
	added, removed, edited := 0, 0, 0
	for id, e := range binary {
		switch other, both := text[id]; {
		case !both:
			added++
		case other != e:
			edited++
			if strings.HasPrefix(id, "relation") {
				t.Errorf("no relation was edited in those days, and in PBF there is %sin XML %s", e, other)
			}
		}
	}
	for id := range text {
		if _, both := binary[id]; !both {
			removed++
		}
	}
	if len(binary) != 72443 || len(text) != 72181 || added != 262 || removed != 0 || edited != 6 {
		t.Errorf("%d elements in PBF, %d in XML, %d added, %d removed, %d edited", len(binary), len(text), added, removed, edited)
	}
}

// One worker and many deliver the same bytes.
func TestSameOnAnyNumberOfWorkers(t *testing.T) {
	names := []string{"lund-station-sweden.osm.pbf", "andorra.osm.pbf", "poa_osm.pbf"}
	if testing.Short() {
		names = names[:1]
	}
	for _, name := range names {
		for _, kind := range []osm.Kind{osm.Nodes, osm.Ways, osm.Relations, osm.Ways | osm.Relations, osm.All} {
			want, n := sum(t, data(t, "osm/"+name), 1, kind)
			for _, workers := range []int{2, 7} {
				got, m := sum(t, data(t, "osm/"+name), workers, kind)
				if got != want || n != m || n == 0 {
					t.Errorf("%s, kind %d: %d workers read %d elements with sum %x, one reads %d with sum %x", name, kind, workers, m, got, n, want)
				}
			}
		}
	}
}

// Progress rises from 0 to 1 and never falls.
func TestProgress(t *testing.T) {
	for _, name := range []string{"osm/lund-station-sweden.osm.pbf", "osm/andorra.osm.gz"} {
		if testing.Short() && strings.HasSuffix(name, "gz") {
			continue
		}
		f, err := osm.Open(data(t, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		last, calls := 0.0, 0
		f.Progress = func(share float64) {
			if share < last || share > 1 {
				t.Errorf("%s: %v after %v", name, share, last)
			}
			last = share
			calls++
		}
		if err := f.Each(context.Background(), osm.All, func(*osm.Block) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if calls < 3 || last < 0.5 {
			t.Errorf("%s: %d calls, the last with %v", name, calls, last)
		}
	}
}
