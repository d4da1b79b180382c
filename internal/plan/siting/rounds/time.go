package rounds

import (
	"context"
	"errors"
	"math"
	"slices"

	"github.com/etablera/etablera/internal/plan/timetable"
)

// leadersLimit is the reason of a limit that the leaders set.
const leadersLimit = "leaders"

// makeTime prepares the question of when rounds are open, where the leaders, the rounds'
// starts and all durations are known, and lets the leaders limit the rounds' sizes: of a
// round no more offices than can be open by the end of its window, over the share that the
// mandate asks to open in it.
func (r *Rounds) makeTime(ctx context.Context, w *world) error {
	w.capacity = make([][2]int, len(r.Rounds))
	for k := range w.capacity {
		w.capacity[k] = [2]int{-1, -1}
	}
	if r.Leaders.Count <= 0 {
		return nil
	}
	d := &timetable.Division{Leaders: r.Leaders}
	for k := range r.Rounds {
		start, ok := r.table.RoundStart(r.Rounds[k].ID)
		if !ok {
			return nil
		}
		d.Starts, d.Due = append(d.Starts, start), append(d.Due, r.Rounds[k].Window.Last)
	}
	for i := range r.Offices {
		d.Projects, d.Rounds = append(d.Projects, r.Offices[i].plan), append(d.Rounds, int32(r.Offices[i].Round))
	}
	for k := range r.Rounds {
		x := &r.Rounds[k]
		if !x.Window.Last.IsKnown() {
			continue
		}
		planned, most, err := r.table.Openable(ctx, d, x.Window.Last)
		var lacks *timetable.NoWork
		if errors.As(err, &lacks) {
			return nil
		}
		if err != nil {
			return err
		}
		w.capacity[k] = [2]int{planned, most}
		if x.Share > 0 && !slices.ContainsFunc(x.Limits, func(l Limit) bool { return l.Key == leadersLimit }) {
			x.limit(Limit{Key: leadersLimit, Size: Size{0, int(math.Floor(float64(most) / x.Share))}})
		}
	}
	w.time = d
	return nil
}

// opening asks when each round of a division is open; nil where that is not known.
func (r *Rounds) opening(ctx context.Context, w *world, of []int32) ([]timetable.RoundOpen, error) {
	if w.time == nil {
		return nil, nil
	}
	d := *w.time
	d.Rounds = of
	return r.table.Divide(ctx, &d)
}
