package verify

import (
	"fmt"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
)

// texts gathers what stands within elements that may bind a figure. They may lie
// within each other; what an inner one holds belongs to the outer one as well.
type texts struct {
	open  []bound
	shown []Shown
}

type bound struct {
	address figure.Address // empty: the element binds nothing
	text    []byte
}

func (t *texts) start() error {
	if len(t.open) == maxDepth {
		return fmt.Errorf("figures lie more than %d deep in each other", maxDepth)
	}
	t.open = append(t.open, bound{})
	return nil
}

// bind says what the innermost open element shows.
func (t *texts) bind(a figure.Address) {
	if n := len(t.open); n > 0 {
		t.open[n-1].address = a
	}
}

// write adds text. More than maxText of it can be no figure, and is cut.
func (t *texts) write(s string) {
	for i := range t.open {
		if b := &t.open[i]; len(b.text) < maxText {
			b.text = append(b.text, s[:min(len(s), maxText-len(b.text))]...)
		}
	}
}

func (t *texts) end() {
	n := len(t.open) - 1
	if n < 0 {
		return
	}
	b := t.open[n]
	t.open = slices.Delete(t.open, n, n+1)
	if b.address != "" {
		t.shown = append(t.shown, Shown{Address: b.address, Text: strings.ToValidUTF8(string(b.text), "\uFFFD")})
	}
}
