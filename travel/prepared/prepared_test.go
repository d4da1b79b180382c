package prepared

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/etablera/etablera/travel/geodesy"
	"github.com/etablera/etablera/travel/hierarchy"
)

// On foot the time along the street is its length at 5 km/h, whichever way, whether
// or not the network went through a file.
func TestWalkingTakesTheLengthOfTheStreet(t *testing.T) {
	n := built(t)
	places := []Place{{latOf(0), 18}, {latOf(4), 18}, {latOf(4) + 0.0005, 18}, {latOf(9), 18}, {60, 18}}
	for _, n := range []*Network{n, reopened(t, n)} {
		got, err := n.Times(context.Background(), Question{Mode: Walk, From: places, To: places[:4]})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got.NoRoadFrom, []int{4}) || len(got.NoRoadTo) > 0 {
			t.Fatalf("no road near %v and %v", got.NoRoadFrom, got.NoRoadTo)
		}
		for i, from := range places {
			for j, to := range places[:4] {
				want := uint32(math.Round(geodesy.Near(from.Lat, from.Lon, to.Lat, to.Lon) / (5 / 3.6)))
				if i == 4 {
					want = Unreachable
				}
				if v := got.At(i, j); v != want && (i == 4 || max(v, want)-min(v, want) > 1) {
					t.Errorf("%d to %d: %d s, want %d", i, j, v, want)
				}
			}
		}
	}
}

// The answer does not depend on which side is searched from, nor on the workers.
func TestSidesAndWorkers(t *testing.T) {
	n := built(t)
	a := []Place{{latOf(0), 18}, {latOf(7), 18.0001}, {latOf(3) + 0.0003, 18}}
	b := []Place{{latOf(2), 18}, {latOf(9), 18}}
	for _, mode := range []string{Car, Walk} {
		wide, err := n.Times(context.Background(), Question{Mode: mode, From: a, To: b, Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		for i := range a {
			for j := range b {
				one, err := n.Times(context.Background(), Question{Mode: mode, From: a[i : i+1], To: b, Workers: 2})
				if err != nil {
					t.Fatal(err)
				}
				if one.At(0, j) != wide.At(i, j) || one.At(0, j) == Unreachable {
					t.Errorf("%s, %d to %d: %d and %d s", mode, i, j, one.At(0, j), wide.At(i, j))
				}
			}
		}
	}
}

// From end to end the bus takes two minutes, and the wait for it counts: leaving at
// the minutes 7:31 … 8:30 it goes at 8:00 or 8:30. On foot it is twelve minutes, which
// is better for those who would wait longer.
func TestTransitCountsTheWait(t *testing.T) {
	n := reopened(t, built(t))
	q := Question{Mode: Transit, From: []Place{{latOf(0), 18}}, To: []Place{{latOf(9), 18}},
		Journey: Journey{Date: date(t, "2021-11-09"), From: 7*3600 + 1860, Minutes: 60, Percentile: 1}}
	walk, err := n.Times(context.Background(), Question{Mode: Walk, From: q.From, To: q.To})
	if err != nil {
		t.Fatal(err)
	}
	var all []uint32
	for m := 7*60 + 31; m <= 8*60+30; m++ {
		wait := uint32((30 - m%30) % 30 * 60)
		all = append(all, min(wait+120, walk.At(0, 0)+1))
	}
	slices.Sort(all)
	for _, p := range []int{1, 10, 50, 100} {
		q.Journey.Percentile = p
		got, err := n.Times(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		want := all[max(0, (p*len(all)+99)/100-1)]
		if v := got.At(0, 0); v > want || v+1 < want {
			t.Errorf("percentile %d: %d s, want %d", p, v, want)
		}
	}
}

// A question that cannot be answered is refused with what could be.
func TestRefusals(t *testing.T) {
	n := built(t)
	var mode *ModeError
	if _, err := n.Times(context.Background(), Question{Mode: "boat"}); !errors.As(err, &mode) || !slices.Equal(mode.Have, []string{Car, Walk, Transit}) {
		t.Error(err)
	}
	var idle *NoServiceError
	_, err := n.Times(context.Background(), Question{Mode: Transit, Journey: Journey{Date: date(t, "2021-11-13")}})
	if !errors.As(err, &idle) || idle.First != "2021-09-01" {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	extract, feed := town(t)
	if _, err := Build(ctx, extract, []string{feed}, Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := Build(context.Background(), feed, nil, Options{}); err == nil {
		t.Error("a feed was taken for an extract")
	}
	if _, err := Build(context.Background(), extract, []string{extract}, Options{}); err == nil {
		t.Error("an extract was taken for a feed")
	}
}

// The same files give the same bytes, and no shortened or changed file is read.
func TestFiles(t *testing.T) {
	n := built(t)
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.net"), filepath.Join(dir, "b.net")
	if err := errors.Join(n.WriteFile(a), built(t).WriteFile(b)); err != nil {
		t.Fatal(err)
	}
	first, _ := os.ReadFile(a)
	second, _ := os.ReadFile(b)
	if len(first) == 0 || !bytes.Equal(first, second) {
		t.Fatal("the same town gave other bytes")
	}
	got, err := Open(a)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Close()
	if !reflect.DeepEqual(got.Meta().Feeds, n.Meta().Feeds) || got.Meta().Roads[0].Source.File != "town.osm" {
		t.Errorf("got %+v, want %+v", got.Meta(), n.Meta())
	}
	for cut := 0; cut < len(first); cut += 1 + len(first)/97 {
		write(t, b, first[:cut])
		if _, err := Open(b); err == nil {
			t.Fatalf("a file of %d of %d bytes was read", cut, len(first))
		}
	}
}

// Laying out places can be called off, and so can the times.
func TestCalledOff(t *testing.T) {
	n := built(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	at := []Place{{latOf(0), 18}}
	if _, err := n.Roads(ctx, Car, at, hierarchy.Inward, Snap); !errors.Is(err, context.Canceled) {
		t.Errorf("roads: %v", err)
	}
	if _, err := n.Transit(ctx, at, Snap, Journey{Date: date(t, "2021-11-09")}); !errors.Is(err, context.Canceled) {
		t.Errorf("timetables: %v", err)
	}
	for _, mode := range []string{Car, Walk} {
		if _, err := n.Times(ctx, Question{Mode: mode, From: at, To: at}); !errors.Is(err, context.Canceled) {
			t.Errorf("times: %v", err)
		}
	}
}
