package document

import (
	"encoding/json"
	"fmt"

	"github.com/etablera/etablera/internal/plan/figure"
)

// Traced is what the manifest says of a figure, as far as writers need it.
type Traced struct {
	Address figure.Address `json:"address"`
	Value   string         `json:"value"` // canonical form
	Unit    string         `json:"unit"`
	Rule    figure.Rule    `json:"rule"`
}

// Traced reads the figures of the manifest in its order. A document without a
// manifest has none.
func (d *Document) Traced() ([]Traced, error) {
	if len(d.Manifest) == 0 {
		return nil, nil
	}
	var m struct {
		Figures []Traced `json:"figures"`
	}
	if err := json.Unmarshal(d.Manifest, &m); err != nil {
		return nil, fmt.Errorf("the figure manifest of %q is not JSON with a list of figures: %w", d.Title, err)
	}
	return m.Figures, nil
}
