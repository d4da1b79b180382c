package folder

import (
	"strconv"
	"strings"
)

// Places tells where the parts of a snapshot stand in the folder that it was
// read from. The zero Places knows of none.
type Places struct {
	files []string
	root  *node
}

// spot is a Place in few bytes, because there is one for every value read.
type spot struct{ file, line, column int32 }

// node is the place of a value, and of the values within it. A sequence has
// items; a mapping has fields, by yaml name.
type node struct {
	at     spot
	fields []field
	items  []*node // nil where the record is a row of a CSV file
	tables []*table
}

type field struct {
	name string
	node *node
}

// table holds the places of a CSV file's cells: a million of them are too many
// for a node each. spots has one entry per record and column, row by row.
type table struct {
	first   int // the section's record in the first row
	columns []string
	spots   []spot
}

// At returns the place of the value at a path such as offices[3].municipality,
// or of the nearest value around it that stands in the folder; a field that was
// left out has the place of its record. ok is false where there is none at all.
func (p Places) At(path string) (place Place, ok bool) {
	if p.root == nil {
		return Place{}, false
	}
	at, _ := p.root.find(path)
	if at.line == 0 {
		return Place{}, false
	}
	return p.place(at), true
}

// exactly is At without looking around: the value itself must be there.
func (p Places) exactly(path string) (place Place, ok bool) {
	at, exact := p.root.find(path)
	if !exact {
		return Place{}, false
	}
	return p.place(at), true
}

func (p Places) place(s spot) Place {
	return Place{File: p.files[s.file], Line: int(s.line), Column: int(s.column)}
}

// find returns the spot of the value at path, or of the nearest around it that
// has one; exact says which.
func (n *node) find(path string) (at spot, exact bool) {
	at = n.at
	for path != "" {
		var step string
		step, path = nextStep(path)
		i, err := strconv.Atoi(step)
		switch {
		case err != nil:
			n = n.field(step)
		case i < 0 || i >= len(n.items):
			return at, false
		case n.items[i] == nil:
			return n.cell(i, path)
		default:
			n = n.items[i]
		}
		if n == nil {
			return at, false
		}
		if n.at.line > 0 {
			at = n.at
		}
	}
	return at, n.at.line > 0
}

// cell returns the place of a column of the i-th record, which is a CSV row.
func (n *node) cell(i int, column string) (at spot, exact bool) {
	k := len(n.tables) - 1
	for n.tables[k].first > i {
		k--
	}
	t := n.tables[k]
	row := t.spots[(i-t.first)*len(t.columns):][:len(t.columns)]
	for j, name := range t.columns {
		if name == column && row[j].line > 0 {
			return row[j], true
		}
	}
	return row[0], column == ""
}

func (n *node) field(name string) *node {
	for i := range n.fields {
		if n.fields[i].name == name {
			return n.fields[i].node
		}
	}
	return nil
}

func (n *node) addField(name string, at spot) *node {
	child := &node{at: at}
	n.fields = append(n.fields, field{name, child})
	return child
}

// nextStep cuts the first name or index off a path.
func nextStep(path string) (step, rest string) {
	i := strings.IndexAny(path, ".[")
	if i < 0 {
		return strings.TrimSuffix(path, "]"), ""
	}
	return strings.TrimSuffix(path[:i], "]"), path[i+1:]
}
