package lint

import (
	"regexp"
	"slices"
	"strings"
)

// Rule bound, only for texts that Facts say are bound: every number in digits
// stands for a figure in the manifest, and is marked as such. A marked number
// must name a figure that exists and show what the manifest shows. Free are
// dates and years; numbers of sections, tables, pages, notes, rounds, weeks and
// the like; registry numbers and laws; the heads of a table's columns; how sure a
// forecast is ("80 procents sannolikhet", for that names it); addresses of
// figures; and numbers written as words.

func checkBound(v *view) []Finding {
	if !v.facts.Bound {
		return nil
	}
	figures := map[string][]string{}
	for _, f := range v.facts.Figures {
		figures[f.Address] = append(figures[f.Address], f.Shown)
	}
	var found []Finding
	for i := range v.text.Blocks {
		b := &v.text.Blocks[i]
		if b.Kind == Furniture {
			continue
		}
		if !isColumnHead(b) && !isAddress(b.Text) {
			found = append(found, v.freeNumbers(i)...)
		}
		if len(figures) > 0 {
			found = append(found, v.wrongFigures(i, figures)...)
		}
	}
	return found
}

// numbered holds the words whose number is a name and no figure.
var numbered = wordSet(`avsnitt kapitel kap tabell figur diagram karta bilaga sida sidan sid not fotnot punkt punkten omgång
	etapp fas delredovisning tertial kvartal vecka v nr nummer dnr steg del artikel utgiftsområde område villkor alternativ version
	section sections chapter table tables figure chart map appendix page pages note footnote point item round phase part stage
	week quarter clause no number step article option report level nivå rubrik kl at § percentil percentile`)

func (v *view) freeNumbers(block int) []Finding {
	b := &v.blocks[block]
	text := &v.text.Blocks[block]
	var found []Finding
	m, next := 0, 0
	free := -1 // the last number that was a name, whose range goes on
	for k, t := range b.tokens {
		for m < len(b.moments) && b.moments[m].last <= k {
			m++
		}
		inDate := m < len(b.moments) && b.moments[m].first <= k
		if t.kind != numToken || inDate {
			continue
		}
		for next < len(text.Bound) && text.Bound[next].End <= t.start {
			next++
		}
		if next < len(text.Bound) && text.Bound[next].Start < t.end {
			continue
		}
		if isName(b.tokens, k, free) || isReference(text.Text, t) || namesCertainty(b.tokens, k) || k == 0 && (text.Kind == Heading || text.Kind == Footnote) {
			free = k
			continue
		}
		found = append(found, v.finding(RuleBound, Warning, block, k, k+1, "lint.bound.free",
			Arg{"number", text.Text[t.start:t.end]}))
	}
	return found
}

func isColumnHead(b *Block) bool { return b.Kind == Cell && b.Header && b.Row == 0 }

// isAddress says whether a text is the address of a figure and nothing else.
func isAddress(s string) bool { return strings.Contains(s, "/") && !strings.ContainsAny(s, " \u00a0") }

// isReference says whether a number is the mark of a note, [3], or part of a
// registry number without letters, 2024-01431-1.1.1.
func isReference(s string, t token) bool {
	if strings.HasSuffix(s[:t.start], "[") && strings.HasPrefix(s[t.end:], "]") {
		return true
	}
	from := strings.LastIndexByte(s[:t.start], ' ') + 1
	word, _, _ := strings.Cut(s[from:], " ")
	return registryNumber.MatchString(strings.TrimRight(word, ",.;:)"))
}

var registryNumber = regexp.MustCompile(`^[0-9]{4}-[0-9]{4,}(-[0-9.]+)?$`)

// namesCertainty says whether the number at k, perhaps one of several, is how
// sure something is: "10, 50 och 80 procents sannolikhet".
func namesCertainty(tokens []token, k int) bool {
	for k++; k < len(tokens) && (tokens[k].kind == numToken || between[tokens[k].lower]); k++ {
	}
	for k < len(tokens) && percentWords[tokens[k].lower] {
		k++
	}
	return k < len(tokens) && certainty[tokens[k].lower]
}

var (
	between      = wordSet(`, och and till to respektive respectively eller or`)
	percentWords = wordSet(`procent procents % per cent percent`)
	certainty    = wordSet(`sannolikhet säkerhet probability certainty`)
)

// isName says that the number at k names something: "avsnitt 2", "2–3" after
// it, "24 september", "5 §".
func isName(tokens []token, k, free int) bool {
	if k+1 < len(tokens) {
		if w := tokens[k+1].lower; months[w] > 0 || w == "§" || w == "kap" {
			return true
		}
	}
	if k == 0 {
		return false
	}
	before := tokens[k-1].lower
	if before == "." && k >= 2 {
		before = tokens[k-2].lower
	}
	if numbered[before] {
		return true
	}
	joined := before == "–" || before == "-" || before == "och" || before == "and" || before == "," || before == "till" || before == "to"
	return joined && free >= 0 && free == k-2
}

func (v *view) wrongFigures(block int, figures map[string][]string) []Finding {
	var found []Finding
	text := &v.text.Blocks[block]
	for _, b := range text.Bound {
		shown := text.Text[b.Start:b.End]
		forms, ok := figures[b.Address]
		key, args := "lint.bound.differs", []Arg{{"address", b.Address}, {"shown", shown}, {"figure", strings.Join(forms, "; ")}}
		switch {
		case !ok:
			key, args = "lint.bound.unknown", args[:2]
		case slices.ContainsFunc(forms, func(form string) bool { return compact(form) == compact(shown) }):
			continue
		}
		excerpt := text.Text
		if r := []rune(excerpt); len(r) > 2*excerptWidth {
			excerpt = string(r[:2*excerptWidth]) + "…"
		}
		found = append(found, Finding{Rule: RuleBound, Severity: Error, Pos: v.text.Position(block, b.Start),
			Excerpt: excerpt, Key: key, Args: args})
	}
	return found
}

// compact leaves out the spaces that group digits, of whatever width, and
// writes every minus and dash the same way.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isSpace(r):
			return -1
		case r == '−' || r == '–':
			return '-'
		}
		return r
	}, s)
}
