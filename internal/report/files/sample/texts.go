package sample

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report/document"
)

// phrases are the texts of the sample in one language. A text holds figures as
// {shown|address} and footnotes as [note].
type phrases struct {
	letter2, lead, para, para2, long, notice, trace string
	headings                                        [8]string
	items                                           []string
	caption                                         [5]string
	office, municipality, planned, forecast, state  string
	cost, share, note, group, sum, unknown, link    string
	statuses                                        [6]string
	alt, sentence                                   string
}

var texts = map[string]*phrases{"sv": &swedish, "en": &english}

var swedish = phrases{
	letter2: "Exempelmyndigheten fick den 3 juni 2021 i uppdrag att öppna nya servicekontor. Uppdraget ska delredovisas senast den 24 september 2021. Myndigheten överlämnar härmed sin redovisning. Den omfattar {28|scope/offices} kontor i {26|scope/municipalities} kommuner.",
	lead:    "Myndigheten ska öppna {28|scope/offices} nya servicekontor i två omgångar och räknar med att {17|rounds/1/in-window} av dem är öppna före utgången av juni 2022.",
	para:    "Kontoren har fördelats på omgångar så att varje omgång blandar olika delar av landet och olika slags områden.[Fördelningen beslutades efter samråd med berörda kommuner. Kommunerna fick {21|consultations/days} dagar på sig att yttra sig.] Etableringen kostar {24,65–25,625 mnkr|economy/round-1/establishment}, och därefter kostar driften {57,3–64,6 mnkr|economy/round-1/running} per år.",
	para2:   "Ökningen är {46|network/growth} kontor, från {103|network/first} till {149|network/expected}, vilket motsvarar {44,7 %|network/growth-share}. Beloppen är angivna i 2021 års prisnivå och har inte räknats om.",
	long:    "Flera aktiviteter ligger i andras händer. Fastighetsägaren svarar för överenskommen ombyggnad, och kommunen prövar bygglovet. När en lokal behöver byggas om ansöker myndigheten om bygglov så snart avtalet är undertecknat, eftersom handläggningen annars blir det som avgör när kontoret kan öppna. Bemanning och utbildning kan i de flesta fall ske samtidigt som lokalen färdigställs, så länge minst två handläggare finns på plats fyra veckor före öppningen.",
	notice:  "Kontorstyperna i omgång 1 är inte slutligt bestämda. Därför anges kostnaderna som spann, och den slutliga kostnaden kan bli upp till {0,975 mnkr|economy/round-1/spread} högre än den lägsta.",
	trace:   "Varje siffra har en adress som visar hur den har räknats fram.",
	headings: [8]string{"Sammanfattning", "Uppdraget och dess bakgrund", "Regeringens uppdrag", "Servicekontoren i dag",
		"Kontor som har tillkommit sedan årsskiftet", "Nya servicekontor i respektive omgång och vad som avgör när vart och ett av dem kan öppna", "Kostnader", "Uppfyllelse av uppdraget"},
	items:   []string{"Omgång 1 omfattar {17|rounds/1/offices} kontor som öppnar under första halvåret 2022.", "Omgång 2 omfattar {11|rounds/2/offices} kontor.", "Alla kommuner där ett kontor planeras har hörts, och deras synpunkter redovisas i en egen bilaga tillsammans med vad myndigheten har gjort med anledning av dem."},
	caption: [5]string{"Preliminär tidplan och prognos för omgång 1", "Villkoren mot planen", "Öppnade kontor per månad", "Kostnader per år", "Adresser till siffrorna"},
	office:  "Kontor", municipality: "Kommun", planned: "Planerat", forecast: "Prognos, 80 %", state: "Läge", cost: "Kostnad, mnkr", share: "Sannolikhet",
	note:  "Okänt betyder att uppgiften inte finns i källorna. Källa: myndighetens beslut 2021-09-20.",
	group: "Län nummer %d", sum: "Summa", unknown: "okänt", link: "Regeringens beslut finns på regeringens webbplats",
	statuses: [6]string{"Uppfyllt", "Uppfylls om planen håller", "Osäkert", "Uppfylls inte", "Okänt", "Inte aktuellt än"},
	alt:      "Stapeldiagram över antalet öppnade kontor per månad, från två i januari till sjutton i juni.", sentence: "Antalet öppna kontor växer jämnt under året, och hälften är öppna i juni.",
}

var english = phrases{
	letter2: "On 3 June 2021 the Example Agency was instructed to open new service offices. An interim report is due by 24 September 2021. The Agency hereby submits its report. It covers {28|scope/offices} offices in {26|scope/municipalities} municipalities.",
	lead:    "The Agency is to open {28|scope/offices} new service offices in two rounds and expects {17|rounds/1/in-window} of them to be open before the end of June 2022.",
	para:    "The offices are divided so that each round mixes parts of the country and kinds of area.[The division was decided after consulting the municipalities concerned, which had {21|consultations/days} days to respond.] Establishing them costs {SEK 24.65–25.625 million|economy/round-1/establishment}, and running them {SEK 57.3–64.6 million|economy/round-1/running} a year.",
	para2:   "The increase is {46|network/growth} offices, from {103|network/first} to {149|network/expected}, or {44.7%|network/growth-share}. Amounts are at 2021 prices and have not been indexed.",
	long:    "Several activities are in the hands of others. The landlord carries out the rebuilding that has been agreed, and the municipality decides on the building permit. Where premises must be rebuilt, the Agency applies for a permit as soon as the lease is signed, since the permit would otherwise decide when the office can open.",
	notice:  "The types of the offices in round 1 have not been settled. Costs are therefore given as ranges, and the final cost may exceed the lowest by {SEK 0.975 million|economy/round-1/spread}.",
	trace:   "Every figure has an address that shows how it was derived.",
	headings: [8]string{"Summary", "The mandate and its background", "The Government’s mandate", "The service offices today",
		"Offices added since the turn of the year", "New service offices in each round and what decides when each of them can open", "Costs", "Compliance with the mandate"},
	items:   []string{"Round 1 comprises {17|rounds/1/offices} offices, opening in the first half of 2022.", "Round 2 comprises {11|rounds/2/offices} offices.", "Every municipality where an office is planned has been heard, and what it said is reported in an appendix of its own."},
	caption: [5]string{"Preliminary timetable and forecast for round 1", "The clauses against the plan", "Offices opened by month", "Costs by year", "Addresses of the figures"},
	office:  "Office", municipality: "Municipality", planned: "Planned", forecast: "Forecast, 80%", state: "State", cost: "Cost, SEK million", share: "Probability",
	note:  "Unknown means that no source states it. Source: the Agency’s decision of 2021-09-20.",
	group: "County number %d", sum: "Total", unknown: "unknown", link: "The Government’s decision is on its website",
	statuses: [6]string{"Met", "Met if the plan holds", "At risk", "Not met", "Unknown", "Not yet due"},
	alt:      "Bar chart of offices opened by month, from two in January to seventeen in June.", sentence: "The number of open offices grows evenly through the year, and half of them are open in June.",
}

// in reads a phrase: {shown|address} is a figure and [text] a footnote.
func in(s string) []document.Inline {
	var out []document.Inline
	for s != "" {
		i := strings.IndexAny(s, "{[")
		if i < 0 {
			return append(out, document.Run{Text: s})
		}
		if i > 0 {
			out = append(out, document.Run{Text: s[:i]})
		}
		if s[i] == '{' {
			body, rest, _ := strings.Cut(s[i+1:], "}")
			shown, address, _ := strings.Cut(body, "|")
			out = append(out, document.Bound{Text: strings.ReplaceAll(shown, " ", "\u00a0"), Address: figure.Address(address)})
			s = rest
			continue
		}
		body, rest, _ := strings.Cut(s[i+1:], "]")
		out = append(out, document.Footnote{Text: in(body)})
		s = rest
	}
	return out
}

func (p *phrases) letter() []document.Block {
	return []document.Block{
		document.Paragraph{Text: []document.Inline{document.Run{Text: p.headings[0], Bold: true}}},
		document.Paragraph{Text: in(p.letter2)},
		document.Paragraph{Text: in(p.trace)},
	}
}

func (p *phrases) heading(level int, number, id string, i int) document.Heading {
	return document.Heading{Level: level, Number: number, ID: id, Text: document.TextOf(p.headings[i])}
}

func (p *phrases) body() []document.Block {
	list := document.List{}
	for _, i := range p.items {
		list.Items = append(list.Items, in(i))
	}
	ordered := list
	ordered.Ordered = true
	para := func(s string) document.Block { return document.Paragraph{Text: in(s)} }
	return []document.Block{
		p.heading(1, "", "summary", 0), document.Paragraph{Style: "lead", Text: in(p.lead)}, para(p.para), list, document.Notice{Text: in(p.notice)}, para(p.para2),
		p.heading(1, "1", "background", 1), p.heading(2, "1.1", "mandate", 2), para(p.long),
		document.Paragraph{Text: []document.Inline{document.Link{Text: p.link, Href: "https://www.example.org/beslut?id=1&lang=sv"}, document.Run{Text: ". "},
			document.Link{Text: p.caption[1], Href: "#clauses"}, document.Run{Text: ". ", Italic: true}, document.Run{Text: p.trace, Italic: true}}},
		ordered, p.heading(2, "1.2", "today", 3), para(p.long), p.heading(3, "1.2.1", "added", 4), para(p.para2), ordered,
		picture("curve", 1, 720, 360, p.caption[2], p.alt, p.sentence),
		p.heading(1, "2", "rounds", 5), para(p.long), p.timetable(), para(p.para2),
		p.heading(1, "3", "costs", 6), para(p.para), p.years(), picture("years", 2, 720, 300, p.caption[3], p.alt, p.sentence),
		document.PageBreak{}, p.heading(1, "4", "compliance", 7), para(p.trace), p.clauses(), para(p.long), p.wide(),
		p.heading(2, "", "trace", 4), para(p.trace), p.addresses(),
	}
}

func text(s string) document.Cell { return document.Cell{Text: document.TextOf(s)} }

func name(s string) document.Cell { return document.Cell{Text: document.TextOf(s), Header: true} }

func bound(shown, address string, v figure.Value) document.Cell {
	return document.Cell{Text: []document.Inline{document.Bound{Text: shown, Address: figure.Address(address)}}, Value: v}
}

var places = []string{"Arvidsjaur", "Boden", "Jokkmokk", "Kiruna", "Pajala", "Dorotea", "Norsjö", "Robertsfors", "Sorsele", "Storuman",
	"Vännäs", "Åsele", "Örnsköldsvik", "Stenungsund", "Södertälje", "Upplands-Bro", "Malung-Sälen", "Dals-Ed", "Härnösand", "Östra Göinge"}

// timetable is a table of more than a page with groups and a sum.
func (p *phrases) timetable() document.Table {
	t := document.Table{ID: "timetable", Number: 1, Caption: document.TextOf(p.caption[0]), Note: in(p.note), Sheet: "Tidplan",
		Columns: []document.Column{{Header: p.office, Width: 26}, {Header: p.municipality, Width: 22}, {Header: p.planned, Width: 16}, {Header: p.forecast, Width: 18}, {Header: p.cost, Numeric: true, Width: 18}}}
	for i := range 44 {
		if i%11 == 0 {
			t.Rows = append(t.Rows, document.Row{Kind: document.Group, Cells: []document.Cell{name(fmt.Sprintf(p.group, i/11+1))}})
		}
		place, d := places[i%len(places)], civil.Of(2022, 3, 1).AddDays(i*3)
		planned := bound(d.String(), fmt.Sprintf("timetable/office-%d/planned", i), figure.OfDate(d))
		if i == 7 {
			planned = document.Cell{Text: document.TextOf(p.unknown), Value: figure.Unknown(figure.Date)}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name(fmt.Sprintf("%s %d", place, i+1)), text(place), planned,
			bound(d.AddDays(40).String(), fmt.Sprintf("timetable/office-%d/p80", i), figure.OfDate(d.AddDays(40))),
			bound("0,725", fmt.Sprintf("economy/office-%d", i), figure.OfMoney(money.Ore(72_500_000)))}})
	}
	t.Rows = append(t.Rows, document.Row{Kind: document.Sum, Cells: []document.Cell{name(p.sum), text(""), text(""), text(""), bound("31,9", "economy/total", figure.OfMoney(3_190_000_000))}})
	return t
}

// years has ranges, shares and counts.
func (p *phrases) years() document.Table {
	t := document.Table{ID: "years", Number: 2, Caption: document.TextOf(p.caption[3]), Sheet: "Kostnader: per år / alla",
		Columns: []document.Column{{Header: "År"}, {Header: p.cost, Numeric: true}, {Header: p.share, Numeric: true}, {Header: "Antal", Numeric: true}}}
	for i := range 4 {
		low := int64(1_000_000_00 * (10 + i))
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name(fmt.Sprint(2022 + i)),
			bound(fmt.Sprintf("%d–%d", 10+i, 11+i), fmt.Sprintf("economy/%d/total", 2022+i), figure.Between(figure.Money, low, low+1_000_000_00)),
			bound("44,7\u00a0%", fmt.Sprintf("timetable/%d/probability", 2022+i), figure.OfShare(0.447)),
			bound(fmt.Sprint(17+i), fmt.Sprintf("network/%d/offices", 2022+i), figure.OfCount(17+i))}})
	}
	return t
}

// clauses has a status in every row and running text in its cells.
func (p *phrases) clauses() document.Table {
	t := document.Table{ID: "clauses", Number: 3, Caption: document.TextOf(p.caption[1]), Note: in(p.note), Sheet: "Villkor",
		Columns: []document.Column{{Header: "Nr", Width: 8}, {Header: p.headings[2], Width: 52}, {Header: p.state, Width: 26}, {Header: p.share, Numeric: true, Width: 14}}}
	for i, s := range document.Statuses {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name(fmt.Sprint(i + 1)), {Text: in(p.items[i%3])},
			{Text: document.TextOf(p.statuses[i]), Status: s}, bound("99\u00a0%", fmt.Sprintf("compliance/%d", i), figure.OfShare(0.99))}})
	}
	return t
}

// wide has nine columns and a word that fits none of them.
func (p *phrases) wide() document.Table {
	t := document.Table{ID: "wide", Number: 4, Caption: document.TextOf(p.caption[0]), Note: in(p.note), Sheet: "Tidplan"}
	for i := range 9 {
		t.Columns = append(t.Columns, document.Column{Header: fmt.Sprintf("%s %d", p.municipality, i+1), Numeric: i > 3})
	}
	for i := range 12 {
		row := document.Row{Cells: []document.Cell{name(places[i])}}
		for j := 1; j < 9; j++ {
			row.Cells = append(row.Cells, bound(fmt.Sprint(i*j), fmt.Sprintf("wide/%d/%d", i, j), figure.OfCount(i*j)))
		}
		row.Cells[1] = text("Verksamhetsstyrningsprocessutvecklingsarbetsgrupp")
		t.Rows = append(t.Rows, row)
	}
	return t
}

// addresses lists addresses, which have no space to break at.
func (p *phrases) addresses() document.Table {
	t := document.Table{ID: "addresses", Number: 5, Caption: document.TextOf(p.caption[4]), Sheet: "", Columns: []document.Column{{Header: "Adress", Width: 60}, {Header: "Värde", Numeric: true, Width: 20}, {Header: "Regel", Width: 20}}}
	for i := range 6 {
		a := fmt.Sprintf("timetable/project-establishment-of-office-number-%d/activities/rebuilding/forecast/p80", i)
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{name(a), bound(fmt.Sprint(i), a, figure.OfCount(i)), text("sum")}})
	}
	return t
}
