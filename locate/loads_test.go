package locate_test

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/locate"
)

// Every class is counted where it is served cheapest, and nowhere if that is dearer
// than leaving it.
func TestLoads(t *testing.T) {
	s := network()
	for i := range s.Classes {
		s.Classes[i].Weight = int64(10 * (i + 1))
	}
	s.Classes[3].Unserved = 4
	s.Options[2].Capacity = 25
	got := locate.Loads(s, []int32{0, 2})
	want := []locate.Load{{Option: 0, Weight: 30}, {Option: 2, Weight: 30, Capacity: 25}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}
