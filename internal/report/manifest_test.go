package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/report"
)

// A manifest survives its own text, also where a format tidies control characters away.
func TestManifestText(t *testing.T) {
	m := &report.Manifest{Schema: report.ManifestSchema, Figures: []report.ManifestFigure{{ID: "f1", Shown: []string{"a\u0085b\u009f\u2028 å"}}}}
	text, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(string(text), "\u0085\u009f\u2028") {
		t.Errorf("%q holds raw control characters", text)
	}
	back, err := report.DecodeManifest(bytes.NewReader(text))
	if err != nil || back.Figures[0].Shown[0] != m.Figures[0].Shown[0] {
		t.Errorf("came back as %+v, %v", back, err)
	}
	for _, bad := range []string{"", "{", `{"schema":"etablera.manifest/9"}`, "[]"} {
		if _, err := report.DecodeManifest(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was taken for a manifest", bad)
		}
	}
}
