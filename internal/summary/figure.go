package summary

import (
	"encoding/json"
	"io"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/figure"
)

// Figure is one number as another program reads it. Low and High are whole
// numbers of the unit (money in öre, share in millionths), dates as ISO text;
// both are null when nobody knows the number, and equal when it is exact. A date
// that is bounded at one end only has null at the other.
type Figure struct {
	Address figure.Address `json:"address"`
	Unit    string         `json:"unit"`
	Low     any            `json:"low"`
	High    any            `json:"high"`
	Text    string         `json:"text"` // as a person would write it
}

// isKnown says whether a number or date is known, be it at one end only.
func (f *Figure) isKnown() bool { return f.Low != nil || f.High != nil }

// figureOf reads a figure of the plan; one that is not there is unknown.
func figureOf(p *plan.Plan, lang locale.Lang, segments ...any) Figure {
	a := figure.At(segments...)
	f, ok := p.Shelf.Figure(a)
	if !ok {
		f.Value = figure.Value{}
	}
	return valueOf(a, f.Value, lang)
}

// figureAs is figureOf with a text in a stated form; the numbers are the same.
func figureAs(p *plan.Plan, lang locale.Lang, style locale.Style, segments ...any) Figure {
	out := figureOf(p, lang, segments...)
	if f, ok := p.Shelf.Figure(out.Address); ok {
		out.Text = lang.ValueAs(f.Value, style)
	}
	return out
}

func valueOf(a figure.Address, v figure.Value, lang locale.Lang) Figure {
	out := Figure{Address: a, Unit: v.Kind.String(), Text: lang.Value(v)}
	if key := wordsKey(a, v.Words); key != "" && locale.Has(key) {
		out.Text = lang.T(key)
	}
	if !v.Known {
		return out
	}
	switch v.Kind {
	case figure.Words:
		out.Low, out.High = v.Words, v.Words
	case figure.Date:
		first, last := v.Dates()
		out.Low, out.High = dayOrNull(first), dayOrNull(last)
	default:
		out.Low, out.High = v.Low, v.High
	}
	return out
}

// wordsKey is the message of a figure whose value is a code with words of its own in
// each language: how a clause or a project stands, and yes or no; "" for others.
func wordsKey(a figure.Address, code string) string {
	path := a.Segments()
	switch last := path[len(path)-1]; {
	case path[0] == figure.FactsSegment:
		return ""
	case path[0] == "compliance" && last == "status":
		return "status." + code
	case path[0] == "compliance" && path[len(path)-2] == "class":
		return "compliance.class." + code
	case path[0] == "rounds" && path[1] == "verdict":
		return "rounds.verdict-word." + code
	case path[0] == "staffing" && last == "source":
		return "staffing.source." + code
	case path[0] == "timetable" && last == "state":
		return "state." + code
	case code == "yes", code == "no", code == "unknown":
		return "word." + code
	}
	return ""
}

func dayOrNull(d civil.Date) any {
	if !d.IsKnown() {
		return nil
	}
	return d.String()
}

// WriteJSON writes an answer as indented JSON.
func WriteJSON(w io.Writer, answer any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(answer)
}

// Version is the answer of the version command.
type Version struct {
	Schema  string `json:"schema"`
	Version string `json:"version"`
	Go      string `json:"go"`
}
