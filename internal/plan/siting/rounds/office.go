package rounds

import (
	"slices"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/sweden"
)

// Office is one of the mandate's offices.
type Office struct {
	ID         programme.OfficeID
	Project    programme.ProjectID
	Name       string
	County     string // "" where the municipality is not known
	Categories []programme.Category
	// Areas are the vulnerable areas that it is to serve; Unnamed says that it is to lie
	// in one that nobody has named.
	Areas   []string
	Unnamed bool
	Round   int // its own, a position in Rounds; −1 for none
	// IsPlaced says that its position is known, IsRough that this stands in for another.
	IsPlaced, IsRough bool

	site int32 // in the coverage
	plan int   // in the timetable
}

// rough are the precisions of a position that only stands in for the office's own.
var rough = []string{"municipal seat", "centre of areas served", "centre of area"}

// readOffices lists the offices that the mandate's projects open.
func (r *Rounds) readOffices() {
	s := r.facts.S
	seen := map[programme.OfficeID]bool{}
	for i := range s.Projects {
		p := &s.Projects[i]
		at := r.table.Find(p.ID)
		if p.Mandate != r.Mandate.ID || p.Kind != programme.Open || seen[p.Office] || at < 0 {
			continue
		}
		o, k := r.facts.Office(p.Office)
		if o == nil {
			continue
		}
		seen[p.Office] = true
		x := Office{ID: o.ID, Project: p.ID, Name: r.coverage.Sites[k].Name, Categories: o.Categories, site: int32(k), plan: at,
			Round: slices.IndexFunc(r.Rounds, func(x Round) bool { return x.ID == p.Round })}
		if m, ok := sweden.MunicipalityByName(o.Municipality); ok {
			x.County = m.County().Name
		}
		x.IsPlaced = o.Position != nil
		x.IsRough = x.IsPlaced && slices.Contains(rough, o.Position.Precision)
		for _, name := range o.Serves {
			if a, ok := sweden.AreaByName(name); ok {
				name = a.Name
			}
			if !slices.Contains(x.Areas, name) {
				x.Areas = append(x.Areas, name)
			}
		}
		if a, ok := sweden.AreaByName(o.Locality); ok && o.Locality != "" && len(x.Areas) == 0 {
			x.Areas = append(x.Areas, a.Name)
		}
		x.Unnamed = len(x.Areas) == 0 && slices.Contains(o.Categories, programme.Vulnerable)
		r.Offices = append(r.Offices, x)
	}
}
