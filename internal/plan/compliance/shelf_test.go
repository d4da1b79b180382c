package compliance_test

import (
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

func shelf(s *programme.Snapshot, t *timetable.Timetable, m *compliance.Matrix) figure.Shelf {
	return figure.Shelf{figure.FactsSegment: figure.NewFacts(s), "timetable": t.Book(), "compliance": m}
}

// resolves holds every figure of a matrix, and every row of evidence, against
// the shelf: all inputs are there, arithmetic gives the value again, and every
// key has a text.
func resolves(t tb, s figure.Shelf, m *compliance.Matrix) {
	t.Helper()
	n := 0
	for a := range m.Addresses() {
		n++
		node, err := figure.Explain(s, a, 0)
		if err != nil {
			t.Errorf("%s: %v", a, err)
			continue
		}
		f := node.Figure
		var in []figure.Value
		for _, c := range node.Inputs {
			in = append(in, c.Figure.Value)
		}
		own := strings.HasPrefix(string(f.Rule), "compliance.")
		if v, ok := figure.Eval(f.Rule, in); ok && !own && v != f.Value {
			t.Errorf("%s is %s, but its inputs give %s", a, f.Value.Canonical(), v.Canonical())
		}
		hasText(t, f.Label)
		if !own {
			continue
		}
		if _, ok := compliance.Messages["rule."+string(f.Rule)]; !ok {
			t.Errorf("%s: no text for rule.%s", a, f.Rule)
		}
		if len(f.Inputs) == 0 {
			t.Errorf("%s rests on nothing", a)
		}
	}
	for _, f := range m.Findings {
		for _, e := range f.Evidence {
			hasText(t, e.What)
			if _, ok := s.Figure(e.Address); !ok {
				t.Errorf("%s/%s: nothing at the evidence's address %q", f.Mandate, f.Clause, e.Address)
			}
		}
		for _, need := range f.Needs {
			hasText(t, need)
		}
	}
	if len(m.Findings) > 0 && n < 3*len(m.Findings) {
		t.Errorf("%d figures are listed for %d findings", n, len(m.Findings))
	}
}

func hasText(t tb, l figure.Label) {
	t.Helper()
	for _, lang := range []locale.Lang{locale.Swedish, locale.English} {
		if text := lang.Label(l); strings.Contains(text, "%!") || strings.Contains(text, "[") {
			t.Errorf("%s does not take its arguments: %q", l.Key, text)
		}
	}
	if _, ok := compliance.Messages[l.Key]; !ok {
		t.Errorf("no text for %q", l.Key)
	}
	for _, a := range l.Args {
		if inner, ok := a.(figure.Label); ok {
			hasText(t, inner)
		}
	}
}

// tb is what a test, and a property of one, can do.
type tb interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}
