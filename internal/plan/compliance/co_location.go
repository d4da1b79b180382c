package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// coLocationSought checks that every project of the mandate has recorded whether
// co-location is possible. An office that is co-located, or has a host, has
// answered the question. Where nothing is recorded it is unknown whether anybody
// has looked; a dialogue about it in general does not tell it of a project.
func (k *check) coLocationSought() {
	ps := k.ofMandate()
	k.require(figure.OfCount(len(ps)), figure.Number, projectFacts(ps)...)
	if len(ps) == 0 {
		k.need("compliance.need.projects")
		return
	}
	var t tally
	var without []programme.Text
	for _, p := range ps {
		at, stated := figure.FactAt("projects", p.ID, "co-location"), k.x.S.Projects[p.Position].CoLocation
		office, _ := k.x.Office(p.Office)
		if stated == programme.Unknown && office != nil && (office.Premises == programme.CoLocated || office.HostParty != "") {
			at, stated = figure.FactAt("offices", office.ID, "premises"), programme.Yes
		}
		switch stated {
		case programme.Yes:
			k.row(name(p), programme.Yes, at, "compliance.row.co-location-yes")
		case programme.No:
			k.row(name(p), programme.Yes, at, "compliance.row.co-location-no")
		default:
			without = append(without, name(p))
			k.row(name(p), programme.Unknown, at, "compliance.row.co-location-unknown")
		}
		t.add(k.f.Evidence[len(k.f.Evidence)-1].For)
	}
	k.measureTally(t)
	if t.unknown == 0 {
		k.f.Status = Met
	}
	k.needOf("compliance.need.co-location", without)
}
