package folder

import (
	"bytes"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// With is a folder with one more file at its top, or with another text of one that
// it has: how a scenario that stands in a file of its own is read together with
// the programme that it changes, with the same checks and the same places of
// mistakes.
func With(fsys fs.FS, name string, text []byte) fs.FS { return overlay{fsys, name, text} }

type overlay struct {
	fs.FS
	name string
	text []byte
}

// Open implements fs.FS.
func (o overlay) Open(name string) (fs.File, error) {
	if name == o.name {
		return &overlaidFile{overlaidInfo{o.name, int64(len(o.text))}, bytes.NewReader(o.text)}, nil
	}
	return o.FS.Open(name)
}

// Stat implements fs.StatFS.
func (o overlay) Stat(name string) (fs.FileInfo, error) {
	if name == o.name {
		return overlaidInfo{o.name, int64(len(o.text))}, nil
	}
	return fs.Stat(o.FS, name)
}

// ReadLink implements fs.ReadLinkFS, so that links are checked as without.
func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// Lstat implements fs.ReadLinkFS.
func (o overlay) Lstat(name string) (fs.FileInfo, error) {
	if name == o.name {
		return o.Stat(name)
	}
	return fs.Lstat(o.FS, name)
}

// ReadDir implements fs.ReadDirFS.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	if err != nil || name != "." {
		return entries, err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() == o.name })
	entries = append(entries, fs.FileInfoToDirEntry(overlaidInfo{o.name, int64(len(o.text))}))
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

type overlaidFile struct {
	overlaidInfo
	*bytes.Reader
}

func (f *overlaidFile) Stat() (fs.FileInfo, error) { return f.overlaidInfo, nil }
func (f *overlaidFile) Close() error               { return nil }
func (f *overlaidFile) Size() int64                { return f.overlaidInfo.size }

var _ io.ReaderAt = (*overlaidFile)(nil)

type overlaidInfo struct {
	name string
	size int64
}

func (i overlaidInfo) Name() string       { return i.name }
func (i overlaidInfo) Size() int64        { return i.size }
func (i overlaidInfo) Mode() fs.FileMode  { return 0o444 }
func (i overlaidInfo) ModTime() time.Time { return time.Time{} }
func (i overlaidInfo) IsDir() bool        { return false }
func (i overlaidInfo) Sys() any           { return nil }
