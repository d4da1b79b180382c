package report

import (
	"fmt"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"
)

// What a template gives has other lines than the template: blocks and rounds
// take many. So that a mistake in the result can be told by the line that its
// author wrote, every line of text carries its number, between two more
// private-use runes, until the result is read.
const lineOpen, lineClose = '\ue004', '\ue005'

// markLines numbers the lines of all text under a node. text is the template.
func markLines(n parse.Node, text string) {
	switch x := n.(type) {
	case *parse.ListNode:
		if x == nil {
			return
		}
		for _, child := range x.Nodes {
			markLines(child, text)
		}
	case *parse.TextNode:
		line := 1 + strings.Count(text[:x.Pos], "\n")
		var b strings.Builder
		for i, s := range strings.SplitAfter(string(x.Text), "\n") {
			fmt.Fprintf(&b, "%c%d%c%s", lineOpen, line+i, lineClose, s)
		}
		x.Text = []byte(b.String())
	case *parse.IfNode:
		markLines(x.List, text)
		markLines(x.ElseList, text)
	case *parse.RangeNode:
		markLines(x.List, text)
		markLines(x.ElseList, text)
	case *parse.WithNode:
		markLines(x.List, text)
		markLines(x.ElseList, text)
	}
}

// takeLines removes the numbers again and returns, for each line of the result,
// the line of the template that it comes from.
func takeLines(marked string) (string, []int) {
	var b strings.Builder
	var lines []int
	last := 1
	for _, s := range strings.SplitAfter(marked, "\n") {
		first := 0
		for s != "" {
			before, rest, found := strings.Cut(s, string(lineOpen))
			b.WriteString(before)
			if !found {
				break
			}
			number, after, _ := strings.Cut(rest, string(lineClose))
			if n, err := strconv.Atoi(number); err == nil {
				last = n
				if first == 0 || strings.TrimSpace(before) == "" && after != "" {
					first = n
				}
			}
			s = after
		}
		if first == 0 {
			first = last
		}
		lines = append(lines, first)
	}
	return b.String(), lines
}

// checkText looks for what no template may hold and what would be told at the
// wrong place later.
func checkText(name, text string) error {
	line := 1
	for i, r := range text {
		switch {
		case r == '\n':
			line++
		case isToken(r):
			return fmt.Errorf("%s:%d: the private-use characters U+E000 to U+E005 cannot stand in a template", name, line)
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd"):
			return fmt.Errorf("%s:%d: not UTF-8: save the template in that encoding", name, line)
		case strings.HasPrefix(text[i:], "{{") && !closed(text[i+2:]):
			return fmt.Errorf("%s:%d: an action is not closed: }} is missing on its line", name, line)
		}
	}
	return nil
}

// closed says whether an action ends on its line, or is a comment.
func closed(action string) bool {
	if body := strings.TrimLeft(action, "- "); strings.HasPrefix(body, "/*") {
		return true
	}
	line, _, _ := strings.Cut(action, "\n")
	end := strings.Index(line, "}}")
	next := strings.Index(line, "{{")
	return end >= 0 && (next < 0 || end < next)
}
