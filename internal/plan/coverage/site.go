package coverage

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// Site is a place where an office is, was or could be.
type Site struct {
	Key          string             // the office's id; "<scenario>.<n>" for what only a scenario opens or moves to
	Office       programme.OfficeID // "" for an office that only a scenario has
	Name         string
	Municipality string
	At           Place
	IsPlaced     bool
	Precision    string
	grounds      []figure.Address // what is stated of the position
}

// sitesOf lists the offices of the facts as sites, in their order.
func sitesOf(x *programme.Index) []Site {
	out := make([]Site, len(x.S.Offices))
	for i := range x.S.Offices {
		o := &x.S.Offices[i]
		s := &out[i]
		*s = Site{Key: string(o.ID), Office: o.ID, Name: o.Name, Municipality: o.Municipality}
		if s.Name == "" {
			s.Name = string(o.ID)
		}
		if o.Position != nil {
			s.place(o.Position, "offices", o.ID, "position")
		}
	}
	return out
}

func (s *Site) place(p *programme.Position, section string, path ...any) {
	s.At, s.IsPlaced, s.Precision = Place{s.Key, p.Lat, p.Lon}, true, p.Precision
	for _, field := range []string{"lat", "lon"} {
		s.grounds = append(s.grounds, figure.FactAt(section, append(append([]any{}, path...), field)...))
	}
}
