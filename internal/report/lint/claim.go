package lint

import (
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/civil"
)

// A claim is a count in a sentence with what it holds for.
type claim struct {
	stated
	sentence int
	kind     string     // what is counted: "office" for offices in general
	when     civil.Span // zero if the sentence names no time, or several
	scope    string     // places that narrow the count down, "" for the whole
	group    string     // the round that it is about, "" for none
	verb     string     // "fanns", "finnas", …: says that so many exist; else ""
	definite bool       // speaks of all of the group, not of some of it
}

// readClaims collects the counts of known kinds of things.
func (v *view) readClaims() []claim {
	var all []claim
	for i, s := range v.sentences {
		for k, q := range s.quantities {
			if q.family == "" || q.unit != noUnit || q.article {
				continue
			}
			c := claim{stated: stated{q, s.block}, sentence: i, kind: kindOf(q)}
			from, to := s.first, s.last
			if k > 0 {
				from = s.quantities[k-1].last
			}
			if k+1 < len(s.quantities) {
				to = s.quantities[k+1].first
			}
			c.when = v.whenOf(s, q)
			c.scope = v.scopeOf(s, q, to)
			c.group, c.definite = v.groupOf(s, q, from, to)
			c.verb = v.existence(s, q, from)
			all = append(all, c)
		}
	}
	return all
}

// kindOf keeps types of office apart from offices in general.
func kindOf(q quantity) string {
	switch h := stem(q.head); h {
	case "kontor", "servicekontor", "office", "offices", "kontorsetablering", "etablering", "kontorsetableringar",
		"etableringar", "establishment", "establishments":
		return "office"
	default:
		return h
	}
}

// whenOf returns the time that a count holds for: the only one in its sentence,
// else the nearest before it. Times after "fr.o.m." or "sedan" are beginnings
// of something else.
func (v *view) whenOf(s sentence, q quantity) civil.Span {
	tokens := v.tokens(s)
	var best civil.Span
	for _, m := range s.moments {
		if k := m.first - 1; k >= s.first {
			switch tokens[k].lower {
			case "från", "sedan", "since", "from", "med":
				continue
			case ".":
				if k >= 1 && tokens[k-1].lower == "m" { // fr.o.m., t.o.m.
					continue
				}
			}
		}
		if m.first < q.first || !best.IsKnown() {
			best = m.span
		}
	}
	return best
}

var placeLead = wordSet(`i vid på till kring runt inom utanför in at near within outside for`)

// scopeOf collects the names that narrow a count down: "i Malmö", "Göteborgs
// nio", "I Storstockholm … sex".
func (v *view) scopeOf(s sentence, q quantity, to int) string {
	tokens := v.tokens(s)
	var names []string
	for k := s.first; k < to; k++ {
		t := tokens[k]
		if !t.upper || t.kind != wordToken || months[t.lower] > 0 {
			continue
		}
		led := k > 0 && (placeLead[tokens[k-1].lower] || len(names) > 0 && tokens[k-1].lower == "-")
		owns := k+1 == q.first && strings.HasSuffix(t.lower, "s")
		if led || owns {
			names = append(names, t.lower)
		}
	}
	return strings.Join(names, " ")
}

var existenceWords = wordSet(`finns fanns finnas funnits uppgår uppgick are were be`)

// existence returns the word that says that so many exist, if it stands shortly
// before the count and no other count comes between.
func (v *view) existence(s sentence, q quantity, from int) string {
	tokens := v.tokens(s)
	for k := q.first - 1; k >= max(from, q.first-7); k-- {
		w := tokens[k].lower
		if !existenceWords[w] {
			continue
		}
		if w == "are" || w == "were" || w == "be" {
			if !containsWord(tokens[max(s.first, k-4):k], "there") {
				return ""
			}
		}
		return w
	}
	return ""
}

func containsWord(tokens []token, word string) bool {
	for _, t := range tokens {
		if t.lower == word {
			return true
		}
	}
	return false
}

var wholeWords = wordSet(`omfattar ingår består innehåller includes comprises contains consists include comprise`)
var wholeLead = wordSet(`de vilka samtliga alla which all the`)

// groupOf returns the round that a count is about: the one named between it and
// the next count, else the only one named before it.
func (v *view) groupOf(s sentence, q quantity, from, to int) (group string, definite bool) {
	tokens := v.tokens(s)
	group, _ = v.roundIn(s.block, q.last, to)
	if group == "" && (from == s.first || from < q.first) {
		group, _ = v.roundIn(s.block, from, q.first)
	}
	if group == "" {
		return "", false
	}
	for _, w := range q.describe {
		if w != "nya" && w != "new" {
			return group, false
		}
	}
	if q.first > s.first && wholeLead[tokens[q.first-1].lower] {
		return group, true
	}
	for k := from; k < to; k++ {
		if wholeWords[tokens[k].lower] {
			return group, true
		}
	}
	return group, false
}

var roundNouns = wordSet(`omgången omgång etableringsomgången etableringsomgång etappen etapp round phase stage`)
var roundOrdinals = map[string]int{
	"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
}

// roundIn finds the first round named among tokens [first, last) of a block:
// "första omgången", "omgång 1", or a group's own words. It returns a key that
// is the same for all ways of naming the round, and the token, or -1.
func (v *view) roundIn(block, first, last int) (string, int) {
	if key, k := roundName(v.blocks[block].tokens, first, last); k >= 0 {
		return v.groupKey(key), k
	}
	for i := range v.facts.Groups {
		if k := v.mentions(block, first, last, v.facts.Groups[i].Words); k >= 0 {
			return "group " + strconv.Itoa(i), k
		}
	}
	return "", -1
}

func roundName(tokens []token, first, last int) (string, int) {
	for k := first; k+1 < last; k++ {
		a, b := tokens[k], tokens[k+1]
		if n := roundOrdinals[a.lower]; n > 0 && roundNouns[b.lower] {
			return "round " + strconv.Itoa(n), k
		}
		if roundNouns[a.lower] && b.kind == numToken && b.decimals == 0 && b.value < 100 {
			return "round " + strconv.Itoa(int(b.value)), k
		}
	}
	return "", -1
}

// groupKey turns "round 1" into the group whose words name that round.
func (v *view) groupKey(round string) string {
	for i, g := range v.facts.Groups {
		for _, w := range g.Words {
			tokens := tokenize(w, v.lang)
			if key, _ := roundName(tokens, 0, len(tokens)); key == round {
				return "group " + strconv.Itoa(i)
			}
		}
	}
	return round
}

// factGroup returns the group of a key made by roundIn, or nil.
func (v *view) factGroup(key string) *Group {
	n, ok := strings.CutPrefix(key, "group ")
	if !ok {
		return nil
	}
	i, err := strconv.Atoi(n)
	if err != nil || i >= len(v.facts.Groups) {
		return nil
	}
	return &v.facts.Groups[i]
}
