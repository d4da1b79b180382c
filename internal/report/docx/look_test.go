package docx

import (
	"os"
	"testing"

	"github.com/etablera/etablera/internal/report/files/sample"
)

func TestLook(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		b, err := Bytes(sample.Report(lang))
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile("/tmp/docx-look/"+lang+".docx", b, 0o644)
	}
}
