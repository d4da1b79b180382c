package sweden

import (
	"cmp"
	"slices"
	"testing"
)

func TestLocalitiesAreSound(t *testing.T) {
	list := Localities()
	if len(list) != 832 {
		t.Fatalf("%d localities, want 832", len(list))
	}
	if !slices.IsSortedFunc(list, func(a, b Locality) int {
		return cmp.Or(cmp.Compare(a.Municipality, b.Municipality), cmp.Compare(a.Name, b.Name))
	}) {
		t.Error("not sorted by municipality and name")
	}
	unknown := 0
	for _, l := range list {
		if _, ok := MunicipalityByCode(l.Municipality); !ok || l.Name == "" || !l.Point.IsKnown() {
			t.Errorf("%+v lacks a part", l)
		}
		if l.Population == 0 {
			unknown++
		}
	}
	if unknown != 16 {
		t.Errorf("%d localities of unknown population, want 16", unknown)
	}
}

// Every municipality has its seat among the localities, so that an office can
// always be given a place.
func TestEverySeatIsALocality(t *testing.T) {
	for _, m := range Municipalities() {
		in := LocalitiesIn(m.Code)
		if !slices.ContainsFunc(in, func(l Locality) bool { return l.Name == m.Seat || Distance(l.Point, m.SeatPoint) < 1000 }) {
			t.Errorf("%s: its seat %s is not among its %d localities", m.Name, m.Seat, len(in))
		}
	}
}

func TestLocalitiesIn(t *testing.T) {
	total := 0
	for _, m := range Municipalities() {
		for _, l := range LocalitiesIn(m.Code) {
			if l.Municipality != m.Code {
				t.Errorf("%s is listed in %s", l.Name, m.Name)
			}
			total++
		}
	}
	if total != len(Localities()) {
		t.Errorf("%d localities by municipality, %d in all", total, len(Localities()))
	}
	if got := LocalitiesIn("9999"); len(got) != 0 {
		t.Errorf("a municipality that does not exist has %d localities", len(got))
	}
}

// Names are not keys: two villages in one municipality may share one.
func TestLocalitiesNamed(t *testing.T) {
	if vi := LocalitiesNamed("Vi"); len(vi) != 2 || vi[0].Municipality != "2281" || vi[1].Municipality != "2281" || vi[0].Point == vi[1].Point {
		t.Errorf("Vi is %+v, want two places in Sundsvall", vi)
	}
	if tensta := LocalitiesNamed("Tensta"); len(tensta) != 1 || !tensta[0].Part {
		t.Errorf("Tensta is %+v, want a part of Stockholm", tensta)
	}
	if boden := LocalitiesNamed("Boden"); len(boden) != 1 || boden[0].Part || boden[0].Population < 10_000 {
		t.Errorf("Boden is %+v", boden)
	}
	if got := LocalitiesNamed("boden"); got != nil {
		t.Errorf("a name in the wrong case found %+v", got)
	}
}
