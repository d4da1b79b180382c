package timetable

import (
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// delayed is a project in which the rebuilding took twice its ten working days,
// and after which nobody has moved in although the way is free since 18 February.
func delayed(t *testing.T) *scene {
	s := sceneOn(t, "2022-03-01").chain("10", "10", "10").project("boden")
	s.progress("boden", "lokal", "2021-11-01", "2022-01-10")
	s.progress("boden", "lokal", "2022-01-21", "", "2022-01-10", "2022-01-21")
	s.progress("boden", "ombyggnad", "2022-02-18", "", "2022-01-24", "2022-02-18")
	return s
}

func parts(d *Deviation) map[programme.StageID]Attribution {
	m := map[programme.StageID]Attribution{}
	for _, p := range d.Parts {
		m[p.Stage] = p
	}
	return m
}

// A deviation goes to the activity that took longer, and to the one that began
// later though nothing stood in its way; and to the parties who own their clocks.
func TestWhoADeviationBelongsTo(t *testing.T) {
	p := delayed(t).baseline("b1", "2021-12-01", "boden", "2022-02-18").only()
	if p.Planned.String() != "2022-03-15" || len(p.Deviations) != 1 {
		t.Fatalf("opens %s, deviations %v", p.Planned, p.Deviations)
	}
	d := &p.Deviations[0]
	got := parts(d)
	// 10 working days are 14 or 15 days, 7 (21 February – 1 March) are 10.
	if rebuild := got["ombyggnad"]; d.Days != 25 || rebuild.Days < 14 || rebuild.Days > 15 || rebuild.Party != "vasakronan" || rebuild.Owner != programme.LandlordOwned {
		t.Errorf("%d days, of which the rebuilding %+v", d.Days, rebuild)
	}
	if move := got["inflyttning"]; move.Days != 10 || move.Party != "ssc" || len(d.Parts) > 3 {
		t.Errorf("moving in %+v of %+v", move, d.Parts)
	}
}

// A baseline that was frozen when a delay was known does not show it again.
func TestABaselineKnowsWhatWasKnown(t *testing.T) {
	p := delayed(t).baseline("b1", "2021-12-01", "boden", "2022-02-18").baseline("b2", "2022-02-18", "boden", "2022-03-04").only()
	d := &p.Deviations[1]
	got := parts(d)
	if d.Days != 11 || got["ombyggnad"].Days != 0 || got["inflyttning"].Days != 10 || got[""].Days != 1 {
		t.Errorf("%d days: %+v", d.Days, d.Parts)
	}
}

// A shift of the start counts with the first activity.
func TestALateStart(t *testing.T) {
	s := sceneOn(t, "2022-01-31").chain("10", "10", "10").project("boden")
	s.progress("boden", "lokal", "2021-11-01", "2022-01-10")
	p := s.baseline("b1", "2021-12-01", "boden", "2022-02-18").only()
	d := &p.Deviations[0] // starts on 1 February, 16 working days late
	if got := parts(d); d.Days != 24 || got["lokal"].Days < 23 || got["lokal"].Days > 24 {
		t.Errorf("%d days: %+v", d.Days, d.Parts)
	}
}

// What no activity explains is the rest: here the baseline was too short from the start.
func TestABaselineThatWasTooShort(t *testing.T) {
	s := sceneOn(t, "2021-12-01").chain("10", "10", "10").project("boden")
	s.progress("boden", "lokal", "", "2022-01-10")
	p := s.baseline("b1", "2021-11-01", "boden", "2022-01-31").only()
	if d := &p.Deviations[0]; d.Days != 18 || len(d.Parts) != 1 || d.Parts[0] != (Attribution{Days: 18}) {
		t.Errorf("%+v", d)
	}
}

// An opening is compared as it was, with every baseline that has a date for it.
func TestActualOpeningsAgainstEveryBaseline(t *testing.T) {
	s := delayed(t).event("boden", programme.Opened, "2022-02-28", "").
		baseline("b1", "2021-12-01", "boden", "2022-02-18").baseline("b2", "2022-02-01", "boden", "2022-03-01").
		baseline("month", "2022-02-02", "boden", "2022-02").baseline("autumn", "2022-02-03", "boden", "2022-09/2022-11").
		baseline("none", "2022-02-03", "elsewhere", "2022-09-01").baseline("unsaid", "", "boden", "")
	p := s.only()
	want := map[programme.BaselineID]int{"b1": 10, "b2": -1, "month": 0, "autumn": -185}
	if len(p.Deviations) != len(want) {
		t.Errorf("%d deviations", len(p.Deviations))
	}
	for _, d := range p.Deviations {
		sum := 0
		for _, part := range d.Parts {
			sum += part.Days
		}
		if d.Days != want[d.Baseline] || sum != d.Days {
			t.Errorf("%s: %d days, parts add up to %d; want %d", d.Baseline, d.Days, sum, want[d.Baseline])
		}
	}
}

// An office that opened without a word of how has nobody to blame.
func TestAnOpeningWithoutProgress(t *testing.T) {
	s := sceneOn(t, "2023-01-31").chain("10", "10", "10").project("boden").event("boden", programme.Opened, "2022-12-01", "")
	d := s.baseline("b1", "2021-12-01", "boden", "2022-10-03").only().Deviations[0]
	if d.Days != 59 || len(d.Parts) != 1 || d.Parts[0].Stage != "" {
		t.Errorf("%+v", d)
	}
}

// A stated cause names the party before the clock does.
func TestAStatedCause(t *testing.T) {
	s := delayed(t).baseline("b1", "2021-12-01", "boden", "2022-02-18")
	s.progress("boden", "ombyggnad", "2022-02-18").CausedBy = "elnätet"
	if got := parts(&s.only().Deviations[0])["ombyggnad"]; got.Party != "elnätet" {
		t.Errorf("%+v", got)
	}
}
