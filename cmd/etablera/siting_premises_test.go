package main

import (
	"os"
	"strings"
	"testing"
)

// premisesFiles writes lists of premises and tables of times, and moves there.
func premisesFiles(t *testing.T) {
	t.Helper()
	streetFiles(t)
	for name, text := range map[string]string{
		"list.csv":   "id,name,lat,lon,rent\ntorget,Torget,55.58,13.01,300 tkr\n",
		"nobody.csv": "id,lat,lon,office\ntorget,55.58,13.01,nowhere\n",
		"wrong.csv":  "id,lat,lon\ntorget,55.58,east\n",
		"rent.csv":   "id,lat,lon,rent\ntorget,55.58,13.01,450000\n",
		"help.csv":   helpList(t),
		"times.csv":  "from,to,seconds\narea/Södra Sofielund (Seved),mobilia,420\narea/Södra Sofielund (Seved),torget,900\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// helpList is the list that the help shows.
func helpList(t *testing.T) (list string) {
	t.Helper()
	for line := range strings.Lines(premisesTexts["long"][0]) {
		if row, ok := strings.CutPrefix(line, "  "); ok {
			list += row
		}
	}
	return list
}

// The command lays premises of the facts and of a list side by side, with the times that
// a table or a network gives, or says in the reader's language what is wrong.
func TestSitingPremises(t *testing.T) {
	premisesFiles(t)
	if r := run("network", "build", "street.osm", "-o", "street.net"); r.err != nil {
		t.Fatal(r)
	}
	for _, c := range []struct {
		args      string
		end       end
		has, errs []string
	}{
		{args: "siting premises", has: []string{"Mobilia", "Holma/Kroksbäck/Bellevuegården", "hållplatsen Malmö Mobilia", "kollektivtrafik uppskattas inte"}},
		{args: "siting premises --premises list.csv --office malmo-mobilia --lang en", has: []string{"Torget", "Mobilia", "by public transport", "0.30"}},
		{args: "siting premises --premises list.csv --office malmo-mobilia --matrix times.csv --mode transit --format csv",
			has: []string{"malmo-mobilia,torget,Torget,Södra Sofielund (Seved),transit,900,,", "malmo-mobilia,mobilia,Mobilia,Södra Sofielund (Seved),transit,420,,", "transit,,no-way,"}},
		{args: "siting premises --network street.net --format csv", has: []string{"car,,no-road,", "road,false"}},
		{args: "siting premises --area Rosengård --area Seved", has: []string{"Rosengård söder om Amiralsgatan", "Södra Sofielund"}},
		{args: "siting premises --format svg", has: []string{"<svg", "Mobilia"}},
		{args: "siting premises --format json", has: []string{`"schema": "etablera.premises/1"`, `"why": "no-method"`}},
		{args: "siting premises --office boden", has: []string{"Inga lokaler är erbjudna"}},
		{args: "explain premises/offer/mobilia/worst/walk", has: []string{"Längsta restiden till Mobilia till fots", ": 27"}},
		{args: "siting premises --office boden --format svg", end: trouble, errs: []string{"--office"}},
		{args: "siting premises --office x", end: trouble, errs: []string{`"x"`}},
		{args: "siting premises --premises nobody.csv", end: trouble, errs: []string{`"nowhere"`}},
		{args: "siting premises --premises list.csv", end: trouble, errs: []string{"list.csv:2:1", "--office"}},
		{args: "siting premises --premises wrong.csv --office boden", end: trouble, errs: []string{"wrong.csv:2:14", "”east”"}},
		{args: "siting premises --premises rent.csv --office boden", end: trouble, errs: []string{"rent.csv:2:", "450 tkr"}},
		{args: "siting premises --premises rent.csv --office boden --lang en", end: trouble, errs: []string{"such as 450 tkr"}},
		{args: "siting premises --premises help.csv", has: []string{"Torget 1", "adressen", "0,45"}},
		{args: "siting premises --premises help.csv --lang en", has: []string{"the address"}},
		{args: "siting premises --premises none.csv", end: trouble, errs: []string{"none.csv"}},
		{args: "siting premises --area Rosengrd", end: trouble, errs: []string{"Rosengård"}},
		{args: "siting premises --area zzzzzzzz", end: trouble, errs: []string{`"zzzzzzzz"`}},
		{args: "siting premises --list-year 2018", end: trouble, errs: []string{"2018"}},
		{args: "siting premises --matrix times.csv", end: trouble, errs: []string{"--mode"}},
		{args: "siting premises --mode car", end: trouble, errs: []string{"--matrix"}},
		{args: "siting premises --date 2021-11-09", end: trouble, errs: []string{"--network"}},
		{args: "siting premises --network street.net --date 2021-11-09", end: trouble, errs: []string{"det har car, walk"}},
		{args: "siting premises extra", end: trouble, errs: []string{"siting premises"}},
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
