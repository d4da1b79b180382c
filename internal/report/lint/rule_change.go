package lint

import "strings"

// Rule change: a sentence that states a change ("en ökning med 47", "47 more
// than") beside a percentage, or beside the values before and after, is
// recomputed. The values may stand in the same sentence ("från 103 till 149")
// or up to three sentences back under the same heading, counting the same kind
// of thing; "jämfört med 2017" picks the base by its year. Where it is not clear
// which two values are meant, the rule is silent. Percentages may be rounded in
// their last digit; hedged values ("drygt 45 procent") get their slack.

// lookBack is how many sentences before the change may hold its base.
const lookBack = 3

// A change is what a sentence says about a difference. The pointers are nil
// where the text does not say.
type change struct {
	sign            float64 // 1 for growth, -1 for decline
	by, percent     *stated
	base, new       *stated
	sentence, after int // index of the sentence; token after the change's word
}

// A stated quantity knows where it stands.
type stated struct {
	quantity
	block int
}

func checkChanges(v *view) []Finding {
	var found []Finding
	for i, s := range v.sentences {
		c, ok := v.changeIn(i, s)
		if !ok {
			continue
		}
		v.ends(&c, s)
		if f, wrong := v.judge(c); wrong {
			found = append(found, f)
		}
	}
	return found
}

// changeWords are the beginnings of words for growth and decline.
var changeWords = map[string]float64{
	"ökning": 1, "öka": 1, "ökar": 1, "ökat": 1, "ökade": 1, "ökas": 1, "ökningen": 1, "höjning": 1, "höjs": 1, "höjts": 1,
	"tillväxt": 1, "växt": 1, "växer": 1, "vuxit": 1, "utbyggnad": 1, "utökning": 1,
	"increase": 1, "increased": 1, "increases": 1, "growth": 1, "grew": 1, "grown": 1, "rise": 1, "rose": 1, "risen": 1,
	"minskning": -1, "minska": -1, "minskar": -1, "minskat": -1, "minskade": -1, "minskas": -1, "sänkning": -1, "nedgång": -1,
	"decrease": -1, "decreased": -1, "reduction": -1, "reduced": -1, "fall": -1, "fell": -1, "fallen": -1, "decline": -1,
	"declined": -1,
}

// changeIn reads the change and the percentage of a sentence, looking for the
// percentage in the next sentence of the block as well.
func (v *view) changeIn(i int, s sentence) (change, bool) {
	tokens := v.tokens(s)
	c := change{sentence: i}
	for k := s.first; k < s.last && c.sign == 0; k++ {
		if sign, ok := changeWords[tokens[k].lower]; ok {
			c.sign, c.after = sign, k+1
		}
	}
	for _, q := range s.quantities {
		if c.by == nil && comparedMore(tokens, s, q) {
			c.by = &stated{q, s.block}
			if c.sign == 0 {
				c.sign, c.after = moreSign(tokens, q), q.first
			}
		}
	}
	if c.sign == 0 {
		return c, false
	}
	for _, q := range s.quantities {
		switch {
		case q.unit == percentUnit:
			if c.percent == nil && !strings.HasPrefix(nextWord(tokens, q.last), "enhet") {
				c.percent = &stated{q, s.block}
			}
		case c.by == nil && q.first >= c.after && q.unit != otherUnit && stepBefore(tokens, q):
			c.by = &stated{q, s.block}
		}
	}
	if c.percent == nil && i+1 < len(v.sentences) && c.by != nil {
		c.percent = v.percentAfter(v.sentences[i+1], s.block)
	}
	return c, c.by != nil || c.percent != nil
}

// percentAfter reads "Det motsvarar 45 procent." after the change.
func (v *view) percentAfter(s sentence, block int) *stated {
	tokens := v.tokens(s)
	if s.block != block || len(s.quantities) != 1 || s.quantities[0].unit != percentUnit {
		return nil
	}
	for k := s.first; k < s.quantities[0].first; k++ {
		switch tokens[k].lower {
		case "motsvarar", "innebär", "corresponds", "equals", "is", "är":
			return &stated{s.quantities[0], s.block}
		}
	}
	return nil
}

// stepBefore says that "med", "by" or "of" leads the number in.
func stepBefore(tokens []token, q quantity) bool {
	for k := q.first - 1; k >= max(0, q.first-3); k-- {
		switch tokens[k].lower {
		case "med", "by", "of", "på":
			return true
		}
		if hedges[tokens[k].lower] == noHedge && tokens[k].lower != "totalt" && tokens[k].lower != "än" && tokens[k].lower != "mer" {
			return false
		}
	}
	return false
}

// comparedMore says that the number is the difference in "47 fler kontor än".
func comparedMore(tokens []token, s sentence, q quantity) bool {
	if q.unit != noUnit || moreSign(tokens, q) == 0 {
		return false
	}
	for k := q.last; k < min(s.last, q.last+6); k++ {
		if w := tokens[k].lower; w == "än" || w == "than" {
			return true
		}
	}
	return false
}

func moreSign(tokens []token, q quantity) float64 {
	switch nextWord(tokens, q.last) {
	case "fler", "more":
		return 1
	case "färre", "fewer":
		return -1
	}
	return 0
}

func nextWord(tokens []token, k int) string {
	if k < len(tokens) {
		return tokens[k].lower
	}
	return ""
}
