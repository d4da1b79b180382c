package gtfs

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
)

// source is a set of files by name, within limits.
type source struct {
	name   string
	limits Limits
	open   map[string]func() (io.ReadCloser, error)
	left   int64 // bytes that may still be read
}

// wanted are the files that are read.
var wanted = []string{"agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt", "calendar.txt",
	"calendar_dates.txt", "frequencies.txt", "transfers.txt", "feed_info.txt"}

func isWanted(name string) bool {
	for _, w := range wanted {
		if name == w {
			return true
		}
	}
	return false
}

func refuse(feed string, p Problem) error {
	e := &InvalidError{Feed: feed}
	e.Problems.add(p)
	return e
}

// zipSource lists an archive. Names are looked up, never written to a disk; those with a folder in front are refused where
// they would otherwise be taken for the feed's own.
func zipSource(name string, r io.ReaderAt, size int64, l Limits) (*source, error) {
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, refuse(name, Problem{File: name, Code: BadArchive, Found: err.Error(), Want: "want a whole zip archive; was it cut off?"})
	}
	if len(z.File) > l.Entries {
		return nil, refuse(name, Problem{File: name, Code: TooLarge, Found: fmt.Sprintf("%d files", len(z.File)), Want: fmt.Sprintf("want at most %d", l.Entries)})
	}
	s := &source{name: name, limits: l, open: map[string]func() (io.ReadCloser, error){}, left: l.Total}
	nested := ""
	for _, f := range z.File {
		if !isWanted(f.Name) {
			if isWanted(path.Base(strings.ReplaceAll(f.Name, "\\", "/"))) && !strings.HasPrefix(f.Name, "__MACOSX/") {
				nested = f.Name
			}
			continue
		}
		if s.open[f.Name] != nil {
			return nil, refuse(name, Problem{File: f.Name, Code: DuplicateName, Found: "the file is in the archive twice"})
		}
		if err := sizeOK(name, f.Name, f.UncompressedSize64, f.CompressedSize64, l); err != nil {
			return nil, err
		}
		s.open[f.Name] = f.Open
	}
	if len(s.open) == 0 && nested != "" {
		return nil, refuse(name, Problem{File: nested, Code: MissingFile, Found: "the files lie in a folder of the archive", Want: "want them at its root"})
	}
	return s, nil
}

func sizeOK(feed, file string, unpacked, packed uint64, l Limits) error {
	if unpacked > uint64(l.File) {
		return refuse(feed, Problem{File: file, Code: TooLarge, Found: fmt.Sprintf("%d bytes unpacked", unpacked), Want: fmt.Sprintf("want at most %d", l.File)})
	}
	if unpacked > exemptFromRatio && unpacked/uint64(l.Ratio) > packed {
		return refuse(feed, Problem{File: file, Code: TooLarge,
			Found: fmt.Sprintf("%d bytes packed unfold to %d", packed, unpacked), Want: fmt.Sprintf("want at most %d times as many", l.Ratio)})
	}
	return nil
}

// folderSource lists a folder.
func folderSource(name string, fsys fs.FS, l Limits) (*source, error) {
	s := &source{name: name, limits: l, open: map[string]func() (io.ReadCloser, error){}, left: l.Total}
	for _, w := range wanted {
		info, err := fs.Stat(fsys, w)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("gtfs: %s: %w", name, err)
		}
		if !info.Mode().IsRegular() {
			return nil, refuse(name, Problem{File: w, Code: BadArchive, Found: "not a regular file"})
		}
		if err := sizeOK(name, w, uint64(info.Size()), uint64(info.Size()), l); err != nil {
			return nil, err
		}
		s.open[w] = func() (io.ReadCloser, error) { return fsys.Open(w) }
	}
	return s, nil
}

// limited reads at most the bytes that are left for one file and for all, and says so where there are more: the sizes in
// an archive are the sender's word.
type limited struct {
	io.ReadCloser
	s    *source
	left int64
}

var errTooLarge = errors.New("more bytes than the limit")

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.ReadCloser.Read(p)
	l.left -= int64(n)
	l.s.left -= int64(n)
	if l.left < 0 || l.s.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

func (s *source) reader(file string) (io.ReadCloser, error) {
	r, err := s.open[file]()
	if err != nil {
		return nil, err
	}
	return &limited{ReadCloser: r, s: s, left: s.limits.File}, nil
}

// pathSource opens an archive or a folder; closing releases the archive.
func pathSource(name string, l Limits) (*source, io.Closer, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, fmt.Errorf("gtfs: %w", err)
	}
	if info.IsDir() {
		s, err := folderSource(name, os.DirFS(name), l)
		return s, io.NopCloser(nil), err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, fmt.Errorf("gtfs: %w", err)
	}
	s, err := zipSource(name, f, info.Size(), l)
	if err != nil {
		f.Close()
	}
	return s, f, err
}
