package programme

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// The stages form a circle exactly when they cannot be put in an order, and the
// circle that is named is one.
func TestCircle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 7).Draw(t, "stages")
		s := &Snapshot{}
		for i := range n {
			stage := Stage{ID: StageID(fmt.Sprint(i))}
			for _, j := range rapid.SliceOfN(rapid.IntRange(0, n), 0, 2).Draw(t, "after") {
				stage.After = append(stage.After, Link{Stage: StageID(fmt.Sprint(j))}) // n itself does not exist
			}
			s.Process = append(s.Process, stage)
		}
		_, circle := newValidator(s, Register{}).circle()
		if sortable := canBeSorted(s.Process); sortable != (circle == nil) {
			t.Fatalf("circle %v, though sortable is %v: %v", circle, sortable, s.Process)
		}
		for i := 1; i < len(circle); i++ {
			if !follows(s.Process, circle[i-1], circle[i]) {
				t.Fatalf("%s does not follow %s: %v", circle[i], circle[i-1], s.Process)
			}
		}
		if len(circle) > 0 && circle[0] != circle[len(circle)-1] {
			t.Fatalf("%v is not closed", circle)
		}
	})
}

func follows(stages []Stage, before, after string) bool {
	for _, s := range stages {
		for _, l := range s.After {
			if string(s.ID) == after && string(l.Stage) == before {
				return true
			}
		}
	}
	return false
}

// canBeSorted takes stages away that wait for nothing left, until none is left
// or none can be taken.
func canBeSorted(stages []Stage) bool {
	left := map[StageID]Stage{}
	for _, s := range stages {
		left[s.ID] = s
	}
	for taken := true; taken; {
		taken = false
		for id, s := range left {
			free := true
			for _, l := range s.After {
				if _, waits := left[l.Stage]; waits {
					free = false
				}
			}
			if free {
				delete(left, id)
				taken = true
			}
		}
	}
	return len(left) == 0
}
