package folder

import "strings"

// piece is a part of a YAML file that can be read on its own.
type piece struct {
	text    string
	lines   int    // line of the file before its first one
	section string // the top-level key that it belongs to, as far as one can tell
	// head is the number of lines put before the text so that it stands under its key.
	head int
}

// bySection cuts a file with an error of syntax into its top-level keys, so
// that what is wrong with one does not hide what is wrong with the others.
func bySection(text string) []piece {
	return cut(text, piece{}, func(line string) bool {
		return !strings.ContainsRune(" \t#-]}\r\n", rune(line[0]))
	})
}

// byRecord cuts a section into the items of its sequence. It returns nil when
// the section is not laid out as one.
func byRecord(p piece) []piece {
	header, rest, ok := strings.Cut(p.text, "\n")
	for ok && !strings.Contains(header, ":") {
		header, rest, ok = strings.Cut(rest, "\n")
		p.lines++
	}
	header, _, _ = strings.Cut(header, " #")
	if !ok || !strings.HasSuffix(strings.TrimSpace(header), ":") {
		return nil
	}
	indent := -1
	for line := range strings.SplitSeq(rest, "\n") {
		if at := len(line) - len(strings.TrimLeft(line, " ")); strings.HasPrefix(line[at:], "-") {
			indent = at
			break
		}
	}
	if indent < 0 {
		return nil
	}
	dash := strings.Repeat(" ", indent) + "-"
	items := cut(rest, piece{lines: p.lines + 1, section: p.section}, func(line string) bool {
		return strings.HasPrefix(line, dash)
	})
	for i := range items {
		items[i].text = header + "\n" + items[i].text
		items[i].head = 1
	}
	return items
}

// cut starts a new piece at every line that starts says so of; what stands
// before the first goes with it.
func cut(text string, like piece, starts func(line string) bool) []piece {
	var out []piece
	begin, line := 0, 0
	open := false
	next := like
	flush := func(end int) {
		if begin < end {
			next.text = text[begin:end]
			out = append(out, next)
		}
	}
	for at := 0; at < len(text); line++ {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if current := text[at:end]; starts(current) {
			if open {
				flush(at)
				begin = at
				next = like
				next.lines = like.lines + line
			}
			if like.section == "" {
				next.section, _, _ = strings.Cut(strings.TrimSpace(current), ":")
			}
			open = true
		}
		at = end
	}
	flush(len(text))
	return out
}

// untab replaces indentation that has tabs in it and returns the places of the
// tabs. Which width was meant nobody can know: the line goes as deep as the one
// before it, or one step deeper below a key without a value.
// Of lines with tabs one after the other only the first is told.
func untab(text string) (out string, at []syntaxError) {
	var b strings.Builder
	number, depth, told := 0, 0, -1
	for line := range strings.SplitAfterSeq(text, "\n") {
		number++
		content := strings.TrimLeft(line, " \t")
		blank := line[:len(line)-len(content)]
		if i := strings.IndexByte(blank, '\t'); i >= 0 && strings.TrimSpace(content) != "" {
			if told != number-1 {
				at = append(at, syntaxError{number, i + 1, "folder.tab", nil})
			}
			told = number
			blank = strings.Repeat(" ", depth)
			if strings.HasPrefix(content, "- ") {
				blank = blank[min(2, len(blank)):]
			}
		}
		b.WriteString(blank + content)
		if trimmed := strings.TrimSpace(content); trimmed != "" && trimmed[0] != '#' {
			depth = len(blank) + len(content) - len(strings.TrimLeft(content, "- "))
			if strings.HasSuffix(trimmed, ":") {
				depth += 2
			}
		}
	}
	return b.String(), at
}
