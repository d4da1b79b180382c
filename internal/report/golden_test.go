package report_test

import (
	"fmt"
	"testing"

	"github.com/etablera/etablera/internal/locale"
)

// The reports of the example read as they did when a person last read them.
func TestGoldenReports(t *testing.T) {
	for _, c := range []struct {
		day  string
		lang locale.Lang
	}{
		{firstReport, locale.Swedish}, {firstReport, locale.English}, {"2022-12-31", locale.Swedish}, {"2025-06-30", locale.Swedish},
	} {
		t.Run(c.day+"."+string(c.lang), func(t *testing.T) {
			doc, _ := exampleReport(t, c.day, c.lang)
			golden(t, fmt.Sprintf("example-%s.%s.txt", c.day, c.lang), dump(doc))
		})
	}
}
