package lint

import "testing"

// The published interim report has these mistakes and the linter finds them,
// each at its line and column, and nothing else: five alarms, none false. They
// are, in order: 4 of 14 openings in the half-year that the mandate asks for; a
// name misspelt in a footnote; types that add up to 14 only if three are medium
// or large; a municipality misspelt; and 103 → 149 called 47.
func TestSeedReport(t *testing.T) {
	type want struct {
		pos, key string
		args     map[string]string
	}
	wanted := []want{
		{"358:1", "lint.date.soft", map[string]string{"inside": "4", "listed": "14"}},
		{"381:3", "lint.place.twoWays", map[string]string{"name": "Mobila", "other": "Mobilia"}},
		{"410:51", "lint.range.constrained", map[string]string{"low": "13", "high": "15", "total": "14",
			"feasible": "1 mellanstora + 2 stora; 2 mellanstora + 1 stora"}},
		{"449:4", "lint.place.register", map[string]string{"name": "Stenungssund", "nearest": "Stenungsund"}},
		{"600:5", "lint.change.differenceAndShare", map[string]string{"base": "103", "new": "149", "change": "47",
			"difference": "46", "share": "44,7", "percent": "45", "changeBase": "102", "changeShare": "46,1"}},
	}
	found := check(t, "seed.txt", seedText(t), seedFacts(t))
	if len(found) != len(wanted) {
		t.Fatalf("want %d findings, got %d:\n%s", len(wanted), len(found), describe(found))
	}
	if n := len(found[0].Related); n != 3 {
		t.Errorf("the three other late dates of the table should be related places, got %d", n)
	}
	for i, w := range wanted {
		f := found[i]
		if f.Pos.String() != w.pos || f.Key != w.key {
			t.Errorf("want %s at %s, got %s at %s", w.key, w.pos, f.Key, f.Pos)
		}
		for name, value := range w.args {
			if got := f.Arg(name); got != value {
				t.Errorf("%s: argument %s: want %q, got %q", w.key, name, value, got)
			}
		}
	}
}

// Without any facts the report still contradicts itself in the same places,
// but for its dates, which only the mandate's window makes late.
func TestSeedReportWithoutFacts(t *testing.T) {
	found := check(t, "seed.txt", seedText(t), Facts{})
	var keys []string
	for _, f := range found {
		keys = append(keys, f.Pos.String()+" "+f.Key)
	}
	want := []string{"381:3 lint.place.twoWays", "410:51 lint.range.constrained", "449:4 lint.place.twoWays",
		"600:5 lint.change.differenceAndShare"}
	if len(keys) != len(want) {
		t.Fatalf("want %v, got %v", want, keys)
	}
	for i := range want {
		if keys[i] != want[i] {
			t.Errorf("want %s, got %s", want[i], keys[i])
		}
	}
}

// A change to one number or name of the report gives exactly one finding more,
// at that place.
func TestSeedMutations(t *testing.T) {
	source, facts := seedText(t), seedFacts(t)
	before := check(t, "seed.txt", source, facts)
	for _, m := range []struct {
		name     string
		line     int
		old, new string
		key      string
	}{
		{"network in 2019, summary", 82, "113", "118", "lint.count.fact"},
		{"network in 2023, summary", 86, "nästan", "drygt", "lint.count.fact"},
		{"offices in table 1", 335, "14", "15", "lint.count.table"},
		{"offices in list 2", 418, "14", "13", "lint.count.list"},
		{"areas in footnote 3", 383, "tre", "fyra", "lint.count.list"},
		{"metropolitan offices", 280, "fem", "sex", "lint.range.sum"},
		{"projects under way", 478, "18", "17", "lint.range.sum"},
		{"a municipality", 352, "Borgholm", "Borghomm", "lint.place.register"},
		{"an area in another municipality", 371, "Drottninghög", "Sångvägen", "lint.place.municipality"},
		{"an opening after the round", 377, "22-12-15", "23-02-15", "lint.date.outside"},
		{"share of growth", 602, "45", "47", "lint.change.both"},
	} {
		t.Run(m.name, func(t *testing.T) {
			mutated, line := replaceNear(t, source, m.line, m.old, m.new)
			after := check(t, "seed.txt", mutated, facts)
			var extra []Finding
			for _, f := range after {
				if !containsFinding(before, f) {
					extra = append(extra, f)
				}
			}
			if len(extra) == 0 || extra[0].Key != m.key {
				t.Fatalf("line %d: want %s, got:\n%s", line, m.key, describe(extra))
			}
			for _, f := range extra[1:] {
				t.Errorf("one mistake, another alarm:\n%s", describe([]Finding{f}))
			}
		})
	}
}

func containsFinding(list []Finding, f Finding) bool {
	for _, g := range list {
		if g.compare(f) == 0 {
			return true
		}
	}
	return false
}
