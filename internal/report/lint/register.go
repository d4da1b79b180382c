package lint

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// A register is the known places, word by word.
type register struct {
	words  []knownWord
	index  map[string]int // of words, by lower case
	memo   map[string]*knownWord
	within map[string][]string // place in lower case → municipalities it lies in
	around map[string]bool     // municipalities in lower case
}

// A knownWord is one word of a place's name.
type knownWord struct {
	lower string
	place Place
	mask  uint64 // 0 for words that no other word is taken to be a slip of
}

// telling is how long a word of a name of several words must be to be more than
// an everyday word such as "Stora" or "Norra".
const telling = 7

func newRegister(places []Place) *register {
	r := &register{index: map[string]int{}, memo: map[string]*knownWord{}, within: map[string][]string{}, around: map[string]bool{}}
	for _, p := range places {
		tokens := tokenize(p.Name, swedish)
		for _, t := range tokens {
			if t.kind != wordToken {
				continue
			}
			mask := letters(t.lower)
			if len(tokens) > 1 && utf8.RuneCountInString(t.lower) < telling {
				mask = 0
			}
			if _, ok := r.index[t.lower]; !ok {
				r.index[t.lower] = len(r.words)
				r.words = append(r.words, knownWord{t.lower, p, mask})
			}
		}
		if p.Municipality == "" {
			continue
		}
		town := strings.ToLower(p.Municipality)
		r.around[town] = true
		for _, name := range append(strings.Split(p.Name, "/"), p.Name) {
			name = strings.ToLower(strings.TrimSpace(name))
			if !slices.Contains(r.within[name], town) {
				r.within[name] = append(r.within[name], town)
			}
		}
	}
	return r
}

// holds says that a word, or the word without a genitive's s, is known.
func (r *register) holds(lower string) bool {
	if _, ok := r.index[lower]; ok {
		return true
	}
	owner, ok := strings.CutSuffix(lower, "s")
	if ok {
		_, ok = r.index[strings.TrimRight(owner, "'’")]
	}
	return ok
}

// nearest returns the known word that is nearest to a word and near enough to
// be meant, nil if there is none. A word that begins with another letter, or is
// a known one with an ending, is not near.
func (r *register) nearest(lower string) *knownWord {
	if k, ok := r.memo[lower]; ok {
		return k
	}
	var best *knownWord
	least := 3
	mask, first := letters(lower), firstRune(lower)
	for i := range r.words {
		w := &r.words[i]
		if w.mask == 0 {
			continue
		}
		if bits.OnesCount64(mask^w.mask) > 4 || first != firstRune(w.lower) || inflects(lower, w.lower) {
			continue
		}
		if d := near(lower, w.lower); d > 0 && d < least {
			best, least = w, d
		}
	}
	r.memo[lower] = best
	return best
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
