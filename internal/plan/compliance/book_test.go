package compliance_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// On every day of the example every figure rests on figures that are there,
// down to the facts, and every sentence has a text.
func TestExampleResolves(t *testing.T) {
	for _, day := range []string{"2021-05-27", "2021-09-24", "2022-06-30", "2023-06-30", "2024-02-23", "2025-12-31"} {
		m, s, _ := plan2021(t, day)
		resolves(t, s, m)
	}
}

// The same facts give the same matrix.
func TestCheckIsPure(t *testing.T) {
	a, _, _ := plan2021(t, "2022-06-30")
	b, _, _ := plan2021(t, "2022-06-30")
	for i := range a.Findings {
		a.Findings[i].Probability, b.Findings[i].Probability = 0, 0 // NaN differs from itself
	}
	if !reflect.DeepEqual(a, b) {
		t.Error("two checks of the same facts differ")
	}
}

// Each finding has its figures; only those about time have a probability.
func TestAddresses(t *testing.T) {
	m, _, _ := plan2021(t, "2021-09-24")
	all := slices.Collect(m.Addresses())
	for _, a := range []figure.Address{"compliance/uppdrag-2021/minst-28-kontor/status", "compliance/uppdrag-2021/minst-28-kontor/probability",
		"compliance/uppdrag-2021/namngivna-kommuner/required", "compliance/uppdrag-2021/i-eller-vid-utsatt-omrade/distance/malmo-mobilia/2",
		"compliance/uppdrag-2021/blandning/counties/omgang-1", "compliance/options/sure"} {
		if !slices.Contains(all, a) {
			t.Errorf("%s is not listed", a)
		}
	}
	seen := map[figure.Address]bool{}
	for _, a := range all {
		if seen[a] {
			t.Errorf("%s is listed twice", a)
		}
		seen[a] = true
	}
	for _, a := range []figure.Address{"compliance", "compliance/uppdrag-2021", "compliance/uppdrag-2021/minst-28-kontor", "compliance/uppdrag-2021/minst-28-kontor/colour",
		"compliance/uppdrag-2021/minst-29-kontor/status", "compliance/uppdrag-2021/namngivna-kommuner/probability", "economy/uppdrag-2021/minst-28-kontor/status"} {
		if f, ok := m.Figure(a); ok {
			t.Errorf("%s is %s", a, f.Value.Canonical())
		}
	}
	if f, _ := m.Figure("compliance/uppdrag-2021/minst-28-kontor/status"); f.Value.Canonical() != "words at-risk" {
		t.Errorf("the status is %s", f.Value.Canonical())
	}
}

// A list can be left in the middle.
func TestAddressesStop(t *testing.T) {
	m, _, _ := plan2021(t, "2021-09-24")
	for want := range 12 {
		n := 0
		for range m.Addresses() {
			if n++; n > want {
				break
			}
		}
		if n != want+1 {
			t.Fatalf("%d addresses, want %d", n, want+1)
		}
	}
	if n := len(slices.Collect((&compliance.Matrix{}).Addresses())); n != 0 {
		t.Errorf("an empty matrix lists %d figures", n)
	}
}

// A second mandate of the same id cannot be told apart, and is left out; a kind
// that nobody knows is unknown.
func TestOddFacts(t *testing.T) {
	w := worldOn(t, "2021-09-24").clause(programme.Clause{Kind: "colour"})
	w.s.Mandates = append(w.s.Mandates, w.s.Mandates[0])
	m := w.matrix(compliance.Options{})
	if len(m.Findings) != 1 || m.Findings[0].Status != compliance.Unknown {
		t.Errorf("%+v", m.Findings)
	}
}
