package osm

import (
	"compress/bzip2"
	"compress/gzip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"time"
)

const (
	// blockElements is how many elements of an XML file make a block, as in most PBF files.
	blockElements = 8000
	// maxToken bounds the bytes of one XML token: a tag with its attributes, a comment, a text.
	maxToken = 1 << 20
	// maxInner bounds the tags, nodes or members of one element.
	maxInner = 1 << 20
)

// xmlFile is an XML file, packed or not.
type xmlFile struct {
	r      io.ReaderAt
	size   int64
	header Header
	unpack func(io.Reader) (io.Reader, error)
}

func newXML(r io.ReaderAt, size int64, begin []byte) (*xmlFile, error) {
	x := &xmlFile{r: r, size: size}
	switch {
	case len(begin) > 2 && begin[0] == 0x1f && begin[1] == 0x8b:
		x.header.Format = "xml.gz"
		x.unpack = func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }
	case len(begin) > 3 && string(begin[:3]) == "BZh":
		x.header.Format = "xml.bz2"
		x.unpack = func(r io.Reader) (io.Reader, error) { return bzip2.NewReader(r), nil }
	case slices.ContainsFunc([]string{"<", " <", "\n<", "\xef\xbb\xbf<"}, func(s string) bool { return len(begin) >= len(s) && string(begin[:len(s)]) == s }):
		x.header.Format = "xml"
		x.unpack = func(r io.Reader) (io.Reader, error) { return r, nil }
	default:
		return nil, &Error{Kind: NotOSM, Place: "byte 0", Text: "neither PBF nor XML, nor XML packed with gzip or bzip2"}
	}
	return x, nil
}

// xmlReader reads one pass over an XML file.
type xmlReader struct {
	xml    *xml.Decoder
	guard  *guard
	header Header
	block  Block
	texts  map[string]Text
	want   Kind
	take   func(*Block) error
	path   []string // names of the elements that are open
	seen   bool     // whether there was a root
	// the element that is open, and where its nodes and members begin in the block
	kind          Kind
	id            int64
	node          Node
	tags          []Tag
	refs, members int
}

func (x *xmlFile) each(ctx context.Context, want Kind, report func(done, total int64), take func(*Block) error) error {
	section := io.NewSectionReader(x.r, 0, x.size)
	unpacked, err := x.unpack(section)
	if err != nil {
		return &Error{Kind: Damaged, Place: "byte 0", Text: "the packed data is damaged: " + err.Error()}
	}
	g := newGuard(unpacked)
	r := &xmlReader{xml: xml.NewDecoder(g), guard: g, header: x.header, want: want, texts: make(map[string]Text)}
	r.take = func(b *Block) error {
		at, _ := section.Seek(0, io.SeekCurrent)
		if g.read > maxPacking*at+packingFree {
			return r.here().errorf(TooLarge, "%d bytes came out of %d: %d to 1 is the most that is believed; is this a bomb?", g.read, at, maxPacking)
		}
		report(at, x.size)
		return take(b)
	}
	r.reset()
	err = r.run(ctx)
	x.header = r.header
	return err
}

func (r *xmlReader) here() place {
	line, column := r.xml.InputPos()
	return place{blob: -1, line: line, column: column}
}

func (r *xmlReader) run(ctx context.Context) error {
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		r.guard.left = maxToken
		token, err := r.xml.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return r.here().errorf(Damaged, "%v", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = r.start(t)
		case xml.EndElement:
			err = r.end(t)
		}
		if err != nil {
			return err
		}
	}
	if len(r.path) > 0 {
		return r.here().errorf(Truncated, "the file ends within <%.40s>", r.path[len(r.path)-1])
	}
	if !r.seen {
		return r.here().errorf(NotOSM, "there is no <osm>")
	}
	return r.deliver()
}

// maxDepth bounds how deep elements lie within one another; the format needs three.
const maxDepth = 16

func (r *xmlReader) start(t xml.StartElement) error {
	name := t.Name.Local
	if len(r.path) == 0 && name != "osm" {
		return r.here().errorf(NotOSM, "the file begins with <%.40s>: <osm> is expected", name)
	}
	if len(r.path) == maxDepth {
		return r.here().errorf(TooLarge, "elements lie more than %d deep", maxDepth)
	}
	r.path = append(r.path, name)
	switch len(r.path) {
	case 1:
		return r.root(t)
	case 2:
		return r.element(t)
	case 3:
		if r.kind&r.want != 0 {
			return r.inner(t)
		}
	}
	return nil
}

func (r *xmlReader) end(t xml.EndElement) error {
	if len(r.path) == 0 || r.path[len(r.path)-1] != t.Name.Local {
		return r.here().errorf(Damaged, "</%.40s> closes what is not open", t.Name.Local)
	}
	r.path = r.path[:len(r.path)-1]
	if len(r.path) != 1 || r.kind&r.want == 0 {
		return nil
	}
	r.close()
	r.kind = 0
	b := &r.block
	if len(b.Nodes)+len(b.Ways)+len(b.Relations) >= blockElements || len(b.refs)+len(b.members)+len(b.tags) >= maxInner {
		return r.deliver()
	}
	return nil
}

// root reads what <osm> says of the file.
func (r *xmlReader) root(t xml.StartElement) error {
	if r.seen {
		return r.here().errorf(Damaged, "a second <osm>")
	}
	r.seen = true
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "version":
			if a.Value != "0.6" {
				return r.here().errorf(Version, "version %.20q of the format: 0.6 is read", a.Value)
			}
		case "generator":
			r.header.Program = limited([]byte(a.Value))
		case "timestamp":
			r.header.Timestamp, _ = time.Parse(time.RFC3339, a.Value)
		}
	}
	return nil
}

// element begins a node, way or relation.
func (r *xmlReader) element(t xml.StartElement) error {
	r.kind = 0
	switch t.Name.Local {
	case "bounds":
		return r.bounds(t)
	case "node":
		r.kind = Nodes
	case "way":
		r.kind = Ways
	case "relation":
		r.kind = Relations
	}
	if r.kind&r.want == 0 {
		return nil
	}
	r.node = Node{}
	id, lat, lon := "", "", ""
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "id":
			id = a.Value
		case "lat":
			lat = a.Value
		case "lon":
			lon = a.Value
		}
	}
	var err error
	if r.id, err = strconv.ParseInt(id, 10, 64); err != nil {
		return r.here().errorf(Number, "<%s> has id %.40q: a whole number is expected", t.Name.Local, id)
	}
	if r.kind == Nodes {
		var okA, okO bool
		r.node.Lat, okA = parseDegrees(lat, 90)
		r.node.Lon, okO = parseDegrees(lon, 180)
		if !okA || !okO {
			return r.here().errorf(Position, "node %d has lat %.40q and lon %.40q: degrees within ±90 and ±180 are expected", r.id, lat, lon)
		}
	}
	r.tags = r.tags[:0]
	r.refs, r.members = len(r.block.refs), len(r.block.members)
	return nil
}

// inner reads what stands within an element.
func (r *xmlReader) inner(t xml.StartElement) error {
	switch {
	case t.Name.Local == "tag":
		k, v := attribute(t, "k"), attribute(t, "v")
		r.tags = append(r.tags, Tag{r.text(k), r.text(v)})
	case t.Name.Local == "nd" && r.kind == Ways:
		ref, err := strconv.ParseInt(attribute(t, "ref"), 10, 64)
		if err != nil {
			return r.here().errorf(Number, "way %d: <nd> has ref %.40q: a whole number is expected", r.id, attribute(t, "ref"))
		}
		r.block.refs = append(r.block.refs, ref)
	case t.Name.Local == "member" && r.kind == Relations:
		return r.member(t)
	}
	if len(r.tags) > maxInner || len(r.block.refs)-r.refs > maxInner {
		return r.here().errorf(TooLarge, "element %d has more than %d tags or nodes", r.id, maxInner)
	}
	return nil
}

func (r *xmlReader) member(t xml.StartElement) error {
	m := Member{Role: r.text(attribute(t, "role"))}
	switch kind := attribute(t, "type"); kind {
	case "node":
		m.Kind = Nodes
	case "way":
		m.Kind = Ways
	case "relation":
		m.Kind = Relations
	default:
		return r.here().errorf(Damaged, "relation %d: a member has type %.40q: node, way or relation is expected", r.id, kind)
	}
	var err error
	if m.ID, err = strconv.ParseInt(attribute(t, "ref"), 10, 64); err != nil {
		return r.here().errorf(Number, "relation %d: a member has ref %.40q: a whole number is expected", r.id, attribute(t, "ref"))
	}
	r.block.members = append(r.block.members, m)
	if len(r.block.members)-r.members > maxInner {
		return r.here().errorf(TooLarge, "relation %d has more than %d members", r.id, maxInner)
	}
	return nil
}

// close ends an element and puts it into the block.
func (r *xmlReader) close() {
	b := &r.block
	tags := Range{uint32(len(b.tags)), uint32(len(b.tags) + len(r.tags))}
	b.tags = append(b.tags, r.tags...)
	switch r.kind {
	case Nodes:
		b.Nodes = append(b.Nodes, Node{r.id, r.node.Lat, r.node.Lon, tags})
	case Ways:
		b.Ways = append(b.Ways, Way{r.id, tags, Range{uint32(r.refs), uint32(len(b.refs))}})
	case Relations:
		b.Relations = append(b.Relations, Relation{r.id, tags, Range{uint32(r.members), uint32(len(b.members))}})
	}
}

// text puts a string into the block's table, once.
func (r *xmlReader) text(s string) Text {
	if t, ok := r.texts[s]; ok {
		return t
	}
	b := &r.block
	t := Text(len(b.spans))
	b.spans = append(b.spans, Range{uint32(len(b.text)), uint32(len(b.text) + len(s))})
	b.text = append(b.text, s...)
	r.texts[s] = t
	return t
}

// reset begins a block.
func (r *xmlReader) reset() {
	r.block.clear()
	clear(r.texts)
	r.block.where = r.here()
}

// deliver hands over the block, if anything is in it.
func (r *xmlReader) deliver() error {
	if r.block.Holds() != 0 {
		if err := r.take(&r.block); err != nil {
			return err
		}
	}
	r.reset()
	return nil
}

func (r *xmlReader) bounds(t xml.StartElement) error {
	var side [4]int32
	for i, name := range [4]string{"minlat", "minlon", "maxlat", "maxlon"} {
		v, ok := parseDegrees(attribute(t, name), 180)
		if !ok {
			return nil // bounds are for show; what is not understood stays unknown
		}
		side[i] = v
	}
	r.header.Bounds = Bounds{side[0], side[1], side[2], side[3]}
	return nil
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
