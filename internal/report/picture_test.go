package report_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/document"
)

// The picture in the README is the timeline of the report on the example, as the
// product draws it today.
func TestPictureOfTheReadme(t *testing.T) {
	doc, _, err := report.Make(examplePlan(t, firstReport), report.Options{Lang: locale.English})
	if err != nil {
		t.Fatal(err)
	}
	const file = "../../docs/timeline.svg"
	for _, b := range doc.Body {
		p, ok := b.(document.Picture)
		if !ok || p.ID != "figur-timeline" {
			continue
		}
		if *update {
			if err := os.WriteFile(file, p.SVG, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(file); err != nil || !bytes.Equal(want, p.SVG) {
			t.Errorf("%s is not the picture of today (%v): run the test with -update and look at it", file, err)
		}
		return
	}
	t.Error("the report has no timeline")
}
