package osm

import "unsafe"

// Kind is a set of kinds of element.
type Kind uint8

// The kinds of element.
const (
	Nodes Kind = 1 << iota
	Ways
	Relations

	All = Nodes | Ways | Relations
)

// Range is a part of one of the Block's flat arrays.
type Range struct{ From, To uint32 }

// Text is the position of a string in the Block's table.
type Text uint32

// Tag is a key with its value.
type Tag struct{ Key, Value Text }

// Node is a point. Lat and Lon are 10⁻⁷ degrees.
type Node struct {
	ID       int64
	Lat, Lon int32
	Tags     Range
}

// Way is a line through nodes.
type Way struct {
	ID   int64
	Tags Range
	Refs Range
}

// Relation joins elements in roles.
type Relation struct {
	ID      int64
	Tags    Range
	Members Range
}

// Member is one element of a relation. Kind is Nodes, Ways or Relations.
type Member struct {
	ID   int64
	Role Text
	Kind Kind
}

// Block is a part of a file: some elements, and the table of the strings they use. Elements keep the order of the file within their kind.
type Block struct {
	Nodes     []Node
	Ways      []Way
	Relations []Relation

	tags    []Tag
	refs    []int64
	members []Member
	spans   []Range // of the strings, in text
	text    []byte
	where   place
}

// Strings returns the number of strings in the table.
func (b *Block) Strings() int { return len(b.spans) }

// String returns a string of the table. It lives in the Block's memory and ends with it.
func (b *Block) String(t Text) string {
	s := b.spans[t]
	if s.From == s.To {
		return ""
	}
	return unsafe.String(&b.text[s.From], int(s.To-s.From))
}

// Tags returns the tags of an element.
func (b *Block) Tags(r Range) []Tag { return b.tags[r.From:r.To] }

// Refs returns the ids of a way's nodes.
func (b *Block) Refs(r Range) []int64 { return b.refs[r.From:r.To] }

// Members returns the members of a relation.
func (b *Block) Members(r Range) []Member { return b.members[r.From:r.To] }

// Where says for messages which part of the file the block is.
func (b *Block) Where() string { return b.where.String() }

// Holds says which kinds of element the block has.
func (b *Block) Holds() Kind {
	var k Kind
	if len(b.Nodes) > 0 {
		k |= Nodes
	}
	if len(b.Ways) > 0 {
		k |= Ways
	}
	if len(b.Relations) > 0 {
		k |= Relations
	}
	return k
}

// clear empties the block and keeps its memory.
func (b *Block) clear() {
	b.Nodes, b.Ways, b.Relations = b.Nodes[:0], b.Ways[:0], b.Relations[:0]
	b.tags, b.refs, b.members = b.tags[:0], b.refs[:0], b.members[:0]
	b.spans, b.text = b.spans[:0], b.text[:0]
}
