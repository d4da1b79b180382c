package change

import (
	"reflect"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// comparison collects the changed facts of two snapshots, and which addresses of
// facts they touch on either side.
type comparison struct {
	changes       []FactChange
	before, after touched
}

// touched maps the address of a record or field to the changes that concern it
// and everything below it, by position in comparison.changes.
type touched map[figure.Address][]int32

// compareFacts finds what differs between two snapshots, section by section.
// O(fields of all records).
func compareFacts(before, after *programme.Snapshot) *comparison {
	c := &comparison{before: touched{}, after: touched{}}
	a, b := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	for i := range a.NumField() {
		at := figure.At(figure.FactsSegment, nameOf(a.Type().Field(i)))
		if t := a.Field(i).Type(); t.Kind() == reflect.Slice && !isScalar(t) {
			c.list(at, a.Field(i), b.Field(i), figure.Keys)
			continue
		}
		c.field(at, at, a.Field(i), b.Field(i))
	}
	return c
}

// field compares a field, whose changes touch what lies at the address touch.
func (c *comparison) field(at, touch figure.Address, a, b reflect.Value) {
	t := a.Type()
	switch {
	case isScalar(t):
		if figure.Content(a) != figure.Content(b) && (figure.IsStated(a) || figure.IsStated(b)) {
			c.note(at, touch, a, b)
		}
	case t.Kind() == reflect.Pointer:
		switch {
		case a.IsNil() && b.IsNil():
		case a.IsNil() || b.IsNil():
			c.note(at, touch, a, b)
		default:
			c.record(at, a.Elem(), b.Elem())
		}
	case t.Kind() == reflect.Slice:
		c.list(at, a, b, numbered)
	default:
		c.record(at, a, b)
	}
}

// record compares two records field by field. Where a fact comes from, and since
// when it is known, decides which of several statements holds: such a change
// touches the whole record.
func (c *comparison) record(at figure.Address, a, b reflect.Value) {
	t := a.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.Anonymous {
			c.field(at+"/"+figure.Address(nameOf(f)), at+"/"+figure.Address(nameOf(f)), a.Field(i), b.Field(i))
			continue
		}
		for j := range f.Type.NumField() {
			c.field(at+"/"+figure.Address(nameOf(f.Type.Field(j))), at, a.Field(i).Field(j), b.Field(i).Field(j))
		}
	}
}

// note enters a change of a field; nothing on one side is an addition or removal.
func (c *comparison) note(at, touch figure.Address, a, b reflect.Value) {
	kind := Changed
	switch {
	case !figure.IsStated(a):
		kind = Added
	case !figure.IsStated(b):
		kind = Removed
	}
	n := c.enter(FactChange{Kind: kind, Address: at, Before: plain(a), After: plain(b)})
	c.before[touch] = append(c.before[touch], n)
	c.after[touch] = append(c.after[touch], n)
}

func (c *comparison) enter(f FactChange) int32 {
	c.changes = append(c.changes, f)
	return int32(len(c.changes) - 1)
}

// list compares two lists of records: those with an id by it, the rest as a
// bag. What was there before comes first, in its order, then what is new. keys
// says how the book of facts addresses the records of such a list.
func (c *comparison) list(at figure.Address, a, b reflect.Value, keys func(reflect.Value) []string) {
	x, y := entriesOf(a, keys(a)), entriesOf(b, keys(b))
	for i, e := range x.entries {
		j, ok := y.match(e)
		switch {
		case !ok:
			n := c.enter(FactChange{Kind: Removed, Address: e.at(at), Before: figure.Content(a.Index(i))})
			c.before[e.at(at)] = append(c.before[e.at(at)], n)
		case e.id != "":
			c.record(e.at(at), a.Index(i), b.Index(j))
		}
	}
	for j, e := range y.entries {
		if !y.matched[j] {
			n := c.enter(FactChange{Kind: Added, Address: e.at(at), After: figure.Content(b.Index(j))})
			c.after[e.at(at)] = append(c.after[e.at(at)], n)
		}
	}
}
