package coverage

import "maps"

func init() { maps.Copy(Messages, catchmentMessages) }

// catchmentMessages are the texts of the measures of catchment: Swedish, English.
var catchmentMessages = map[string][2]string{
	"coverage.measure.gravity": {"gravitationsmåttet", "the gravity measure"},
	"coverage.measure.2sfca":   {"2SFCA", "2SFCA"},
	"coverage.measure.e2sfca":  {"E2SFCA", "E2SFCA"},

	"coverage.unit-of.officers":     {"handläggare", "officers"},
	"coverage.unit-of.offices":      {"kontor", "offices"},
	"coverage.unit-of.officers-per": {"handläggare per %[1]s invånare", "officers per %[1]s people"},
	"coverage.unit-of.offices-per":  {"kontor per %[1]s invånare", "offices per %[1]s people"},

	"coverage.catchment.supply":         {"Det som räknas vid varje kontor", "What is counted at each office"},
	"coverage.catchment.demand":         {"De som delar på kontoren", "Those who share the offices"},
	"coverage.catchment.minutes":        {"Antaget upptagningsområde, restid (%[1]s)", "Assumed catchment, time of travel (%[1]s)"},
	"coverage.catchment.decay":          {"Antaget avtagande av viljan att resa (%[1]s)", "Assumed fall of the will to travel (%[1]s)"},
	"coverage.catchment.state-supply":   {"%[2]s vid de öppna kontoren, %[1]s", "%[2]s at the open offices, %[1]s"},
	"coverage.catchment.state-unstated": {"Öppna kontor vars bemanning är okänd, %[1]s", "Open offices whose number of officers is unknown, %[1]s"},
	"coverage.catchment.office":         {"%[1]s: %[2]s", "%[1]s: %[2]s"},
	"coverage.catchment.mean":           {"%[5]s inom räckhåll för %[1]s i %[2]s, i medeltal enligt %[4]s, %[3]s", "%[5]s within reach of %[1]s in %[2]s, the mean by %[4]s, %[3]s"},
	"coverage.catchment.p10":            {"%[5]s inom räckhåll som en tiondel av %[1]s i %[2]s har som mest, enligt %[4]s, %[3]s", "%[5]s within reach that a tenth of %[1]s in %[2]s have at most, by %[4]s, %[3]s"},
	"coverage.catchment.p50":            {"%[5]s inom räckhåll som hälften av %[1]s i %[2]s har som mest, enligt %[4]s, %[3]s", "%[5]s within reach that half of %[1]s in %[2]s have at most, by %[4]s, %[3]s"},
	"coverage.catchment.p90":            {"%[5]s inom räckhåll som nio av tio av %[1]s i %[2]s har som mest, enligt %[4]s, %[3]s", "%[5]s within reach that nine of ten of %[1]s in %[2]s have at most, by %[4]s, %[3]s"},
	"coverage.catchment.at-least":       {"%[5]s inom räckhåll för %[1]s i %[2]s, i medeltal enligt %[4]s, minst: bara kontor vars bemanning är känd, %[3]s", "%[5]s within reach of %[1]s in %[2]s, the mean by %[4]s, at least: only offices whose officers are known, %[3]s"},
	"coverage.catchment.without":        {"%[1]s i %[2]s som inte har något kontor inom räckhåll enligt %[4]s, %[3]s", "%[1]s in %[2]s without any office within reach by %[4]s, %[3]s"},
	"coverage.catchment.change":         {"Ändring av %[6]s inom räckhåll för %[1]s i %[2]s, i medeltal enligt %[5]s, från %[3]s till %[4]s", "Change of %[6]s within reach of %[1]s in %[2]s, the mean by %[5]s, from %[3]s to %[4]s"},

	"coverage.note.unsure":        {"invånare som har ett kontor inom räckhåll vars bemanning är okänd: %[1]s", "people with an office within reach whose officers are unknown: %[1]s"},
	"coverage.note.unsure-change": {"ett kontor som öppnar, stänger eller ändras har okänd bemanning", "an office that opens, closes or changes has an unknown number of officers"},
	"coverage.note.unstated":      {"öppna kontor vars bemanning är okänd och inte ingår: %[1]d", "open offices whose officers are unknown and not included: %[1]d"},
	"coverage.note.proposed":      {"kontor som räknas efter en föreslagen och inte beslutad typ: %[1]d", "offices counted by a type that is proposed and not decided: %[1]d"},
	"coverage.note.proposal":      {"typen är föreslagen, inte beslutad", "the type is proposed, not decided"},
	"coverage.note.no-type":       {"varken bemanning eller typ är angiven", "neither officers nor type have been stated"},

	"rule.coverage.supply":           {"efter räkning, angiven bemanning eller typens bemanning", "by count, stated staff or the staff of the type"},
	"rule.coverage.catchment":        {"varje kontors bemanning fördelas på det område som når det, vägt med hur viljan att resa avtar", "each office's staff is shared by the area that reaches it, weighted by how the will to travel falls"},
	"rule.coverage.catchment-change": {"bara kontor som skiljer de två lägena åt räknas", "only offices in which the two states differ count"},
}
