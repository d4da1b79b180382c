package staffing

// Messages are the texts of this package's labels, notes and rules: Swedish, English.
var Messages = map[string][2]string{
	"staffing.option.radius": {"Avstånd inom vilket ett kontor räknas som närliggande", "Distance within which an office counts as nearby"},

	"staffing.source.redistribute": {"omfördela", "redistribute"},
	"staffing.source.recruit":      {"rekrytera", "recruit"},

	"staffing.office.need":       {"%[1]s: behov av servicehandläggare", "%[1]s: officers needed"},
	"staffing.office.travelling": {"%[1]s: varav resande servicehandläggare", "%[1]s: of which travelling officers"},
	"staffing.office.types":      {"%[1]s: möjliga typer", "%[1]s: possible types"},
	"staffing.office.source":     {"%[1]s: rekrytera eller omfördela", "%[1]s: recruit or redistribute"},
	"staffing.office.distance":   {"%[1]s: avstånd till det kontor som personal kan omfördelas från", "%[1]s: distance to the office that staff can be moved from"},
	"staffing.office.counted":    {"%[1]s: servicehandläggare i %[2]s", "%[1]s: officers in %[2]s"},
	"staffing.office.gap":        {"%[1]s: servicehandläggare i %[2]s utöver behovet", "%[1]s: officers in %[2]s beyond the need"},

	"staffing.round.need":       {"%[1]s: behov av servicehandläggare när alla kontor har öppnat", "%[1]s: officers needed once all offices have opened"},
	"staffing.round.travelling": {"%[1]s: varav resande servicehandläggare när alla kontor har öppnat", "%[1]s: of which travelling officers once all offices have opened"},

	"staffing.month.total":             {"Behov av servicehandläggare %[1]s", "Officers needed in %[1]s"},
	"staffing.month.travelling":        {"Varav resande servicehandläggare %[1]s", "Of which travelling officers in %[1]s"},
	"staffing.month.total-p10":         {"Behov av servicehandläggare %[1]s om kontoren öppnar tidigt", "Officers needed in %[1]s if the offices open early"},
	"staffing.month.total-p80":         {"Behov av servicehandläggare %[1]s om kontoren öppnar sent", "Officers needed in %[1]s if the offices open late"},
	"staffing.month.round":             {"%[2]s: behov av servicehandläggare %[1]s", "%[2]s: officers needed in %[1]s"},
	"staffing.month.round-travelling":  {"%[2]s: varav resande servicehandläggare %[1]s", "%[2]s: of which travelling officers in %[1]s"},
	"staffing.month.office":            {"%[2]s: behov av servicehandläggare %[1]s", "%[2]s: officers needed in %[1]s"},
	"staffing.month.office-travelling": {"%[2]s: varav resande servicehandläggare %[1]s", "%[2]s: of which travelling officers in %[1]s"},

	"staffing.note.proposed":          {"kontorets typ är ett förslag (%[1]s) och inte beslutad", "the type of the office is a proposal (%[1]s) and not decided"},
	"staffing.note.open":              {"ingen har angett kontorets typ; alla typer är möjliga", "nobody has stated the type of the office; every type is possible"},
	"staffing.note.on-proposals":      {"vilar på att %[1]d kontor får den typ som har föreslagits", "rests on %[1]d offices getting the type that has been proposed"},
	"staffing.note.released":          {"omgångens antal per typ går före förslag; för %[1]d kontor räknas alla typer som möjliga", "the round's counts per type go before proposals; for %[1]d offices every type is reckoned possible"},
	"staffing.note.office-released":   {"omgångens antal per typ går före förslaget; i omgångens behov räknas alla typer som möjliga", "the round's counts per type go before the proposal; in the round's need every type is reckoned possible"},
	"staffing.note.contradiction":     {"antalen per typ går inte ihop med beslutade typer; antalen är inte bindande här", "the counts per type contradict the decided types; the counts do not bind here"},
	"staffing.note.without":           {"%[1]d kontor saknar öppningsdag och är inte med", "%[1]d offices have no opening day and are left out"},
	"staffing.note.same-municipality": {"kontoret %[1]s ligger i samma kommun", "the office %[1]s lies in the same municipality"},
	"staffing.note.nearby":            {"kontoret %[1]s ligger %[2]s bort, fågelvägen", "the office %[1]s lies %[2]s away, as the crow flies"},
	"staffing.note.no-place":          {"okänt: kontorets kommun eller läge är inte angivet", "unknown: the municipality or position of the office is not stated"},
	"staffing.note.others-places":     {"okänt: ett befintligt kontor saknar angivet läge och kan ligga nära", "unknown: an existing office has no stated position and may lie nearby"},
	"staffing.note.not-listed":        {"okänt: det finns fler befintliga kontor än de som är förtecknade, och något kan ligga nära", "unknown: there are more existing offices than those listed, and one may lie nearby"},

	"rule.staffing.travelling": {"bemanningen för de möjliga typer som bemannas av resande handläggare", "the staff of those possible types that are staffed by travelling officers"},
	"rule.staffing.round":      {"lägsta och högsta behov bland alla sammansättningar som stämmer med antalen per typ och kontorens typer", "least and greatest need over all compositions that agree with the counts per type and the offices' types"},
	"rule.staffing.at":         {"behovet hos de kontor som har öppnat, som det lägsta och högsta bland möjliga sammansättningar", "the need of the offices that have opened, least and greatest over possible compositions"},
	"rule.staffing.not-open":   {"inget behov före öppningen", "no need before the opening"},
	"rule.staffing.source":     {"omfördela om ett annat kontor är öppet i kommunen eller inom det angivna avståndet, annars rekrytera", "redistribute if another office is open in the municipality or within the stated distance, otherwise recruit"},
	"rule.staffing.distance":   {"fågelvägen mellan kontorens lägen", "as the crow flies between the positions of the offices"},
	"rule.staffing.unstated":   {"ingen uppgift finns", "nothing is stated"},
}
