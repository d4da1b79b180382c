package compliance

import (
	"math"
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// byArea checks that offices lie in or near an area on the Police list of a
// year: every one in the named municipalities, and at least Minimum in each
// metropolitan area, where the named municipalities do not count again.
//
// An office lies in the area that its locality is named for. Otherwise its
// position is measured to the centre of each area that it serves, and one within
// the limit is enough. The register has an area's centre, not its boundary, and
// the distance is straight. A position that stands in for one not known, such as
// the municipality's seat, is measured and shown but decides nothing. A clause
// without a limit asks only that the office serves an area on the list. An office
// that serves no area has not chosen one yet.
func (k *check) byArea() {
	if k.c.ListYear == 0 {
		k.unstated("list-year")
		return
	}
	var demands tally
	var relied []*timetable.Project
	n := areaNeeds{}
	all := k.ofMandate()
	for _, m := range k.c.Municipalities {
		found := 0
		for _, p := range all {
			if k.municipality(p) == m {
				found++
				relied = append(relied, p)
				demands.add(k.officeByArea(p, &n))
			}
		}
		if found == 0 {
			demands.add(programme.No)
			n.project = append(n.project, plain(m))
			k.row(plain(m), programme.No, k.field("municipalities"), "compliance.row.no-project")
		}
	}
	for _, region := range k.c.Regions {
		ps, holds := k.regionByArea(region, all, &n)
		demands.add(holds)
		relied = append(relied, ps...)
	}
	k.require(figure.OfCount(demands.all()), "compliance.demands", k.demandFields()...)
	k.measureTally(demands)
	switch {
	case demands.all() == 0:
		k.need("compliance.need.state-field", "municipalities")
	case demands.no > 0:
		k.f.Status = NotMet
	case demands.unknown == 0:
		k.settle(relied, MetByPlan)
	}
	n.say(k)
}

// demandFields are the fields of the clause that give the number of demands.
func (k *check) demandFields() []figure.Address {
	var out []figure.Address
	for _, name := range []string{"municipalities", "regions", "minimum", "list-year", "within"} {
		out = append(out, k.field(name))
	}
	return out
}

// areaNeeds are the names of what would change the status.
type areaNeeds struct{ project, area, near, position, class, region []programme.Text }

func (n *areaNeeds) say(k *check) {
	k.needOf("compliance.need.project-in", n.project)
	k.needOf("compliance.need.choose-area", n.area)
	k.needOf("compliance.need.nearer", n.near)
	k.needOf("compliance.need.position", n.position)
	if len(n.class) > 0 {
		k.need("compliance.need.list", k.c.ListYear, listed(once(n.class)))
	}
	k.needOf("compliance.need.region", n.region)
}

// regionByArea checks one metropolitan area, and returns the projects that it
// rests on. Those that serve no area show only where they could change it.
func (k *check) regionByArea(region string, all []*timetable.Project, n *areaNeeds) ([]*timetable.Project, programme.Tri) {
	need := max(k.c.Minimum.High, 1)
	var there tally
	var good, silent []*timetable.Project
	own := areaNeeds{}
	for _, p := range all {
		m := k.municipality(p)
		office, _ := k.x.Office(p.Office)
		if office == nil || k.places.region[m] != region || slices.Contains(k.c.Municipalities, m) {
			continue
		}
		if len(served(office)) == 0 {
			silent = append(silent, p)
			continue
		}
		holds := k.officeByArea(p, &own)
		there.add(holds)
		if holds == programme.Yes {
			good = append(good, p)
		}
	}
	if there.yes < need {
		for _, p := range silent {
			there.add(k.officeByArea(p, &own))
		}
	}
	holds := programme.Unknown
	switch {
	case there.yes >= need:
		holds = programme.Yes
	case there.yes+there.unknown < need:
		holds = programme.No
		n.region = append(n.region, plain(region))
	default:
		n.area, n.position, n.class = append(n.area, own.area...), append(n.position, own.position...), append(n.class, own.class...)
	}
	k.row(plain(region), holds, k.field("regions"), "compliance.row.region", there.yes, need)
	return good, holds
}

// officeByArea adds a row for each area that an office serves and says whether
// one of them is on the list and near enough.
func (k *check) officeByArea(p *timetable.Project, n *areaNeeds) programme.Tri {
	office, _ := k.x.Office(p.Office)
	if office == nil {
		k.row(name(p), programme.Unknown, projectFact(p), "compliance.row.no-area")
		return programme.Unknown
	}
	areas := served(office)
	if len(areas) == 0 {
		n.area = append(n.area, name(p))
		k.row(name(p), programme.Unknown, figure.FactAt("offices", office.ID, "serves"), "compliance.row.no-area")
		return programme.Unknown
	}
	var near tally
	own := areaNeeds{}
	for i, area := range areas {
		near.add(k.oneArea(office, name(p), area, i+1, &own))
	}
	switch {
	case near.yes > 0:
		return programme.Yes
	case near.unknown > 0:
		n.position, n.class = append(n.position, once(own.position)...), append(n.class, own.class...)
		return programme.Unknown
	}
	n.near = append(n.near, name(p))
	return programme.No
}

// oneArea adds the figures and the row of one area that an office serves.
func (k *check) oneArea(o *programme.Office, subject programme.Text, area string, nth int, n *areaNeeds) programme.Tri {
	l := k.listed(area, o.Municipality, k.c.ListYear)
	class := figure.Label{Key: "compliance.class." + l.class.String()}
	classAt, distanceAt := k.own("class", o.ID, nth), k.own("distance", o.ID, nth)
	rule, inputs := figure.Reference, []figure.Address(nil)
	if l.fact >= 0 {
		rule, inputs = "compliance.listing", []figure.Address{figure.FactAt("areas", l.fact+1, "class")}
	}
	k.figure(classAt, figure.Label{Key: "compliance.class", Args: []any{area, k.c.ListYear}}, figure.OfWords(l.class.String()), rule, inputs...)
	d := distance(o, l.centre)
	if !math.IsNaN(d) {
		at := []figure.Address{classAt}
		for _, field := range []string{"lat", "lon", "precision"} {
			at = append(at, figure.FactAt("offices", o.ID, "position", field))
		}
		k.figure(distanceAt, figure.Label{Key: "compliance.distance", Args: []any{subject, area}}, metres(d), "compliance.distance", at...)
	}
	switch {
	case !l.class.IsListed():
		holds := programme.No
		if l.class != sweden.NotListed {
			holds, n.class = programme.Unknown, append(n.class, plain(area))
		}
		k.row(subject, holds, classAt, "compliance.row.class", area, class, k.c.ListYear)
		return holds
	case isIn(o, area):
		k.row(subject, programme.Yes, classAt, "compliance.row.in-area", area, class, k.c.ListYear)
		return programme.Yes
	case k.c.Within == 0:
		k.row(subject, programme.Yes, classAt, "compliance.row.class", area, class, k.c.ListYear)
		return programme.Yes
	case math.IsNaN(d):
		n.position = append(n.position, subject)
		k.row(subject, programme.Unknown, classAt, "compliance.row.no-distance", area, class, k.c.ListYear)
		return programme.Unknown
	}
	within := figure.Between(figure.Metres, int64(k.c.Within), int64(k.c.Within))
	holds := tri(metres(d).Low <= within.Low)
	if rough[o.Position.Precision] {
		holds, n.position = programme.Unknown, append(n.position, subject)
	}
	k.row(subject, holds, distanceAt, "compliance.row.distance", area, class, k.c.ListYear, metres(d), within, precision(o.Position.Precision))
	return holds
}

// precision says in words how exact a position is; words of the owner's own
// stand as they are.
func precision(stated string) any {
	if key := "compliance.precision." + stated; stated == "" || Messages[key] != ([2]string{}) {
		return figure.Label{Key: key}
	}
	return stated
}
