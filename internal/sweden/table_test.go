package sweden

import (
	"strings"
	"testing"
)

func TestParseTableNamesThePlaceOfAFault(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"wrong header", "a\tc\n", `t.tsv:1: got the header "a\tc"`},
		{"too few cells", "a\tb\n1\n", "t.tsv:2: got 1 cells, want 2"},
		{"too many cells", "a\tb\n1\t2\t3\n", "t.tsv:2: got 3 cells, want 2"},
		{"cut short", "a\tb\n1\t2", "t.tsv:2: got a line cut short"},
		{"not a number", "a\tb\nx\t2\n", `t.tsv:2: got "x", want a decimal number`},
		{"count of zero", "a\tb\n1\t0\n", `t.tsv:2: got "0", want a whole number above zero`},
		{"count with a fraction", "a\tb\n1\t1.5\n", `t.tsv:2: got "1.5"`},
		{"line breaks of another system", "a\tb\r\n", "t.tsv:1: got the header"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := parseTable("t.tsv", c.text, "a\tb", func(r row) { r.float(0); r.count(1) })
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestParseTableGivesRowsInOrder(t *testing.T) {
	var got []string
	err := parseTable("t.tsv", "a\tb\nx\t1\ny\t\n", "a\tb", func(r row) {
		if r.cells[0] == "y" && r.count(1) != 0 {
			t.Error("an empty count must be unknown")
		}
		got = append(got, r.cells[0])
	})
	if err != nil || strings.Join(got, " ") != "x y" {
		t.Errorf("got %q, %v", got, err)
	}
}

// A fault of the caller's own function is not taken for one of the table.
func TestParseTableLetsOtherPanicsThrough(t *testing.T) {
	defer func() {
		if recover() != "other" {
			t.Error("the panic was swallowed")
		}
	}()
	_ = parseTable("t.tsv", "a\n1\n", "a", func(row) { panic("other") })
}

// The embedded tables may not grow without anybody noticing.
func TestTablesStaySmall(t *testing.T) {
	entries, err := tables.ReadDir("tables")
	if err != nil {
		t.Fatal(err)
	}
	var total int64
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if len(entries) != 5 || total > 256<<10 {
		t.Errorf("%d tables of %d bytes: want 5 of at most 256 KiB", len(entries), total)
	}
}

func BenchmarkParseSmallTables(b *testing.B) {
	for b.Loop() {
		for _, f := range []string{"municipalities.tsv", "counties.tsv", "localities.tsv", "areas.tsv"} {
			text, _ := tables.ReadFile("tables/" + f)
			header, _, _ := strings.Cut(string(text), "\n")
			if err := parseTable(f, string(text), header, func(r row) {}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
