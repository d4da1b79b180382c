package chart

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/etablera/etablera/internal/civil"
)

// A drawer is any chart.
type drawer interface{ Draw() (*Drawing, error) }

// swedish writes a number as Swedish does: 1 234,5 with narrow no-break spaces.
func swedish(decimals int) func(float64) string {
	return func(v float64) string {
		s := strconv.FormatFloat(v, 'f', decimals, 64)
		whole, frac, _ := strings.Cut(s, ".")
		sign := ""
		if strings.HasPrefix(whole, "-") {
			sign, whole = "\u2212", whole[1:]
		}
		var groups []string
		for len(whole) > 3 {
			groups = append([]string{whole[len(whole)-3:]}, groups...)
			whole = whole[:len(whole)-3]
		}
		s = sign + strings.Join(append([]string{whole}, groups...), "\u202f")
		if frac != "" {
			s += "," + frac
		}
		return s
	}
}

var months = [...]string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

func swedishDates() DateFormats {
	return DateFormats{
		Day: func(d civil.Date) string {
			y, m, day := d.Civil()
			return fmt.Sprintf("%d %s %d", day, months[m-1], y)
		},
		Month:   func(d civil.Date) string { _, m, _ := d.Civil(); return months[m-1] },
		Quarter: func(d civil.Date) string { _, m, _ := d.Civil(); return fmt.Sprintf("kv %d", (int(m)+2)/3) },
	}
}

func options(id string, width float64) Options {
	return Options{ID: id, Lang: "sv", Title: "Figur: " + id, Description: "En beskrivning av " + id + ".", Width: width}
}

var places = []string{
	"Arjeplog", "Arvidsjaur", "Berg", "Dals-Ed", "Degerfors", "Dorotea", "Göteborg – Angered", "Hultsfred", "Jokkmokk", "Kramfors",
	"Malmö – Rosengård", "Malung-Sälen", "Mönsterås", "Norsjö", "Orust", "Pajala", "Ragunda", "Region Stockholm: Järva eller Botkyrka (ej beslutat)",
	"Simrishamn", "Storuman", "Strömsund", "Sorsele", "Tanum", "Torsby", "Vansbro", "Vilhelmina", "Åsele", "Älvdalen",
}

func date(s string) civil.Date { return civil.MustDate(s) }

func span(s string) civil.Span {
	v, err := civil.ParseSpan(s)
	if err != nil {
		panic(err)
	}
	return v
}

// sampleTimeline makes n rows in groups of 14; every kind of row occurs.
func sampleTimeline(n int, width float64) Timeline {
	t := Timeline{
		Options: options("tidplan", width), AsOf: date("2022-06-10"), AsOfTag: "Läge 10 jun 2022", Dates: swedishDates(), Unknown: "datum ej fastställt",
		Legend: TimelineLegend{
			Work: "Etableringsprojekt", Forecast: "Prognos, P10–P80", Median: "Prognos, P50", Baseline: "Preliminär tidplan",
			Actual: "Öppnat", Window: "Omgångens tidsfönster",
		},
	}
	for i := range n {
		if i%14 == 0 {
			start := date("2022-01-01").AddDays(i / 14 * 181)
			t.Groups = append(t.Groups, TimelineGroup{
				Heading: fmt.Sprintf("Omgång %d", i/14+1), WindowTag: "öppnar " + start.Month().String() + "–" + start.AddDays(180).Month().String(),
				Window: civil.Span{First: start.Month().First(), Last: start.AddDays(180).Month().Last()},
			})
		}
		g := &t.Groups[len(t.Groups)-1]
		base := g.Window.First.AddDays(30 + i*37%150)
		r := TimelineRow{
			Label: places[i%len(places)], Detail: places[i%len(places)] + ": hela historien & <mer>",
			Start: base.AddDays(-200 - i*13%60), Baseline: civil.Day(base),
		}
		switch {
		case i%14 == 13:
			r = TimelineRow{Label: r.Label, Note: "–"}
		case base < t.AsOf.AddDays(-25):
			r.Actual = civil.Day(base.AddDays(i * 7 % 25))
			r.Note = swedishDates().Day(r.Actual.First)
		default:
			r.Median = base.AddDays(10 + i*17%50)
			r.Low, r.High = r.Median.AddDays(-15-i%20), r.Median.AddDays(20+i*5%60)
			r.Note = "ca " + swedishDates().Day(r.Median)
		}
		if i%14 == 4 {
			r.Baseline = span(r.Baseline.First.Month().String())
		}
		g.Rows = append(g.Rows, r)
	}
	return t
}

func sampleCurve(width float64) Curve {
	c := Curve{
		Options: options("kurva", width), Unit: "Antal öppna kontor", Value: swedish(0), IsCount: true,
		AsOf: date("2022-06-10"), AsOfTag: "Läge 10 jun 2022", Dates: swedishDates(),
		Legend: CurveLegend{Median: "Prognos, P50", Band: "Prognos, P10–P90", Baseline: "Preliminär tidplan", Facts: "Kända antal"},
		Facts: []Fact{
			{At: date("2021-09-24"), Value: 113}, {At: date("2021-12-31"), Value: 113}, {At: date("2022-03-01"), Value: 115}, {At: date("2022-06-01"), Value: 121},
		},
	}
	base := []float64{113, 113, 114, 116, 118, 121, 125, 127, 129, 130, 132, 134, 137, 139, 141, 141, 141, 141}
	for i, v := range base {
		m := date("2022-01-01").Month() + civil.Month(i)
		c.Baseline = append(c.Baseline, Step{m.First(), v})
		if m >= c.AsOf.Month() {
			k := float64(i - 5)
			c.Forecast = append(c.Forecast, Forecast{m.First(), max(121, v-2-k/2-1), max(121, v-1-k/3), min(141, v+1)})
		}
	}
	return c
}

func sampleBars(width float64) Bars {
	b := Bars{
		Options: options("kostnad", width), Unit: "Miljoner kronor", Value: swedish(1), HasLimits: true,
		Components: []string{"Lokaler", "Personal", "It och säkerhet", "Etablering, engångskostnad"},
		Legend:     BarsLegend{Sum: "Summa", Range: "Spann P10–P90", Limit: "Anslag"}, UnknownLimit: "ej beslutat", UnknownSum: "okänd", Tick: swedish(0),
	}
	for i, year := range []string{"2021", "2022", "2023", "2024", "2025", "2026"} {
		k := float64(i)
		bar := Bar{Label: year, Parts: []Number{Known(4 + 3*k), Known(2 + 6*k), Known(1 + k), Known(max(0, 14-4*k))}}
		total, _ := bar.sum()
		bar.Low, bar.High = Known(total*0.93), Known(total*1.08)
		if i < 4 {
			bar.Limit = Known(total*1.05 + float64(i%2)*4)
		}
		b.Bars = append(b.Bars, bar)
	}
	return b
}

func sampleTertials(width float64) Bars {
	b := sampleBars(width)
	b.ID = "tertial"
	parts := b.Bars
	b.Bars = nil
	for i := range 12 {
		bar := parts[i/2]
		bar.Label, bar.Group = fmt.Sprintf("T%d", i%3+1), strconv.Itoa(2021+i/3)
		if i == 9 {
			bar.Parts = []Number{{}, {}, {}, {}}
			bar.Low, bar.High, bar.Limit = Number{}, Number{}, Number{}
		}
		b.Bars = append(b.Bars, bar)
	}
	return b
}

func sampleRanges(width float64) Ranges {
	r := Ranges{
		Options: options("spann", width), Unit: "Driftskostnad, miljoner kronor per år", Value: swedish(0), FromZero: true,
		Legend: RangesLegend{Range: "P10–P90", Mid: "P50", Reference: "Anslag"}, Reference: Known(52), Unknown: "kostnad ej känd",
	}
	for i, s := range []string{"Flexikontor", "Litet kontor", "Mellanstort kontor", "Stort kontor", "Kontor vars typ inte är bestämd"} {
		k := float64(i)
		r.Rows = append(r.Rows, Range{Label: s, Low: Known(3 + 10*k), Mid: Known(6 + 11.5*k), High: Known(8 + 14*k), Note: swedish(1)(6+11.5*k) + " mnkr"})
	}
	r.Rows = append(r.Rows, Range{Label: "Ombyggnader"})
	return r
}

func sampleStrip(width float64) Strip {
	return Strip{
		Options: options("villkor", width), Count: swedish(0),
		Segments: []Segment{
			{"Uppfyllt", "U", 9, Good}, {"Uppfyllt om planen håller", "P", 7, Fair}, {"I riskzonen", "R", 3, Warning},
			{"Inte uppfyllt", "N", 1, Bad}, {"Okänt", "?", 2, Unknown}, {"Ännu inte aktuellt", "–", 4, Idle},
		},
	}
}

// samples are the charts whose pictures are kept in testdata.
func samples() map[string]drawer {
	return map[string]drawer{
		"timeline-1": sampleTimeline(1, 0), "timeline-28": sampleTimeline(28, 0), "timeline-60": sampleTimeline(60, 0),
		"timeline-28-narrow": sampleTimeline(28, 320),
		"curve":              sampleCurve(0), "curve-narrow": sampleCurve(320),
		"bars": sampleBars(0), "bars-narrow": sampleBars(320), "bars-tertial": sampleTertials(0), "bars-tertial-narrow": sampleTertials(320),
		"ranges": sampleRanges(0), "ranges-narrow": sampleRanges(320),
		"dotmap": sampleDotMap(360), "lines": sampleLines(0), "lines-narrow": sampleLines(320),
		"strip": sampleStrip(0), "strip-narrow": sampleStrip(320),
	}
}
