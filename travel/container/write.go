package container

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Writer gathers sections. It holds the arrays it is given, not copies of them: they must not change until they are written. The zero
// Writer is ready to use.
type Writer struct {
	entries  []entry
	contents [][]byte
	names    map[string]bool
	err      error
}

// Put adds an array under a name. A wrong or repeated name is reported when the file is written.
func Put[T Element](w *Writer, name string, values []T) {
	w.put(name, widthOf[T](), bytesOf(values))
}

func (w *Writer) put(name string, width uint32, content []byte) {
	err := checkName(name)
	if err == nil && w.names[name] {
		err = fmt.Errorf("section %q was put twice", name)
	}
	if err == nil && len(w.entries) == MaxSections {
		err = fmt.Errorf("section %q is one more than the %d a file may have", name, MaxSections)
	}
	if err != nil {
		w.err = errors.Join(w.err, err)
		return
	}
	if w.names == nil {
		w.names = make(map[string]bool)
	}
	w.names[name] = true
	w.entries = append(w.entries, entry{name: name, width: width, sum: checksum(content), length: uint64(len(content))})
	w.contents = append(w.contents, content)
}

// WriteTo writes the whole file to a stream.
func (w *Writer) WriteTo(out io.Writer) (int64, error) {
	if w.err != nil {
		return 0, fmt.Errorf("container: %w", w.err)
	}
	end := uint64(headerSize + entrySize*len(w.entries))
	var directory []byte
	for _, e := range w.entries {
		e.offset = aligned(end)
		end = e.offset + e.length
		directory = e.append(directory)
	}
	written := int64(0)
	write := func(b []byte) error {
		n, err := out.Write(b)
		written += int64(n)
		return err
	}
	err := write(header(len(w.entries), end, directory))
	if err == nil {
		err = write(directory)
	}
	var zeros [alignment]byte
	for i := 0; err == nil && i < len(w.contents); i++ {
		if err = write(zeros[:int64(aligned(uint64(written)))-written]); err == nil {
			err = write(w.contents[i])
		}
	}
	return written, err
}

// WriteFile writes the file in full beside its place and then moves it there in one step. On an error the old file stays as it was.
func (w *Writer) WriteFile(path string) (err error) {
	temporary, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			temporary.Close()
			os.Remove(temporary.Name())
		}
	}()
	if _, err = w.WriteTo(temporary); err != nil {
		return err
	}
	// A temporary file is private; a network is not.
	if err = temporary.Chmod(0o644); err != nil {
		return err
	}
	if err = temporary.Sync(); err != nil {
		return err
	}
	if err = temporary.Close(); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), path)
}
