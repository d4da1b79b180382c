package pairs

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

func table() *Table {
	at := [][]uint32{{0, 61}, {None, 7}, {3600, None}}
	return &Table{From: []string{"a", "b, the \"second\"", "å"}, To: []string{"x", "y"}, At: func(i, j int) uint32 { return at[i][j] },
		About: map[string]string{"mode": "car"}}
}

func TestCSV(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, table(), "csv"); err != nil {
		t.Fatal(err)
	}
	want := "from,to,seconds\na,x,0\na,y,61\n\"b, the \"\"second\"\"\",x,\n\"b, the \"\"second\"\"\",y,7\nå,x,3600\nå,y,\n"
	if out.String() != want {
		t.Fatalf("got\n%s\nwant\n%s", &out, want)
	}
}

// JSON and Parquet hold the same rows, with what has no way as null.
func TestJSONAndParquetAgree(t *testing.T) {
	var text, columns bytes.Buffer
	if err := Write(&text, table(), "json"); err != nil {
		t.Fatal(err)
	}
	if err := Write(&columns, table(), "parquet"); err != nil {
		t.Fatal(err)
	}
	var fromJSON struct {
		About map[string]string `json:"about"`
		Pairs []pair            `json:"pairs"`
	}
	if err := json.Unmarshal(text.Bytes(), &fromJSON); err != nil {
		t.Fatal(err)
	}
	fromParquet, err := parquet.Read[pair](bytes.NewReader(columns.Bytes()), int64(columns.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if len(fromJSON.Pairs) != 6 || len(fromParquet) != 6 || fromJSON.About["mode"] != "car" {
		t.Fatalf("%d and %d rows, about %v", len(fromJSON.Pairs), len(fromParquet), fromJSON.About)
	}
	for i, p := range fromParquet {
		q := fromJSON.Pairs[i]
		if p.From != q.From || p.To != q.To || (p.Seconds == nil) != (q.Seconds == nil) || p.Seconds != nil && *p.Seconds != *q.Seconds {
			t.Errorf("row %d: %+v and %+v", i, p, q)
		}
	}
	if p := fromParquet[2]; p.From != `b, the "second"` || p.Seconds != nil {
		t.Errorf("row 2 is %+v", p)
	}
	if p := fromParquet[1]; p.Seconds == nil || *p.Seconds != 61 {
		t.Errorf("row 1 is %+v", p)
	}
}

func TestOtherFormats(t *testing.T) {
	err := Write(&bytes.Buffer{}, table(), "xls")
	if err == nil || !strings.Contains(err.Error(), "parquet") {
		t.Fatal(err)
	}
}
