package matrix

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func mustRead(t *testing.T, text string) *Matrix {
	t.Helper()
	m, err := Read(strings.NewReader(text), Usual)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A small table: columns in another order, decimals, no way, a pair not stated.
func TestRead(t *testing.T) {
	m := mustRead(t, "\ufeffto,seconds,from,metres,note\nboden,61.6,a,1000,x\nboden,,b,,\nåre,5,b,7,\"with, comma\"\n")
	if m.Rows() != 3 || !m.HasMetres() || !slices.Equal(m.From(), []string{"a", "b"}) || !slices.Equal(m.To(), []string{"boden", "åre"}) {
		t.Fatalf("%+v", m)
	}
	seconds, metres := make([]uint32, 2), make([]uint32, 2)
	if n := m.Row(m.ToAt("boden"), seconds, metres); n != 2 || !slices.Equal(seconds, []uint32{62, None}) || !slices.Equal(metres, []uint32{1000, None}) {
		t.Errorf("%d rows, %v s, %v m", n, seconds, metres)
	}
	if n := m.Row(m.ToAt("åre"), seconds, nil); n != 1 || !slices.Equal(seconds, []uint32{None, 5}) {
		t.Errorf("%d rows, %v s", n, seconds)
	}
	if m.ToAt("are") != -1 || m.FromAt("boden") != -1 {
		t.Error("found what is not there")
	}
}

// Every mistake is told with its kind and place.
func TestMistakes(t *testing.T) {
	tight := Limits{Bytes: 60, Rows: 3, Places: 2}
	for _, c := range []struct {
		name, text   string
		kind         Kind
		line, column int
	}{
		{"nothing", "", Empty, 0, 0},
		{"only a head", "from,to,seconds\n", Empty, 0, 0},
		{"no seconds", "from,to\na,b\n", NoColumn, 1, 1},
		{"a column twice", "from,to,seconds,to\n", NoColumn, 1, 6},
		{"a row too short", "from,to,seconds\na,b\n", NotCSV, 2, 1},
		{"an open quote", "from,to,seconds\n\"a,b,1\n", NotCSV, 2, 8},
		{"no name", "from,to,seconds\n,b,1\n", NoKey, 2, 1},
		{"words", "from,to,seconds\na,b,soon\n", Number, 2, 5},
		{"negative", "from,to,seconds\na,b,-1\n", Number, 2, 5},
		{"endless", "from,to,seconds\na,b,1e300\n", Number, 2, 5},
		{"not a number", "from,to,seconds\na,b,NaN\n", Number, 2, 5},
		{"twice", "from,to,seconds\na,b,1\na,b,1\n", Twice, 0, 0},
		{"other bytes", "from,to,seconds\na\xff,b,1\n", NotUTF8, 2, 1},
		{"too many bytes", "from,to,seconds\n" + strings.Repeat("a", 50) + ",b,1\n", TooLarge, 0, 0},
		{"too many rows", "from,to,seconds\na,a,1\na,b,1\nb,a,1\nb,b,1\n", TooLarge, 5, 1},
		{"too many places", "from,to,seconds\na,a,1\na,b,1\na,c,1\n", TooLarge, 4, 3},
	} {
		_, err := Read(strings.NewReader(c.text), tight)
		var e *Error
		if !errors.As(err, &e) || e.Kind != c.kind || e.Line != c.line || c.column > 0 && e.Column != c.column || e.Want == "" {
			t.Errorf("%s: %v, want %s at %d:%d", c.name, err, c.kind, c.line, c.column)
		}
	}
	exact := "from,to,seconds\na,b,1\n"
	if _, err := Read(strings.NewReader(exact), Limits{Bytes: int64(len(exact)), Rows: 1, Places: 1}); err != nil {
		t.Errorf("a table that fits exactly: %v", err)
	}
}

// What is written in any order is found again.
func TestRowsFindEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type pair struct{ from, to int }
		pairs := rapid.SliceOfDistinct(rapid.Custom(func(t *rapid.T) pair {
			return pair{rapid.IntRange(0, 6).Draw(t, "from"), rapid.IntRange(0, 6).Draw(t, "to")}
		}), func(p pair) pair { return p }).Filter(func(p []pair) bool { return len(p) > 0 }).Draw(t, "pairs")
		var b strings.Builder
		b.WriteString("from,to,seconds\n")
		for _, p := range pairs {
			fmt.Fprintf(&b, "f%d,t%d,%d\n", p.from, p.to, 100*p.from+p.to)
		}
		m, err := Read(strings.NewReader(b.String()), Usual)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for to := range m.To() {
			seconds := make([]uint32, len(m.From()))
			m.Row(to, seconds, nil)
			for from, s := range seconds {
				if s == None {
					continue
				}
				found++
				var f, g int
				fmt.Sscanf(m.From()[from]+" "+m.To()[to], "f%d t%d", &f, &g)
				if s != uint32(100*f+g) {
					t.Fatalf("f%d → t%d takes %d", f, g, s)
				}
			}
		}
		if found != len(pairs) {
			t.Fatalf("%d pairs found of %d", found, len(pairs))
		}
	})
}

// No input breaks the reader, and what it accepts keeps its promises.
func FuzzRead(f *testing.F) {
	f.Add("from,to,seconds\na,b,1\n")
	f.Add("from,to,seconds,metres\na,b,1,2\n\"a\"\"\",b,,\n")
	f.Add("\ufeffto,from,seconds\r\nx,y,1e3\r\n")
	files, _ := filepath.Glob(filepath.Join(dataDir(), "badinputs", "csv", "*"))
	for _, name := range files {
		if b, err := os.ReadFile(name); err == nil && len(b) < 1<<16 {
			f.Add(string(b))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Read(strings.NewReader(text), Limits{Bytes: 1 << 16, Rows: 1000, Places: 500})
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		rows := 0
		for to := range m.To() {
			rows += m.Row(to, make([]uint32, len(m.From())), nil)
		}
		if rows != m.Rows() || rows == 0 {
			t.Fatalf("%d rows by place, %d in all", rows, m.Rows())
		}
	})
}

func dataDir() string {
	if dir := os.Getenv("ETABLERA_DATA"); dir != "" {
		return dir
	}
	return "../../../shared/data"
}
