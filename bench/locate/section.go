package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

const begin = "# Measured results of `locate`\n\nEach section is written by the command under its heading, see run.sh; the machine has 2 cores. " +
	"Ratios are to the anchor named in the heading of the column.\n"

// section is one part of RESULTS.md: a table and sentences. Each line is shown as it comes.
type section struct {
	title, command string
	lines          []string
}

func (s *section) say(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	s.lines = append(s.lines, line)
	fmt.Println(line)
}

// heads begins a table.
func (s *section) heads(names ...string) {
	s.say("| %s |", strings.Join(names, " | "))
	s.say("|%s", strings.Repeat("---|", len(names)))
}

// cells is a line of a table.
func (s *section) cells(cells ...any) {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = fmt.Sprint(c)
	}
	s.say("| %s |", strings.Join(texts, " | "))
}

// save puts the section into the file in place of the one of the same title, or at the end.
func (s *section) save(file string) error {
	old, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		old = []byte(begin)
	} else if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(replaced(string(old), s)), 0o644)
}

func replaced(text string, s *section) string {
	heading := "\n## " + s.title + "\n"
	body := heading + "\n`" + s.command + "`\n\n" + strings.Join(s.lines, "\n") + "\n"
	from := strings.Index(text, heading)
	if from < 0 {
		return strings.TrimRight(text, "\n") + "\n" + body
	}
	rest := text[from+len(heading):]
	if next := strings.Index(rest, "\n## "); next >= 0 {
		return text[:from] + body + rest[next:]
	}
	return text[:from] + body
}
