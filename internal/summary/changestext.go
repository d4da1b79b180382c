package summary

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/change"
)

// How much of a comparison is printed for a person; JSON has all of it.
const (
	factsShown   = 40
	figuresShown = 30 // of each part of the plan, that people ask for first
	othersShown  = 3  // of a part in which none of those has changed
	causesShown  = 3  // of each figure
)

var changeMarks = map[change.Kind]string{change.Added: "+", change.Removed: "−", change.Changed: "~"}

// WriteText writes what differs: openings, facts, then figures part by part.
func (c *Changes) WriteText(w io.Writer, lang locale.Lang) error {
	t := newText(w)
	t.line("%s", wrap(lang.T("diff.from-to", c.Before.text(), c.After.text()), textWidth, "  "))
	t.line("")
	if len(c.Openings)+len(c.Rounds)+len(c.Facts)+len(c.Options)+len(c.Figures) == 0 {
		t.line("%s", lang.T("diff.none"))
		return t.err
	}
	c.writeRounds(t, lang)
	c.writeOpenings(t, lang)
	c.writeFacts(t, lang)
	c.writeFigures(t, lang)
	return t.err
}

func (s Side) text() string {
	name := s.Name
	if name == "" {
		name = s.ID
	}
	if s.Day == "" {
		return name
	}
	return fmt.Sprintf("%s (%s)", name, s.Day)
}

func (c *Changes) writeRounds(t *text, lang locale.Lang) {
	if len(c.Rounds) == 0 {
		return
	}
	t.heading(lang.T("diff.rounds"))
	var rows [][]string
	for _, r := range c.Rounds {
		rows = append(rows, []string{r.Name, stated(r.Before, lang), stated(r.After, lang)})
	}
	t.table(columns(lang, "baseline-round", ">before", ">after"), rows)
}

func (c *Changes) writeOpenings(t *text, lang locale.Lang) {
	if len(c.Openings) == 0 {
		return
	}
	t.heading(lang.T("diff.openings"))
	var rows [][]string
	for _, o := range c.Openings {
		rows = append(rows, []string{o.Name, stated(o.Before, lang), stated(o.After, lang), o.days()})
	}
	t.table(columns(lang, "project", "before", "after", ">days"), rows)
}

// days writes +124, −14 or +1–+30, and nothing where nobody knows.
func (o OpeningChange) days() string {
	if o.DaysLow == nil {
		return ""
	}
	text := signed(*o.DaysLow)
	if *o.DaysHigh != *o.DaysLow {
		text += "–" + signed(*o.DaysHigh)
	}
	return text
}

func signed(n int64) string { return strings.Replace(fmt.Sprintf("%+d", n), "-", "−", 1) }

func stated(s string, lang locale.Lang) string {
	if s == "" {
		return lang.T("unknown")
	}
	return s
}

func (c *Changes) writeFacts(t *text, lang locale.Lang) {
	if len(c.Facts) == 0 {
		return
	}
	t.heading(fmt.Sprintf("%s (%d)", lang.T("diff.facts"), len(c.Facts)))
	for _, f := range c.Facts[:min(len(c.Facts), factsShown)] {
		t.line("%s %s", changeMarks[f.Kind], f.Address)
		t.line("    %s", wrap(arrow(f.Kind, f.Before, f.After), textWidth-4, "    "))
	}
	t.rest(lang, "diff.more-facts", len(c.Facts), factsShown)
	t.line("")
}

// arrow writes what there was and is; only one of them where something was added
// or removed.
func arrow(kind change.Kind, before, after string) string {
	switch kind {
	case change.Added:
		return after
	case change.Removed:
		return before
	}
	return before + " → " + after
}

func (c *Changes) writeFigures(t *text, lang locale.Lang) {
	if len(c.Options)+len(c.Figures) == 0 {
		return
	}
	t.heading(fmt.Sprintf("%s (%d)", lang.T("diff.figures"), len(c.Figures)))
	for _, o := range c.Options {
		o.write(t, lang)
	}
	for rest := c.Figures; len(rest) > 0; {
		part := rest[0].part()
		n := 0
		for n < len(rest) && rest[n].part() == part {
			n++
		}
		chosen := headlines(rest[:n])
		for _, f := range chosen {
			f.write(t, lang)
			f.writeCauses(t, lang)
		}
		t.rest(lang, "diff.more-figures", n, len(chosen), part)
		rest = rest[n:]
	}
}

// headline matches the figures of a plan that people ask for first: what the
// plan in brief shows, out of the thousands that rest on the same changes.
var headline = regexp.MustCompile(`^(network/[^/]+|timetable/round/[^/]+/(in-window|probability-all|last-p80)|timetable/project/[^/]+/p50|` +
	`economy/(round/[^/]+|total)/(establishment|running)|economy/[0-9]{4}/((establishment|running|all|appropriation)/total|balance)|` +
	`staffing/round/[^/]+/need|compliance/[^/]+/[^/]+/(status|probability))$`)

// headlines chooses the figures of a part to print.
func headlines(part []FigureChange) []FigureChange {
	var out []FigureChange
	for _, f := range part {
		if len(out) < figuresShown && headline.MatchString(string(f.Address)) {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return part[:min(len(part), othersShown)]
	}
	return out
}

func (f *FigureChange) part() string {
	part, _, _ := strings.Cut(string(f.Address), "/")
	return part
}

func (f *FigureChange) write(t *text, lang locale.Lang) {
	head := string(f.Address)
	if f.Label != "" {
		head = fmt.Sprintf("%s [%s]", f.Label, f.Address)
	}
	t.line("%s %s", changeMarks[f.Kind], wrap(head, textWidth-2, "  "))
	var before, after string
	if f.Before != nil {
		before = f.Before.Text
	}
	if f.After != nil {
		after = f.After.Text
	}
	if before == after {
		t.line("    %s", lang.T("diff.rounded", before))
		return
	}
	t.line("    %s", wrap(arrow(f.Kind, before, after), textWidth-4, "    "))
}

// writeCauses names why a figure changed, or says that nothing under it has.
func (f *FigureChange) writeCauses(t *text, lang locale.Lang) {
	if len(f.Because) == 0 {
		if f.Kind == change.Changed {
			t.line("    %s", lang.T("diff.no-cause"))
		}
		return
	}
	var names []string
	// The same thing may be a cause twice: gone on one side, new on the other.
	for _, c := range f.Because {
		if !slices.Contains(names, string(c.Address)) {
			names = append(names, string(c.Address))
		}
	}
	text := strings.Join(names[:min(len(names), causesShown)], ", ")
	switch n := len(names) - causesShown; {
	case f.More:
		text = lang.T("diff.many-others", text, n)
	case n > 0:
		text = lang.T("diff.others", text, n)
	}
	t.line("    %s", wrap(lang.T("diff.because", text), textWidth-4, "    "))
}
