package folder

import (
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/etablera/etablera/internal/programme"
)

// walk returns the paths of the programme's files, in order.
func (r *reading) walk(fsys fs.FS) (names []string) {
	total := int64(0)
	_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			r.about(name, "folder.unreadable")
			return nil
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			return skip(entry)
		case entry.IsDir():
			if name != "." && strings.Count(name, "/")+1 > maxDepth {
				r.about(name, "folder.too-many-levels", maxDepth)
				return fs.SkipDir
			}
			return nil
		case !r.isOurs(name):
			return nil
		}
		size, ok := r.admit(fsys, name, entry)
		if !ok {
			return nil
		}
		total += size
		if len(names) == maxFiles || total > maxFolderBytes {
			r.about(".", "folder.too-large", maxFiles, maxFolderBytes>>20)
			return fs.SkipAll
		}
		names = append(names, name)
		return nil
	})
	return names
}

func skip(entry fs.DirEntry) error {
	if entry.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// isOurs tells a file of the programme by its name, and complains of one that
// nearly is.
func (r *reading) isOurs(name string) bool {
	switch ext := path.Ext(name); {
	case ext == ".yaml" || ext == ".csv":
		return true
	case ext == ".yml" || strings.EqualFold(ext, ".yaml") || strings.EqualFold(ext, ".csv"):
		r.mistakes.add(Place{File: name}, programme.Warning, "folder.not-read", ext)
	}
	return false
}

// admit checks what kind of file it is and how large, before it is opened.
func (r *reading) admit(fsys fs.FS, name string, entry fs.DirEntry) (size int64, ok bool) {
	if entry.Type()&fs.ModeSymlink != 0 {
		target, err := fs.ReadLink(fsys, name)
		if err != nil || !fs.ValidPath(path.Join(path.Dir(name), target)) || path.IsAbs(target) {
			r.about(name, "folder.link-outside")
			return 0, false
		}
	}
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		r.about(name, "folder.unreadable")
	case !info.Mode().IsRegular():
		r.about(name, "folder.not-a-file")
	case info.Size() > maxFileBytes:
		r.about(name, "folder.file-too-large", maxFileBytes>>20)
	default:
		return info.Size(), true
	}
	return 0, false
}

// load reads a whole file, within bounds even if it grows meanwhile.
func (r *reading) load(fsys fs.FS, name string) (text string, ok bool) {
	f, err := fsys.Open(name)
	if err != nil {
		r.about(name, "folder.unreadable")
		return "", false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFileBytes+1))
	switch {
	case err != nil:
		r.about(name, "folder.unreadable")
		return "", false
	case len(data) > maxFileBytes:
		r.about(name, "folder.file-too-large", maxFileBytes>>20)
		return "", false
	}
	return string(data), true
}

// about complains of a file or folder as a whole.
func (r *reading) about(name, key string, args ...any) {
	r.lose("")
	r.mistakes.add(Place{File: name}, programme.Error, key, args...)
}

// checkText strips the byte order mark that some programs write and sees to it
// that the rest is UTF-8: what is not is read as Latin-1, so that reading can go on.
func (r *reading) checkText(file int32, text string) string {
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		r.about(r.places.files[file], "folder.utf16")
		return ""
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if utf8.ValidString(text) {
		return text
	}
	r.decoder(file, 0).complain(firstStray(file, text), "folder.not-utf8")
	return latin(text)
}

// firstStray is the place of the first byte that is not UTF-8. A file saved in
// another encoding has them all over; one complaint says it.
func firstStray(file int32, text string) spot {
	number := int32(0)
	for line := range strings.SplitSeq(text, "\n") {
		number++
		for i, c := range line {
			if _, width := utf8.DecodeRuneInString(line[i:]); c == utf8.RuneError && width == 1 {
				return spot{file, number, int32(utf8.RuneCountInString(line[:i]) + 1)}
			}
		}
	}
	return spot{file: file}
}

// latin reads the bytes that are not UTF-8 as Latin-1, which is what an old
// Swedish file holds, so that its names are not called wrong as well.
func latin(text string) string {
	var b strings.Builder
	for i, c := range text {
		if _, width := utf8.DecodeRuneInString(text[i:]); c == utf8.RuneError && width == 1 {
			c = rune(text[i])
			if c < 0xa0 { // a control character there
				c = utf8.RuneError
			}
		}
		b.WriteRune(c)
	}
	return b.String()
}
