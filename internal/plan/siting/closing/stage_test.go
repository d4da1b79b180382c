package closing_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/plan/siting/closing"
)

// Where nobody has given days, stages end in time for what is to be saved, never before the
// day of the network, and each after the one before.
func TestStagesEndInTimeToSave(t *testing.T) {
	s := made(rand.New(rand.NewPCG(3, 4)), 4, 20)
	for _, c := range []struct {
		years  []int
		stages int
		want   string
		note   string
	}{
		{[]int{2026}, 1, "2025-12-31", "before"},
		{[]int{2027, 2026}, 1, "2025-12-31", "before"},
		{[]int{2026, 2028}, 3, "2025-12-31 2026-12-31 2027-12-31", "before"},
		{[]int{2020}, 1, "ON", "begun"},
		{[]int{2020}, 2, "ON ON+1", "begun"},
		{[]int{2020, 2027}, 2, "ON 2026-12-31", "begun"},
	} {
		o := closing.Options{Stages: c.stages}
		for _, y := range c.years {
			o.Save = append(o.Save, closing.Need{Year: y, Amount: mnkr(1)})
		}
		k, _ := s.close(t, o)
		want := strings.NewReplacer("ON+1", days(today)[0].AddDays(1).String(), "ON", today).Replace(c.want)
		var got []string
		for _, stage := range k.Stages {
			got = append(got, stage.Last.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%v in %d stages: %v, want %s", c.years, c.stages, got, want)
		}
		if notes := k.StageNotes(); len(notes) != 1 || notes[0].Key != "closing.note."+c.note {
			t.Errorf("%v: %v", c.years, notes)
		}
	}
}
