package lint

import (
	"strings"
	"testing"
)

// replaceNear replaces the first old at or after a line, and returns the line
// that it stood on.
func replaceNear(t *testing.T, source string, line int, old, new string) (string, int) {
	t.Helper()
	lines := strings.SplitAfter(source, "\n")
	for i := max(0, line-1); i < min(len(lines), line+6); i++ {
		if strings.Contains(lines[i], old) {
			lines[i] = strings.Replace(lines[i], old, new, 1)
			return strings.Join(lines, ""), i + 1
		}
	}
	t.Fatalf("no %q near line %d", old, line)
	return "", 0
}

// A consistent report, in the manner of the agencies' own.
const consistent = `# Delredovisning

I juni 2019 fanns det 113 servicekontor. Uppdraget omfattar 28 nya servicekontor.
När det har genomförts 2023 kommer det att finnas 149 servicekontor. År 2017 fanns det
103 servicekontor. Det är en ökning från 103 till 149, med 46 servicekontor eller 44,7 procent.

I den första omgången ingår de tre kontoren i tabell 1.

Tabell 1. Öppnande i den första omgången

| Kommun | Öppnar | Kostnad, mnkr |
|---|---|---:|
| Boden | 2022-05-02 | 1,55 |
| Laholm | 2022-06-01 | 1,05 |
| Växjö | 2022-06-20 | 3,85 |
| Summa |  | 6,45 |

De tre kontoren i den första omgången omfattar ett flexikontor och två små kontor.

Kontoren ligger i följande tre kommuner:

- Boden
- Laholm
- Växjö
`

// Every number and name that is changed gives a finding of the rule that knows
// it, and the unchanged text gives none.
func TestMutations(t *testing.T) {
	if found := check(t, "a.md", consistent, smallFacts()); len(found) != 0 {
		t.Fatalf("the consistent text raises alarms:\n%s", describe(found))
	}
	for _, m := range []struct {
		line     int
		old, new string
		keys     string // all findings, in order
	}{
		{3, "113", "114", "lint.count.fact"},
		{4, "149", "147", "lint.count.fact"},
		{5, "till 149", "till 150", "lint.change.both"},
		{5, "från 103", "från 102", "lint.change.both"},
		{5, "46", "47", "lint.change.differenceAndShare"},
		{5, "44,7", "44,2", "lint.change.share"},
		{7, "tre", "fyra", "lint.count.table"},
		{13, "2022-05-02", "2023-05-02", "lint.date.outside lint.date.soft"},
		{14, "2022-06-01", "2022-09-01", "lint.date.soft"},
		{13, "1,55", "1,65", "lint.sum.table"},
		{16, "6,45", "6,4", ""}, // a total rounded to one decimal
		{16, "6,45", "6,54", "lint.sum.table"},
		{18, "ett flexikontor", "två flexikontor", "lint.count.type lint.range.sum"},
		{20, "tre", "två", "lint.count.list"},
		{22, "Boden", "Bodenn", ""}, // five letters and an ending: not near enough to say
		{23, "Laholm", "Lahollm", "lint.place.register"},
		{24, "Växjö", "Väjxö", "lint.place.register"},
	} {
		mutated, line := replaceNear(t, consistent, m.line, m.old, m.new)
		var keys []string
		for _, f := range check(t, "a.md", mutated, smallFacts()) {
			keys = append(keys, f.Key)
			if !pointsTo(f, line) {
				t.Errorf("line %d, %s → %s: finding is elsewhere: %s", line, m.old, m.new, f.Pos)
			}
		}
		if got := strings.Join(keys, " "); got != m.keys {
			t.Errorf("line %d, %s → %s: want %q, got %q", line, m.old, m.new, m.keys, got)
		}
	}
}

// pointsTo says that a finding stands on the line, or names it as related.
func pointsTo(f Finding, line int) bool {
	for _, p := range append([]Position{f.Pos}, f.Related...) {
		if p.Line == line || p.Line == line+1 {
			return true
		}
	}
	return false
}
