package folder

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"
)

func (r *reading) decoder(file int32, lines int) *decoder {
	return &decoder{reading: r, file: file, lines: lines}
}

// yamlFile reads one file into the snapshot.
func (r *reading) yamlFile(file int32, text string) {
	seen := map[string]spot{}
	docs, refused, err := parse(text)
	if err == nil {
		r.refused(file, 0, refused)
		r.documents(r.decoder(file, 0), docs, seen)
		return
	}
	clean, tabs := untab(text)
	r.refused(file, 0, tabs)
	for _, section := range bySection(clean) {
		r.section(file, section, seen)
	}
}

// section reads one top-level key of a file that is wrong somewhere, record by
// record where need be.
func (r *reading) section(file int32, p piece, seen map[string]spot) {
	docs, refused, err := parse(p.text)
	if err == nil {
		r.refused(file, p.lines, refused)
		r.documents(r.decoder(file, p.lines), docs, seen)
		return
	}
	r.lose(p.section)
	items := byRecord(p)
	if len(items) < 2 {
		r.refused(file, p.lines, append(refused, *err))
		return
	}
	// Every piece repeats the key of the section, which is not there twice.
	for _, item := range items {
		offset := item.lines - item.head
		docs, refused, err := parse(item.text)
		if err != nil {
			refused = append(refused, *err)
		}
		r.refused(file, offset, refused)
		again := map[string]spot{}
		r.documents(r.decoder(file, offset), docs, again)
	}
}

func (r *reading) refused(file int32, lines int, errs []syntaxError) {
	for _, e := range errs {
		d := r.decoder(file, 0)
		d.complain(spot{file, int32(e.line + lines), int32(e.column)}, e.key, e.args...)
	}
}

// documents reads the top-level mapping of each document.
func (r *reading) documents(d *decoder, docs []*ast.DocumentNode, seen map[string]spot) {
	for i, doc := range docs {
		if i > 0 {
			seen = map[string]spot{}
		}
		if doc.Body == nil || isNull(doc.Body) || isRefused(doc.Body) {
			continue
		}
		values, ok := pairs(doc.Body)
		if !ok {
			d.complain(d.spot(doc.Body), "folder.want-sections")
			continue
		}
		for _, pair := range values {
			r.topLevel(d, pair, seen)
		}
	}
}

func (r *reading) topLevel(d *decoder, pair *ast.MappingValueNode, seen map[string]spot) {
	all := sections()
	name, at, ok := d.key(pair, all.names, "", seen)
	d.section = name
	if !ok {
		d.lose(name)
		return
	}
	f := all.fields[all.byName[name]]
	v := reflect.ValueOf(r.snapshot).Elem().FieldByIndex(f.index)
	n := r.places.root.field(name)
	switch {
	case n == nil:
		n = r.places.root.addField(name, at)
	case f.form == aRecord:
		d.complain(at, "folder.programme-twice", r.places.place(n.at).String())
		return
	}
	d.value(pair.Value, v, f.form, n, name)
}
