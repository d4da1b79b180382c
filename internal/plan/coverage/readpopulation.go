package coverage

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/etablera/etablera/internal/sweden"
	"github.com/etablera/etablera/travel/estimate"
)

// What a table of people may hold at most.
const (
	maxPopulationBytes = 256 << 20
	maxPoints          = 500_000
	maxGroups          = 50
	maxPopulationKey   = 200
	maxPeople          = 100_000_000
)

// A PopulationError says what is wrong with a table of people, where, and what
// would be right: Key and Args are a message of this package. Line and Column count
// from 1; 0 where the whole table is meant.
type PopulationError struct {
	Line, Column int
	Key          string
	Args         []any
}

func (e *PopulationError) Error() string {
	return fmt.Sprintf("%d:%d: %s %v", e.Line, e.Column, e.Key, e.Args)
}

// ReadPopulation reads people in points from CSV: the columns id, municipality (its
// code or its name; empty for none), lat, lon and people, in any order; every other
// column is a group of the people, such as those above an age, named by its head.
// Groups have whole numbers, none above the people of the point. source and date
// say where the numbers come from.
func ReadPopulation(r io.Reader, source, date string) (*Population, error) {
	limited := &io.LimitedReader{R: r, N: maxPopulationBytes + 1}
	c := csv.NewReader(limited)
	c.ReuseRecord = true
	t := &populationTable{csv: c, p: &Population{Source: source, Date: date}, seen: map[string]int{}}
	err := t.read()
	if limited.N <= 0 {
		return nil, &PopulationError{0, 0, "coverage.population.too-large", []any{maxPopulationBytes >> 20}}
	}
	if err != nil {
		return nil, err
	}
	return t.p, nil
}

type populationTable struct {
	csv    *csv.Reader
	p      *Population
	column map[string]int
	groups []int // columns
	seen   map[string]int
	total  int64
}

var populationColumns = []string{"id", "municipality", "lat", "lon", "people"}

func (t *populationTable) fail(column int, key string, args ...any) error {
	line, col := t.csv.FieldPos(column)
	return &PopulationError{line, col, "coverage.population." + key, args}
}

func (t *populationTable) read() error {
	head, err := t.csv.Read()
	if err != nil {
		return t.wrong(err)
	}
	if err := t.head(slices.Clone(head)); err != nil {
		return err
	}
	for {
		row, err := t.csv.Read()
		if errors.Is(err, io.EOF) && t.p.Len() > 0 {
			return nil
		}
		if err != nil {
			return t.wrong(err)
		}
		if err := t.row(row); err != nil {
			return err
		}
	}
}

func (t *populationTable) wrong(err error) error {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return &PopulationError{0, 0, "coverage.population.empty", nil}
	case errors.As(err, &parse):
		return &PopulationError{parse.Line, parse.Column, "coverage.population.not-csv", nil}
	}
	return err
}

func (t *populationTable) head(head []string) error {
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	t.column = map[string]int{}
	for i, name := range head {
		name = strings.TrimSpace(name)
		if _, twice := t.column[name]; twice || name == "" || !utf8.ValidString(name) || strings.Contains(name, "/") || len(name) > maxPopulationKey || slices.Contains(PlaceGroups, name) {
			return t.fail(i, "bad-column", clip(name))
		}
		t.column[name] = i
		if !slices.Contains(populationColumns, name) {
			t.groups = append(t.groups, i)
			t.p.Groups = append(t.p.Groups, Group{Key: name, Name: name})
		}
	}
	for _, name := range populationColumns {
		if _, ok := t.column[name]; !ok {
			return t.fail(0, "no-column", name)
		}
	}
	if len(t.groups) > maxGroups {
		return t.fail(0, "too-many-groups", maxGroups)
	}
	return nil
}

func (t *populationTable) row(row []string) error {
	p := t.p
	if p.Len() == maxPoints {
		return t.fail(0, "too-many-points", maxPoints)
	}
	id := strings.TrimSpace(row[t.column["id"]])
	if id == "" || len(id) > maxPopulationKey || !utf8.ValidString(id) {
		return t.fail(t.column["id"], "no-id")
	}
	id = strings.Clone(id)
	if first, twice := t.seen[id]; twice {
		return t.fail(t.column["id"], "id-twice", clip(id), first)
	}
	line, _ := t.csv.FieldPos(0)
	t.seen[id] = line
	municipality, err := t.municipality(row)
	if err != nil {
		return err
	}
	lat, err := t.number(row, t.column["lat"], -90, 90)
	if err != nil {
		return err
	}
	lon, err := t.number(row, t.column["lon"], -180, 180)
	if err != nil {
		return err
	}
	people, err := t.count(row, t.column["people"], maxPeople)
	if err != nil {
		return err
	}
	if t.total += int64(people); t.total > math.MaxInt32 {
		return t.fail(t.column["people"], "too-many-people")
	}
	for k, i := range t.groups {
		n, err := t.count(row, i, people)
		if err != nil {
			return err
		}
		p.Groups[k].People = append(p.Groups[k].People, n)
	}
	p.Keys, p.Points = append(p.Keys, id), append(p.Points, estimate.Point{Lat: lat, Lon: lon})
	p.Municipality, p.People = append(p.Municipality, municipality), append(p.People, people)
	return nil
}

func (t *populationTable) municipality(row []string) (string, error) {
	i := t.column["municipality"]
	text := strings.TrimSpace(row[i])
	if text == "" {
		return "", nil
	}
	if m, ok := sweden.MunicipalityByCode(text); ok {
		return m.Code, nil
	}
	if m, ok := sweden.MunicipalityByName(text); ok {
		return m.Code, nil
	}
	return "", t.fail(i, "no-municipality", clip(text))
}

func (t *populationTable) number(row []string, column int, least, most float64) (float64, error) {
	x, err := strconv.ParseFloat(strings.TrimSpace(row[column]), 64)
	if err != nil || !(x >= least && x <= most) {
		return 0, t.fail(column, "bad-number", clip(row[column]), least, most)
	}
	return x, nil
}

func (t *populationTable) count(row []string, column int, most int32) (int32, error) {
	n, err := strconv.ParseInt(strings.TrimSpace(row[column]), 10, 32)
	if err != nil || n < 0 || n > int64(most) {
		return 0, t.fail(column, "bad-count", clip(row[column]), most)
	}
	return int32(n), nil
}

// clip keeps a hostile text from filling the message.
func clip(s string) string {
	if r := []rune(strings.ToValidUTF8(s, "?")); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return strings.ToValidUTF8(s, "?")
}
