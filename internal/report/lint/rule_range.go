package lint

import (
	"fmt"
	"strings"
)

// Rule range: parts listed one after the other ("fyra flexikontor, sju små
// kontor, ett-två mellanstora kontor och ett-två stora kontor") must be able to
// add up to their total. The total is the count that leads the list in ("fem
// servicekontor består av …"), or that of the round that the sentence names,
// from Facts or from elsewhere in the text. Parts after "varav" or "of which"
// need not be all there is, so only too large a sum is wrong there. A sum that
// fits only for some ends of the ranges is a warning with the ends that fit.

// maxCombinations bounds how many ways of choosing within the ranges are tried.
const maxCombinations = 10_000

// maxParts bounds how many parts a sentence is searched for.
const maxParts = 32

// maxShown bounds how many choices a message lists.
const maxShown = 6

func checkRanges(v *view) []Finding {
	var found []Finding
	totals := v.roundTotals()
	for _, s := range v.sentences {
		for from := 0; from < len(s.quantities); {
			parts := v.partsFrom(s, from)
			if len(parts) < 2 {
				from++
				continue
			}
			if f, wrong := v.judgeParts(s, from, parts, totals); wrong {
				found = append(found, f)
			}
			found = append(found, v.judgeTypes(s, parts)...)
			from += len(parts)
		}
	}
	return found
}

// partsFrom returns the run of parts that begins with a quantity of a sentence.
func (v *view) partsFrom(s sentence, from int) []quantity {
	tokens := v.tokens(s)
	end := from + 1
	for end < len(s.quantities) && end-from < maxParts && joins(tokens, s.quantities[end-1], s.quantities[end]) {
		end++
	}
	parts := s.quantities[from:end]
	kin := ""
	for _, q := range parts {
		if q.family != "" {
			kin = q.family
		}
	}
	for k, q := range parts {
		if q.unit != noUnit || kin == "" || q.family != "" && q.family != kin || q.family == "" && len(q.describe) == 0 {
			return parts[:min(k, 1)]
		}
	}
	return parts
}

// joins says that b is the next part after a: only a comma or "och" leads it in.
func joins(tokens []token, a, b quantity) bool {
	k := b.first - 1
	for k > a.last && (hedges[tokens[k].lower] != noHedge || tokens[k].lower == "även") {
		k--
	}
	if k < a.last || b.first-a.last > 14 {
		return false
	}
	switch tokens[k].lower {
	case ",", "och", "samt", "and", "plus", "respektive":
	default:
		return false
	}
	for _, t := range tokens[a.last:k] {
		if t.lower == ";" || t.lower == ":" || wholeWords[t.lower] || t.lower == "varav" {
			return false
		}
	}
	return true
}

var sumLead = wordSet(`består omfattar fördelas fördelat fördelade uppdelat nämligen dvs comprise comprises consist consists consisting
	namely divided split made utgörs : (`)

// totalOf finds the total that the parts must add up to. partial says that the
// parts need not be all.
func (v *view) totalOf(s sentence, from int, totals map[string][]stated) (total *stated, partial bool) {
	tokens := v.tokens(s)
	first := s.quantities[from].first
	if from > 0 {
		t := s.quantities[from-1]
		lead := tokens[t.last:first]
		partial = containsWord(lead, "varav") || containsWord(lead, "which") || containsWord(lead, "inklusive")
		if t.family == s.quantities[from].family && t.unit == noUnit && (partial || hasAny(lead, sumLead)) {
			return &stated{t, s.block}, partial
		}
	}
	group, at := v.roundIn(s.block, s.first, first)
	if group == "" || !hasAny(tokens[at:first], wholeWords) {
		return nil, false
	}
	size := 0.0
	if g := v.factGroup(group); g != nil {
		size = float64(g.Size)
	}
	for i, c := range totals[group] {
		if (size == 0 || c.lo == size) && (c.block != s.block || c.first < first) {
			return &totals[group][i], false
		}
	}
	if size > 0 {
		return &stated{quantity{lo: size, hi: size, min: size, max: size, first: -1}, s.block}, false
	}
	return nil, false
}

func hasAny(tokens []token, words map[string]bool) bool {
	for _, t := range tokens {
		if words[t.lower] {
			return true
		}
	}
	return false
}

func (v *view) judgeParts(s sentence, from int, parts []quantity, totals map[string][]stated) (Finding, bool) {
	total, partial := v.totalOf(s, from, totals)
	if total == nil {
		return Finding{}, false
	}
	sum := interval{}
	at := parts[0]
	ranged := false
	for _, q := range parts {
		sum = sum.plus(interval{q.min, q.max})
		if !ranged && q.lo != q.hi {
			at, ranged = q, true
		}
	}
	want := total.interval()
	args := []Arg{
		{"low", v.number(sum.lo, 3)}, {"high", v.number(sum.hi, 3)}, {"total", v.span(total.quantity)},
	}
	key, severity := "", Warning
	switch {
	case partial && sum.lo > want.hi+epsilon, !partial && !sum.overlaps(want):
		key, severity = "lint.range.impossible", Error
		if sum.lo == sum.hi {
			key = "lint.range.sum"
		}
	case partial || !ranged || total.lo != total.hi:
		return Finding{}, false
	default:
		fits, all := v.feasible(parts, total.lo)
		if all || fits == "" {
			return Finding{}, false
		}
		key = "lint.range.constrained"
		args = append(args, Arg{"feasible", fits})
	}
	f := v.finding(RuleRange, severity, s.block, at.first, parts[len(parts)-1].last, key, args...)
	if total.first >= 0 {
		f.Related = append(f.Related, v.position(total.block, total.first))
	}
	return f, true
}

// roundTotals returns, by round, the first counts that speak of all its offices.
func (v *view) roundTotals() map[string][]stated {
	totals := map[string][]stated{}
	for _, c := range v.claims {
		if c.group != "" && c.definite && c.exact() && c.kind == "office" && len(totals[c.group]) < 8 {
			totals[c.group] = append(totals[c.group], c.stated)
		}
	}
	return totals
}

// feasible lists the choices within the ranges that give the total, and says
// whether every choice does. "" means that there are too many to try.
func (v *view) feasible(parts []quantity, total float64) (fits string, all bool) {
	n := 1.0
	for _, q := range parts {
		if n *= q.hi - q.lo + 1; n > maxCombinations || q.hedged || q.decimals > 0 {
			return "", false
		}
	}
	var found []string
	tried, hits := 0, 0
	choice := make([]float64, len(parts))
	var try func(k int, sum float64)
	try = func(k int, sum float64) {
		if k == len(parts) {
			tried++
			if sum == total {
				if hits++; hits <= maxShown {
					found = append(found, v.describeChoice(parts, choice))
				}
			}
			return
		}
		for x := parts[k].lo; x <= parts[k].hi; x++ {
			choice[k] = x
			try(k+1, sum+x)
		}
	}
	try(0, 0)
	if hits > maxShown {
		found = append(found, "…")
	}
	return strings.Join(found, "; "), hits == tried
}

// describeChoice names the parts that had a range: "1 mellanstora + 2 stora".
func (v *view) describeChoice(parts []quantity, choice []float64) string {
	var words []string
	for k, q := range parts {
		if q.lo == q.hi {
			continue
		}
		name := q.head
		if len(q.describe) > 0 {
			name = strings.Join(q.describe, " ")
		}
		words = append(words, fmt.Sprintf("%s %s", v.number(choice[k], 0), name))
	}
	return strings.Join(words, " + ")
}

// judgeTypes compares each part with what Facts say of its type.
func (v *view) judgeTypes(s sentence, parts []quantity) []Finding {
	var found []Finding
	group, _ := v.roundIn(s.block, s.first, parts[0].first)
	label := ""
	if g := v.factGroup(group); g != nil {
		label = g.Label
	}
	for _, q := range parts {
		if q.headTok < 0 {
			continue
		}
		for _, t := range v.facts.Types {
			if t.Group != label || v.mentions(s.block, q.last, q.headTok+1, t.Words) != q.last {
				continue
			}
			if known := (interval{float64(t.Lo), float64(t.Hi)}); !known.overlaps(interval{q.min, q.max}) {
				found = append(found, v.finding(RuleCount, Warning, s.block, q.first, q.headTok+1, "lint.count.type",
					Arg{"count", v.span(q)}, Arg{"type", t.Words[0]}, Arg{"low", v.number(known.lo, 0)},
					Arg{"high", v.number(known.hi, 0)}, Arg{"group", label}))
			}
		}
	}
	return found
}
