package folder

import (
	"reflect"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/spelling"
)

// decoder puts the nodes of one YAML file into the snapshot. It goes on after
// every mistake, so that none hides another.
type decoder struct {
	*reading
	file int32
	// lines is added to the line of every node: the text may be a part of a file.
	lines int
	// section is the top-level key that is being read.
	section string
}

func (d *decoder) spot(n ast.Node) spot {
	if n == nil {
		return spot{file: d.file}
	}
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		return d.spot(m.Values[0].Key)
	}
	if m, ok := n.(*ast.MappingValueNode); ok {
		return d.spot(m.Key)
	}
	if tk := n.GetToken(); tk != nil && tk.Position != nil {
		return spot{d.file, int32(tk.Position.Line + d.lines), int32(max(1, tk.Position.Column))}
	}
	return spot{file: d.file}
}

func (d *decoder) complain(at spot, key string, args ...any) {
	d.mistakes.add(d.places.place(at), programme.Error, key, args...)
}

// pairs returns the entries of a mapping; ok is false for any other node.
func pairs(n ast.Node) (values []*ast.MappingValueNode, ok bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

// record reads a mapping into the struct v and its places into at. what names
// the kind of record in messages; it is empty for the file itself.
func (d *decoder) record(n ast.Node, v reflect.Value, at *node, what string) {
	values, ok := pairs(n)
	if !ok {
		d.wrongKind(n, "folder.want-mapping", what)
		return
	}
	r := recordOf(v.Type())
	seen := map[string]spot{}
	meant := map[string]spot{}
	for i := 0; i < len(values); i++ {
		pair := values[i]
		if i+1 < len(values) && d.decimalComma(pair, values[i+1]) {
			if name, ok := scalarText(pair.Key); ok && at.field(name) == nil {
				at.addField(name, d.spot(pair.Value))
			}
			i++
			continue
		}
		name, here, ok := d.key(pair, r.names, what, seen)
		if !ok {
			if _, there := meant[name]; name != "" && !there {
				meant[name] = here
			}
			continue
		}
		f := r.fields[r.byName[name]]
		d.value(pair.Value, v.FieldByIndex(f.index), f.form, at.addField(name, d.valueSpot(pair, here)), name)
	}
	// A field whose name is misspelt stands where its misspelt name does, so
	// that nobody complains that it is missing.
	for name, here := range meant {
		if at.field(name) == nil {
			at.addField(name, here)
		}
	}
}

var (
	wholePart   = regexp.MustCompile(`^[-−]?[0-9]{1,9}$`)
	decimalPart = regexp.MustCompile(`^[0-9]{1,9}( [a-z]+)?$`)
)

// decimalComma tells a number such as {amount: 3,85 mnkr}, which YAML reads as
// the field 3 and a field "85 mnkr" without a value, and complains of it once.
func (d *decoder) decimalComma(pair, next *ast.MappingValueNode) bool {
	whole, ok := scalarText(pair.Value)
	part, also := scalarText(next.Key)
	if !ok || !also || !isNull(next.Value) || !wholePart.MatchString(whole) || !decimalPart.MatchString(part) {
		return false
	}
	d.complain(d.spot(pair.Value), "folder.decimal-comma", whole+","+part, whole+"."+part)
	return true
}

// valueSpot is the place of a pair's value; that of the key when the value is left out.
func (d *decoder) valueSpot(pair *ast.MappingValueNode, key spot) spot {
	if s := d.spot(pair.Value); s.line > 0 && !isNull(pair.Value) {
		return s
	}
	return key
}

// key checks the key of a pair: a known name, for the first time. Where it is
// not, name is the known one that was probably meant.
func (d *decoder) key(pair *ast.MappingValueNode, known []string, what string, seen map[string]spot) (name string, at spot, ok bool) {
	at = d.spot(pair.Key)
	text, isScalar := scalarText(pair.Key)
	switch {
	case isRefused(pair.Key):
		return "", at, false
	case !isScalar:
		d.complain(at, "folder.syntax-colon")
		return "", at, false
	}
	if first, twice := seen[text]; twice {
		d.complain(at, "folder.key-twice", text, int(first.line))
		return "", at, false
	}
	seen[text] = at
	for _, k := range known {
		if k == text {
			return text, at, true
		}
	}
	message := "folder.unknown-key"
	if what == "" {
		message = "folder.unknown-section"
	}
	return d.unknownName(at, message, text, known, what), at, false
}

// unknownName complains of a name, with the nearest known one where there is
// any, which it returns, and else with all known ones.
func (d *decoder) unknownName(at spot, key, name string, known []string, what string) (near string) {
	near, ok := "", false
	if !d.mistakes.isFull() {
		near, ok = spelling.Nearest(name, known)
	}
	if ok {
		d.complain(at, key+"-near", shorten(name), what, near)
	} else {
		d.complain(at, key, shorten(name), what, strings.Join(known, ", "))
	}
	return near
}

func (d *decoder) value(n ast.Node, v reflect.Value, f form, at *node, name string) {
	if isRefused(n) {
		d.lose(d.section)
		return
	}
	if isNull(n) {
		return
	}
	switch f {
	case aRecord:
		d.record(n, v, at, name)
	case aPointer:
		if _, isMap := pairs(n); isMap {
			v.Set(reflect.New(v.Type().Elem()))
			d.record(n, v.Elem(), at, name)
			return
		}
		d.wrongKind(n, "folder.want-mapping", name)
	case aList:
		d.list(n, v, at, name)
	case aBilingual:
		if _, isMap := pairs(n); isMap {
			d.record(n, v, at, name)
			return
		}
		d.scalar(n, v.Field(0), aString, name, "folder.want-text")
	default:
		d.scalar(n, v, f, name, "folder.want-scalar")
	}
}

func (d *decoder) scalar(n ast.Node, v reflect.Value, f form, name, want string) {
	text, ok := scalarText(n)
	if !ok {
		d.wrongKind(n, want, name)
		return
	}
	if bad := setScalar(v, f, text); bad != nil {
		d.complain(d.spot(n), bad.key, shortenAll(bad.args)...)
	}
}

// list appends a sequence to the slice v.
func (d *decoder) list(n ast.Node, v reflect.Value, at *node, name string) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		d.wrongKind(n, "folder.want-sequence", name)
		return
	}
	f := formOf(v.Type().Elem())
	for _, item := range seq.Values {
		if v.Len() >= maxRecords {
			d.complain(d.spot(item), "folder.too-many-records", name, maxRecords)
			return
		}
		if isRefused(item) {
			d.lose(d.section)
			continue
		}
		if _, isMap := pairs(item); f == aRecord && !isMap {
			d.wrongKind(item, "folder.want-mapping", name)
			continue
		}
		v.Grow(1)
		v.SetLen(v.Len() + 1)
		child := &node{at: d.spot(item)}
		at.items = append(at.items, child)
		d.value(item, v.Index(v.Len()-1), f, child, name)
	}
}

// wrongKind complains that n is not of the kind that the key says.
func (d *decoder) wrongKind(n ast.Node, key, name string) {
	d.lose(d.section)
	if !isRefused(n) {
		d.complain(d.spot(n), key, name)
	}
}
