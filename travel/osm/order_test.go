package osm_test

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"testing"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/travel/osm"
)

// anyFile draws a file of several blocks, each with some nodes, ways and relations, and the text that reading it must give.
func anyFile(t *rapid.T) ([]byte, string) {
	file := headerBlock()
	var want bytes.Buffer
	id := int64(0)
	for range rapid.IntRange(1, 12).Draw(t, "blocks") {
		var ids, lats, lons, refs []int64
		var tags []uint64
		var groups []msg
		for range rapid.IntRange(0, 4).Draw(t, "nodes") {
			id += int64(rapid.IntRange(-3, 1000).Draw(t, "step"))
			lat, lon := int64(rapid.IntRange(-900000000, 900000000).Draw(t, "lat")), int64(rapid.IntRange(-1800000000, 1800000000).Draw(t, "lon"))
			ids, lats, lons = append(ids, id), append(lats, lat), append(lons, lon)
			fmt.Fprintf(&want, "node %d %d %d", id, lat, lon)
			if rapid.Bool().Draw(t, "tagged") {
				tags = append(tags, 1, 5)
				want.WriteString(` "highway"="stop"`)
			}
			tags = append(tags, 0)
			want.WriteString("\n")
		}
		if len(ids) > 0 {
			groups = append(groups, msg{}.bytes(2, msg{}.bytes(1, deltas(ids...)).bytes(8, deltas(lats...)).bytes(9, deltas(lons...)).bytes(10, packed(tags...))))
		}
		for range rapid.IntRange(0, 2).Draw(t, "ways") {
			id++
			refs = rapid.SliceOfN(rapid.Int64(), 0, 5).Draw(t, "refs")
			groups = append(groups, msg{}.bytes(3, msg{}.number(1, uint64(id)).bytes(2, packed(3)).bytes(3, packed(4)).bytes(8, deltas(refs...))))
			fmt.Fprintf(&want, "way %d %v \"name\"=\"Storgatan\"\n", id, refs)
		}
		file = append(file, fileBlock("OSMData", block(groups...), rapid.Bool().Draw(t, "packed"))...)
	}
	return file, want.String()
}

// Any file is read as it was written, by one worker and by many.
func TestAnyFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file, want := anyFile(t)
		for _, workers := range []int{1, 2, 9} {
			if got, _, err := dump(file, workers); err != nil || got != want {
				t.Fatalf("%d workers: %v\n%s\nwant\n%s", workers, err, got, want)
			}
		}
	})
}

// What work makes of a block is taken in the order of the file, however long each takes, and blocks without wanted elements are passed over.
func TestProcessKeepsOrder(t *testing.T) {
	file := headerBlock()
	for i := range 120 {
		groups := []msg{msg{}.bytes(3, msg{}.number(1, uint64(i)).bytes(8, deltas(1, 2)))}
		if i%3 == 0 {
			groups[0] = dense
		}
		file = append(file, fileBlock("OSMData", block(groups...), i%2 == 0)...)
	}
	f, err := osm.New(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f.Workers = 6
	for round := range 2 { // the second time the kinds are known
		last, taken := int64(-1), 0
		err = osm.Process(context.Background(), f, osm.Ways, func(b *osm.Block) (int64, error) {
			for range b.Ways[0].ID * 7919 % 13 {
				runtime.Gosched()
			}
			return b.Ways[0].ID, nil
		}, func(id int64) error {
			if id <= last {
				t.Errorf("round %d: way %d after way %d", round, id, last)
			}
			last = id
			taken++
			return nil
		})
		if err != nil || taken != 80 {
			t.Errorf("round %d: %d blocks: %v", round, taken, err)
		}
	}
}

// Once its memory has grown, a reader allocates next to nothing for each block.
func TestBlocksAreReused(t *testing.T) {
	build := func(blocks int) *osm.File {
		file := headerBlock()
		for range blocks {
			file = append(file, fileBlock("OSMData", block(dense, way, tie), true)...)
		}
		f, err := osm.New(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		f.Workers = 1
		return f
	}
	allocations := func(f *osm.File) float64 {
		return testing.AllocsPerRun(3, func() {
			if err := f.Each(context.Background(), osm.All, func(*osm.Block) error { return nil }); err != nil {
				t.Fatal(err)
			}
		})
	}
	few, many := allocations(build(20)), allocations(build(1020))
	if perBlock := (many - few) / 1000; perBlock > 3 {
		t.Errorf("%.1f allocations for each block", perBlock)
	}
}
