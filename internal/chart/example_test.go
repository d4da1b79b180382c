package chart_test

import (
	"fmt"
	"strconv"

	"github.com/etablera/etablera/internal/chart"
	"github.com/etablera/etablera/internal/civil"
)

func whole(v float64) string { return strconv.FormatFloat(v, 'f', 0, 64) }

// show prints what every example makes: a drawing that both writers take.
func show(d *chart.Drawing, err error) {
	if err != nil {
		fmt.Println(err)
		return
	}
	_, svgErr := d.SVG()
	_, pngErr := d.PNG(2)
	fmt.Println(d.ID, d.Width, svgErr, pngErr)
}

func ExampleTimeline() {
	window, _ := civil.ParseSpan("2022-01/2022-06")
	show(chart.Timeline{
		Options: chart.Options{ID: "tidplan", Lang: "sv", Title: "Tidplan för nya kontor"},
		AsOf:    civil.MustDate("2022-03-01"), AsOfTag: "Läge 1 mars 2022", Unknown: "datum ej fastställt",
		Legend: chart.TimelineLegend{Work: "Projekt", Forecast: "P10–P80", Median: "P50", Baseline: "Preliminär tidplan", Window: "Tidsfönster"},
		Groups: []chart.TimelineGroup{{
			Heading: "Omgång 1", Window: window, WindowTag: "första halvåret",
			Rows: []chart.TimelineRow{{
				Label: "Storuman", Note: "ca 1 juni", Start: civil.MustDate("2021-10-01"), Baseline: civil.Day(civil.MustDate("2022-05-02")),
				Low: civil.MustDate("2022-05-10"), Median: civil.MustDate("2022-06-01"), High: civil.MustDate("2022-07-15"),
			}, {Label: "Tanum"}},
		}},
	}.Draw())
	// Output: tidplan 720 <nil> <nil>
}

func ExampleCurve() {
	show(chart.Curve{
		Options: chart.Options{ID: "kurva", Lang: "sv", Title: "Öppna kontor"}, Unit: "Antal kontor", Value: whole, IsCount: true,
		Forecast: []chart.Forecast{{From: civil.MustDate("2022-03-01"), Low: 114, Median: 115, High: 115}, {From: civil.MustDate("2022-06-01"), Low: 116, Median: 119, High: 121}},
		Baseline: []chart.Step{{From: civil.MustDate("2022-01-01"), Value: 113}, {From: civil.MustDate("2022-06-01"), Value: 120}},
		Facts:    []chart.Fact{{At: civil.MustDate("2021-12-31"), Value: 113}},
		Legend:   chart.CurveLegend{Median: "Prognos, P50", Band: "P10–P90", Baseline: "Preliminär tidplan", Facts: "Kända antal"},
	}.Draw())
	// Output: kurva 720 <nil> <nil>
}

func ExampleBars() {
	show(chart.Bars{
		Options: chart.Options{ID: "kostnad", Lang: "sv", Title: "Kostnad per år"}, Unit: "Miljoner kronor", Value: whole,
		Components: []string{"Lokaler", "Personal"}, HasLimits: true, UnknownLimit: "ej beslutat",
		Legend: chart.BarsLegend{Sum: "Summa", Range: "P10–P90", Limit: "Anslag"},
		Bars: []chart.Bar{
			{Label: "2022", Parts: []chart.Number{chart.Known(4), chart.Known(9)}, Low: chart.Known(12), High: chart.Known(15), Limit: chart.Known(14)},
			{Label: "2023", Parts: []chart.Number{chart.Known(6), chart.Known(14)}},
		},
	}.Draw())
	// Output: kostnad 720 <nil> <nil>
}

func ExampleRanges() {
	show(chart.Ranges{
		Options: chart.Options{ID: "spann", Lang: "sv", Title: "Driftskostnad per typ", Width: 320}, Unit: "Miljoner kronor per år", Value: whole,
		Legend: chart.RangesLegend{Range: "P10–P90", Mid: "P50"}, FromZero: true, Unknown: "ej känd",
		Rows: []chart.Range{{Label: "Litet kontor", Low: chart.Known(2), Mid: chart.Known(3), High: chart.Known(5)}, {Label: "Stort kontor"}},
	}.Draw())
	// Output: spann 320 <nil> <nil>
}

func ExampleStrip() {
	show(chart.Strip{
		Options: chart.Options{ID: "villkor", Lang: "sv", Title: "Villkoren i uppdraget"}, Count: whole,
		Segments: []chart.Segment{{Label: "Uppfyllt", Letter: "U", Count: 9, Tone: chart.Good}, {Label: "Okänt", Letter: "?", Count: 2, Tone: chart.Unknown}},
	}.Draw())
	// Output: villkor 720 <nil> <nil>
}
