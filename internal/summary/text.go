package summary

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// text writes lines and tables for a terminal, and remembers the first error.
type text struct {
	w   io.Writer
	err error
}

func newText(w io.Writer) *text { return &text{w: w} }

func (t *text) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format+"\n", args...)
	}
}

// heading writes a title with a rule under it.
func (t *text) heading(title string) {
	t.line("%s", title)
	t.line("%s", strings.Repeat("─", utf8.RuneCountInString(title)))
}

// table writes rows in columns as wide as their widest cell. A header that
// begins with ">" is set flush right, its cells too.
func (t *text) table(header []string, rows [][]string) {
	right := make([]bool, len(header))
	width := make([]int, len(header))
	head := make([]string, len(header))
	for i, h := range header {
		head[i], right[i] = strings.CutPrefix(h, ">")
		width[i] = utf8.RuneCountInString(head[i])
	}
	for _, r := range rows {
		for i, c := range r {
			width[i] = max(width[i], utf8.RuneCountInString(c))
		}
	}
	for _, r := range append([][]string{head}, rows...) {
		var b strings.Builder
		for i, c := range r {
			pad := strings.Repeat(" ", width[i]-utf8.RuneCountInString(c))
			if i > 0 {
				b.WriteString("  ")
			}
			if right[i] {
				b.WriteString(pad + c)
			} else {
				b.WriteString(c + pad)
			}
		}
		t.line("%s", strings.TrimRight(b.String(), " "))
	}
	t.line("")
}

// wrap breaks a text at spaces into lines of at most width runes, all but the
// first with an indent.
func wrap(s string, width int, indent string) string {
	var b strings.Builder
	n := 0
	for i, word := range strings.Split(s, " ") {
		w := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case n+1+w > width:
			b.WriteString("\n" + indent)
			n = 0
		default:
			b.WriteByte(' ')
			n++
		}
		b.WriteString(word)
		n += w
	}
	return b.String()
}

// plain is a number without its unit, for a column that names it.
func plain(f Figure) string {
	if n, ok := f.Low.(int64); ok && f.Low == f.High && f.Unit != "share" && f.Unit != "money" {
		return strconv.FormatInt(n, 10)
	}
	return f.Text
}

// short cuts a name at a width.
func short(name string, width int) string {
	runes := []rune(name)
	if len(runes) <= width {
		return name
	}
	return string(append([]rune(strings.TrimRight(string(runes[:width-1]), " ,.")), '…'))
}

func joinIDs[T ~string](ids []T) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = string(id)
	}
	return strings.Join(all, ", ")
}
