package report

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/timetable"
)

// Of ten runs nine reach one office, five reach two and one reaches three.
func TestReached(t *testing.T) {
	tally := []int{1, 4, 4, 1}
	for perCent, want := range map[int]int{100: 0, 90: 1, 60: 1, 50: 2, 11: 2, 10: 3} {
		if got := reached(tally, 10, perCent); got != want {
			t.Errorf("%d per cent of the runs reach %d, want %d", perCent, got, want)
		}
	}
}

// A curve keeps three quiet months at either end.
func TestTrimmed(t *testing.T) {
	points := make([]timetable.Point, 20)
	for m := range points {
		points[m].Month = 100
		points[m].P90 = min(max(m-7, 0), 4)
		points[m].P50, points[m].P10 = points[m].P90, points[m].P90
	}
	got := trimmed(points)
	if len(got) != 10 || !slices.Equal(got, points[5:15]) {
		t.Errorf("%d months are left: %v", len(got), got)
	}
}
