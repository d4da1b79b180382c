package lint

import (
	"strings"
)

// Rule count, beside a list: a count that leads in a list must be the number of
// its items. That is a count directly before a colon at the end of a block
// ("14 nya servicekontor i följande kommuner:") with list items below, a count
// directly before a colon and names in the same sentence, a count of what "tabell
// 1" holds, and a count of offices with more places after it than offices, and a
// count "in all" right after the places. A list below the name of a round must hold the round's known names.

func checkLists(v *view) []Finding {
	var found []Finding
	for i := range v.sentences {
		s := v.sentences[i]
		tokens := v.tokens(s)
		if s.last == len(tokens) && tokens[s.last-1].lower == ":" {
			found = append(found, v.listBelow(s)...)
		}
		for _, q := range s.quantities {
			if q.unit != noUnit || q.article || q.headTok < 0 {
				continue
			}
			if f, wrong := v.listBeside(s, q); wrong {
				found = append(found, f)
			}
			if f, wrong := v.listBefore(s, q); wrong {
				found = append(found, f)
			}
		}
		if f, wrong := v.tableCited(s); wrong {
			found = append(found, f)
		}
	}
	return found
}

// leads says that the count is what the colon at token k introduces: nothing
// but "i följande kommuner (…)" stands between.
func leads(tokens []token, q quantity, colon int) bool {
	k := q.headTok + 1
	if k > 0 && q.headTok < 0 || k > colon {
		return false
	}
	if q.first > 0 && (tokens[q.first-1].lower == "följande" || tokens[q.first-1].lower == "following") {
		return colon-k <= 6
	}
	following := false
	for n := 0; k < colon; k, n = k+1, n+1 {
		w := tokens[k]
		switch {
		case w.lower == "(" && following:
			for k < colon && tokens[k].lower != ")" {
				k++
			}
		case w.lower == "följande" || w.lower == "following":
			following = true
		case placeLead[w.lower] || w.lower == "the" || w.lower == "nämligen" || w.lower == "namely" || w.lower == "på":
		case following && w.kind == wordToken && !w.upper:
		default:
			return false
		}
		if n > 12 {
			return false
		}
	}
	return true
}

// listBelow compares the count before a colon with the list items below.
func (v *view) listBelow(s sentence) []Finding {
	tokens := v.tokens(s)
	items := v.itemsBelow(s.block)
	if len(items) < 2 {
		return nil
	}
	var found []Finding
	for _, q := range s.quantities {
		if q.unit != noUnit || q.article || q.headTok < 0 || !leads(tokens, q, s.last-1) {
			continue
		}
		n := float64(len(items))
		if q.interval().overlaps(interval{n, n}) {
			continue
		}
		f := v.finding(RuleCount, Warning, s.block, q.first, q.countEnd(), "lint.count.list",
			Arg{"count", v.span(q)}, Arg{"head", q.head}, Arg{"listed", v.number(n, 0)})
		f.Related = []Position{v.text.Position(items[0], 0)}
		found = append(found, f)
	}
	group, at := v.roundIn(s.block, s.first, s.last)
	if f, wrong := v.namesMissing(s, group, at, items); wrong {
		found = append(found, f)
	}
	return found
}

// itemsBelow returns the list items that follow a block; footnotes and page
// headers between them do not count.
func (v *view) itemsBelow(block int) []int {
	var items []int
	for i := block + 1; i < len(v.text.Blocks); i++ {
		switch v.text.Blocks[i].Kind {
		case ListItem:
			items = append(items, i)
		case Footnote, Furniture:
		default:
			return items
		}
	}
	return items
}

// namesMissing looks in a list for every name that the round is known to have.
// A name spelt nearly right is there; rule place speaks of its spelling.
func (v *view) namesMissing(s sentence, group string, at int, items []int) (Finding, bool) {
	g := v.factGroup(group)
	if g == nil || len(g.Names) == 0 || g.Size != len(g.Names) || len(items)*2 < len(g.Names) {
		return Finding{}, false
	}
	var words []string
	for _, i := range items {
		for _, t := range v.blocks[i].tokens {
			if t.upper {
				words = append(words, t.lower)
			}
		}
	}
	var missing []string
	for _, name := range g.Names {
		if !anyNear(words, firstWord(name)) {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return Finding{}, false
	}
	return v.finding(RuleCount, Warning, s.block, at, at+1, "lint.count.missing",
		Arg{"group", g.Label}, Arg{"names", strings.Join(missing, ", ")}), true
}

func firstWord(name string) string {
	for _, t := range tokenize(name, swedish) {
		if t.kind == wordToken {
			return t.lower
		}
	}
	return ""
}

func anyNear(words []string, name string) bool {
	for _, w := range words {
		if w == name || near(w, name) > 0 {
			return true
		}
	}
	return false
}

// listBeside counts names in the same sentence as the count.
func (v *view) listBeside(s sentence, q quantity) (Finding, bool) {
	tokens := v.tokens(s)
	k := q.headTok + 1
	if k >= s.last {
		return Finding{}, false
	}
	colon := tokens[k].lower == ":"
	names, plain := v.namesAfter(tokens[k+1:s.last], colon)
	n := float64(names)
	switch {
	case colon && names >= 2 && plain && !q.interval().overlaps(interval{n, n}):
	case (tokens[k].lower == "i" || tokens[k].lower == "in") && q.family == "office" && names >= 2 && plain && q.max < n:
	default:
		return Finding{}, false
	}
	return v.finding(RuleCount, Warning, s.block, q.first, q.countEnd(), "lint.count.list",
		Arg{"count", v.span(q)}, Arg{"head", q.head}, Arg{"listed", v.number(n, 0)}), true
}

// namesAfter counts the names in an enumeration, "A, B (C) och D". plain says
// that it ends as an enumeration does; whole demands that nothing but names
// stands there up to the end of the sentence.
func (v *view) namesAfter(tokens []token, whole bool) (names int, plain bool) {
	open, fresh := 0, true
	for k, t := range tokens {
		switch {
		case t.lower == "(":
			open++
		case t.lower == ")":
			open = max(0, open-1)
		case open > 0 || t.lower == "-" || t.lower == "/":
		case t.upper:
			if fresh {
				names, fresh = names+1, false
			}
		case t.lower == "," || t.lower == "och" || t.lower == "samt" || t.lower == "and" || t.lower == "&":
			fresh = true
		case t.lower == "." && k == len(tokens)-1:
			return names, true
		default:
			return names, !whole && (t.lower == "." || fresh)
		}
	}
	return names, true
}

// listBefore compares a count led in by "totalt" with the places right before
// it: "Åre, Filipstad och Boden, totalt 4 kontor". A place may have several
// offices, so more offices than places are wrong only where each place is known
// to have one: it is named once among the rounds' names.
func (v *view) listBefore(s sentence, q quantity) (Finding, bool) {
	tokens := v.tokens(s)
	lead := q.first - 1
	if lead > s.first && tokens[lead].lower == "all" && tokens[lead-1].lower == "in" || lead > s.first && tokens[lead].lower == "of" && tokens[lead-1].lower == "total" {
		lead--
	}
	if q.family != "office" || q.hedged || len(q.describe) > 0 || lead <= s.first+2 || !inAll[tokens[lead].lower] {
		return Finding{}, false
	}
	k := lead - 1
	if w := tokens[k].lower; w != "," && w != "–" && w != "(" && w != ":" {
		return Finding{}, false
	}
	names, single := v.namesBefore(tokens[s.first:k])
	n := float64(names)
	if names < 2 || q.interval().overlaps(interval{n, n}) || q.max > n && !single {
		return Finding{}, false
	}
	return v.finding(RuleCount, Warning, s.block, q.first, q.countEnd(), "lint.count.names",
		Arg{"count", v.span(q)}, Arg{"head", q.head}, Arg{"listed", v.number(n, 0)}), true
}

var inAll = wordSet(`totalt sammanlagt tillsammans summa total in altogether`)

// namesBefore counts the places of the register in the enumeration that the
// tokens end with. It must be one of plain names, parted by commas and "och";
// single says that each of them has one office.
func (v *view) namesBefore(tokens []token) (names int, single bool) {
	single, parted, last := true, true, false
	for k := len(tokens) - 1; k >= 0; k-- {
		switch t := tokens[k]; {
		case parted && t.upper && v.register.holds(t.lower):
			names, parted = names+1, false
			single = single && v.roundOfPlace(t.lower) != ""
		case !parted && (t.lower == "och" || t.lower == "samt" || t.lower == "and"):
			if last {
				return 0, false // "Åre och Boden och Laholm" may be two lists
			}
			parted, last = true, true
		case !parted && t.lower == ",":
			parted = true
		default:
			if parted || !last {
				return 0, false
			}
			return names, single
		}
	}
	if parted || !last {
		return 0, false
	}
	return names, single
}

// tableCited compares a count with the rows of the table that its sentence
// cites: "I tabell 1 redovisas vilka 14 servicekontor".
func (v *view) tableCited(s sentence) (Finding, bool) {
	tokens := v.tokens(s)
	if v.text.Blocks[s.block].Kind == Caption {
		return Finding{}, false
	}
	number := ""
	for k := s.first; k+1 < s.last; k++ {
		if w := tokens[k].lower; (w == "tabell" || w == "table") && tokens[k+1].kind == numToken {
			number = tokens[k+1].lower
		}
	}
	if number == "" {
		return Finding{}, false
	}
	for _, q := range s.quantities {
		if q.family != "office" || q.article || q.unit != noUnit || q.first == 0 || !wholeLead[tokens[q.first-1].lower] {
			continue
		}
		t, ok := v.tableNamed(number)
		n := float64(len(t.rows))
		if !ok || n < 2 || q.interval().overlaps(interval{n, n}) {
			return Finding{}, false
		}
		f := v.finding(RuleCount, Warning, s.block, q.first, q.countEnd(), "lint.count.table",
			Arg{"count", v.span(q)}, Arg{"head", q.head}, Arg{"listed", v.number(n, 0)}, Arg{"table", number})
		f.Related = []Position{v.text.Position(t.caption, 0)}
		return f, true
	}
	return Finding{}, false
}
