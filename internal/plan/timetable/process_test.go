package timetable

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// The order leads forward over every link, however the stages are written.
func TestProcessOrder(t *testing.T) {
	s := sceneOn(t, "2022-01-31").stage("flytt", programme.AgencyOwned, "1", "bygge", "lov ff").opens().
		stage("bygge", programme.LandlordOwned, "1", "lokal").stage("lov", programme.MunicipalityOwned, "1", "lokal ss 5").
		stage("lokal", programme.AgencyOwned, "1").stage("avslut", programme.AgencyOwned, "1", "flytt").stage("lokal", programme.AgencyOwned, "9", "avslut")
	p, err := newProcess(programme.NewIndex(&s.s))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.stages) != 5 || p.opens != 0 {
		t.Fatalf("%d stages, the office opens at %d", len(p.stages), p.opens)
	}
	for i := range p.stages {
		for _, l := range p.stages[i].in {
			if slices.Index(p.order, l.from) > slices.Index(p.order, i) {
				t.Errorf("%s stands before %s", p.stages[i].ID, p.stages[l.from].ID)
			}
		}
		if want := p.stages[i].ID != "avslut"; p.stages[i].leads != want {
			t.Errorf("%s leads to the opening: %v", p.stages[i].ID, !want)
		}
		if want := p.stages[i].ID == "lokal"; p.stages[i].isRoot() != want {
			t.Errorf("%s is first: %v", p.stages[i].ID, !want)
		}
	}
}

// A link without a kind, made in code, is finish to start.
func TestLinkWithoutKind(t *testing.T) {
	s := sceneOn(t, "2022-01-31").chain("1", "1", "1")
	s.s.Process[1].After = []programme.Link{{Stage: "lokal"}}
	p, err := newProcess(programme.NewIndex(&s.s))
	if err != nil || p.stages[1].in[0].kind != programme.FinishStart {
		t.Errorf("%+v, %v", p, err)
	}
}
