// Command generate derives the embedded tables of internal/sweden from the
// folder of reference data, and is run by go generate.
//
// In go the CSV files of <data>/sweden, where <data> is ETABLERA_DATA or, by
// default, ../shared/data beside the repository; out come the files of
// internal/sweden/tables. The same data give the same bytes. Figures are
// carried over as they are written, sorted, without the columns that the
// program does not use; sums and references between the tables are checked
// first, and nothing is written unless every table is sound.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("generate: ")
	out := flag.String("out", "tables", "folder to write the tables to")
	flag.Parse()
	if err := run(*out); err != nil {
		log.Fatal(err)
	}
}

func run(out string) error {
	folder, err := dataFolder()
	if err != nil {
		return err
	}
	files, err := build(filepath.Join(folder, "sweden"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(out, f.name), f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// dataFolder returns the folder of reference data.
func dataFolder() (string, error) {
	folder := os.Getenv("ETABLERA_DATA")
	if folder == "" {
		root, err := repositoryRoot()
		if err != nil {
			return "", err
		}
		folder = filepath.Join(root, "..", "shared", "data")
	}
	if _, err := os.Stat(filepath.Join(folder, "sweden")); err != nil {
		return "", fmt.Errorf("no reference data: %w; set ETABLERA_DATA to the folder that holds sweden/", err)
	}
	return folder, nil
}

// repositoryRoot returns the nearest folder upwards that holds go.mod.
func repositoryRoot() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder, nil
		}
		up := filepath.Dir(folder)
		if up == folder {
			return "", fmt.Errorf("no go.mod above the working folder: run within the repository")
		}
		folder = up
	}
}
