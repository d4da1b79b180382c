package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report/document"
)

// tableMakers are the tables that a template can call, by name. The argument is
// a round's id for tables of one round, else "".
var tableMakers = map[string]func(*builder, string) document.Table{
	"status":        (*builder).statusTable,
	"clauses":       (*builder).clausesTable,
	"compliance":    (*builder).complianceTable,
	"needs":         (*builder).needsTable,
	"rounds":        (*builder).roundsTable,
	"baseline":      (*builder).openingsTable,
	"areas":         (*builder).areasTable,
	"types":         (*builder).typesTable,
	"process":       (*builder).processTable,
	"consultations": (*builder).consultationsTable,
	"drivers":       (*builder).driversTable,
	"risks":         (*builder).risksTable,
	"staffing":      (*builder).staffingTable,
	"recruit":       (*builder).recruitTable,
	"unitcosts":     (*builder).unitCostsTable,
	"roundcosts":    (*builder).roundCostsTable,
	"years":         (*builder).yearsTable,
	"changes":       (*builder).changesTable,
	"assumptions":   (*builder).assumptionsTable,
	"promises":      (*builder).promisesTable,
	"access":        (*builder).accessTable,
	"counties":      (*builder).countiesTable,
	"gains":         (*builder).gainsTable,
	"catchment":     (*builder).catchmentTable,
	"served":        (*builder).servedTable,
	"visits":        (*builder).visitsTable,
	"siting":        (*builder).sitingTable,
	"siting-costs":  (*builder).sitingCostsTable,
	"divisions":     (*builder).divisionsTable,
	"siting-money":  (*builder).sitingMoneyTable,
	"siting-places": (*builder).sitingPlacesTable,
	"sources":       (*builder).sourcesTable,
}

// namedTable is the template function that places a table.
func (b *builder) namedTable(name, caption string, round ...string) (string, error) {
	make, ok := tableMakers[name]
	if !ok {
		return "", fmt.Errorf("no table is named %q: there are %s", name, names(tableMakers))
	}
	id, arg := name, ""
	if len(round) > 0 {
		arg = round[0]
		id += "-" + arg
		r, _ := b.plan.Facts.Round(programme.RoundID(arg))
		if r == nil {
			return "", fmt.Errorf("table %q: no round has the id %q: there are %v", name, arg, b.roundNames())
		}
		caption += ". " + b.in(r.Name)
	}
	t := make(b, arg)
	if len(t.Rows) == 0 {
		return "\n\n" + b.lang.T("report.no-rows") + "\n\n", nil
	}
	if t.Sheet == "" {
		t.Sheet = b.lang.T("report.sheet." + name)
	}
	if arg != "" {
		t.Sheet += " " + arg
	}
	return b.table(id, caption, t), nil
}

// names lists what can be called by name, in order.
func names[T any](makers map[string]T) string {
	return strings.Join(slices.Sorted(maps.Keys(makers)), ", ")
}

// roundNames are the ids of the rounds of the report's mandate.
func (b *builder) roundNames() []programme.RoundID {
	var out []programme.RoundID
	for _, i := range b.roundIDs() {
		out = append(out, b.plan.Facts.S.Rounds[i].ID)
	}
	return out
}

// heads makes columns from message keys; ">" before a key makes a column of numbers.
func (b *builder) heads(keys ...string) []document.Column {
	out := make([]document.Column, len(keys))
	for i, k := range keys {
		if k[0] == '>' {
			out[i].Numeric, k = true, k[1:]
		}
		out[i].Header = b.lang.T("report.head." + k)
	}
	return out
}

// widths sets the widths of columns in per cent of the text.
func widths(columns []document.Column, percent ...int) []document.Column {
	for i := range percent {
		columns[i].Width = percent[i]
	}
	return columns
}

func row(cells ...document.Cell) document.Row { return document.Row{Cells: cells} }

func groupRow(s string) document.Row {
	return document.Row{Kind: document.Group, Cells: []document.Cell{nameCell(s)}}
}

func sumRow(cells ...document.Cell) document.Row {
	return document.Row{Kind: document.Sum, Cells: cells}
}

// roundsTable lists the offices of each round beside each other's name,
// municipality, county and category, in the order of the facts.
func (b *builder) roundsTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("office", "municipality", "county", "categories"), 29, 18, 19, 34)}
	for _, i := range b.roundIDs() {
		r := &b.plan.Facts.S.Rounds[i]
		head := groupRow(b.in(r.Name) + ", ")
		head.Cells[0].Text = append(head.Cells[0].Text, b.window(r))
		t.Rows = append(t.Rows, head)
		for _, p := range b.plan.Facts.S.Projects {
			office, _ := b.plan.Facts.Office(p.Office)
			if p.Round != r.ID || office == nil {
				continue
			}
			t.Rows = append(t.Rows, row(nameCell(office.Name), textCell(b.orUnknown(office.Municipality)),
				textCell(b.orUnknown(b.county(office.Municipality))), textCell(b.categories(office))))
		}
		offices := b.countOf("office", "offices", "network", "round", r.ID, "offices")
		offices.Header, offices.Value, offices.Text = true, figure.Value{}, append(document.TextOf(b.lang.T("report.offices-in-round")+": "), offices.Text...)
		t.Rows = append(t.Rows, sumRow(offices, b.countOf("municipality", "municipalities", "network", "round", r.ID, "municipalities"),
			b.countOf("county", "counties", "network", "round", r.ID, "counties"), textCell("")))
	}
	t.Note = document.TextOf(b.lang.T("report.rounds-note"))
	return t
}

// countOf is a cell with a count and what is counted, as text.
func (b *builder) countOf(one, more string, segments ...any) document.Cell {
	c := b.cell(usual, segments...)
	noun := b.noun(string(figure.At(segments...)), one, more)
	return document.Cell{Text: append(c.Text, document.Run{Text: "\u00a0" + b.lang.T("report."+noun)})}
}

func (b *builder) orUnknown(s string) string {
	if s == "" {
		return b.lang.T("unknown")
	}
	return s
}

func (b *builder) categories(o *programme.Office) string {
	s := ""
	for i, c := range o.Categories {
		if i > 0 {
			s += ", "
		}
		s += b.lang.T("category." + string(c))
	}
	return b.orUnknown(s)
}

func (b *builder) isVulnerable(id programme.OfficeID) bool {
	o, _ := b.plan.Facts.Office(id)
	if o == nil {
		return false
	}
	for _, c := range o.Categories {
		if c == programme.Vulnerable {
			return true
		}
	}
	return false
}

// areasTable says which vulnerable areas each office of a round is to serve,
// and which are not yet chosen.
func (b *builder) areasTable(round string) document.Table {
	t := document.Table{Columns: widths(b.heads("office", "areas"), 35, 65)}
	r := b.timetableRound(programme.RoundID(round))
	if r == nil {
		return t
	}
	for _, i := range r.Projects {
		id := b.plan.Timetable.Projects[i].Office
		if !b.isVulnerable(id) {
			continue
		}
		o, _ := b.plan.Facts.Office(id)
		areas := textCell(b.lang.T("report.area-not-chosen"))
		if len(o.Serves) > 0 {
			areas = b.cell(usual, figure.FactAt("offices", id, "serves"))
		}
		t.Rows = append(t.Rows, row(nameCell(o.Name), areas))
	}
	return t
}

// typesTable shows the stated number of offices of each type in a round.
func (b *builder) typesTable(round string) document.Table {
	t := document.Table{Columns: widths(b.heads("type", ">stated", ">staff"), 50, 25, 25)}
	for _, i := range b.plan.Facts.RoundCounts(programme.RoundID(round)) {
		c := &b.plan.Facts.S.RoundCounts[i]
		count := b.cell(usual, figure.FactAt("round-counts", i+1, "count"))
		if c.Type == "" {
			t.Rows = append(t.Rows, sumRow(nameCell(b.lang.T("report.all-types")), count, textCell("")))
			continue
		}
		name := string(c.Type)
		staff := textCell("–")
		if typ, _ := b.plan.Facts.Type(c.Type); typ != nil {
			name = b.in(typ.Name)
			staff = b.cell(usual, figure.FactAt("office-types", c.Type, "staff"))
		}
		t.Rows = append(t.Rows, row(nameCell(name), count, staff))
	}
	sumsLast(t.Rows)
	return t
}

// sumsLast moves the sum rows below the others, keeping the order otherwise.
func sumsLast(rows []document.Row) {
	var plain, sums []document.Row
	for _, r := range rows {
		if r.Kind == document.Sum {
			sums = append(sums, r)
		} else {
			plain = append(plain, r)
		}
	}
	copy(rows, append(plain, sums...))
}

// sourcesTable lists the documents that the programme rests on, by date.
func (b *builder) sourcesTable(string) document.Table {
	t := document.Table{Columns: widths(b.heads("source", "issuer", "date", "number"), 46, 22, 14, 18)}
	sources := append([]programme.Source(nil), b.plan.Facts.S.Sources...)
	locale.Sort(b.lang, sources, func(s programme.Source) string { return s.Date.String() + s.Title })
	for _, s := range sources {
		t.Rows = append(t.Rows, row(document.Cell{Text: b.quote(s.Title, "sources", s.ID, "title"), Header: true}, textCell(s.Issuer), b.cell(usual, figure.FactAt("sources", s.ID, "date")), textCell(s.Number)))
	}
	return t
}
