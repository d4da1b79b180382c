package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/etablera/etablera/internal/programme"
)

// Over says what Write may replace.
type Over uint8

const (
	// OverProgramme replaces a programme folder; anything else that is not
	// empty is refused.
	OverProgramme Over = iota
	// OverAnything replaces whatever stands in the directory.
	OverAnything
)

// A RefusedError says that a directory is not replaced because it holds
// something else than a programme.
type RefusedError struct{ Dir string }

func (e *RefusedError) Error() string {
	return e.Dir + ": holds files but no programme, so it is not replaced"
}

// Text returns the files of a programme in the canonical layout, by name. A
// section without records has no file.
func Text(s *programme.Snapshot) (map[string]string, error) {
	out := map[string]string{}
	all := sections()
	v := reflect.ValueOf(s).Elem()
	for _, file := range files {
		e := &emitter{}
		for _, name := range file.sections {
			f := all.fields[all.byName[name]]
			section := v.FieldByIndex(f.index)
			if f.form == aList && section.Len() == 0 {
				continue
			}
			if strings.HasSuffix(file.name, ".csv") {
				text, ok, err := tableText(f, section)
				if err != nil {
					return nil, err
				}
				if ok {
					out[file.name] = text
					continue
				}
				file.name = name + ".yaml"
			}
			if e.b.Len() > 0 {
				e.b.WriteString("\n")
			}
			e.section(f, section)
		}
		if e.err != nil {
			return nil, e.err
		}
		if e.b.Len() > 0 {
			out[file.name] = e.b.String()
		}
	}
	return out, nil
}

// Write writes a programme to a directory, which need not exist: as a whole or
// not at all. Files of a programme that was there before are gone afterwards;
// other files, and hidden ones, stay. A crash leaves the old folder, or the new
// one with the old beside it under a hidden name that ends in ".old".
func Write(dir string, s *programme.Snapshot, over Over) error {
	texts, err := Text(s)
	if err != nil {
		return err
	}
	dir, err = filepath.Abs(dir)
	if err != nil {
		return err
	}
	// A link to the folder stays a link: what it points to is replaced.
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	exists, err := mayReplace(dir, over)
	if err != nil {
		return err
	}
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(parent, "."+filepath.Base(dir)+".new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh) // there is nothing left of it once it has its name
	if err := fill(fresh, texts); err != nil {
		return err
	}
	if err := swap(dir, fresh, exists); err != nil {
		return err
	}
	return flush(parent)
}

// mayReplace says whether dir exists, and refuses what must not be replaced.
func mayReplace(dir string, over Over) (exists bool, err error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case len(entries) == 0 || over == OverAnything:
		return true, nil
	}
	for _, entry := range entries {
		if !entry.Type().IsRegular() || filepath.Ext(entry.Name()) != ".yaml" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return false, err
		}
		if strings.Contains("\n"+string(text), "\nprogramme:") {
			return true, nil
		}
	}
	return false, &RefusedError{dir}
}

func fill(dir string, texts map[string]string) error {
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	for name, text := range texts {
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		_, err = f.WriteString(text)
		if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
			return err
		}
	}
	return flush(dir)
}

// flush makes sure that a directory's names are on disk.
func flush(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// swap puts fresh in the place of dir and carries over what is no part of a programme.
func swap(dir, fresh string, exists bool) error {
	if !exists {
		return os.Rename(fresh, dir)
	}
	old := fresh + ".old"
	if err := os.Rename(dir, old); err != nil {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	if err := carry(old, dir); err != nil {
		return err
	}
	return os.RemoveAll(old)
}

// carry moves the files of other kinds, and all hidden ones, from old to dir.
func carry(old, dir string) error {
	return filepath.WalkDir(old, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == old {
			return err
		}
		hidden := strings.HasPrefix(entry.Name(), ".")
		ext := filepath.Ext(path)
		if entry.IsDir() && !hidden || !hidden && (ext == ".yaml" || ext == ".csv") {
			return nil
		}
		rel, err := filepath.Rel(old, path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.Rename(path, to); err != nil {
			return err
		}
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}
