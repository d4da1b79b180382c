package folder

import (
	"encoding/csv"
	"reflect"
	"strings"
)

// tableText writes a section as CSV. ok is false where CSV cannot carry it: the
// format knows no carriage return within a cell.
func tableText(f recordField, v reflect.Value) (text string, ok bool, err error) {
	var b strings.Builder
	out := csv.NewWriter(&b)
	out.Comma = ';'
	columns := recordOf(f.typ.Elem()).fields
	var row []string
	for _, c := range columns {
		row = append(row, c.name)
		if c.form == aBilingual {
			row = append(row, c.name+"-en")
		}
	}
	_ = out.Write(row)
	for i := range v.Len() {
		row = row[:0]
		for _, c := range columns {
			cell := v.Index(i).FieldByIndex(c.index)
			cells := []reflect.Value{cell}
			how := c.form
			if c.form == aBilingual {
				cells, how = []reflect.Value{cell.Field(0), cell.Field(1)}, aString
			}
			for _, cell := range cells {
				text := ""
				if !cell.IsZero() {
					if text, err = scalarString(cell, how); err != nil {
						return "", false, err
					}
				}
				if strings.Contains(text, "\r") {
					return "", false, nil
				}
				row = append(row, text)
			}
		}
		_ = out.Write(row) // the writer below never fails
	}
	out.Flush()
	return b.String(), true, nil
}
