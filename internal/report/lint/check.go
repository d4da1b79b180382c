package lint

import "slices"

// Names of the rules, as in Finding.Rule.
const (
	RuleChange = "change" // base, new value, change and percentage disagree
	RuleRange  = "range"  // parts that cannot or need not add up to their total
	RuleCount  = "count"  // a count against its list, another section or a fact
	RulePlace  = "place"  // a name nearly in the register, or spelt in two ways
	RuleDate   = "date"   // a day that does not exist, or an opening outside the mandate's window
	RuleBound  = "bound"  // a number that no figure stands behind
	RuleSum    = "sum"    // a table's total that is not the sum
)

// maxFindings bounds what one text can give, so that a hostile file cannot fill
// the memory with complaints.
const maxFindings = 10_000

// Check runs every rule and returns what they find, by position in the text.
func Check(text Text, facts Facts) []Finding {
	v := newView(&text, &facts)
	var found []Finding
	for _, rule := range []func(*view) []Finding{
		checkChanges, checkRanges, checkWholes, checkLists, checkStatements, checkPlaces, checkDates, checkCalendar,
		checkBound, checkSums,
	} {
		f := rule(v)
		found = append(found, f[:min(len(f), maxFindings)]...)
	}
	slices.SortStableFunc(found, Finding.compare)
	found = slices.CompactFunc(found, func(a, b Finding) bool { return a.compare(b) == 0 })
	return onePerCount(found)
}

// onePerCount drops "the round has another size" where the same count already
// disagrees with the list or table beside it: one mistake, one alarm.
func onePerCount(found []Finding) []Finding {
	beside := map[Position]bool{}
	for _, f := range found {
		if f.Key == "lint.count.list" || f.Key == "lint.count.table" {
			beside[f.Pos] = true
		}
	}
	return slices.DeleteFunc(found, func(f Finding) bool { return f.Key == "lint.count.group" && beside[f.Pos] })
}

// finding makes a Finding about tokens [first, last) of block b.
func (v *view) finding(rule string, s Severity, b, first, last int, key string, args ...Arg) Finding {
	return Finding{
		Rule: rule, Severity: s, Pos: v.position(b, first), Excerpt: v.excerpt(b, first, last), Key: key, Args: args,
	}
}
