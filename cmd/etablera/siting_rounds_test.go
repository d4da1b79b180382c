package main

import (
	"strings"
	"testing"
)

// The command answers, or says in the reader's language what is wrong with the asking.
func TestSitingRounds(t *testing.T) {
	for _, c := range []struct {
		args      string
		end       end
		has, errs []string
	}{
		{args: "siting rounds", has: []string{"Ja. En annan fördelning", "flytta Växjö (Araby) till Omgång 1; Nynäshamn till Omgång 2", "ingen har angett hur många projektledare"}},
		{args: "siting rounds --goal areas --against access --lang en", has: []string{"What vulnerable areas that wait costs in mean time", "proven"}},
		{args: "siting rounds --sizes 13-15,13-15 --leaders 16 --lang en", has: []string{"13–15", "Round 1 open (P50)"}},
		{args: "siting rounds --format json --goal spread", has: []string{`"schema": "etablera.rounds/1"`, `"verdict"`}},
		{args: "siting rounds --format svg --goal access --against areas", has: []string{"<svg", "Uppdragets egen fördelning"}},
		{args: "siting rounds --sizes 12,16", end: trouble, errs: []string{"begärt 12–12", "uppdragets krav 13–"}},
		{args: "siting rounds --leaders 2", end: trouble, errs: []string{"vad ledarna hinner"}},
		{args: "siting rounds --sizes 28", end: trouble, errs: []string{"--sizes", "1", "2"}},
		{args: "siting rounds --sizes a,b", end: trouble, errs: []string{`"a"`}},
		{args: "siting rounds --sizes 15-13,13", end: trouble, errs: []string{`"15-13"`}},
		{args: "siting rounds --goal x", end: trouble, errs: []string{`"x"`, "areas"}},
		{args: "siting rounds --against balance", end: trouble, errs: []string{"--against"}},
		{args: "siting rounds --mandate x", end: trouble, errs: []string{`"x"`}},
		{args: "siting rounds --mandate uppdrag-2020 --lang en", end: trouble, errs: []string{"no mandate has two rounds"}},
		{args: "siting rounds --leaders -1", end: trouble, errs: []string{"--leaders"}},
		{args: "siting rounds --nodes -1", end: trouble, errs: []string{"--nodes"}},
		{args: "siting rounds --format svg", end: trouble, errs: []string{"--against"}},
		{args: "explain rounds/division/own/spread", has: []string{"län som saknas i en omgång, uppdragets egen fördelning: 2", "projects/vaxjo-araby/round"}},
		{args: "explain rounds/verdict/known --depth 2", has: []string{"dominerad", "rounds/step/known/areas/own"}},
	} {
		r := run(append(strings.Fields(c.args), "--runs", "200")...)
		if r.end != c.end {
			t.Errorf("etablera %s ends %s, want %s: %v\n%.600s", c.args, r.end, c.end, r.err, r.out)
		}
		for _, want := range c.has {
			if !strings.Contains(strings.Join(strings.Fields(r.out), " "), want) {
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
