package osm

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
)

// File is an extract that is open for reading. One goroutine at a time may read it.
type File struct {
	// Workers is how many goroutines decode; NewPBF and NewXML set it to the number of cores. One worker decodes
	// within the caller's goroutine.
	Workers int
	// Progress, if set, is told from time to time how far the current read has come, 0 … 1, in the goroutine that takes the blocks.
	Progress func(share float64)

	header Header
	name   string
	closer io.Closer
	pbf    *pbf // one of the two is set
	xml    *xmlFile
}

// Header returns what the file says of itself. In XML the bounds and the time are known only once the file was read.
func (f *File) Header() Header {
	if f.xml != nil {
		return f.xml.header
	}
	return f.header
}

// Name returns the path that the file was opened by, or "".
func (f *File) Name() string { return f.name }

// Sum returns the SHA-256 of the file as it lies on disk, and its size in bytes. It reads the file once.
func (f *File) Sum() (sum [sha256.Size]byte, size int64, err error) {
	h := sha256.New()
	r, size := f.bytes()
	if _, err := io.Copy(h, io.NewSectionReader(r, 0, size)); err != nil {
		return sum, 0, err
	}
	h.Sum(sum[:0])
	return sum, size, nil
}

func (f *File) bytes() (io.ReaderAt, int64) {
	if f.xml != nil {
		return f.xml.r, f.xml.size
	}
	return f.pbf.r, f.pbf.size
}

// Close closes a file that was opened by Open.
func (f *File) Close() error {
	if f.closer == nil {
		return nil
	}
	return f.closer.Close()
}

// Open opens a file of any kind that this package reads; its first bytes say which it is.
func Open(path string) (*File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	f, err := regular(file)
	if err != nil {
		file.Close()
		return nil, named(err, path)
	}
	f.name, f.closer = path, file
	return f, nil
}

func regular(file *os.File) (*File, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("not a file: mode %v", info.Mode())
	}
	return New(file, info.Size())
}

// New reads an extract from whatever holds its bytes.
func New(r io.ReaderAt, size int64) (*File, error) {
	begin := make([]byte, 16)
	n, err := r.ReadAt(begin, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	begin = begin[:n]
	f := &File{Workers: runtime.GOMAXPROCS(0)}
	switch {
	case n == 0:
		return nil, &Error{Kind: NotOSM, Place: "byte 0", Text: "the file is empty"}
	case bytes.HasPrefix(begin, []byte{0, 0}): // the length of a header, far below 64 KiB
		f.pbf, f.header, err = newPBF(r, size)
	default:
		f.xml, err = newXML(r, size, begin)
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// named puts the file's name into an Error.
func named(err error, name string) error {
	var e *Error
	if errors.As(err, &e) {
		if e.Name == "" {
			e.Name = name
		}
		return err
	}
	if name == "" {
		return err
	}
	return fmt.Errorf("%s: %w", name, err)
}

func (f *File) report(done, total int64) {
	if f.Progress != nil && total > 0 {
		f.Progress(min(1, float64(done)/float64(total)))
	}
}

// Each hands every block with elements of the wanted kinds to a function, in the order of the file. Elements of other kinds are left out.
func (f *File) Each(ctx context.Context, want Kind, take func(*Block) error) error {
	return Process(ctx, f, want, func(b *Block) (*Block, error) { return b, nil }, take)
}

// Process hands every block with elements of the wanted kinds to work, on many goroutines at once, and the results to take, one after another in
// the order of the file. A block may be used until take has returned for it.
func Process[R any](ctx context.Context, f *File, want Kind, work func(*Block) (R, error), take func(R) error) error {
	var err error
	switch {
	case f.xml != nil:
		err = f.xml.each(ctx, want, f.report, func(b *Block) error {
			r, err := work(b)
			if err != nil {
				return err
			}
			return take(r)
		})
	case f.Workers <= 1:
		err = inTurn(ctx, f, want, work, take)
	default:
		err = inParallel(ctx, f, want, work, take)
	}
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return err
	}
	if err != nil {
		return named(err, f.name)
	}
	return nil
}
