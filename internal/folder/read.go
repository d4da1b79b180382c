package folder

import (
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/programme"
)

// Read reads a programme from the *.yaml and *.csv files of fsys, in the order
// of their paths, and checks it against the register. Hidden files, and files
// of other kinds, are no part of a programme.
//
// The snapshot is never nil: it holds what could be read, also when there are
// mistakes. It may be used only if HasErrors(mistakes) is false. The mistakes
// are sorted by file, line and column.
func Read(fsys fs.FS, register programme.Register) (*programme.Snapshot, Places, []Mistake) {
	r := newReading()
	files := r.walk(fsys)
	for _, f := range files {
		r.file(fsys, f)
	}
	if len(files) == 0 && len(r.mistakes.mistakes) == 0 {
		r.mistakes.add(Place{File: "."}, programme.Error, "folder.no-programme")
	} else {
		r.validate(register)
	}
	return r.snapshot, r.places, r.mistakes.done()
}

// ReadDir is Read of a directory on disk. Links that lead out of the directory
// are refused by the operating system, also when they are made while reading.
func ReadDir(dir string, register programme.Register) (*programme.Snapshot, Places, []Mistake, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, Places{}, nil, err
	}
	defer root.Close()
	s, places, mistakes := Read(root.FS(), register)
	return s, places, mistakes, nil
}

// reading is one run of Read.
type reading struct {
	snapshot *programme.Snapshot
	places   Places
	mistakes collector
	// lost names the sections of which some record could not be read at all, so
	// that a reference to it is not called wrong as well.
	lost map[string]bool
}

// lose notes that something of a section could not be read; of "", that nobody
// can tell of which section.
func (r *reading) lose(section string) { r.lost[section] = true }

// isEcho says whether a problem may have come about by what was not read.
func (r *reading) isEcho(p programme.Problem, told map[Place]bool) bool {
	if at, exact := r.places.exactly(p.Path); exact && told[at] {
		return true
	}
	refers := p.Refers()
	return len(refers) > 0 && r.lost[""] || slices.ContainsFunc(refers, func(section string) bool { return r.lost[section] })
}

func newReading() *reading {
	return &reading{snapshot: &programme.Snapshot{}, places: Places{root: &node{}}, lost: map[string]bool{}}
}

func (r *reading) file(fsys fs.FS, name string) {
	text, ok := r.load(fsys, name)
	if !ok {
		return
	}
	r.places.files = append(r.places.files, name)
	index := int32(len(r.places.files) - 1)
	text = r.checkText(index, text)
	if strings.HasSuffix(name, ".csv") {
		r.csvFile(index, text)
		return
	}
	r.yamlFile(index, text)
}

// placed are a problem's arguments, with the place in the folder where they hold
// the path of another record.
func (r *reading) placed(p programme.Problem) []any {
	if p.Key != "programme.id-twice" {
		return p.Args
	}
	path, _ := p.Args[1].(string)
	if first, ok := r.places.At(path); ok {
		return []any{p.Args[0], first.String()}
	}
	return p.Args
}

// validate adds what is wrong with the meaning of the facts. What is only the
// echo of a mistake already told is left out.
func (r *reading) validate(register programme.Register) {
	told := map[Place]bool{}
	for _, m := range r.mistakes.mistakes {
		told[m.Place] = true
	}
	nameless := r.places.root.field("programme") == nil
	if nameless && !r.lost[""] && !r.lost["programme"] {
		r.mistakes.add(Place{File: "."}, programme.Error, "folder.no-programme-section")
	}
	for _, p := range programme.Validate(r.snapshot, register) {
		if r.isEcho(p, told) || nameless && p.Key == "programme.missing" && strings.HasPrefix(p.Path, "programme.") {
			continue
		}
		at, ok := r.places.At(p.Path)
		if !ok {
			at = Place{File: "."}
		}
		r.mistakes.add(at, p.Severity, p.Key, shortenAll(r.placed(p))...)
	}
}
