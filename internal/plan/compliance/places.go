package compliance

import (
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/sweden"
)

// places knows which metropolitan area a municipality belongs to, by the name
// that people use: Stockholm, Göteborg, Malmö.
type places struct{ region map[string]string } // municipality → seat of its area

func newPlaces() places {
	p := places{region: map[string]string{}}
	for _, a := range sweden.MetropolitanAreas() {
		for _, code := range a.Municipalities {
			if m, ok := sweden.MunicipalityByCode(code); ok {
				p.region[m.Name] = a.Seat()
			}
		}
	}
	return p
}

// countyOf returns the name of a municipality's county, "" where it is not known.
func countyOf(municipality string) string {
	if m, ok := sweden.MunicipalityByName(municipality); ok {
		return m.County().Name
	}
	return ""
}

// municipality returns where a project's office is, "" where nobody has said.
func (all *checker) municipality(p *timetable.Project) string {
	if office, _ := all.x.Office(p.Office); office != nil {
		return office.Municipality
	}
	return ""
}
