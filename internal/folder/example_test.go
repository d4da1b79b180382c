package folder

import (
	"os"
	"reflect"
	"testing"

	"github.com/etablera/etablera/internal/programme"
)

// The example that comes with the product reads without a mistake, and is written
// and read back unchanged.
func TestExampleFolderReads(t *testing.T) {
	const dir = "../../examples/uppdrag-2021"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the example is not there")
	}
	s, _, mistakes, err := ReadDir(dir, programme.Register{})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range mistakes {
		if m.Severity == programme.Error {
			t.Errorf("%s: %s", m.Place, m.Text("en"))
		} else {
			t.Logf("%s: %s", m.Place, m.Text("en"))
		}
	}
	texts, err := Text(s)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := syntaxOf(asFS(texts))
	if d := firstDifference(reflect.ValueOf(*s), reflect.ValueOf(*again), ""); d != "" {
		t.Error(d)
	}
}
