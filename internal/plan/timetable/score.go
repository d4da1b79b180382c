package timetable

import (
	"context"
	"math"
	"slices"
	"sync"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule/learning"
)

// FewOffices is the number of opened offices below which a score says too little
// to judge by: with fewer than ten, one office more or less within the interval moves
// the coverage by more than ten percentage points.
const FewOffices = 10

// widestOutcome is how many calendar days an opening that is known as a span may
// span and still be scored, at its middle: a month.
const widestOutcome = 31

// mostQuarters bounds how far back forecasts are made again for scoring.
const mostQuarters = 16

// Band is how far ahead of the opening a forecast was made.
type Band struct {
	ID          string
	First, Last int // calendar days
}

// Bands are the bands that forecasts are scored in; the first is all of them.
var Bands = []Band{{"all", 1, math.MaxInt}, {"0-3", 1, 91}, {"3-6", 92, 182}, {"6-12", 183, 365}, {"12", 366, math.MaxInt}}

// Score says how good earlier forecasts were for the offices that have opened.
// Losses are mean pinball losses over P10 … P90 in calendar days; what rests on no
// forecast is NaN.
type Score struct {
	Band               Band
	Offices, Forecasts int
	// Coverage is the share of openings within P10 … P90, which ought to be 0.8; Late
	// the share after P80, which ought to be 0.2.
	Coverage, Late, Loss float64
	// Average compares with the experience average: start plus the mean of what the
	// offices that had opened by then had taken, with their deviation where there were
	// two. Frozen compares with the day in the latest frozen timetable.
	Average, Frozen Yardstick
}

// IsFew says whether there are too few offices to judge.
func (s *Score) IsFew() bool { return s.Offices < FewOffices }

// Yardstick is a comparison over the forecasts that it can be made for: its loss
// and that of the forecasts themselves.
type Yardstick struct {
	Forecasts  int
	Loss, Ours float64
}

// Scored is one forecast held against its outcome.
type Scored struct {
	Project programme.ProjectID
	Day     civil.Date // on which it was forecast
	Opened  civil.Date
	Past    Past

	average, frozen learning.Quantiler // in days after Day; nil where there was none
}

// scores keeps what Scores has found.
type scores struct {
	lock   sync.Mutex
	made   bool
	scored []Scored
	scores []Score
}

// Scores holds earlier forecasts against the openings that have come since, band
// by band. Forecasts are made again as of the days on which a timetable was
// frozen and the first day of every quarter since the first of them, at most
// mostQuarters back; a forecast is scored if it was made before the opening, and was not stale, for then the
// plan itself said that it was none to go by. So it takes up to that many times as long as a timetable, and is
// done when first asked for.
func (t *Timetable) Scores(ctx context.Context) ([]Score, []Scored, error) {
	t.scores.lock.Lock()
	defer t.scores.lock.Unlock()
	if t.scores.made {
		return t.scores.scores, t.scores.scored, nil
	}
	var all []Scored
	outcomes := t.outcomesByProject()
	if len(outcomes) > 0 {
		for _, day := range t.originDays() {
			past, err := t.AsOf(ctx, day)
			if err != nil {
				return nil, nil, err
			}
			all = append(all, t.scoredOn(day, past, outcomes)...)
		}
	}
	for _, band := range Bands {
		t.scores.scores = append(t.scores.scores, scoreOf(band, all))
	}
	t.scores.scored, t.scores.made = all, true
	return t.scores.scores, t.scores.scored, nil
}

// originDays are the days whose forecasts are scored, in order.
func (t *Timetable) originDays() []civil.Date {
	var days []civil.Date
	for _, d := range t.HistoryDays() {
		for i := range t.facts.S.Baselines {
			if b := &t.facts.S.Baselines[i]; b.Frozen == d && d < t.Now && len(b.Openings) > 0 {
				days = append(days, d)
				break
			}
		}
	}
	if len(days) == 0 {
		return nil
	}
	first, quarters := days[0], 0
	var later []civil.Date
	for m := t.Now.Month(); quarters < mostQuarters && m.First() > first; m-- {
		if _, month, _ := m.First().Civil(); (month-1)%3 == 0 && m.First() < t.Now {
			later = append(later, m.First())
			quarters++
		}
	}
	days = append(days, later...)
	slices.Sort(days)
	return slices.Compact(days)
}

// outcomesByProject gives the openings that are known well enough to score by.
func (t *Timetable) outcomesByProject() map[programme.ProjectID]civil.Date {
	out := map[programme.ProjectID]civil.Date{}
	for i := range t.Projects {
		p := &t.Projects[i]
		if p.State != Opened || !p.Opened.First.IsKnown() {
			continue
		}
		if first, last := bounds(p.Opened, t.Now); first.DaysUntil(last) < widestOutcome {
			out[p.ID] = first + (last-first)/2
		}
	}
	return out
}

// scoredOn holds the forecasts of one day against the openings.
func (t *Timetable) scoredOn(day civil.Date, past map[programme.ProjectID]Past, outcomes map[programme.ProjectID]civil.Date) []Scored {
	var experience learning.Experience
	for i := range t.Projects {
		id := t.Projects[i].ID
		if then, ok := past[id]; ok && then.State == Opened && then.Start.IsKnown() && outcomes[id].IsKnown() {
			experience.Add(float64(then.Start.DaysUntil(then.Deciles[4])))
		}
	}
	frozen := t.frozenOn(day)
	var out []Scored
	for i := range t.Projects {
		p := &t.Projects[i]
		then, ok := past[p.ID]
		opened, known := outcomes[p.ID]
		first, _ := bounds(p.Opened, t.Now)
		if !ok || !known || !then.HasForecast() || then.Stale || then.State == Opened || first <= day {
			continue
		}
		s := Scored{Project: p.ID, Day: day, Opened: opened, Past: then}
		if o := baselineOpening(frozen, p.ID); o >= 0 && frozen.Openings[o].Opening.IsKnown() {
			s.frozen = learning.Point(day.DaysUntil(middle(frozen.Openings[o].Opening, frozen.Openings[o].Opening.Last)))
		}
		s.average = averageFrom(&experience, day, then.Start)
		out = append(out, s)
	}
	return out
}

// averageFrom returns the experience average as a forecast; nil where there is no experience or no start.
func averageFrom(e *learning.Experience, day, start civil.Date) learning.Quantiler {
	if !start.IsKnown() {
		return nil
	}
	ahead := float64(day.DaysUntil(start))
	if n, ok := e.Normal(); ok {
		return learning.Normal{Mean: ahead + n.Mean, Deviation: n.Deviation}
	}
	if p, ok := e.Point(); ok {
		return learning.Point(ahead + float64(p))
	}
	return nil
}

// frozenOn returns the latest baseline with openings that was frozen by a day.
func (t *Timetable) frozenOn(day civil.Date) *programme.Baseline {
	var latest *programme.Baseline
	for i := range t.facts.S.Baselines {
		b := &t.facts.S.Baselines[i]
		if b.Frozen.IsKnown() && b.Frozen <= day && len(b.Openings) > 0 && (latest == nil || b.Frozen >= latest.Frozen) {
			latest = b
		}
	}
	return latest
}

// loss is the mean pinball loss over P10 … P90.
func loss(q func(k int) float64, outcome float64) float64 {
	sum := 0.0
	for k := range 9 {
		sum += learning.Pinball(q(k), float64(k+1)/10, outcome)
	}
	return sum / 9
}

func (s *Scored) loss() float64 {
	return loss(func(k int) float64 { return float64(s.Day.DaysUntil(s.Past.Deciles[k])) }, float64(s.Day.DaysUntil(s.Opened)))
}

func scoreOf(band Band, all []Scored) Score {
	out := Score{Band: band}
	offices := map[programme.ProjectID]bool{}
	covered, late, sum := 0, 0, 0.0
	for i := range all {
		s := &all[i]
		ahead := s.Day.DaysUntil(s.Opened)
		if ahead < band.First || ahead > band.Last {
			continue
		}
		offices[s.Project] = true
		out.Forecasts++
		q := s.Past.Quantiles()
		if q.P10 <= s.Opened && s.Opened <= q.P90 {
			covered++
		}
		if s.Opened > q.P80 {
			late++
		}
		ours := s.loss()
		sum += ours
		out.Average.add(s.average, ours, float64(ahead))
		out.Frozen.add(s.frozen, ours, float64(ahead))
	}
	n := float64(out.Forecasts)
	out.Offices, out.Coverage, out.Late, out.Loss = len(offices), float64(covered)/n, float64(late)/n, sum/n
	out.Average.mean()
	out.Frozen.mean()
	return out
}

func (y *Yardstick) add(q learning.Quantiler, ours, outcome float64) {
	if q != nil {
		y.Forecasts++
		y.Ours += ours
		y.Loss += loss(func(k int) float64 { return q.Quantile(float64(k+1) / 10) }, outcome)
	}
}

func (y *Yardstick) mean() {
	y.Loss, y.Ours = y.Loss/float64(y.Forecasts), y.Ours/float64(y.Forecasts)
}

// ScoreAt is the address of a field of a score.
func ScoreAt(band, field string) figure.Address { return figure.At(Segment, "score", band, field) }
