package main

import (
	"strings"
	"testing"
)

const omstallning = "../../examples/omstallning-2025"

// The command answers, or says in the reader's language what is wrong with the asking.
func TestSitingCloseCommand(t *testing.T) {
	on := " -p " + omstallning
	for _, c := range []struct {
		args      string
		end       end
		has, errs []string
	}{
		{args: "siting close --count 10 --on 2025-06-13,2025-12-31" + on, has: []string{"Bäst för varje mål för sig", "2025-05-23", "länsstyrelsen i Skåne"}},
		{args: "siting close --count 10 --stages 2 --lang en --goal areas" + on, has: []string{"Cumulative effect after each stage, best for vulnerable areas", "the region of Skåne län"}},
		{args: "siting close --count 10 --format json --stages 9,1" + on, has: []string{`etablera.closing/1`}},
		{args: "siting close --count 10 --stages 2 --format svg" + on, has: []string{"<svg", "Invånare som får längre"}},
		{args: "siting close --count 10 --explain closing/set/time/office/kungalv/decides" + on, has: []string{"Behörig att besluta om Kungälv", "Statens servicecenters styrelse", "competences"}},
		{args: "siting close --count 6 --stages 2" + on, end: no, has: []string{"minst ett av dem måste ge vika", "Kungälv avvecklas enligt beslut eller plan", "6 kontor avvecklade efter steg 2"}},
		{args: "siting close --save facts --assume 3.2" + on, has: []string{"2025, det första året att spara, har börjat", "Antagen kostnad"}},
		{args: "siting close --save 2025:900 --assume 3.2" + on, end: no, has: []string{"sparade 2025"}},
		{args: "siting close --save 2026:5,2027:10 --assume 3.2 --goal areas", has: []string{"före 2026, det första året att spara", "2025-12-31"}},
		{args: "siting close --count 2 --stages 2 --keep-counties --drop 20", has: []string{"Avvecklingarna, bäst för extra restid"}},
		{args: "siting close --count 2 --on 2020-01-01" + on, end: trouble, errs: []string{"2020-01-01", "2025-05-2", "nätet"}},
		{args: "siting close --count 2 --on 2020-01-01 --explain closing/stage/1/last --lang en" + on, end: trouble, errs: []string{"before the day of the network"}},
		{args: "siting close --save facts", end: trouble, errs: []string{"--save 2025:50"}},
		{args: "siting close", end: trouble, errs: []string{"--count"}},
		{args: "siting close --count 2 --goal x", end: trouble, errs: []string{`"x"`, "county"}},
		{args: "siting close --count 2 --stages 0", end: trouble, errs: []string{"--stages"}},
		{args: "siting close --count 2 --stages 2,1", end: trouble, errs: []string{"--count 2"}},
		{args: "siting close --count 2 --on 2025-02-30", end: trouble, errs: []string{"--on"}},
		{args: "siting close --count 2 --on 2025-03-02,2025-03-01", end: trouble, errs: []string{"--on"}},
		{args: "siting close --count 2 --stages 3 --on 2025-03-02", end: trouble, errs: []string{"--stages"}},
		{args: "siting close --count 2 --on 2025-03-02 --until 2025-03-01", end: trouble, errs: []string{"--until"}},
		{args: "siting close --save 2025", end: trouble, errs: []string{"--save"}},
		{args: "siting close --save 2025:1,2025:2", end: trouble, errs: []string{"--save"}},
		{args: "siting close --count 1 --assume x", end: trouble, errs: []string{"--assume"}},
		{args: "siting close --count 1 --drop 101", end: trouble, errs: []string{"--drop"}},
		{args: "siting close --count 1 --keep boden --close boden", end: trouble, errs: []string{`"boden"`}},
		{args: "siting close --count 1 --keep nowhere" + on, end: trouble, errs: []string{`"nowhere"`}},
		{args: "siting close --count 900" + on, end: trouble, errs: []string{"900", "44"}},
		{args: "siting close --count 1 --day x", end: trouble, errs: []string{"x"}},
	} {
		r := run(strings.Fields(c.args)...)
		if r.end != c.end {
			t.Errorf("etablera %s ends %s, want %s: %v\n%.600s", c.args, r.end, c.end, r.err, r.out)
		}
		for _, want := range c.has {
			if !strings.Contains(r.out, want) {
				t.Errorf("etablera %s does not print %q:\n%.900s", c.args, want, r.out)
			}
		}
		for _, want := range c.errs {
			if !strings.Contains(r.errs, want) {
				t.Errorf("etablera %s does not complain of %q: %s", c.args, want, r.errs)
			}
		}
	}
}
