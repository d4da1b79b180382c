package gtfs

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// Records come with the place of each field, over quotes, blank lines and lines within quotes.
func TestRecordsKnowTheirPlaces(t *testing.T) {
	r := newRecords(strings.NewReader("a, b ,c\r\n\r\n\"x\ny\",\"q\"\"q\" , z\nlast"), 1<<10)
	for _, want := range []struct {
		fields []string
		lines  []int
		cols   []int
	}{
		{[]string{"a", "b", "c"}, []int{1, 1, 1}, []int{1, 3, 7}},
		{[]string{"x\ny", `q"q`, "z"}, []int{3, 4, 4}, []int{1, 4, 12}},
		{[]string{"last"}, []int{5}, []int{1}},
	} {
		if err := r.next(); err != nil {
			t.Fatal(err)
		}
		if len(r.fields) != len(want.fields) {
			t.Fatalf("%q, want %q", r.fields, want.fields)
		}
		for i := range want.fields {
			if string(r.fields[i]) != want.fields[i] || r.lines[i] != want.lines[i] || r.cols[i] != want.cols[i] {
				t.Errorf("%q at %d:%d, want %q at %d:%d", r.fields[i], r.lines[i], r.cols[i], want.fields[i], want.lines[i], want.cols[i])
			}
		}
	}
	if err := r.next(); !errors.Is(err, io.EOF) {
		t.Errorf("at the end: %v", err)
	}
}

// Neither a long line nor a quote that runs on fills the memory.
func TestRecordsAreBounded(t *testing.T) {
	for _, text := range []string{strings.Repeat("a,", 5000), "\"" + strings.Repeat("a\n", 5000) + "\""} {
		var bad *recordError
		if err := newRecords(strings.NewReader(text), 4096).next(); !errors.As(err, &bad) || bad.code != TooLarge {
			t.Errorf("%q…: %v", text[:10], err)
		}
	}
}

// A reader that fails is told from a file that ends.
func TestReaderThatFails(t *testing.T) {
	var got []Problem
	broken := io.MultiReader(strings.NewReader("a,b\n1,2\n3"), brokenReader{})
	tab := newTable("x.txt", broken, 1<<10, func(_ bool, p Problem) { got = append(got, p) })
	rows := 0
	for tab.next() {
		rows++
	}
	if rows != 1 || len(got) != 1 || got[0].Code != BadArchive || got[0].Line != 3 {
		t.Errorf("%d rows, %v", rows, got)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }
