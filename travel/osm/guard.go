package osm

import (
	"bufio"
	"fmt"
	"io"
)

// guard counts the bytes that the XML decoder takes for one token, so that no token can grow without end. It is an io.ByteReader, which
// keeps the decoder from reading ahead.
type guard struct {
	r    *bufio.Reader
	left int
	read int64 // so far
}

func newGuard(r io.Reader) *guard { return &guard{r: bufio.NewReaderSize(r, 64<<10), left: maxToken} }

func (g *guard) ReadByte() (byte, error) {
	if g.left == 0 {
		return 0, fmt.Errorf("a tag, text or comment has more than %d bytes", maxToken)
	}
	g.left--
	g.read++
	return g.r.ReadByte()
}

// Read is there for the decoder's signature; it uses ReadByte.
func (g *guard) Read(b []byte) (int, error) {
	for i := range b {
		c, err := g.ReadByte()
		if err != nil {
			return i, err
		}
		b[i] = c
	}
	return len(b), nil
}
