package summary

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"github.com/etablera/etablera/internal/plan/coverage"
)

// WriteCSV writes the access as a table: a row for each group in each area of each
// state. Shares are parts of one, times seconds; what nobody knows is empty.
func (a *Access) WriteCSV(w io.Writer) error {
	c := csv.NewWriter(w)
	head := []string{"state", "kind", "key", "name", "group", "people"}
	for _, m := range coverage.Minutes {
		head = append(head, fmt.Sprintf("within_%d_min", m), fmt.Sprintf("share_%d_min", m))
	}
	for _, km := range coverage.Kilometres {
		head = append(head, fmt.Sprintf("within_%d_km", km), fmt.Sprintf("share_%d_km", km))
	}
	head = append(head, "mean_s", "median_s", "p90_s", "worst_s", "second_median_s", "method", "is_estimate", "on")
	if err := c.Write(head); err != nil {
		return err
	}
	for _, s := range a.States {
		for i := range s.Units {
			if err := c.Write(append(s.Units[i].row(s.ID), a.Method, strconv.FormatBool(a.IsEstimate), a.On)); err != nil {
				return err
			}
		}
	}
	c.Flush()
	return c.Error()
}

func (u *AccessUnit) row(state string) []string {
	row := []string{state, string(u.Kind), u.Key, u.Name, u.Group, cell(u.People, 1)}
	for _, x := range u.Within {
		row = append(row, cell(x.Number, 1), cell(*x.Share, 1e6))
	}
	for _, x := range u.WithinKm {
		row = append(row, cell(x.Number, 1), cell(x.Share, 1e6))
	}
	for _, f := range []Figure{u.Mean, u.Median, u.P90, u.Worst, u.SecondMedian} {
		row = append(row, cell(f, 1))
	}
	return row
}

// cell is an exact number divided by a scale, empty where it is not known.
func cell(f Figure, scale float64) string {
	n, ok := f.Low.(int64)
	if !ok {
		return ""
	}
	return strconv.FormatFloat(float64(n)/scale, 'f', -1, 64)
}
