package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/figure"
)

// ManifestSchema names the form of the manifest; it changes with the form.
const ManifestSchema = "etablera.manifest/1"

// Manifest lists the figures of a report so that they can be checked later,
// against the same facts or newer ones.
type Manifest struct {
	Schema      string           `json:"schema"`
	Programme   string           `json:"programme"`
	Deliverable string           `json:"deliverable"`
	Lang        string           `json:"lang"`
	AsOf        civil.Date       `json:"asOf"`
	Seed        uint64           `json:"seed"`
	Runs        int              `json:"runs"`
	Figures     []ManifestFigure `json:"figures"`
}

// ManifestFigure is one figure as a report shows it.
type ManifestFigure struct {
	ID      string           `json:"id"` // f1, f2 … in the order of the document
	Address figure.Address   `json:"address"`
	Value   string           `json:"value"` // canonical form
	Unit    string           `json:"unit"`
	Shown   []string         `json:"shown"`    // the forms in which the document writes it
	Round   int              `json:"decimals"` // of the first form; −1 is the usual number
	Rule    figure.Rule      `json:"rule"`
	Inputs  []figure.Address `json:"inputs"`
	Hash    string           `json:"inputHash"`
}

// Encode writes the manifest as indented JSON in which control characters beyond
// ASCII are escaped too: a format that tidies its text then leaves it whole.
func (m *Manifest) Encode() ([]byte, error) {
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for _, r := range string(text) {
		if r >= 0x7f && r <= 0x9f {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.Bytes(), nil
}

// maxManifest bounds what is read from a document that says it is a report.
const maxManifest = 64 << 20

// DecodeManifest reads a manifest and refuses one of another form.
func DecodeManifest(r io.Reader) (*Manifest, error) {
	var m Manifest
	dec := json.NewDecoder(io.LimitReader(r, maxManifest))
	if err := dec.Decode(&m); err != nil {
		return nil, fmt.Errorf("the figure manifest cannot be read: %w", err)
	}
	if m.Schema != ManifestSchema {
		return nil, fmt.Errorf("the figure manifest has the form %q: this version reads %q", m.Schema, ManifestSchema)
	}
	return &m, nil
}
