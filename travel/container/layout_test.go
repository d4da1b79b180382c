package container

import (
	"slices"
	"testing"
)

// A machine that stores the high byte first reads and writes the same file.
func TestBigEndianMachine(t *testing.T) {
	values := []uint32{1, 0xfffefdfc, 7}
	little := slices.Clone(bytesOf(values))
	littleEndian = !littleEndian
	defer func() { littleEndian = !littleEndian }()
	if got := bytesOf(values); !slices.Equal(got, swapped(little, 4)) {
		t.Errorf("bytes are %v", got)
	}
	if got := arrayOf[uint32](bytesOf(values)); !slices.Equal(got, values) {
		t.Errorf("values are %v", got)
	}
}

// Bytes that do not lie where the machine wants numbers are copied to where it does.
func TestUnalignedBytes(t *testing.T) {
	raw := make([]byte, 17)
	for i := range raw {
		raw[i] = byte(i)
	}
	got := arrayOf[uint64](raw[1:])
	if len(got) != 2 || bytesOf(got)[0] != 1 || bytesOf(got)[15] != 16 {
		t.Errorf("got %x", got)
	}
}
