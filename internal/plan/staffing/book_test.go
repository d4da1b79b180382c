package staffing

import (
	"fmt"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// town is a programme with everything that a staffing can show.
func town(t testing.TB) (*scene, *Staffing) {
	s := round1(t).round("2").count("2", "flexi", 1, 1).count("2", "small", 1, 1)
	s.claim("a", programme.Proposed, "flexi").claim("b", programme.Decided, "small", "medium")
	for _, id := range []string{"x", "y"} {
		s.project(id, "2", "2023-02-01").claim(id, programme.Proposed, "flexi")
	}
	s.round("3").count("3", "large", 1, 1).project("z", "3", "2023-03-01").claim("z", programme.Decided, "small")
	s.project("alone", "", "2022-09-01").project("never", "", "")
	s.at("a", "Åre", 63.4, 13.07).at("b", "Boden", 65.82, 21.69).at("c", "Boden", 0, 0).at("d", "Malmö", 55.6, 13)
	s.existing("luleå", "Luleå", 65.58, 22.15).existing("bodens-centrum", "Boden", 65.825, 21.688).existing("östersund", "Östersund", 63.18, 14.64)
	s.s.NetworkCounts = []programme.NetworkCount{{Kind: programme.Counted, Date: civil.Day(civil.MustDate("2021-01-01")), Offices: programme.Exactly(117)}}
	s.s.Staff = []programme.StaffCount{{Office: "b", Month: civil.MustDate("2023-01-01").Month(), Officers: programme.Exactly(4)}}
	return s, s.make()
}

func shelf(s *scene, st *Staffing) figure.Shelf {
	return figure.Shelf{"facts": figure.NewFacts(&s.s), "timetable": st.table.Book(), Segment: st}
}

// Every figure rests on figures that are there, gives its value again where its
// rule is arithmetic, and has words for its keys in both languages.
func TestEveryFigureExplainsItself(t *testing.T) {
	s, st := town(t)
	books, used, arithmetic := shelf(s, st), map[string]bool{}, 0
	var all []figure.Address
	for a := range st.Addresses() {
		all = append(all, a)
	}
	for _, m := range st.Months {
		for _, o := range st.Offices {
			all = append(all, figure.At(Segment, m.Month, "office", o.ID), figure.At(Segment, m.Month, "office", o.ID, "travelling"))
		}
	}
	for _, a := range all {
		node, err := figure.Explain(books, a, 0)
		if err != nil {
			t.Error(err)
			continue
		}
		f := node.Figure
		var in []figure.Value
		for _, i := range f.Inputs {
			input, _ := books.Figure(i)
			in = append(in, input.Value)
		}
		for _, l := range append(f.Notes, f.Label) {
			checkWords(t, used, l)
		}
		if strings.HasPrefix(string(f.Rule), Segment) {
			checkWords(t, used, figure.Label{Key: "rule." + string(f.Rule)})
			continue
		}
		if v, ok := figure.Eval(f.Rule, in); f.Rule != figure.Option && (!ok || v != f.Value) {
			t.Errorf("%s = %s, but %s of %v is %s", a, f.Value.Canonical(), f.Rule, in, v.Canonical())
		}
		arithmetic++
	}
	if arithmetic < 100 {
		t.Errorf("%d arithmetic figures", arithmetic)
	}
	for k := range Messages {
		if !used[k] && !strings.HasPrefix(k, "staffing.source.") && !strings.HasPrefix(k, "staffing.note.") {
			t.Errorf("%s is not used", k)
		}
	}
}

func checkWords(t *testing.T, used map[string]bool, l figure.Label) {
	used[l.Key] = true
	texts, ok := Messages[l.Key]
	for _, text := range texts {
		if got := fmt.Sprintf(text, l.Args...); !ok || strings.Contains(got, "%!") && !strings.Contains(got, "%!(EXTRA") {
			t.Errorf("%s: %q of %v", l.Key, text, l.Args)
		}
	}
}

// A month is its rounds and the offices outside them, added up.
func TestAMonthAddsUp(t *testing.T) {
	_, st := town(t)
	for _, m := range st.Months {
		f, _ := st.Figure(figure.At(Segment, m.Month, "total"))
		if f.Rule != figure.Sum || len(f.Inputs) < len(st.Rounds) {
			t.Errorf("%s: %s of %v", m.Month, f.Rule, f.Inputs)
		}
	}
}

func TestNoSuchFigure(t *testing.T) {
	_, st := town(t)
	for _, a := range []figure.Address{"staffing", "staffing/option/x", "staffing/office/nobody/need", "staffing/office/a", "staffing/office/a/x",
		"staffing/office/b/counted/2022-01", "staffing/office/b/x/2023-01", "staffing/round/9/need", "staffing/round/1/x", "staffing/2019-01/total",
		"staffing/2022-12/x", "staffing/2022-12/round/9", "staffing/2022-12/office/nobody", "staffing/2022-12/round/1/x", "economy/x/y"} {
		if f, ok := st.Figure(a); ok {
			t.Errorf("%s = %+v", a, f)
		}
	}
}

// The same facts give the same staffing.
func TestSameBytes(t *testing.T) {
	_, a := town(t)
	_, b := town(t)
	if x, y := fmt.Sprintf("%+v %+v %+v", a.Offices, a.Months, a.Counted), fmt.Sprintf("%+v %+v %+v", b.Offices, b.Months, b.Counted); x != y {
		t.Error("two runs differ")
	}
}
