package economy

import "maps"

// Messages are the texts of this package's labels, notes and rules: Swedish, English.
var Messages = func() map[string][2]string {
	all := map[string][2]string{}
	for _, m := range []map[string][2]string{labelMessages, noteMessages, ruleMessages} {
		maps.Copy(all, m)
	}
	return all
}()

var labelMessages = map[string][2]string{
	"economy.cost":          {"%[1]s %[2]s, %[3]s", "%[1]s %[2]s, %[3]s"},
	"economy.cost.scenario": {"%[1]s %[2]s, %[3]s (%[4]s)", "%[1]s %[2]s, %[3]s (%[4]s)"},
	"economy.cost.quantile": {"%[1]s %[2]s som med %[3]d procents sannolikhet inte överskrids, %[4]s",
		"%[1]s %[2]s that with %[3]d per cent probability is not exceeded, %[4]s"},
	"economy.cost.known": {"%[1]s %[2]s, %[3]s: den del som är känd", "%[1]s %[2]s, %[3]s: the part that is known"},
	"economy.cost.as":    {"%[1]s %[2]s, %[3]s som %[4]s", "%[1]s %[2]s, %[3]s as %[4]s"},

	"economy.total.establishment":               {"Etableringskostnad för samtliga omgångar", "Establishment cost of all rounds"},
	"economy.total.running":                     {"Driftskostnad per helår för samtliga omgångar", "Running cost of a full year for all rounds"},
	"economy.round.establishment":               {"Etableringskostnad för %[1]s", "Establishment cost of %[1]s"},
	"economy.round.running":                     {"Driftskostnad per helår för %[1]s", "Running cost of a full year for %[1]s"},
	"economy.round.offices":                     {"Antal kontor i %[1]s", "Number of offices in %[1]s"},
	"economy.round.projects":                    {"Antal utpekade kontor i %[1]s", "Number of named offices in %[1]s"},
	"economy.round.unnamed":                     {"Antal kontor i %[1]s som ännu inte är utpekade", "Number of offices in %[1]s that are not yet named"},
	"economy.round.unnamed.establishment":       {"Etableringskostnad för kontor i %[1]s som inte är utpekade (%[2]s)", "Establishment cost of the unnamed offices in %[1]s (%[2]s)"},
	"economy.round.unnamed.running":             {"Driftskostnad per helår för kontor i %[1]s som inte är utpekade (%[2]s)", "Running cost of a full year for the unnamed offices in %[1]s (%[2]s)"},
	"economy.composition.establishment":         {"Etableringskostnad för %[1]s, alternativ %[2]d", "Establishment cost of %[1]s, alternative %[2]d"},
	"economy.composition.running":               {"Driftskostnad per helår för %[1]s, alternativ %[2]d", "Running cost of a full year for %[1]s, alternative %[2]d"},
	"economy.composition.establishment.type":    {"Etableringskostnad för %[1]s, alternativ %[2]d: kontor av typen %[3]s", "Establishment cost of %[1]s, alternative %[2]d: offices of the type %[3]s"},
	"economy.composition.running.type":          {"Driftskostnad per helår för %[1]s, alternativ %[2]d: kontor av typen %[3]s", "Running cost of a full year for %[1]s, alternative %[2]d: offices of the type %[3]s"},
	"economy.composition.count.type":            {"Antal kontor i %[1]s, alternativ %[2]d: typen %[3]s", "Number of offices in %[1]s, alternative %[2]d: type %[3]s"},
	"economy.office.establishment":              {"Etableringskostnad för %[1]s", "Establishment cost of %[1]s"},
	"economy.office.running":                    {"Driftskostnad per helår för %[1]s", "Running cost of a full year for %[1]s"},
	"economy.office.establishment.scenario":     {"Etableringskostnad för %[1]s (%[2]s)", "Establishment cost of %[1]s (%[2]s)"},
	"economy.office.running.scenario":           {"Driftskostnad per helår för %[1]s (%[2]s)", "Running cost of a full year for %[1]s (%[2]s)"},
	"economy.office.start":                      {"Första arbetsdag för etableringen av %[1]s", "First working day of establishing %[1]s"},
	"economy.office.opening":                    {"Öppningsdag som kostnaderna för %[1]s räknas från", "Opening day from which the costs of %[1]s are counted"},
	"economy.office.type":                       {"Kontorstyp för %[1]s (%[2]s)", "Office type of %[1]s (%[2]s)"},
	"economy.type.establishment":                {"Etableringskostnad för ett kontor av typen %[1]s", "Establishment cost of an office of the type %[1]s"},
	"economy.type.running":                      {"Driftskostnad per helår för ett kontor av typen %[1]s", "Running cost of a full year for an office of the type %[1]s"},
	"economy.type.year.establishment":           {"Etableringskostnad för ett kontor av typen %[1]s i %[2]d års priser", "Establishment cost of an office of the type %[1]s in the prices of %[2]d"},
	"economy.type.year.running":                 {"Driftskostnad per helår för ett kontor av typen %[1]s i %[2]d års priser", "Running cost of a full year for an office of the type %[1]s in the prices of %[2]d"},
	"economy.type.part.establishment":           {"Etableringskostnad för ett kontor av typen %[1]s i %[2]d års priser, kostnadsslag %[3]s", "Establishment cost of an office of the type %[1]s in the prices of %[2]d, component %[3]s"},
	"economy.type.part.running":                 {"Driftskostnad per helår för ett kontor av typen %[1]s i %[2]d års priser, kostnadsslag %[3]s", "Running cost of a full year for an office of the type %[1]s in the prices of %[2]d, component %[3]s"},
	"economy.not-phased":                        {"Kontor utan datum, vars kostnad inte är fördelad över tid", "Offices without a date, whose cost is not spread over time"},
	"economy.not-costed":                        {"Kontor som saknar uppgift om kostnad", "Offices for which a cost is missing"},
	"economy.not-phased.establishment":          {"Etableringskostnad som inte är fördelad över tid", "Establishment cost not spread over time"},
	"economy.not-phased.running":                {"Driftskostnad per helår som inte är fördelad över tid", "Running cost of a full year not spread over time"},
	"economy.not-phased.establishment.scenario": {"Etableringskostnad som inte är fördelad över tid (%[1]s)", "Establishment cost not spread over time (%[1]s)"},
	"economy.not-phased.running.scenario":       {"Driftskostnad per helår som inte är fördelad över tid (%[1]s)", "Running cost of a full year not spread over time (%[1]s)"},

	"economy.outturn.all":             {"Utfall %[1]s", "Outturn %[1]s"},
	"economy.outturn.establishment":   {"Utfall %[1]s, etablering", "Outturn %[1]s, establishment"},
	"economy.outturn.running":         {"Utfall %[1]s, drift", "Outturn %[1]s, running"},
	"economy.appropriation.granted":   {"Beslutade anslagsmedel %[1]d", "Appropriations granted for %[1]d"},
	"economy.appropriation.announced": {"Aviserade anslagsmedel %[1]d", "Appropriations announced for %[1]d"},
	"economy.appropriation.total":     {"Anslagsmedel angivna för programmet %[1]d", "Appropriations stated for the programme in %[1]d"},
	"economy.appropriation.lowered":   {"Sänkning av myndighetens hela anslag %[1]d", "Cut of the agency's whole appropriation in %[1]d"},
	"economy.appropriation.entry":     {"Anslagsmedel %[2]d: %[1]s", "Appropriation for %[2]d: %[1]s"},
	"economy.balance":                 {"Angivna anslagsmedel minus beräknad kostnad %[1]d", "Appropriations stated less estimated cost in %[1]d"},
	"economy.loan":                    {"Lån för programmets investeringar vid utgången av %[1]d", "Loans for the programme's investments at the end of %[1]d"},
	"economy.loan-frame":              {"Låneram %[1]d", "Loan frame %[1]d"},
	"economy.headroom":                {"Utrymme i låneramen vid utgången av %[1]d", "Room in the loan frame at the end of %[1]d"},
}
