package lint

import "slices"

// Rule range, parts of a whole: "Av 28 kontor öppnar 14 under 2022 och 15 under
// 2023" counts more than there are. The parts need not be all of the whole, so
// only too large a sum is wrong; and things may have two properties at once, so
// only parts that cannot overlap are added: openings in times that are apart, or
// in different rounds.

func checkWholes(v *view) []Finding {
	var found []Finding
	for _, s := range v.sentences {
		for k := range s.quantities {
			if f, wrong := v.judgeWhole(s, k); wrong {
				found = append(found, f)
				break
			}
		}
	}
	return found
}

// judgeWhole adds the parts after the quantity k of a sentence, if that is the
// whole that they are of.
func (v *view) judgeWhole(s sentence, k int) (Finding, bool) {
	tokens, whole := v.tokens(s), s.quantities[k]
	if !v.isWhole(s, k) {
		return Finding{}, false
	}
	sum := interval{}
	var slots []slot
	parts := s.quantities[k+1 : min(len(s.quantities), k+1+maxParts)]
	for i, q := range parts {
		to := s.last
		if i+1 < len(parts) {
			to = parts[i+1].first
		}
		sl, ok := v.slotOf(s, q.last, to)
		if !ok || q.unit != noUnit || q.article || q.family != "" && q.family != "office" || hasAny(tokens[whole.last:to], shared) ||
			slices.ContainsFunc(slots, func(o slot) bool { return !sl.apart(o) }) {
			return Finding{}, false
		}
		slots = append(slots, sl)
		sum = sum.plus(interval{q.min, q.max})
	}
	want := whole.interval()
	if len(parts) < 2 || sum.lo <= want.hi+epsilon {
		return Finding{}, false
	}
	f := v.finding(RuleRange, Error, s.block, parts[0].first, parts[len(parts)-1].last, "lint.range.whole",
		Arg{"sum", v.number(sum.lo, 0)}, Arg{"total", v.span(whole)})
	f.Related = []Position{v.position(s.block, whole.first)}
	return f, true
}

// isWhole says that a count of offices, or of nothing in particular, is what
// the openings after it are of: "Av de 28 kontoren öppnar …".
func (v *view) isWhole(s sentence, k int) bool {
	tokens, q := v.tokens(s), s.quantities[k]
	if q.unit != noUnit || q.family != "" && q.family != "office" || q.article || k+1 >= len(s.quantities) {
		return false
	}
	lead := q.first - 1
	if lead > s.first && wholeLead[tokens[lead].lower] {
		lead--
	}
	if lead < s.first || tokens[lead].lower != "av" && tokens[lead].lower != "of" {
		return false
	}
	for _, t := range tokens[q.last:s.quantities[k+1].last] {
		if isOpening(t.lower) {
			return true
		}
	}
	return s.last-q.last > 0 && opensAfter(tokens[s.quantities[k+1].last:s.last])
}

// opensAfter says that a word for opening stands among the first few tokens:
// "Of the 28 offices, 14 will open in 2022".
func opensAfter(tokens []token) bool {
	for _, t := range tokens[:min(4, len(tokens))] {
		if isOpening(t.lower) {
			return true
		}
	}
	return false
}

// shared are words after which parts may be counted twice, or be parts of parts.
var shared = wordSet(`varav which också även also både both inklusive including eller or respektive dessa those them flyttar`)

// A slot is the time or the round of a part. Two slots are apart if they are of
// one form and not the same; a year and a month, or a round and a half-year, may
// overlap.
type slot struct{ when, ordinal, of string }

func (a slot) apart(b slot) bool {
	return a != b && len(a.when) == len(b.when) && (a.ordinal == "") == (b.ordinal == "") &&
		(a.of == b.of || a.of == "" || b.of == "") && (a.when != b.when || a.ordinal != b.ordinal)
}

// slotOf finds the slot of a part; ok is false where it has none or several.
func (v *view) slotOf(s sentence, from, to int) (sl slot, ok bool) {
	for _, m := range s.moments {
		if m.first < from || m.first >= to {
			continue
		}
		if sl.when != "" || m.span.First.Month() != m.span.Last.Month() && !wholeYear(m) {
			return sl, false
		}
		sl.when = m.span.String()
	}
	tokens := v.tokens(s)
	for k := from; k < to; k++ {
		if !ordinal[tokens[k].lower] {
			continue
		}
		if sl.ordinal != "" {
			return sl, false
		}
		sl.ordinal = tokens[k].lower
		if k+1 < to && tokens[k+1].kind == wordToken && !linking[tokens[k+1].lower] {
			sl.of = tokens[k+1].lower
		}
	}
	return sl, sl != slot{}
}

func wholeYear(m moment) bool { return len(m.span.String()) == 4 }

var ordinal = wordSet(`första andra tredje fjärde first second third fourth`)
