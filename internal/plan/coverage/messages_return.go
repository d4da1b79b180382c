package coverage

// returnMessages are the texts of trips there and back: Swedish, English.
var returnMessages = map[string][2]string{
	"coverage.return.stay":     {"Tid på kontoret", "Time at the office"},
	"coverage.return.leave":    {"Tidigaste tid hemifrån", "Earliest time to leave home"},
	"coverage.return.home":     {"Senaste tid hemma igen", "Latest time to be home again"},
	"coverage.return.hours":    {"Öppettider som antas för kontor vars tider ingen har angett", "Opening hours assumed of offices whose hours nobody has stated"},
	"coverage.return.known":    {"Öppna kontor vars öppettider är angivna, %[1]s", "Open offices whose opening hours are stated, %[1]s"},
	"coverage.return.assumed":  {"Öppna kontor vars öppettider är antagna, %[1]s", "Open offices whose opening hours are assumed, %[1]s"},
	"coverage.return.unknown":  {"Öppna kontor vars öppettider ingen vet, %[1]s", "Open offices whose opening hours nobody knows, %[1]s"},
	"coverage.return.shut":     {"Kontor med kända eller antagna öppettider som inte har öppet den dagen, %[1]s", "Offices with known or assumed hours that are not open on the day, %[1]s"},
	"coverage.return.possible": {"%[1]s i %[2]s som kan ta sig till ett kontor, vara där i %[4]d minuter medan det är öppet och komma hem samma dag, %[3]s", "%[1]s in %[2]s who can get to an office, be there for %[4]d minutes while it is open and be home again the same day, %[3]s"},
	"coverage.return.share":    {"Andel av %[1]s i %[2]s som kan ta sig till ett kontor, vara där i %[4]d minuter medan det är öppet och komma hem samma dag, %[3]s", "Share of %[1]s in %[2]s who can get to an office, be there for %[4]d minutes while it is open and be home again the same day, %[3]s"},
	"coverage.return.median":   {"Tid hemifrån för ett besök på %[4]d minuter, som hälften av %[1]s i %[2]s har som mest, %[3]s", "Time away from home for a visit of %[4]d minutes that half of %[1]s in %[2]s have at most, %[3]s"},

	"coverage.note.holiday":        {"%[1]s är en helgdag, och öppettiderna är de för veckodagen", "%[1]s is a public holiday, and the opening hours are those of the weekday"},
	"coverage.note.return-hours":   {"kontor vars öppettider ingen har angett: %[1]d; det lägre talet räknar dem som stängda och det högre som öppna hela dygnet", "offices whose opening hours nobody has stated: %[1]d; the lower number counts them as closed and the higher as open day and night"},
	"coverage.note.return-none":    {"inga öppettider är kända", "no opening hours are known"},
	"coverage.note.return-assumed": {"kontor vars öppettider är ett antagande: %[1]d, med %[2]s", "offices whose opening hours are an assumption: %[1]d, with %[2]s"},

	"rule.coverage.return": {"de räknas som med tidtabell och till fots kommer till något kontor, hinner med ärendet inom öppettiden och är hemma igen inom dagen; tiden är från hemmet till hemmet", "those are counted who by timetable and on foot get to some office, can do the errand within its hours and are home again within the day; the time is from home to home"},
}
