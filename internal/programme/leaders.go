package programme

import "github.com/etablera/etablera/internal/civil"

// LeaderCount states how many project leaders there are from a day on. A project
// has one leader from start to end, so this is what bounds how many projects can
// run at once.
type LeaderCount struct {
	From    civil.Date `yaml:"from"` // unknown: as long as anybody knows
	Leaders Range      `yaml:"leaders"`
	Each    Range      `yaml:"projects-each"` // at once, by one leader; 1 where nobody has said
	Provenance
}
