package programme

import "github.com/etablera/etablera/internal/civil"

// Offer is premises on offer for an office: a candidate place, before anybody has
// signed for it. What nobody has stated of it stays unknown.
type Offer struct {
	ID           string     `yaml:"id"`
	Office       OfficeID   `yaml:"office"` // that it may house
	Name         string     `yaml:"name"`
	Position     *Position  `yaml:"position"`
	SquareMetres Range      `yaml:"square-metres"`
	Rent         Amount     `yaml:"rent"`      // a year
	Available    civil.Span `yaml:"available"` // the day from which it can be had
	Rebuild      Tri        `yaml:"rebuild"`   // whether it must be rebuilt first
	Note         Text       `yaml:"note"`
	Provenance
}
