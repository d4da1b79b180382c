package visits

// Messages are the texts of this package's labels, notes and rules: Swedish, English.
var Messages = map[string][2]string{
	"visits.option.half-time":   {"Restid som halverar viljan att besöka", "Time of travel that halves the will to visit"},
	"visits.option.outside":     {"Att avstå lockar lika mycket som ett genomsnittligt kontor så långt bort", "Not to visit pulls as much as an average office so far away"},
	"visits.observed.visits":    {"Besök per månad vid %[1]s, medel av %[2]d månader", "Visits a month at %[1]s, mean of %[2]d months"},
	"visits.observed.per-hour":  {"Besök per öppen timme vid %[1]s, medel av %[2]d månader", "Visits per open hour at %[1]s, mean of %[2]d months"},
	"visits.scale":              {"Besök per månad för varje tusental invånare som väljer att besöka", "Visits a month for every thousand inhabitants who choose to visit"},
	"visits.remains":            {"Det som skiljer mellan väntade och räknade besök, som andel", "What differs between expected and counted visits, as a share"},
	"visits.total":              {"Väntade besök per månad i hela det kända nätet, %[1]s", "Expected visits a month in the whole known network, %[1]s"},
	"visits.site.share":         {"Väntad andel av nätets besök vid %[1]s, %[2]s", "Expected share of the network's visits at %[1]s, %[2]s"},
	"visits.site.visits":        {"Väntade besök per månad vid %[1]s, %[2]s", "Expected visits a month at %[1]s, %[2]s"},
	"visits.site.per-hour":      {"Väntade besök per öppen timme vid %[1]s, %[2]s", "Expected visits per open hour at %[1]s, %[2]s"},
	"visits.opened.share":       {"Andel av besöken vid %[1]s som tas från %[2]s", "Share of the visits at %[1]s that are taken from %[2]s"},
	"visits.opened.visits":      {"Besök per månad vid %[1]s som tas från %[2]s", "Visits a month at %[1]s that are taken from %[2]s"},
	"visits.opened.none-share":  {"Andel av besöken vid %[1]s som är nya%[2]s", "Share of the visits at %[1]s that are new%[2]s"},
	"visits.opened.none-visits": {"Besök per månad vid %[1]s som är nya%[2]s", "Visits a month at %[1]s that are new%[2]s"},
	"visits.closed.share":       {"Andel av besöken vid %[1]s som går till %[2]s", "Share of the visits at %[1]s that go to %[2]s"},
	"visits.closed.visits":      {"Besök per månad vid %[1]s som går till %[2]s", "Visits a month at %[1]s that go to %[2]s"},
	"visits.closed.none-share":  {"Andel av besöken vid %[1]s som uteblir%[2]s", "Share of the visits at %[1]s that do not take place%[2]s"},
	"visits.closed.none-visits": {"Besök per månad vid %[1]s som uteblir%[2]s", "Visits a month at %[1]s that do not take place%[2]s"},
	"visits.demand":             {"Väntade besök per månad om ”%[1]s”, %[2]s", "Expected visits a month if “%[1]s”, %[2]s"},

	"visits.note.small":      {"få uppgifter: %[1]d månader, eller få besök", "few observations: %[1]d months, or few visits"},
	"visits.note.few":        {"ett litet tal: färre än %[1]d besök per månad", "a small number: fewer than %[1]d visits a month"},
	"visits.note.unobserved": {"inga besök är räknade vid de kontor som är kända, så antalet är okänt", "no visits have been counted at the offices that are known, so the number is unknown"},
	"visits.note.fitted":     {"anpassat till de räknade besöken vid %[1]d kontor", "fitted to the visits counted at %[1]d offices"},
	"visits.note.level":      {"öppettider eller tjänster är inte angivna för alla kontor; det okända räknas som medelvärdet av det kända", "hours or services are not stated of all offices; what is unknown counts as the mean of what is known"},

	"rule.visits.assumed":  {"ett antagande", "an assumption"},
	"rule.visits.mean":     {"medelvärdet av de senaste tolv månadernas räkningar", "the mean of the counts of the last twelve months"},
	"rule.visits.fit":      {"väntade besök jämförs med räknade", "expected visits are held against counted ones"},
	"rule.visits.huff":     {"Huffs modell: öppettid gånger tjänster, avtagande med restiden, mot att avstå", "Huff's model: open hours times services, falling with time of travel, against not visiting"},
	"rule.visits.flow":     {"Huffs modell före och efter: det som ett val förlorar går till dem som vinner", "Huff's model before and after: what a choice loses goes to those that gain"},
	"rule.visits.per-hour": {"besök per månad delat med öppna timmar per månad", "visits a month divided by open hours a month"},
	"rule.visits.scenario": {"väntade besök gånger scenariots promille", "expected visits times the scenario's per mille"},
}
