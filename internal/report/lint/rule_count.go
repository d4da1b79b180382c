package lint

import "fmt"

// Rule count, between sections and against facts: sentences that say how many
// there are ("fanns det 103 servicekontor") for the same time and the same part
// of the country must be able to be true together, and must agree with what
// Facts know for that time. A month or a day in one and a mere year in the
// other are not compared, since the number may have changed within the year. So
// are counts of all of a round ("vilka 14 kontor som ingår i första omgången").
// Hedges count as what they say: "nästan 150" and 149 agree, "drygt 150" and 149
// do not.

func checkStatements(v *view) []Finding {
	var found []Finding
	first := map[string][]claim{}
	for _, c := range v.claims {
		if f, wrong := v.againstFacts(c); wrong {
			found = append(found, f)
			continue
		}
		if f, wrong := v.againstGroup(c); wrong {
			found = append(found, f)
			continue
		}
		key := statementKey(c)
		if key == "" {
			continue
		}
		if f, wrong := v.againstOthers(c, first[key]); wrong {
			found = append(found, f)
		}
		if len(first[key]) < 8 {
			first[key] = append(first[key], c)
		}
	}
	return found
}

// statementKey is the same for counts that must agree, "" for those that need
// not agree with anything.
func statementKey(c claim) string {
	switch {
	case c.group != "" && c.definite && c.kind == "office":
		return "round " + c.group
	case c.verb != "" && c.plainHead() && c.group == "":
		when := monthOf(c)
		if when == "" {
			when = "verb " + c.verb // past and present may differ
		}
		return fmt.Sprintf("%s|%s|%s", c.kind, when, c.scope)
	}
	return ""
}

// monthOf writes the time of a count as its month, or its year where the text
// says no more.
func monthOf(c claim) string {
	if !c.when.IsKnown() {
		return ""
	}
	if c.when.First.Month() == c.when.Last.Month() {
		return c.when.First.Month().String()
	}
	return fmt.Sprint(c.when.First.Year())
}

func (v *view) againstOthers(c claim, others []claim) (Finding, bool) {
	for _, o := range others {
		if o.sentence == c.sentence || o.interval().overlaps(c.interval()) {
			continue
		}
		f := v.finding(RuleCount, Warning, c.block, v.hedgeStart(c), c.countEnd(), "lint.count.sections",
			Arg{"count", v.words(c)}, Arg{"other", v.words(o)})
		f.Related = []Position{v.position(o.block, o.first)}
		return f, true
	}
	return Finding{}, false
}

// countEnd is the token after the count and what it counts.
func (q quantity) countEnd() int { return max(q.last, q.headTok+1) }

// hedgeStart is the token that the count begins with, hedge included.
func (v *view) hedgeStart(c claim) int {
	if c.hedged && c.first > 0 {
		return c.first - 1
	}
	return c.first
}

// words returns a count as the text has it: "nästan 150 servicekontor".
func (v *view) words(c claim) string {
	tokens := v.blocks[c.block].tokens
	return v.text.Blocks[c.block].Text[tokens[v.hedgeStart(c)].start:tokens[c.countEnd()-1].end]
}

func (v *view) againstFacts(c claim) (Finding, bool) {
	if c.verb == "" || !c.plainHead() || c.scope != "" || c.group != "" || !c.when.IsKnown() {
		return Finding{}, false
	}
	var wrong *Count
	for i := range v.facts.Counts {
		f := &v.facts.Counts[i]
		if !counts(f.Words, c.quantity) || !comparable(f, c) {
			continue
		}
		if c.interval().overlaps(interval{f.Value, f.Value}) {
			return Finding{}, false
		}
		wrong = f
	}
	if wrong == nil {
		return Finding{}, false
	}
	return v.finding(RuleCount, Warning, c.block, v.hedgeStart(c), c.countEnd(), "lint.count.fact",
		Arg{"count", v.words(c)}, Arg{"fact", v.number(wrong.Value, 3)}, Arg{"when", wrong.When.String()},
		Arg{"source", wrong.Source}), true
}

// counts says that one of the words names what the quantity counts.
func counts(words []string, q quantity) bool {
	for _, w := range words {
		tokens := tokenize(w, swedish)
		if n := len(tokens); n > 0 && stem(tokens[n-1].lower) == stem(q.head) {
			return true
		}
	}
	return false
}

// comparable says that a fact holds for the time that a count is stated for: it
// covers that time, or is a day of the month stated.
func comparable(f *Count, c claim) bool {
	w := f.When
	if !w.First.IsKnown() || !w.Last.IsKnown() {
		return false
	}
	covers := w.First <= c.when.First && c.when.Last <= w.Last
	month := c.when.First.Month() == c.when.Last.Month() && w.First.Month() == w.Last.Month() &&
		w.First.Month() == c.when.First.Month()
	return covers || month
}

// againstGroup compares a count of all of a round with its known size.
func (v *view) againstGroup(c claim) (Finding, bool) {
	if c.group == "" || !c.definite || c.kind != "office" {
		return Finding{}, false
	}
	g := v.factGroup(c.group)
	if g == nil || g.Size == 0 {
		return Finding{}, false
	}
	if n := float64(g.Size); c.interval().overlaps(interval{n, n}) {
		return Finding{}, false
	}
	return v.finding(RuleCount, Warning, c.block, v.hedgeStart(c), c.countEnd(), "lint.count.group",
		Arg{"count", v.words(c)}, Arg{"group", g.Label}, Arg{"size", v.number(float64(g.Size), 0)}), true
}
