package folder

import (
	"fmt"
	"reflect"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/etablera/etablera/internal/programme"
)

func asFS(texts map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range texts {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// syntaxOf reads without asking what the facts mean.
func syntaxOf(fsys fstest.MapFS) (*programme.Snapshot, []Mistake) {
	r := newReading()
	for _, f := range r.walk(fsys) {
		r.file(fsys, f)
	}
	return r.snapshot, r.mistakes.done()
}

// What is written is read back as it was, and writing that again gives the same bytes.
func TestWriteAndReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySnapshot().Draw(t, "snapshot")
		texts, err := Text(s)
		if err != nil {
			t.Fatal(err)
		}
		again, mistakes := syntaxOf(asFS(texts))
		for _, m := range mistakes {
			t.Errorf("%s: %s\n%s", m.Place, m.Text("en"), texts[m.File])
		}
		if !reflect.DeepEqual(s, again) {
			t.Errorf("%s", firstDifference(reflect.ValueOf(*s), reflect.ValueOf(*again), ""))
		}
		twice, err := Text(again)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(texts, twice) {
			t.Errorf("written twice, the texts differ")
		}
	})
}

// firstDifference names the first value that two snapshots do not share.
func firstDifference(a, b reflect.Value, path string) string {
	if reflect.DeepEqual(a.Interface(), b.Interface()) {
		return ""
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if d := firstDifference(a.Field(i), b.Field(i), path+"."+a.Type().Field(i).Name); d != "" {
				return d
			}
		}
	case reflect.Slice:
		if a.Len() != b.Len() {
			break
		}
		for i := range a.Len() {
			if d := firstDifference(a.Index(i), b.Index(i), path+"[]"); d != "" {
				return d
			}
		}
	case reflect.Pointer:
		if !a.IsNil() && !b.IsNil() {
			return firstDifference(a.Elem(), b.Elem(), path)
		}
	}
	if a.Kind() == reflect.String {
		return path + ": " + quote(a) + " became " + quote(b)
	}
	return path + ": " + text(a) + " became " + text(b)
}

func quote(v reflect.Value) string { return fmt.Sprintf("%q", v.String()) }

func text(v reflect.Value) string { return fmt.Sprintf("%#v", v.Interface()) }
