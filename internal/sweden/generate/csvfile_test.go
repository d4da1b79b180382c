package main

import (
	"strings"
	"testing"
)

func TestReadRecordsNamesThePlaceOfAFault(t *testing.T) {
	known := map[string]int{"2582": 1}
	for _, c := range []struct {
		name, text string
		read       func(record)
		want       string
	}{
		{"an empty file", "", nil, "t.csv:1: no header"},
		{"a column missing", "a,c\n", nil, `t.csv:1: no column "b" among a, c`},
		{"a line too long", "a,b\n1,2,3\n", func(record) {}, "t.csv: record on line 2: wrong number of fields"},
		{"an empty name", "a,b\n1,\n", func(r record) { r.name("b") }, "t.csv:2: b is empty"},
		{"a tab in a name", "a,b\n1,\"x\ty\"\n", func(r record) { r.text("b") }, "t.csv:2: b \"x\\ty\": want no tab"},
		{"a fraction for a count", "a,b\n1,2\n1.5,2\n", func(r record) { r.count("a") }, `t.csv:3: a "1.5": want a whole number`},
		{"a negative count", "a,b\n-1,2\n", func(r record) { r.count("a") }, `t.csv:2: a "-1"`},
		{"a place outside Sweden", "a,b\n48.85,2.35\n", func(r record) { r.latitude("a") }, `t.csv:2: a "48.85": want a number from 55 to 70`},
		{"a longitude that is no number", "a,b\n1,NaN\n", func(r record) { r.longitude("b") }, "t.csv:2: b"},
		{"a code too short", "a,b\n180,\n", func(r record) { r.code("a", 4) }, `t.csv:2: a "180": want 4 digits`},
		{"a code with a letter", "a,b\n018O,\n", func(r record) { r.code("a", 4) }, "want 4 digits"},
		{"two faults", "a,b\nx,y\n", func(r record) { r.count("a"); r.count("b") }, `t.csv:2: a "x"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := readRecords(strings.NewReader(c.text), "t.csv", []string{"a", "b"}, c.read)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
	err := readRecords(strings.NewReader("municipality_code\n9999\n"), "t.csv", nil, func(r record) { r.municipality(known) })
	if err == nil || !strings.Contains(err.Error(), `"9999": no such municipality`) {
		t.Errorf("an unknown municipality: %v", err)
	}
}

func TestReadRecordsStopsAtTheFirstFault(t *testing.T) {
	seen := 0
	err := readRecords(strings.NewReader("a\n1\nx\n3\n"), "t.csv", []string{"a"}, func(r record) { r.count("a"); seen++ })
	if err == nil || seen != 2 {
		t.Errorf("%d records were read, %v", seen, err)
	}
}

// A line is counted as an editor counts it, also after a cell of two lines.
func TestReadRecordsCountsLines(t *testing.T) {
	err := readRecords(strings.NewReader("a,b\n\"one\ntwo\",3\n4,x\n"), "t.csv", []string{"a"}, func(r record) { r.count("b") })
	if err == nil || !strings.Contains(err.Error(), "t.csv:4:") {
		t.Errorf("got %v, want line 4", err)
	}
}
