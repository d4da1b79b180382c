package main

import (
	"fmt"
	"slices"
	"strings"
)

// A file is one table to write.
type file struct {
	name string
	data []byte
}

// build derives every table from the CSV files of a folder.
func build(folder string) ([]file, error) {
	municipalities, population, err := buildMunicipalities(folder)
	if err != nil {
		return nil, err
	}
	files := []file{{"municipalities.tsv", municipalities}}
	for _, step := range []struct {
		name  string
		build func(folder string, population map[string]int) ([]byte, error)
	}{
		{"counties.tsv", buildCounties},
		{"localities.tsv", buildLocalities},
		{"areas.tsv", buildAreas},
		{"points.bin", buildPoints},
	} {
		data, err := step.build(folder, population)
		if err != nil {
			return nil, err
		}
		files = append(files, file{step.name, data})
	}
	return files, nil
}

// tsv writes rows under a header, sorted by their cells from the left, and
// refuses two equal rows.
func tsv(name, header string, rows [][]string) ([]byte, error) {
	slices.SortFunc(rows, slices.Compare)
	var b strings.Builder
	b.WriteString(header + "\n")
	for i, r := range rows {
		if i > 0 && slices.Equal(r, rows[i-1]) {
			return nil, fmt.Errorf("%s: %q twice: want every row once", name, r)
		}
		b.WriteString(strings.Join(r, "\t") + "\n")
	}
	return []byte(b.String()), nil
}
