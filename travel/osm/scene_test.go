package osm_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"testing"

	"github.com/etablera/etablera/travel/osm"
)

// msg is a Protocol Buffers message in the making.
type msg []byte

func (m msg) number(field, v uint64) msg {
	return binary.AppendUvarint(binary.AppendUvarint(m, field<<3), v)
}

func (m msg) signed(field uint64, v int64) msg { return m.number(field, zigzag(v)) }

func (m msg) bytes(field uint64, b []byte) msg {
	m = binary.AppendUvarint(binary.AppendUvarint(m, field<<3|2), uint64(len(b)))
	return append(m, b...)
}

func zigzag(v int64) uint64 { return uint64(v<<1) ^ uint64(v>>63) }

// packed writes numbers one after another; deltas writes their differences.
func packed(values ...uint64) (b []byte) {
	for _, v := range values {
		b = binary.AppendUvarint(b, v)
	}
	return b
}

func deltas(values ...int64) (b []byte) {
	last := int64(0)
	for _, v := range values {
		b = binary.AppendUvarint(b, zigzag(v-last))
		last = v
	}
	return b
}

func words(list ...string) (m msg) {
	for _, s := range list {
		m = m.bytes(1, []byte(s))
	}
	return m
}

// fileBlock packs a message as a blob with its header.
func fileBlock(kind string, content []byte, pack bool) []byte {
	var blob msg
	if pack {
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		z.Write(content)
		z.Close()
		blob = blob.number(2, uint64(len(content))).bytes(3, b.Bytes())
	} else {
		blob = blob.bytes(1, content)
	}
	return withHeader(kind, blob)
}

func withHeader(kind string, blob []byte) []byte {
	header := msg{}.bytes(1, []byte(kind)).number(3, uint64(len(blob)))
	return append(append(binary.BigEndian.AppendUint32(nil, uint32(len(header))), header...), blob...)
}

func headerBlock(features ...string) []byte {
	m := msg{}.bytes(1, msg{}.signed(1, 18e9).signed(2, 19e9).signed(3, 60e9).signed(4, 59e9))
	for _, f := range append([]string{"OsmSchema-V0.6", "DenseNodes"}, features...) {
		m = m.bytes(4, []byte(f))
	}
	return fileBlock("OSMHeader", m.bytes(16, []byte("hand")).number(32, 1632441600), true)
}

// table is what the handmade blocks use as strings.
var table = words("", "highway", "residential", "name", "Storgatan", "stop", "forward", "type", "route")

// nodes, ways and relations of the handmade file, as groups of elements.
var (
	dense = msg{}.bytes(2, msg{}.
		bytes(1, deltas(10, 12, -5)).
		bytes(8, deltas(593000000, 593000100, -10)).
		bytes(9, deltas(180000000, 180000001, 180000002)).
		bytes(10, packed(1, 5, 0, 0, 3, 4, 1, 2, 0)))
	single = msg{}.bytes(1, msg{}.signed(1, 77).bytes(2, packed(1)).bytes(3, packed(5)).signed(8, 593000200).signed(9, 180000200))
	way    = msg{}.bytes(3, msg{}.number(1, 5).bytes(2, packed(1, 3)).bytes(3, packed(2, 4)).bytes(8, deltas(10, 12, -5, 77)))
	tie    = msg{}.bytes(4, msg{}.number(1, 9).bytes(2, packed(7)).bytes(3, packed(8)).bytes(8, packed(6, 0, 0)).bytes(9, deltas(5, 10, 9)).bytes(10, packed(1, 0, 2)))
)

func block(groups ...msg) msg {
	m := msg{}.bytes(1, table)
	for _, g := range groups {
		m = m.bytes(2, g)
	}
	return m
}

// hand is a whole file with one element or more of each kind.
func hand(pack bool) []byte {
	file := headerBlock()
	file = append(file, fileBlock("OSMData", block(dense, single), pack)...)
	file = append(file, fileBlock("Invented", []byte("of no concern"), pack)...)
	return append(file, fileBlock("OSMData", block(way, tie), pack)...)
}

// handXML says the same as hand.
const handXML = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="hand" timestamp="2021-09-24T00:00:00Z">
 <bounds minlat="59" minlon="18" maxlat="60" maxlon="19"/>
 <node id="10" lat="59.3" lon="18"><tag k="highway" v="stop"/></node>
 <node id="12" lat="59.30001" lon="18.0000001"/>
 <node id="-5" lat="-0.000001" lon="18.0000002"><tag k="name" v="Storgatan"/><tag k="highway" v="residential"/></node>
 <node id="77" lat="59.30002" lon="18.00002"><tag k="highway" v="stop"/></node>
 <way id="5"><nd ref="10"/><nd ref="12"/><nd ref="-5"/><nd ref="77"/><tag k="highway" v="residential"/><tag k="name" v="Storgatan"/></way>
 <relation id="9"><member type="way" ref="5" role="forward"/><member type="node" ref="10" role=""/><member type="relation" ref="9" role=""/><tag k="type" v="route"/></relation>
</osm>`

// dump reads a file whole and writes every element as text.
func dump(data []byte, workers int) (string, osm.Header, error) {
	f, err := osm.New(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", osm.Header{}, err
	}
	f.Workers = workers
	var b bytes.Buffer
	err = f.Each(context.Background(), osm.All, func(block *osm.Block) error {
		write(&b, block)
		return nil
	})
	return b.String(), f.Header(), err
}

const handText = `node 10 593000000 180000000 "highway"="stop"
node 12 593000100 180000001
node -5 -10 180000002 "name"="Storgatan" "highway"="residential"
node 77 593000200 180000200 "highway"="stop"
way 5 [10 12 -5 77] "highway"="residential" "name"="Storgatan"
relation 9 2:5:"forward" 1:10:"" 4:9:"" "type"="route"
`

// A file made by hand is read as it was meant: packed and not, binary and text.
func TestHandmadeFile(t *testing.T) {
	for name, data := range map[string][]byte{"zlib": hand(true), "raw": hand(false), "xml": []byte(handXML)} {
		text, header, err := dump(data, 2)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if text != handText {
			t.Errorf("%s: read\n%s", name, text)
		}
		if header.Program != "hand" || header.Timestamp.Format("2006-01-02") != "2021-09-24" || header.Bounds != (osm.Bounds{South: 590000000, West: 180000000, North: 600000000, East: 190000000}) {
			t.Errorf("%s: header %+v", name, header)
		}
	}
}
