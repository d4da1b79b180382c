package main

import (
	"os"
	"strings"
	"testing"
)

// The command answers, or says in the reader's language what is wrong with the asking.
func TestSitingCommand(t *testing.T) {
	for _, c := range []struct {
		args      string
		end       end
		has, errs []string
	}{
		{args: "siting --goal areas", has: []string{"Bäst för varje mål för sig", "Skäggetorp", "Vem som får närmare"}},
		{args: "siting --p 27 --lang en", end: no, has: []string{"With 27 offices these demands cannot be met together", "at least 28 offices", "The least that must give", "best for: mean time"}},
		{args: "siting --goal worst --against mean", end: trouble, errs: []string{"worst"}},
		{args: "siting --years 101", end: trouble, errs: []string{"negativa"}},
		{args: "siting --goal x", end: trouble, errs: []string{`"x"`, "areas"}},
		{args: "siting --against mean", end: trouble, errs: []string{"--against"}},
		{args: "siting --mandate x", end: trouble, errs: []string{`"x"`}},
		{args: "siting --p -1", end: trouble, errs: []string{"negativa"}},
		{args: "siting --list-year 2018", end: trouble, errs: []string{"2018", "2019"}},
		{args: "siting --format svg", end: trouble, errs: []string{"--against"}},
		{args: "siting --format svg --map --goal areas", has: []string{"<svg", "Platser: bäst för"}},
		{args: "explain siting/option/number --p 30", has: []string{"Kontor att öppna: 30"}},
		{args: "explain siting/option/number --p -1", end: trouble, errs: []string{"negativa"}},
		{args: "explain siting/option/number", has: []string{"Kontor att öppna: 28"}},
	} {
		r := run(strings.Fields(c.args)...)
		if r.end != c.end {
			t.Errorf("etablera %s ends %s, want %s: %v\n%.600s", c.args, r.end, c.end, r.err, r.out)
		}
		for _, want := range c.has {
			if !strings.Contains(r.out, want) {
				t.Errorf("etablera %s does not print %q:\n%.600s", c.args, want, r.out)
			}
		}
		for _, want := range c.errs {
			if !strings.Contains(r.errs, want) {
				t.Errorf("etablera %s does not complain of %q: %s", c.args, want, r.errs)
			}
		}
	}
}

// With a network or a table of times the places are measured by these, and those that the
// table does not know are counted as lacking.
func TestSitingByNetworkAndTable(t *testing.T) {
	busFiles(t)
	table := "from,to,seconds\nsouth,area-0180-Husby,600\nfar,area-0180-Husby,4000\nsouth,north,1200\nfar,north,1100\n"
	if err := os.WriteFile("times.csv", []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	const ask = "siting -p p --population people.csv --p 1 --goal within "
	for _, c := range []struct {
		args string
		has  []string
	}{
		{ask + "--network bus.net --mode walk", []string{"vägnätet", "Kontor att öppna: 1"}},
		{ask + "--matrix times.csv", []string{"Möjliga platser: 1.", "Husby", "Platser som"}},
		{strings.Replace(ask, "--p 1", "--p 2", 1) + "--matrix times.csv", []string{"färre än kontoren"}},
	} {
		r := run(strings.Fields(c.args)...)
		for _, want := range c.has {
			if !strings.Contains(r.out, want) {
				t.Errorf("etablera %s does not print %q:\n%s\n%s", c.args, want, r.out, r.errs)
			}
		}
	}
}
