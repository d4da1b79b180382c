package summary

import "maps"

func init() { maps.Copy(Messages, premisesMessages) }

// premisesMessages are the texts of the answer on premises: Swedish, English.
var premisesMessages = map[string][2]string{
	"part.premises":               {"Lokaler", "Premises"},
	"premises.heading":            {"Erbjudna lokaler: %[1]s – läget %[2]s", "Premises on offer: %[1]s – as of %[2]s"},
	"premises.mode":               {"Restid %[1]s: %[2]s.", "Time %[1]s: %[2]s."},
	"premises.nothing":            {"Inga lokaler är erbjudna: ange dem i avsnittet premises eller i en lista med --premises.", "No premises are on offer: state them in the section premises or in a list with --premises."},
	"premises.sentence":           {"%[1]s: från det område som har längst dit tar det %[2]s.", "%[1]s: from the area furthest from there it takes %[2]s."},
	"premises.sentence-one":       {"%[1]s: från %[2]s tar det %[3]s.", "%[1]s: from %[2]s it takes %[3]s."},
	"premises.sentence-mean":      {"%[1]s: från %[2]s tar det i medeltal %[3]s.", "%[1]s: from %[2]s it takes on the mean %[3]s."},
	"premises.sentence-nowhere":   {"%[1]s: läget är inte angivet, så restiderna är okända.", "%[1]s: the position is not stated, so the times are unknown."},
	"premises.sentence-dominated": {"Domineras av %[1]s, som är minst lika bra i allt som jämförs och bättre i något.", "Dominated by %[1]s, no worse in anything compared and better in something."},
	"premises.whole":              {"hela kommunen", "all of it"},
	"premises.within-column":      {"≤ %[1]d min", "≤ %[1]d min"},
	"premises.people-known":       {"Medeltiden och antalen gäller de %[1]s invånarna i områdena. Antal: de som har högst så många minuter dit.", "The mean and the numbers are of the %[1]s inhabitants of the areas. Numbers: those who have at most so many minutes there."},
	"premises.people-unknown":     {"Medeltid och antal är okända: ingen befolkningspunkt står för bara områdenas invånare. Ge en finare befolkning med --population.", "Mean and numbers are unknown: no point of the population stands for the people of the areas alone. Give a finer population with --population."},
	"premises.cut-off":            {"Medeltiden är okänd där någon av dem inte har någon väg dit, till exempel för att punkten ligger för långt från vägnätet.", "The mean is unknown where one of them has no way there, for example because the point lies too far from any road."},
	"premises.dominated-note":     {"En lokal domineras av en annan som är minst lika bra i varje restid, i antalet invånare inom gränserna, i hyra och i tillträde, och bättre i något. Det som bara är känt för den ena går inte att jämföra. Yta och ombyggnad visas men jämförs inte, och inget läggs samman.", "Premises are dominated when others are no worse in any time, in the people within the limits, in rent and in the day of availability, and better in something. What is known of one only cannot be compared. Size and rebuilding are shown and not compared, and nothing is added up."},
	"premises.chart.title":        {"Restid från varje område till erbjudna lokaler: %[1]s", "Time from each area to the premises on offer: %[1]s"},
	"premises.chart.minutes":      {"Minuter", "Minutes"},
	"premises.chart.mark":         {"restid", "time"},
	"premises.chart.row":          {"%[1]s: %[2]s", "%[1]s: %[2]s"},
	"premises.chart.detail":       {"%[1]s till %[2]s: %[3]s", "%[1]s to %[2]s: %[3]s"},
	"access.method.walk-estimate": {"uppskattning utan gångnät", "an estimate without a network of paths"},
	"access.method.car-estimate":  {"uppskattning utan vägnät", "an estimate without a network of roads"},
	"access.method.road":          {"längs gator och vägar", "along streets and roads"},
	"access.method.transit":       {"tidtabeller och gångvägar", "timetables and paths"},
	"access.method.matrix":        {"en tabell med restider", "a table of times"},
	"column.premises":             {"Lokal", "Premises"},
	"column.mode":                 {"Färdsätt", "Mode"},
	"column.square-metres":        {"Kvm", "Sq. m"},
	"column.rent":                 {"Hyra per år", "Rent a year"},
	"column.available":            {"Ledig", "Available"},
	"column.rebuild":              {"Byggs om", "Rebuilt"},
	"column.precision":            {"Läget är", "Position is"},
	"column.dominated":            {"Domineras av", "Dominated by"},
}
