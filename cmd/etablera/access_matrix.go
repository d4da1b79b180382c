package main

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/etablera/etablera/internal/exchange/pairs"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/travel/matrix"
)

// maxMatrix bounds a table of times in bytes.
const maxMatrix = 2 << 30

// matrix reads a table of times. Estimate, the mode when nobody has said, says
// nothing of how the times in a table were computed.
func (a *app) matrix(file, mode string) (coverage.Method, error) {
	m, err := readMatrix(file)
	if err != nil {
		return nil, a.sayMatrix(file, err)
	}
	switch mode {
	case "estimate":
		mode = ""
	case "car", "walk", "transit":
	default:
		return nil, a.wrong("wrong.mode", mode)
	}
	return coverage.Tabled{Table: m, Name: filepath.Base(file), Mode: mode}, nil
}

// readMatrix reads CSV, or Parquet where the name ends so.
func readMatrix(file string) (*matrix.Matrix, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	limits := matrix.Usual
	limits.Bytes = maxMatrix
	if !strings.EqualFold(filepath.Ext(file), ".parquet") {
		return matrix.Read(bufio.NewReaderSize(f, 1<<20), limits)
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return pairs.ReadParquet(f, info.Size(), limits)
}

// sayMatrix says what is wrong with a table in the reader's language.
func (a *app) sayMatrix(file string, err error) error {
	var csv *matrix.Error
	var parquet *pairs.Error
	switch {
	case errors.As(err, &csv):
		return &complaint{a.t("wrong.matrix", file, csv.Line, csv.Column, a.t(matrixTexts[csv.Kind]), csv.Got), err}
	case errors.As(err, &parquet):
		return &complaint{a.t("wrong.matrix-parquet", file, parquet.Group, parquet.Row, parquet.Column, a.t(matrixTexts[parquet.Kind]), parquet.Got), err}
	}
	return err
}

// matrixTexts say what is wrong with a table.
var matrixTexts = map[matrix.Kind]string{
	matrix.NotCSV: "wrong.matrix-not-csv", matrix.NoColumn: "wrong.matrix-no-column", matrix.NoKey: "wrong.matrix-no-key",
	matrix.Number: "wrong.matrix-number", matrix.Twice: "wrong.matrix-twice", matrix.TooLarge: "wrong.matrix-too-large",
	matrix.NotUTF8: "wrong.matrix-not-utf", matrix.Empty: "wrong.matrix-empty",
	pairs.NotParquet: "wrong.matrix-not-parquet", pairs.Broken: "wrong.matrix-broken", pairs.Unsupported: "wrong.matrix-unsupported",
}
