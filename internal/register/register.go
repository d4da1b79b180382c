// Package register lends the names of the reference tables to the check of a
// programme's facts: which municipalities, counties, metropolitan areas and
// vulnerable areas exist. It joins two rooms that must not know each other.
package register

import (
	"sync"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Names returns the register of Swedish names that programme.Validate asks for.
// It is built once; the caller must not change it.
var Names = sync.OnceValue(func() programme.Register {
	var r programme.Register
	byCode := map[string]string{}
	for _, m := range sweden.Municipalities() {
		r.Municipalities = append(r.Municipalities, m.Name)
		byCode[m.Code] = m.Name
	}
	for _, c := range sweden.Counties() {
		r.Counties = append(r.Counties, c.Name)
	}
	for _, m := range sweden.MetropolitanAreas() {
		r.Regions = append(r.Regions, m.Seat())
	}
	r.Areas = sweden.AreaNames()
	r.AreaMunicipality = map[string]string{}
	for _, name := range r.Areas {
		if a, ok := sweden.AreaByName(name); ok {
			r.AreaMunicipality[name] = byCode[a.Municipality]
		}
	}
	return r
})
