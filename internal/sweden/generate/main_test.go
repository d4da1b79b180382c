package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The tables in the repository are what the data give, byte for byte.
func TestTablesAreWhatTheDataGive(t *testing.T) {
	if _, err := dataFolder(); err != nil {
		t.Skip(err)
	}
	out := t.TempDir()
	if err := run(out); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Join("..", "tables"))
	if err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadDir(out)
	if err != nil || len(made) != len(entries) {
		t.Fatalf("%d tables made, %d in the repository: %v", len(made), len(entries), err)
	}
	for _, e := range entries {
		want, err := os.ReadFile(filepath.Join("..", "tables", e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(out, e.Name()))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs from what the data give (%v): run go generate ./internal/sweden", e.Name(), err)
		}
	}
}

func TestDataFolder(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("ETABLERA_DATA", folder)
	if got, err := dataFolder(); err == nil || !strings.Contains(err.Error(), "set ETABLERA_DATA") {
		t.Errorf("a folder without data gave %q, %v", got, err)
	}
	if err := os.Mkdir(filepath.Join(folder, "sweden"), 0o755); err != nil {
		t.Fatal(err)
	}
	if got, err := dataFolder(); err != nil || got != folder {
		t.Errorf("got %q, %v, want %q", got, err, folder)
	}
	t.Chdir(folder)
	t.Setenv("ETABLERA_DATA", "")
	if got, err := dataFolder(); err == nil || !strings.Contains(err.Error(), "no go.mod") {
		t.Errorf("outside the repository: %q, %v", got, err)
	}
}
