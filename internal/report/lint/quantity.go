package lint

import "math"

// A quantity is a number or a range in a sentence, with what it counts.
type quantity struct {
	first, last int // tokens [first, last): the number itself, without "nästan"
	lo, hi      float64
	decimals    int
	// min and max are what the words around the number allow: "nästan 150" is
	// below 150 but not far below. Equal to lo and hi for a bare number.
	min, max float64
	hedged   bool // an approximation or a bound, not an exact statement
	unit     unit
	article  bool // "ett": as likely an article as a number
	isWord   bool
	head     string // the word counted, in lower case; "" if none is near
	family   string
	describe []string // words between the number and the head
	headTok  int      // token of the head, or -1
}

// exact says that one value is stated.
func (q quantity) exact() bool { return q.lo == q.hi && !q.hedged }

// isNew says that the text counts additions and not the whole.
func (q quantity) isNew() bool {
	for _, w := range q.describe {
		switch w {
		case "nya", "nytt", "ny", "ytterligare", "fler", "flera", "new", "additional", "more", "further":
			return true
		}
	}
	return false
}

// plainHead says that nothing between the number and its noun narrows it down.
func (q quantity) plainHead() bool { return len(q.describe) == 0 }

// Tolerances of the words for "about", as shares of the number that they stand
// beside. They are wide on purpose: a hedge is an alarm only if it is on the
// wrong side of the value or far from it.
const (
	aroundShare = 0.06 // cirka, omkring, about
	belowShare  = 0.08 // nästan, knappt, nearly: [0.92 n, n)
	aboveShare  = 0.12 // drygt, över, more than: (n, 1.12 n]
)

type hedge uint8

const (
	noHedge hedge = iota
	around
	below
	above
	atLeast
	atMost
)

var hedges = map[string]hedge{
	"cirka": around, "ca": around, "circa": around, "omkring": around, "runt": around, "ungefär": around, "uppskattningsvis": around, "~": around,
	"about": around, "approximately": around, "around": around, "roughly": around, "some": around,
	"nästan": below, "knappt": below, "närmare": below, "inemot": below, "nearly": below, "almost": below, "barely": below,
	"drygt": above, "över": above, "over": above,
	"minst": atLeast, "åtminstone": atLeast, "högst": atMost, "maximalt": atMost,
}

// hedgePairs are the hedges of two words.
var hedgePairs = map[[2]string]hedge{
	{"mer", "än"}: above, {"fler", "än"}: above, {"more", "than"}: above, {"just", "over"}: above,
	{"färre", "än"}: below, {"mindre", "än"}: below, {"fewer", "than"}: below, {"less", "than"}: below, {"just", "under"}: below,
	{"at", "least"}: atLeast, {"at", "most"}: atMost, {"upp", "till"}: atMost, {"up", "to"}: atMost, {"ca", "."}: around,
}

// hedgeBefore reads the one or two words before token i.
func hedgeBefore(tokens []token, i int) hedge {
	if i >= 2 {
		if h, ok := hedgePairs[[2]string{tokens[i-2].lower, tokens[i-1].lower}]; ok {
			return h
		}
	}
	if i >= 1 {
		return hedges[tokens[i-1].lower]
	}
	return noHedge
}

func (q *quantity) apply(h hedge) {
	q.min, q.max, q.hedged = q.lo, q.hi, h != noHedge
	const tiny = 1e-6 // more than epsilon, so that the bound itself is out
	switch h {
	case around:
		slack := max(q.hi*aroundShare, 1)
		q.min, q.max = q.lo-slack, q.hi+slack
	case below:
		q.min, q.max = q.lo-max(q.lo*belowShare, 1), q.lo-tiny
	case above:
		q.min, q.max = q.hi+tiny, q.hi+max(q.hi*aboveShare, 1)
	case atLeast:
		q.max = math.Inf(1)
	case atMost:
		q.min = 0
	}
}

// quantities finds the numbers of a block, passing over those that are part of
// a date in ms.
func quantities(tokens []token, ms []moment) []quantity {
	var found []quantity
	k := 0
	for i := 0; i < len(tokens); {
		for k < len(ms) && ms[k].last <= i {
			k++
		}
		if k < len(ms) && ms[k].first <= i {
			i = ms[k].last
			continue
		}
		v, ok := numberAt(tokens, i)
		if !ok {
			i++
			continue
		}
		q := quantity{first: i, last: i + 1, lo: v, hi: v, decimals: tokens[i].decimals, headTok: -1,
			isWord: tokens[i].kind == wordToken, article: isArticle(tokens[i].lower)}
		q.stretch(tokens)
		q.apply(hedgeBefore(tokens, i))
		q.read(tokens)
		found = append(found, q)
		i = q.last
	}
	return found
}

func numberAt(tokens []token, i int) (float64, bool) {
	switch t := tokens[i]; t.kind {
	case numToken:
		return t.value, true
	case wordToken:
		return wordValue(t.lower)
	}
	return 0, false
}

// stretch takes in the upper end of a range: 28–29, ett-två, fem till sex. With
// "från" or "from" before it, "till" parts two values and not the ends of one.
func (q *quantity) stretch(tokens []token) {
	i := q.last
	if i+1 >= len(tokens) {
		return
	}
	glue := false
	switch tokens[i].lower {
	case "-", "–", "—":
		tight := tokens[i].start == tokens[i-1].end && tokens[i+1].start == tokens[i].end
		glue = tight || tokens[i].lower != "-"
	case "till", "to", "eller", "or":
		glue = q.first == 0 || tokens[q.first-1].lower != "från" && tokens[q.first-1].lower != "from"
	case "och", "and":
		glue = q.first > 0 && (tokens[q.first-1].lower == "mellan" || tokens[q.first-1].lower == "between")
	}
	if !glue {
		return
	}
	v, ok := numberAt(tokens, i+1)
	if !ok || v < q.lo || isYearNumber(tokens[i+1]) && isYearNumber(tokens[i-1]) {
		return
	}
	q.hi, q.last, q.article = v, i+2, false
	q.decimals = max(q.decimals, tokens[i+1].decimals)
}

// read looks at the words after the number: a unit, or what it counts.
func (q *quantity) read(tokens []token) {
	i := q.last
	if i >= len(tokens) {
		return
	}
	if q.unit = units[tokens[i].lower]; q.unit != noUnit {
		return
	}
	if tokens[i].lower == "per" && i+1 < len(tokens) && tokens[i+1].lower == "cent" {
		q.unit = percentUnit
		return
	}
	for n := 0; n < 6 && i < len(tokens) && tokens[i].kind == wordToken; n, i = n+1, i+1 {
		w := tokens[i].lower
		if linking[w] {
			return
		}
		if !describing[w] && !describes(tokens, i) {
			q.head, q.family, q.headTok = w, family(w), i
			return
		}
		q.describe = append(q.describe, w)
	}
	if len(q.describe) == 6 {
		q.describe = nil
	}
}

// describes says that a word of no kind that we know stands right before one
// that is counted: "mobile offices".
func describes(tokens []token, i int) bool {
	return family(tokens[i].lower) == "" && i+1 < len(tokens) && tokens[i+1].kind == wordToken &&
		!linking[tokens[i].lower] && family(tokens[i+1].lower) != ""
}

// linking holds the words that end the phrase after a number without naming
// what is counted: "sju små och tre stora kontor".
var linking = wordSet(`och eller samt respektive som i på vid till från för under and or which that in at on from during was were
	är var ska kommer har kan är is are has will can att to än than med by per`)
