package summary

import (
	"encoding/csv"
	"io"
	"maps"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
)

func init() { maps.Copy(Messages, catchmentMessages) }

// catchmentMessages are the texts of the measures of catchment: Swedish, English.
var catchmentMessages = map[string][2]string{
	"access.catchment.gravity":   {"Gravitationsmåttet: %[1]s inom räckhåll, vägt med restiden", "The gravity measure: %[1]s within reach, weighted by time"},
	"access.catchment.2sfca":     {"2SFCA: %[1]s inom räckhåll", "2SFCA: %[1]s within reach"},
	"access.catchment.e2sfca":    {"E2SFCA: %[1]s inom räckhåll, vägt med restiden", "E2SFCA: %[1]s within reach, weighted by time"},
	"access.catchment.assumed":   {"Antaget: ett kontor når dem som har högst %[1]s, med avtagandet %[2]s. De som delar på kontoren: %[3]s.", "Assumed: an office reaches those who have at most %[1]s, with the decay %[2]s. Those who share the offices: %[3]s."},
	"access.catchment.within":    {"Antaget: ett kontor når alla lika väl som har högst %[1]s. De som delar på kontoren: %[2]s.", "Assumed: an office reaches all alike who have at most %[1]s. Those who share the offices: %[2]s."},
	"access.catchment.state":     {"%[1]s: sammanlagt %[2]s %[3]s vid de kontor där det är känt; okänt vid %[4]s.", "%[1]s: %[2]s %[3]s in all at the offices where that is known; unknown at %[4]s."},
	"access.catchment.note":      {"P10, P50 och P90: vad en tiondel, hälften och nio av tio har som mest. Minst: medeltalet över de kontor vars bemanning är känd. Ett tal är okänt när ett kontor inom räckhåll har okänd bemanning; ändringen är då ändå känd, om de kontor som skiljer lägena åt är det.", "P10, P50 and P90: what a tenth, half and nine of ten have at most. At least: the mean over offices whose officers are known. A number is unknown where an office within reach has an unknown number of officers; the change may be known all the same, if that of the offices in which the states differ is."},
	"access.catchment.worst":     {"Områden där invånarna har minst inom räckhåll, %[1]s", "Areas whose people have least within reach, %[1]s"},
	"access.catchment.none":      {"Inget medeltal är känt.", "No mean is known."},
	"access.catchment.map":       {"%[1]s inom räckhåll, %[2]s", "%[1]s within reach, %[2]s"},
	"access.catchment.map-none":  {"inget", "nothing"},
	"access.catchment.map-band":  {"%[1]s–%[2]s", "%[1]s–%[2]s"},
	"access.catchment.map-above": {"mer än %[1]s", "more than %[1]s"},
	"access.catchment.sentence":  {"I medeltal har invånarna %[1]s, minst %[2]s; inget inom räckhåll har %[3]s. Kontor med okänd bemanning räknas inte på kartan: %[4]s.", "On the mean people have %[1]s, at least %[2]s; nothing within reach have %[3]s. Offices whose officers are unknown do not count on the map: %[4]s."},
	"column.mean-before":         {"Medel före", "Mean before"},
	"column.mean-after":          {"efter", "after"},
	"column.mean-change":         {"Ändring", "Change"},
	"column.mean":                {"Medel", "Mean"},
	"column.p10":                 {"P10", "P10"},
	"column.p50":                 {"P50", "P50"},
	"column.at-least":            {"Minst", "At least"},
	"column.nothing":             {"Har inget", "Have none"},
}

// writeText writes the measure for a person: the sides of a comparison, and the areas
// that are served worst after it.
func (c *AccessCatchment) writeText(t *text, lang locale.Lang, change *AccessChange) {
	t.heading(lang.T("access.catchment."+string(c.Measure), c.Unit))
	assumed := lang.T("access.catchment.assumed", c.Minutes.Text, c.Decay.Text, c.demand(lang))
	if c.Measure == coverage.Floating {
		assumed = lang.T("access.catchment.within", c.Minutes.Text, c.demand(lang))
	}
	t.line("%s", wrap(assumed, textWidth, ""))
	sides := []*CatchmentState{&c.States[0], &c.States[0]}
	id := ""
	if change != nil {
		sides, id = []*CatchmentState{c.state(change.Before), c.state(change.After)}, change.ID
	}
	for i, s := range sides {
		if i == 1 && sides[0] == s {
			break
		}
		t.line("%s", wrap(lang.T("access.catchment.state", s.Label, s.Supply.Text, lang.T("coverage.unit-of."+c.Supply.Text), s.Unstated.Text), textWidth, ""))
	}
	for _, n := range sides[1].Notes {
		t.line("%s", wrap(lang.T("explain.note", n), textWidth, ""))
	}
	t.line("")
	var rows [][]string
	for i := range sides[1].Units {
		before, u := &sides[0].Units[i], &sides[1].Units[i]
		name := u.Name
		if u.Kind == programme.EveryCountry {
			name = u.GroupName
		}
		shift := c.shift(id, u)
		rows = append(rows, []string{name, before.Mean.Text, u.Mean.Text, shift.Text, u.AtLeast.Text, u.P10.Text, u.P50.Text, u.P90.Text, u.Without.Text})
	}
	t.table(columns(lang, "area", ">mean-before", ">mean-after", ">mean-change", ">at-least", ">p10", ">p50", ">p90", ">nothing"), rows)
	t.line("%s", wrap(lang.T("access.catchment.note"), textWidth, ""))
	t.line("")
	t.heading(lang.T("access.catchment.worst", sides[1].Label))
	if len(sides[1].Worst) == 0 {
		t.line("%s", lang.T("access.catchment.none"))
		t.line("")
		return
	}
	rows = nil
	for i := range sides[1].Worst {
		u := &sides[1].Worst[i]
		rows = append(rows, []string{u.Name, u.People.Text, u.Mean.Text, u.Without.Text})
	}
	t.table(columns(lang, "area", ">people", ">mean", ">nothing"), rows)
}

// demand is the name of the group that shares the offices.
func (c *AccessCatchment) demand(lang locale.Lang) string {
	for _, u := range c.States[0].Units {
		if u.Group == c.Demand.Text {
			return u.GroupName
		}
	}
	return c.Demand.Text
}

// WriteCSV writes the measure as a table: a row for each group in each area of each
// state. Numbers are per so many people where the measure is; the ends of a range stand
// in columns of their own, and what nobody knows is empty.
func (c *AccessCatchment) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	head := []string{"state", "measure", "kind", "key", "name", "group", "people"}
	for _, name := range []string{"mean", "p10", "p50", "p90"} {
		head = append(head, name+"_low", name+"_high")
	}
	if err := out.Write(append(head, "at_least", "without")); err != nil {
		return err
	}
	for _, s := range c.States {
		for i := range s.Units {
			u := &s.Units[i]
			row := []string{s.ID, string(c.Measure), string(u.Kind), u.Key, u.Name, u.Group, cell(u.People, 1)}
			for _, f := range []Figure{u.Mean, u.P10, u.P50, u.P90} {
				row = append(row, cell(f, 1e3), cell(Figure{Low: f.High}, 1e3))
			}
			if err := out.Write(append(row, cell(u.AtLeast, 1e3), cell(u.Without, 1))); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}
