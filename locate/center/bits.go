package center

import "math/bits"

// set is a set of small numbers, 64 to a word.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) has(i int32) bool { return s[i>>6]>>(uint(i)&63)&1 != 0 }
func (s set) put(i int32)      { s[i>>6] |= 1 << (uint(i) & 63) }
func (s set) take(i int32)     { s[i>>6] &^= 1 << (uint(i) & 63) }

func (s set) fill(n int) {
	for i := range s {
		s[i] = ^uint64(0)
	}
	if n&63 != 0 {
		s[len(s)-1] = 1<<(uint(n)&63) - 1
	}
}

func (s set) count() (n int) {
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// countWith is the size of the intersection.
func (s set) countWith(t set) (n int) {
	for i, w := range s {
		n += bits.OnesCount64(w & t[i])
	}
	return n
}

// within says whether s ∩ live lies in t.
func (s set) within(t, live set) bool {
	for i, w := range s {
		if w&live[i]&^t[i] != 0 {
			return false
		}
	}
	return true
}

// each visits the members of s ∩ live in rising order until visit answers false.
func (s set) each(live set, visit func(int32) bool) {
	for i, w := range s {
		for w &= live[i]; w != 0; w &= w - 1 {
			if !visit(int32(i<<6 + bits.TrailingZeros64(w))) {
				return
			}
		}
	}
}

// first is the least member of s ∩ live, or -1.
func (s set) first(live set) int32 {
	for i, w := range s {
		if w &= live[i]; w != 0 {
			return int32(i<<6 + bits.TrailingZeros64(w))
		}
	}
	return -1
}

// less takes the members of t out.
func (s set) less(t set) {
	for i := range s {
		s[i] &^= t[i]
	}
}
