package staffing

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
)

// An office needs its officers from the month in which it opens; while the round
// is half open, its open offices may be the smallest or the largest of it.
func TestMonths(t *testing.T) {
	st := round1(t).make()
	want := map[string]Need{
		"2022-06": need(4*1, 20+20+9+5, 0, 8),       // four may be flexi, or the two large, a medium and a small one
		"2022-10": need(4+4*2, 40+9+5*5, 0, 8),      // eight: 4 flexi and 4 small …
		"2022-11": need(4+14+6, 40+9+7*5+2*2, 2, 8), // twelve: all flexi and small and a medium …
		"2022-12": need(40, 92, 4, 8),               // all
		"2022-08": need(4*1, 20+20+9+5, 0, 8),
	}
	for _, m := range st.Months {
		if w, ok := want[m.Month.String()]; ok && (m.Need != w || m.Rounds[0] != w || m.Early != w || m.Late != w) {
			t.Errorf("%s: %+v, want %+v", m.Month, m.Need, w)
		}
	}
	if len(st.Months) != 7 || st.Months[0].Month.String() != "2022-06" {
		t.Errorf("%d months from %s", len(st.Months), st.Months[0].Month)
	}
}

// Offices outside any round count with their own need; those without forecast in no month.
func TestOfficesOutsideRounds(t *testing.T) {
	s := newScene(t).round("1").project("a", "", "2022-06-01").project("b", "9", "2022-07-01").project("c", "", "").project("moved", "", "2022-07-01").
		claim("a", programme.Decided, "flexi").claim("b", programme.Proposed, "small", "medium")
	s.s.Projects[3].Kind = programme.Move
	st := s.make()
	if len(st.Offices) != 3 || st.Without != 1 || len(st.Months) != 2 {
		t.Fatalf("%+v", st)
	}
	if st.Months[0].Need != need(1, 2, 1, 2) || st.Months[1].Need != need(3, 11, 1, 2) {
		t.Errorf("%+v", st.Months)
	}
	if st.Offices[0].Basis != Decided || st.Offices[1].Basis != Proposed || st.Offices[2].Basis != Open || st.Offices[2].Need != need(1, 20, 0, 2) {
		t.Errorf("%+v", st.Offices)
	}
}

// A later opening moves the need, and the band follows the forecast.
func TestEarlyAndLate(t *testing.T) {
	s := newScene(t).project("a", "", "2022-06-01").claim("a", programme.Decided, "small")
	s.s.Durations[0].Working = programme.Distribution{Shape: programme.Triangular, A: 1, B: 60, C: 200}
	st := s.make()
	o := st.Offices[0]
	if o.From[early] >= o.From[usual] || o.From[usual] >= o.From[late] {
		t.Fatalf("%v", o.From)
	}
	for _, m := range st.Months {
		for i, n := range []Need{m.Early, m.Need, m.Late} {
			if open := m.Month >= o.From[i]; open != (n == need(2, 5, 0, 0)) || !open != (n == noNeed) {
				t.Errorf("%s: %+v with openings in %v", m.Month, m, o.From)
			}
		}
	}
}

// Counted staff is held against the need, from the opening on.
func TestCountedStaff(t *testing.T) {
	s := newScene(t).project("a", "", "2022-06-01").claim("a", programme.Decided, "small")
	month := func(day string) civil.Month { return civil.MustDate(day).Month() }
	s.s.Staff = []programme.StaffCount{{Office: "a", Month: month("2022-05-01"), Officers: programme.Exactly(1)},
		{Office: "a", Month: month("2022-07-01"), Officers: programme.Exactly(6)}, {Office: "b", Month: month("2022-07-01")},
		{Office: "a", Month: month("2022-08-01")}}
	st := s.make()
	want := []Comparison{{1, 0, month("2022-07-01"), programme.Exactly(6), 1, 4, true}, {3, 0, month("2022-08-01"), programme.Range{}, 0, 0, false}}
	if !slices.Equal(st.Counted, want) {
		t.Errorf("%+v", st.Counted)
	}
}
