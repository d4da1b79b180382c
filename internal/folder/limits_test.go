package folder

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/etablera/etablera/internal/programme"
)

// keys returns place and key of the syntactic mistakes of a folder.
func keys(mistakes []Mistake) string {
	var out []string
	for _, m := range mistakes {
		if strings.HasPrefix(m.Key, "folder.") {
			out = append(out, m.Place.String()+" "+strings.TrimPrefix(m.Key, "folder."))
		}
	}
	return strings.Join(out, "\n")
}

func readText(t *testing.T, name, text string) (*programme.Snapshot, []Mistake) {
	t.Helper()
	return syntaxOf(fstest.MapFS{name: &fstest.MapFile{Data: []byte(text)}})
}

// A folder beyond the bounds is told of, and what lies within them is read.
func TestBoundsOfAFolder(t *testing.T) {
	t.Run("large file", func(t *testing.T) {
		_, m := readText(t, "a.yaml", strings.Repeat("# comment\n", maxFileBytes/10+1))
		if keys(m) != "a.yaml file-too-large" {
			t.Error(keys(m))
		}
	})
	t.Run("many files", func(t *testing.T) {
		fsys := fstest.MapFS{}
		for i := range maxFiles + 5 {
			fsys[fmt.Sprintf("%05d.yaml", i)] = &fstest.MapFile{Data: []byte("sources: [{id: a}]")}
		}
		s, m := syntaxOf(fsys)
		if keys(m) != ". too-large" || len(s.Sources) != maxFiles {
			t.Error(len(s.Sources), keys(m))
		}
	})
	t.Run("large folder", func(t *testing.T) {
		fsys := fstest.MapFS{}
		blank := &fstest.MapFile{Data: make([]byte, maxFileBytes)}
		for i := range 9 {
			fsys[fmt.Sprintf("%d.csv", i)] = blank
		}
		r := newReading()
		if names := r.walk(fsys); len(names) != maxFolderBytes/maxFileBytes || keys(r.mistakes.done()) != ". too-large" {
			t.Error(len(names), keys(r.mistakes.done()))
		}
	})
	t.Run("deep folder", func(t *testing.T) {
		s, m := syntaxOf(fstest.MapFS{
			"a/b/c/d/in.yaml":    &fstest.MapFile{Data: []byte("sources: [{id: a}]")},
			"a/b/c/d/e/out.yaml": &fstest.MapFile{Data: []byte("sources: [{id: b}]")},
			".hidden/no.yaml":    &fstest.MapFile{Data: []byte("sources: [{id: c}]")},
			"readme.md":          &fstest.MapFile{Data: []byte("sources: [{id: d}]")},
		})
		if keys(m) != "a/b/c/d/e too-many-levels" || len(s.Sources) != 1 {
			t.Error(len(s.Sources), keys(m))
		}
	})
}

// Bounds within a file.
func TestBoundsOfAFile(t *testing.T) {
	t.Run("nesting", func(t *testing.T) {
		for _, opening := range []string{"[", "{a: ", "- ", "- - ", "[{"} {
			_, m := readText(t, "a.yaml", "risks: "+strings.Repeat(opening, 200_000))
			if len(m) != 1 || m[0].Key != "folder.too-deep" {
				t.Errorf("%q gives %s", opening, keys(m))
			}
		}
		within := "risks:\n- rounds: " + strings.Repeat("[", maxNesting-3) + strings.Repeat("]", maxNesting-3) + "\n"
		if _, m := readText(t, "a.yaml", within); strings.Contains(keys(m), "too-deep") {
			t.Error(keys(m))
		}
	})
	t.Run("columns", func(t *testing.T) {
		_, m := readText(t, "visits.csv", strings.Repeat("a;", maxColumns+1)+"\n1;2\n")
		if keys(m) != "visits.csv:1:1 too-many-columns" {
			t.Error(keys(m))
		}
	})
	t.Run("mistakes", func(t *testing.T) {
		_, m := readText(t, "visits.csv", "office;month\n"+strings.Repeat("boden;x\n", maxMistakes+7))
		last := m[len(m)-1]
		if len(m) != maxMistakes+1 || last.Key != "folder.too-many-mistakes" || last.Args[1] != 7 {
			t.Error(len(m), last)
		}
	})
}

// Records above the bound are not read.
func TestBoundOfRecords(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a million records")
	}
	fsys := fstest.MapFS{}
	rows := "office\n" + strings.Repeat("a\n", 400_000)
	for i := range 3 {
		fsys[fmt.Sprintf("%d/staff.csv", i)] = &fstest.MapFile{Data: []byte(rows)}
	}
	s, m := syntaxOf(fsys)
	if len(s.Staff) != maxRecords || keys(m) != "2/staff.csv:200002:1 too-many-records" {
		t.Error(len(s.Staff), keys(m))
	}
}

// What is not an ordinary file within the folder is neither followed nor opened.
func TestLinksAndOddFiles(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "secret.yaml")
	must(t, os.WriteFile(outside, []byte("sources: [{id: secret}]"), 0o600))
	must(t, os.WriteFile(filepath.Join(dir, "z.yaml"), []byte("sources: [{id: inside}]"), 0o600))
	must(t, os.Symlink(outside, filepath.Join(dir, "absolute.yaml")))
	rel, err := filepath.Rel(dir, outside)
	must(t, err)
	must(t, os.Symlink(rel, filepath.Join(dir, "relative.yaml")))
	must(t, os.Symlink("relative.yaml", filepath.Join(dir, "chain.yaml")))
	must(t, os.Symlink("z.yaml", filepath.Join(dir, "within.yaml")))
	must(t, os.Symlink(filepath.Dir(outside), filepath.Join(dir, "folder")))
	must(t, syscall.Mkfifo(filepath.Join(dir, "pipe.yaml"), 0o600))
	must(t, os.WriteFile(filepath.Join(dir, "locked.yaml"), nil, 0))
	s, _, mistakes, err := ReadDir(dir, programme.Register{})
	must(t, err)
	for _, src := range s.Sources {
		if src.ID != "inside" {
			t.Errorf("read %s", src.ID)
		}
	}
	want := "absolute.yaml link-outside\nchain.yaml unreadable\n"
	if os.Getuid() != 0 {
		want += "locked.yaml unreadable\n"
	}
	if want += "pipe.yaml not-a-file\nrelative.yaml link-outside"; keys(mistakes) != want {
		t.Errorf("got\n%s", keys(mistakes))
	}
	if len(s.Sources) != 2 {
		t.Errorf("%d sources: a link within the folder is followed", len(s.Sources))
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A folder that is not there is an error, not an empty programme.
func TestReadDirOfNothing(t *testing.T) {
	if _, _, _, err := ReadDir(filepath.Join(t.TempDir(), "nowhere"), programme.Register{}); err == nil {
		t.Error("no error")
	}
	var _ fs.FS = fstest.MapFS{}
	if _, _, m := Read(fstest.MapFS{}, programme.Register{}); !HasErrors(m) {
		t.Error("an empty folder is no programme")
	}
}
