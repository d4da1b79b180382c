package compliance

import (
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// officesAmong checks that the projects in the metropolitan areas of Regions,
// apart from those in the municipalities of Except, are as many as Count says. An
// office whose municipality nobody has stated may be one of them.
func (k *check) officesAmong() {
	if !k.c.Count.Known {
		k.unstated("count")
		return
	}
	k.require(figure.OfRange(k.c.Count), figure.Same, k.field("count"))
	var among []*timetable.Project
	var nowhere []programme.Text
	for _, p := range k.ofMandate() {
		m := k.municipality(p)
		switch region := k.places.region[m]; {
		case m == "":
			nowhere = append(nowhere, name(p))
			k.row(name(p), programme.Unknown, projectFact(p), "compliance.row.no-municipality")
		case slices.Contains(k.c.Regions, region) && !slices.Contains(k.c.Except, m):
			among = append(among, p)
			k.row(name(p), programme.Yes, figure.FactAt("offices", p.Office, "municipality"), "compliance.row.in-region", region)
		}
	}
	counted := tally{yes: len(among), unknown: len(nowhere)}
	k.measureTally(counted)
	low, high := len(among), len(among)+len(nowhere)
	switch {
	case high < k.c.Count.Low:
		k.f.Status = NotMet
		k.need("compliance.need.more-projects", k.c.Count.Low-high)
	case low > k.c.Count.High:
		k.f.Status = NotMet
		k.need("compliance.need.fewer-projects", low-k.c.Count.High)
	case low < k.c.Count.Low || high > k.c.Count.High:
		k.needOf("compliance.need.municipality", nowhere)
	default:
		k.settle(among, NotMet)
	}
}
