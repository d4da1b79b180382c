package certificate

import "math/bits"

// exact adds and multiplies; the first result that does not fit stays noted in over.
type exact struct{ over bool }

func (e *exact) add(a, b int64) int64 {
	c := a + b
	if (c > a) != (b > 0) {
		e.over = e.over || b != 0
	}
	return c
}

func (e *exact) mul(a, b int64) int64 {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo > 1<<63-1 {
		e.over = true
		return 0
	}
	return a * b
}

func magnitude(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}
