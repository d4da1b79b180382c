package sweden

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"
)

// readData returns the records of a file of the reference data as maps by
// column, and skips the test where the data are not at hand.
func readData(t *testing.T, name string) []map[string]string {
	t.Helper()
	folder := os.Getenv("ETABLERA_DATA")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(folder, "sweden", name))
	if err != nil {
		t.Skipf("no reference data (%v); set ETABLERA_DATA to run this test", err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var records []map[string]string
	for _, line := range lines[1:] {
		m := map[string]string{}
		for i, column := range lines[0] {
			m[column] = line[i]
		}
		records = append(records, m)
	}
	return records
}
