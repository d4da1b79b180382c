package xlsx

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/xuri/excelize/v2"
)

// look is how a cell looks; looks are made into styles once each.
type look struct {
	format string // of numbers
	fill   string
	bold   bool
	right  bool
	wrap   bool
	head   bool // a head of columns
	title  bool
	link   bool
	sum    bool // a rule above
	muted  bool
}

// formats are the number formats by unit. Amounts are in kronor.
var formats = map[figure.Kind]string{
	figure.Money: "#,##0", figure.Count: "#,##0", figure.Share: "0.0%", figure.Date: "yyyy-mm-dd",
	figure.Days: "#,##0", figure.Period: "#,##0", figure.Metres: "#,##0",
	figure.Seconds: "#,##0", figure.Rate: "#,##0.0",
}

// fills are the backgrounds of statuses; they only support the mark and the text.
var fills = map[string]string{"met": "E6F1EA", "plan": "E4EEF7", "risk": "FBF0DC", "failed": "F9E5E6", "unknown": "ECEEF0", "later": "F6F7F8"}

func (w *writer) style(l look) int {
	if id, ok := w.styles[l]; ok {
		return id
	}
	s := &excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 10, Color: "1A1A1A", Bold: l.bold || l.head},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap}}
	switch {
	case l.title:
		s.Font.Size, s.Font.Bold, s.Font.Color = 12, true, "12395E"
	case l.head:
		s.Font.Color, s.Alignment.Vertical, l.fill = "12395E", "bottom", "F0F4F8"
		s.Border = []excelize.Border{{Type: "bottom", Color: "12395E", Style: 2}}
	case l.link:
		s.Font.Color, s.Font.Underline = "1F5A8C", "single"
	case l.muted:
		s.Font.Color = "3F4A55"
	}
	if l.right {
		s.Alignment.Horizontal = "right"
	}
	if l.sum {
		s.Border = []excelize.Border{{Type: "top", Color: "12395E", Style: 1}}
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	id, err := w.file.NewStyle(s)
	w.check(err)
	w.styles[l] = id
	return id
}
