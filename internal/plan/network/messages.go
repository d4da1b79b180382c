package network

// Messages are the texts of this package's labels and rules: Swedish, English.
var Messages = map[string][2]string{
	"network.first":                  {"Servicekontor vid den tidigaste kända räkningen (%[1]s)", "Service offices at the earliest known count (%[1]s)"},
	"network.latest":                 {"Servicekontor vid den senaste kända räkningen (%[1]s)", "Service offices at the latest known count (%[1]s)"},
	"network.expected":               {"Servicekontor som väntas finnas (%[1]s)", "Service offices expected (%[1]s)"},
	"network.growth":                 {"Ökning från den tidigaste räkningen till det väntade antalet", "Growth from the earliest count to the expected number"},
	"network.growth-share":           {"Ökningen som andel av den tidigaste räkningen", "Growth as a share of the earliest count"},
	"network.by-plan":                {"Senaste räkningen (%[2]s) och de %[1]d öppningar som återstår", "The latest count (%[2]s) and the %[1]d openings still to come"},
	"network.unexplained":            {"Skillnaden mellan det väntade antalet och den summan", "The difference between the expected number and that sum"},
	"network.by-plan-unknown":        {"Senaste räkningen (%[1]s) och de öppningar som återstår", "The latest count (%[1]s) and the openings still to come"},
	"network.note.stale":             {"antal kontor som inte är kända som öppna och som det inte finns någon ny uppgift om: %[1]d; de kan ha öppnat", "offices that are not known to be open and of which nothing new is stated: %[1]d; they may have opened"},
	"network.note.older":             {"antal kontor vars senaste uppgift är äldre än räkningen (%[2]s): %[1]d; de kan redan vara räknade", "offices whose latest statement is older than the count (%[2]s): %[1]d; they may be in it already"},
	"network.note.no-count":          {"det finns ingen räkning att utgå från, eller inget väntat antal, bland uppgifterna", "the facts hold no count to start from, or no expected number"},
	"network.note.not-exact":         {"andelen kan inte anges: antalen är inte kända exakt", "the share cannot be stated: the numbers are not known exactly"},
	"network.mandate.offices":        {"Kontor som öppnas enligt uppdraget %[1]s", "Offices opened under the mandate %[1]s"},
	"network.mandate.municipalities": {"Kommuner med kontor enligt uppdraget %[1]s", "Municipalities with an office under the mandate %[1]s"},
	"network.mandate.vulnerable":     {"Kontor för socialt utsatta områden enligt uppdraget %[1]s", "Offices for vulnerable areas under the mandate %[1]s"},
	"network.mandate.counties":       {"Län med kontor enligt uppdraget %[1]s", "Counties with an office under the mandate %[1]s"},
	"network.round.offices":          {"Kontor i omgång %[1]s", "Offices in round %[1]s"},
	"network.round.municipalities":   {"Kommuner i omgång %[1]s", "Municipalities in round %[1]s"},
	"network.round.vulnerable":       {"Kontor för socialt utsatta områden i omgång %[1]s", "Offices for vulnerable areas in round %[1]s"},
	"network.round.counties":         {"Län i omgång %[1]s", "Counties in round %[1]s"},
	"rule.network.by-plan":           {"senaste räkningen plus ett för varje öppning som återstår", "the latest count plus one for each opening still to come"},
	"rule.network.no-count":          {"en räkning saknas", "a count is missing"},
	"rule.network.distinct":          {"antalet olika namn bland", "the number of different names among"},
}
