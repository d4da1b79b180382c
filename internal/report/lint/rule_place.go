package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Rule place: a name that is nearly one in the register (Stenungssund), or one
// place spelt in two ways in the same text (Mobilia, Mobila), whether or not the
// register has it. One finding for each wrong spelling, at its first place; the
// others are related places.
//
// Silent for: words in the register and their genitives, inflections and
// compounds; words that the text also has with a small letter; words that only
// ever begin a sentence, unless they are nearly a name that stands elsewhere in
// the text; words that follow another capitalised word (a person's name); names
// that stand side by side ("Lidköping och Linköping"); names
// of fewer than five letters; and spellings that the text uses four times or
// more without ever using the register's.

const (
	maxSpellings = 5000 // distinct capitalised words that are compared
	established  = 4    // as often as this, a spelling is the text's own
)

// A spelling is a capitalised word and where it stands.
type spelling struct {
	lower string
	shown string
	at    []place
	named int // times that only a name would have a capital
	alone int // of these, times not preceded by another capitalised word
}

func checkPlaces(v *view) []Finding {
	spellings, small := v.spellings()
	byWord := map[string]*spelling{}
	for i := range spellings {
		byWord[spellings[i].lower] = &spellings[i]
	}
	var found []Finding
	for i := range spellings {
		s := &spellings[i]
		if v.register.holds(s.lower) || small[s.lower] || small[strings.TrimSuffix(s.lower, "s")] || !comparableName(s.lower) {
			continue
		}
		if f, wrong := v.nearRegister(s, byWord); wrong {
			found = append(found, f)
		} else if f, wrong := v.twoWays(s, spellings, small); wrong {
			found = append(found, f)
		}
	}
	return append(found, v.wrongMunicipality()...)
}

func comparableName(w string) bool {
	n := utf8.RuneCountInString(w)
	return n >= shortName && n <= 40
}

// spellings collects the capitalised words, and the words with a small letter.
func (v *view) spellings() ([]spelling, map[string]bool) {
	var list []spelling
	index := map[string]int{}
	small := map[string]bool{}
	for _, s := range v.sentences {
		tokens := v.tokens(s)
		kind := v.text.Blocks[s.block].Kind
		listed := kind == ListItem || kind == Line || kind == Cell
		begun := false
		for k := s.first; k < s.last; k++ {
			t := tokens[k]
			if t.kind != wordToken {
				begun = begun && t.lower != ":"
				continue
			}
			opens := !begun
			begun = true
			if !t.upper {
				small[t.lower] = true
				continue
			}
			shown := v.text.Blocks[s.block].Text[t.start:t.end]
			if shouts(shown) {
				continue
			}
			i, ok := index[t.lower]
			if !ok {
				if len(list) == maxSpellings {
					continue
				}
				i = len(list)
				index[t.lower] = i
				list = append(list, spelling{lower: t.lower, shown: shown})
			}
			list[i].at = append(list[i].at, place{s.block, k})
			if !opens || listed && k == 0 {
				list[i].named++
				if !v.afterName(tokens, s.first, k, listed) {
					list[i].alone++
				}
			}
		}
	}
	return list, small
}

// shouts says that a word is written in capitals: an abbreviation or a heading.
func shouts(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	r, _ := utf8.DecodeRuneInString(w[n:])
	return unicode.IsUpper(r)
}

// afterName says that a capitalised word stands right before, as in a person's
// name. In a list it may be the place of the column to the left.
func (v *view) afterName(tokens []token, first, k int, listed bool) bool {
	if k == first || tokens[k-1].kind != wordToken || !tokens[k-1].upper {
		return false
	}
	return !listed || !v.register.holds(tokens[k-1].lower)
}

func (v *view) nearRegister(s *spelling, byWord map[string]*spelling) (Finding, bool) {
	if s.alone == 0 {
		return Finding{}, false
	}
	k := v.register.nearest(s.lower)
	if k == nil {
		if owner, ok := strings.CutSuffix(s.lower, "s"); ok {
			k = v.register.nearest(owner)
		}
	}
	if k == nil || len(s.at) >= established && byWord[k.lower] == nil {
		return Finding{}, false
	}
	f := v.spellingFinding(s, "lint.place.register",
		Arg{"name", s.shown}, Arg{"nearest", k.place.Name}, Arg{"kind", k.place.Kind})
	if right := byWord[k.lower]; right != nil {
		f.Related = append(f.Related, v.position(right.at[0].block, right.at[0].token))
	}
	return f, true
}

// twoWays looks for a spelling that s is a slip of: one that is a name, and is
// in the register, or more frequent, or as frequent and earlier or surer.
func (v *view) twoWays(s *spelling, all []spelling, small map[string]bool) (Finding, bool) {
	if s.named > 0 && s.alone == 0 {
		return Finding{}, false // a person's name, as far as the text shows
	}
	mask, first := letters(s.lower), firstRune(s.lower)
	for i := range all {
		o := &all[i]
		if o.alone == 0 || o == s || firstRune(o.lower) != first || small[o.lower] || !mayBeNear(mask, o.lower) ||
			near(s.lower, o.lower) == 0 || inflects(s.lower, o.lower) || !v.surer(o, s) ||
			sideBySide(s, o) {
			continue
		}
		f := v.spellingFinding(s, "lint.place.twoWays", Arg{"name", s.shown}, Arg{"other", o.shown})
		f.Related = append(f.Related, v.position(o.at[0].block, o.at[0].token))
		return f, true
	}
	return Finding{}, false
}

// sideBySide says that both words stand close together somewhere, as two names
// do ("Lidköping och Linköping") and two spellings of one do not.
func sideBySide(a, b *spelling) bool {
	const close = 4
	for _, p := range a.at[:min(len(a.at), 50)] {
		for _, q := range b.at[:min(len(b.at), 50)] {
			if p.block == q.block && max(p.token-q.token, q.token-p.token) <= close {
				return true
			}
		}
	}
	return false
}

func mayBeNear(mask uint64, word string) bool {
	m := mask ^ letters(word)
	n := 0
	for ; m != 0 && n < 5; n++ {
		m &= m - 1
	}
	return n <= 4
}

func (v *view) surer(o, s *spelling) bool {
	switch {
	case v.register.holds(o.lower):
		return true
	case len(o.at) != len(s.at):
		return len(o.at) > len(s.at)
	case o.named != s.named:
		return o.named > s.named
	}
	return o.at[0].block < s.at[0].block || o.at[0].block == s.at[0].block && o.at[0].token < s.at[0].token
}

func (v *view) spellingFinding(s *spelling, key string, args ...Arg) Finding {
	f := v.finding(RulePlace, Warning, s.at[0].block, s.at[0].token, s.at[0].token+1, key, args...)
	for _, p := range s.at[1:min(len(s.at), 20)] {
		f.Related = append(f.Related, v.position(p.block, p.token))
	}
	return f
}

// wrongMunicipality looks at "Linköping (Skäggetorp)": the place in brackets
// must lie in the municipality before them, if the register knows both.
func (v *view) wrongMunicipality() []Finding {
	var found []Finding
	for b := range v.blocks {
		tokens, text := v.blocks[b].tokens, v.text.Blocks[b].Text
		for k := 1; k < len(tokens); k++ {
			if tokens[k].lower != "(" || !v.register.around[tokens[k-1].lower] {
				continue
			}
			for e := k + 1; e < min(len(tokens), k+8); e++ {
				if tokens[e].lower != ")" {
					continue
				}
				inner := text[tokens[k].end:tokens[e].start]
				in := v.register.within[strings.ToLower(strings.TrimSpace(inner))]
				if len(in) > 0 && !slices.Contains(in, tokens[k-1].lower) {
					found = append(found, v.finding(RulePlace, Warning, b, k-1, e+1, "lint.place.municipality",
						Arg{"name", inner}, Arg{"municipality", text[tokens[k-1].start:tokens[k-1].end]}))
				}
				break
			}
		}
	}
	return found
}
