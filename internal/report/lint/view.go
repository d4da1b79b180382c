package lint

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A view is a text split into what the rules look at, made once for all rules.
type view struct {
	text      *Text
	facts     *Facts
	lang      language
	blocks    []blockView // one for each block of the text
	sentences []sentence  // in reading order
	claims    []claim     // counts of known kinds of things, in reading order
	register  *register
}

// A blockView is a block's tokens and what was found among them.
type blockView struct {
	tokens     []token
	moments    []moment
	quantities []quantity
}

// A sentence is a stretch of one block.
type sentence struct {
	block       int
	first, last int // tokens [first, last)
	moments     []moment
	quantities  []quantity
}

func newView(t *Text, facts *Facts) *view {
	v := &view{text: t, facts: facts, lang: languageOf(t), blocks: make([]blockView, len(t.Blocks)),
		register: newRegister(facts.Places)}
	for i := range t.Blocks {
		b := &v.blocks[i]
		b.tokens = tokenize(t.Blocks[i].Text, v.lang)
		b.moments = moments(b.tokens)
		b.quantities = quantities(b.tokens, b.moments)
		if t.Blocks[i].Kind != Furniture {
			v.split(i)
		}
	}
	v.claims = v.readClaims()
	return v
}

// maxSentence bounds a sentence in tokens; what is longer is no sentence, and
// rules look at every pair of things within one.
const maxSentence = 400

// split cuts a block into sentences.
func (v *view) split(i int) {
	b := &v.blocks[i]
	first, m, q := 0, 0, 0
	for k := range b.tokens {
		if k+1 < len(b.tokens) && k-first < maxSentence && !endsSentence(b.tokens, k) {
			continue
		}
		s := sentence{block: i, first: first, last: k + 1}
		m0, q0 := m, q
		for m < len(b.moments) && b.moments[m].first <= k {
			m++
		}
		for q < len(b.quantities) && b.quantities[q].first <= k {
			q++
		}
		s.moments, s.quantities = b.moments[m0:m], b.quantities[q0:q]
		v.sentences = append(v.sentences, s)
		first = k + 1
	}
}

// endsSentence says that a sentence ends with token k: a full stop and then a
// capital or a number, unless the stop belongs to an abbreviation.
func endsSentence(tokens []token, k int) bool {
	switch tokens[k].lower {
	case "!", "?":
		return true
	case ".":
	default:
		return false
	}
	next := tokens[k+1]
	if next.start == tokens[k].end || !next.upper && next.kind == wordToken || next.lower == "," || next.lower == "(" {
		return false
	}
	if k == 0 {
		return true
	}
	before := tokens[k-1]
	if before.kind == wordToken && utf8.RuneCountInString(before.lower) == 1 {
		return false
	}
	return !abbreviations[before.lower]
}

var abbreviations = wordSet(`bl inkl exkl ca dvs ev jfr kl nr dnr prel resp st tab tel avs kap sid art prop mom osv etc no fig dr
	mr mrs vs approx incl excl`)

func (v *view) tokens(s sentence) []token { return v.blocks[s.block].tokens }

// position returns the place of token k in block b.
func (v *view) position(b, k int) Position {
	return v.text.Position(b, v.blocks[b].tokens[k].start)
}

// excerptWidth is how much of a block an excerpt shows before and after.
const excerptWidth = 60

// excerpt returns the words around tokens [first, last) of block b.
func (v *view) excerpt(b, first, last int) string {
	s, tokens := v.text.Blocks[b].Text, v.blocks[b].tokens
	from, to := tokens[first].start, tokens[max(first, last-1)].end
	if to-from > 2*excerptWidth {
		to = from + 2*excerptWidth
	}
	from, to = max(0, from-excerptWidth), min(len(s), to+excerptWidth)
	head, tail := "", ""
	if from > 0 {
		if i := strings.IndexByte(s[from:min(len(s), from+excerptWidth)], ' '); i >= 0 {
			from += i + 1
		}
		head = "…"
	}
	if to < len(s) {
		if i := strings.LastIndexByte(s[max(from, to-excerptWidth):to], ' '); i > 0 {
			to = max(from, to-excerptWidth) + i
		}
		tail = "…"
	}
	for from < to && !utf8.RuneStart(s[from]) {
		from++
	}
	for to < len(s) && to > from && !utf8.RuneStart(s[to]) {
		to--
	}
	return head + strings.TrimSpace(s[from:to]) + tail
}

// mentions finds the phrases of words in a block's lower-case text and returns
// the token that the first one begins at, or -1. A phrase matches only whole
// words.
func (v *view) mentions(b int, first, last int, words []string) int {
	tokens := v.blocks[b].tokens
	if len(words) == 0 || first >= last {
		return -1
	}
	from, to := tokens[first].start, tokens[last-1].end
	low := strings.ToLower(v.text.Blocks[b].Text[from:to])
	if len(low) != to-from {
		return -1 // a letter whose lower case has another length; none is in our languages
	}
	best := -1
	for _, w := range words {
		if i := indexPhrase(low, strings.ToLower(w)); i >= 0 && (best < 0 || i < best) {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	return min(last-1, first+sort.Search(last-first, func(k int) bool { return tokens[first+k].end > from+best }))
}

// indexPhrase finds phrase in s where no letter or digit touches either end.
func indexPhrase(s, phrase string) int {
	if phrase == "" {
		return -1
	}
	for from := 0; ; {
		i := strings.Index(s[from:], phrase)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(phrase):])
		if !inWord(before) && !inWord(after) {
			return i
		}
		from = i + len(phrase)
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
