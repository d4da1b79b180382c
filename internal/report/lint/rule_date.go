package lint

import (
	"strings"

	"github.com/etablera/etablera/internal/civil"
)

// Rule date: the opening dates that a text gives must lie in the window of the
// round or mandate that they belong to. Opening dates are those of a table of
// places whose caption, heading row or lead-in speaks of opening, and those that
// stand beside the word for opening in a sentence; when something was decided
// or is to be reported is no concern here. Dates outside the window are reported
// one by one. A sentence that names no round belongs to the round of the places
// that it names. Dates inside the window but outside its soft part ("as soon as
// possible in the first half of 2022") are reported once for each table, as so
// many of so many places.

func checkDates(v *view) []Finding {
	if len(v.facts.Windows) == 0 {
		return nil
	}
	var found []Finding
	inListing := map[int]bool{}
	for _, l := range v.listings() {
		for _, r := range l.rows {
			inListing[r.block], inListing[r.at.block] = true, true
		}
		if w := v.windowOf(l); w != nil {
			found = append(found, v.judgeListing(l, w)...)
		}
	}
	for _, s := range v.sentences {
		if inListing[s.block] {
			continue
		}
		for _, m := range s.moments {
			if m.isDay() && v.opens(s, m) {
				if f, wrong := v.judgeDay(s, m); wrong {
					found = append(found, f)
				}
			}
		}
	}
	return found
}

// listings finds the tables with captions and the tables without.
func (v *view) listings() []listing {
	var all []listing
	seen := map[int]bool{}
	blocks := v.text.Blocks
	for i, b := range blocks {
		if b.Kind != Caption {
			continue
		}
		l := v.listingAt(i)
		for _, r := range l.rows {
			seen[blocks[r.block].Table] = true
		}
		all = append(all, l)
	}
	for i, b := range blocks {
		if b.Kind == Cell && !seen[b.Table] && (i == 0 || blocks[i-1].Table != b.Table) {
			seen[b.Table] = true
			all = append(all, listing{caption: max(0, i-1), rows: v.cellRows(i)})
		}
	}
	return all
}

// isOpening says that a word is one for opening an office.
func isOpening(w string) bool {
	return strings.HasPrefix(w, "öppn") && !strings.HasPrefix(w, "öppningstid") && !strings.HasPrefix(w, "öppnad") ||
		strings.HasPrefix(w, "öppningstidp") || strings.HasPrefix(w, "invig") || strings.HasPrefix(w, "open") ||
		strings.HasPrefix(w, "inaugurat") || w == "verksamhetsstart"
}

// windowOf returns the window of a listing: the one named in its caption, else
// in the heading above, else the one without words. Without a word for opening
// in the caption or in the table's first row the dates may be any dates.
func (v *view) windowOf(l listing) *Window {
	opening := v.speaksOfOpening(l.caption)
	if next := l.caption + 1; !opening && next < len(v.text.Blocks) {
		table := v.text.Blocks[next].Table
		for i := next; i < min(next+12, len(v.text.Blocks)) && v.text.Blocks[i].Table == table && !opening; i++ {
			opening = v.text.Blocks[i].Row == 0 && v.speaksOfOpening(i)
		}
	}
	if !opening {
		return nil
	}
	if w := v.windowNamed(l.caption, 0, len(v.blocks[l.caption].tokens)); w != nil {
		return w
	}
	return v.windowAbove(l.caption)
}

func (v *view) speaksOfOpening(block int) bool {
	for _, t := range v.blocks[block].tokens {
		if isOpening(t.lower) {
			return true
		}
	}
	return false
}

// windowNamed returns the window that one of its own phrases binds.
func (v *view) windowNamed(block, first, last int) *Window {
	for i := range v.facts.Windows {
		if w := &v.facts.Windows[i]; v.mentions(block, first, last, w.Words) >= 0 {
			return w
		}
	}
	return nil
}

// windowAbove returns the window named in the heading above a block, else the
// window that binds everything.
func (v *view) windowAbove(block int) *Window {
	heading := v.text.Blocks[block].heading
	for i := range v.facts.Windows {
		w := &v.facts.Windows[i]
		for _, phrase := range w.Words {
			if indexPhrase(strings.ToLower(heading), strings.ToLower(phrase)) >= 0 {
				return w
			}
		}
	}
	for i := range v.facts.Windows {
		if w := &v.facts.Windows[i]; len(w.Words) == 0 {
			return w
		}
	}
	return nil
}

// windowOfPlace returns the window of the one round that all places named in a
// sentence belong to: "Kontoret i Boden öppnar den 1 mars 2025". A place of no
// round, or of another, leaves it open which opening is meant.
func (v *view) windowOfPlace(s sentence) *Window {
	label := ""
	for _, t := range v.tokens(s)[s.first:s.last] {
		if !t.upper || !v.register.holds(t.lower) {
			continue
		}
		of := v.roundOfPlace(t.lower)
		if of == "" || label != "" && of != label {
			return nil
		}
		label = of
	}
	if label == "" {
		return nil
	}
	for i := range v.facts.Windows {
		if v.facts.Windows[i].Label == label {
			return &v.facts.Windows[i]
		}
	}
	return nil
}

// roundOfPlace returns the label of the only group that has a name, once.
func (v *view) roundOfPlace(name string) string {
	label, times := "", 0
	for i := range v.facts.Groups {
		for _, n := range v.facts.Groups[i].Names {
			if strings.EqualFold(n, name) || firstWord(n) == name {
				label = v.facts.Groups[i].Label
				times++
			}
		}
	}
	if times != 1 {
		return ""
	}
	return label
}

func inside(s civil.Span, d civil.Date) bool {
	return (!s.First.IsKnown() || d >= s.First) && (!s.Last.IsKnown() || d <= s.Last)
}

func (v *view) judgeListing(l listing, w *Window) []Finding {
	var found []Finding
	var late []place
	seen := map[place]bool{}
	dated, early := 0, 0
	for _, r := range l.rows {
		if r.day == 0 {
			continue
		}
		dated++
		if inside(w.Soft, r.day) {
			early++
		}
		if seen[r.at] {
			continue
		}
		seen[r.at] = true
		if !inside(w.Span, r.day) {
			found = append(found, v.outside(r.at.block, r.at.token, r.at.token+1, r.day, w))
		}
		if !inside(w.Soft, r.day) {
			late = append(late, r.at)
		}
	}
	if len(late) == 0 || dated < 2 || !w.Soft.IsKnown() {
		return found
	}
	f := v.finding(RuleDate, Warning, late[0].block, late[0].token, late[0].token+1, "lint.date.soft",
		Arg{"inside", v.number(float64(early), 0)}, Arg{"listed", v.number(float64(dated), 0)},
		Arg{"soft", w.SoftLabel}, Arg{"window", w.Label})
	for _, p := range late[1:] {
		f.Related = append(f.Related, v.position(p.block, p.token))
	}
	return append(found, f)
}

func (v *view) outside(block, first, last int, d civil.Date, w *Window) Finding {
	return v.finding(RuleDate, Warning, block, first, last, "lint.date.outside",
		Arg{"date", d.String()}, Arg{"window", w.Label}, Arg{"first", w.Span.First.String()}, Arg{"last", w.Span.Last.String()})
}

// opens says that a word for opening stands shortly before the date, or right
// after it: "öppnas den 1 juni 2022", "den 1 juni 2022 öppnar". A word for
// reporting or deciding in between takes the date to itself.
func (v *view) opens(s sentence, m moment) bool {
	tokens := v.tokens(s)
	for k := m.first - 1; k >= max(s.first, m.first-6); k-- {
		w := tokens[k].lower
		if isOpening(w) {
			return true
		}
		if w == "senast" || w == "," || strings.HasPrefix(w, "redovis") || strings.HasPrefix(w, "beslut") ||
			strings.HasPrefix(w, "report") || strings.HasPrefix(w, "decid") {
			break
		}
	}
	for k := m.last; k < min(s.last, m.last+3); k++ {
		if isOpening(tokens[k].lower) {
			return true
		}
	}
	return false
}

func (v *view) judgeDay(s sentence, m moment) (Finding, bool) {
	w := v.windowNamed(s.block, s.first, s.last)
	if w == nil {
		w = v.windowOfPlace(s)
	}
	if w == nil {
		w = v.windowAbove(s.block)
	}
	if w == nil || inside(w.Span, m.span.First) {
		return Finding{}, false
	}
	return v.outside(s.block, m.first, m.last, m.span.First, w), true
}
