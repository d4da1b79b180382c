package main

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/locale"
)

// languageOf finds --lang among the arguments before they are parsed: help and
// complaints about other flags are to be in the reader's language too. A
// language that is not spoken here is refused when the flags are parsed.
func languageOf(args []string) locale.Lang {
	lang := locale.Swedish
	for i, arg := range args {
		value, found := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, found = args[i+1], true
		}
		if arg == "--" {
			break
		}
		if l, err := locale.ParseLang(value); found && err == nil {
			lang = l
		}
	}
	return lang
}

// t is a text of the command line in the reader's language. A key without a
// text shows as itself in brackets.
func (a *app) t(key string, args ...any) string {
	text, ok := texts[key]
	if !ok {
		return "[" + key + "]"
	}
	format := text[0]
	if a.lang == locale.English {
		format = text[1]
	}
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// wrong is a complaint in the reader's language.
func (a *app) wrong(key string, args ...any) error { return &complaint{text: a.t(key, args...)} }

// texts are what the commands say of themselves and complain of: Swedish,
// English. cmd.* is the short text of a command, long.* its help, flag.* a
// flag, wrong.* a complaint, help.* the headings of a help text.
var texts = locale.Messages{
	"cmd.etablera":   {"Planera, pröva och redovisa ett nät av servicekontor", "Plan, check and report a network of public service offices"},
	"cmd.plan":       {"Gör planen och skriv ut den i korthet", "Make the plan and print its summary"},
	"cmd.check":      {"Pröva uppgifterna, och uppdragets villkor mot planen", "Check the facts, and the mandate's clauses against the plan"},
	"cmd.report":     {"Skriv redovisningen till regeringen som HTML, DOCX och XLSX", "Write the report to the government as HTML, DOCX and XLSX"},
	"cmd.explain":    {"Visa hur en siffra har blivit till: regel, underlag, uppgifter och källor", "Show how a figure was made: rule, inputs, facts and sources"},
	"cmd.lint":       {"Pröva talen, namnen och datumen i en text mot uppgifterna", "Check the numbers, names and dates of a text against the facts"},
	"cmd.access":     {"Visa vem som når ett kontor, hur fort, och vad som ändras", "Show who reaches an office, how fast, and what changes"},
	"cmd.verify":     {"Räkna om siffrorna i en redovisning och nämn dem som inte längre håller", "Compute a report's figures again and name those that no longer hold"},
	"cmd.diff":       {"Säg vad som skiljer två program eller två frysta tidplaner, och varför", "Say what differs between two programmes or two frozen baselines, and why"},
	"cmd.new":        {"Skriv ett kommenterat program att börja med i en tom mapp", "Write a commented starting programme to an empty folder"},
	"cmd.example":    {"Kopiera det inbyggda exemplet, uppdraget 2021, till en tom mapp", "Copy the embedded example, the 2021 mandate, to an empty folder"},
	"cmd.man":        {"Skriv manualsidorna i en mapp", "Write the manual pages to a folder"},
	"cmd.version":    {"Skriv ut versionen", "Print the version"},
	"cmd.completion": {"Skriv ut komplettering av kommandon för ett skal", "Print command completion for a shell"},
	"cmd.help":       {"Visa hjälp om ett kommando", "Show help about a command"},

	"long.etablera": {`Etablera läser ett program av etableringar som en mapp med textfiler, gör dess plan
(öppningsdagar, pengar, bemanning), håller uppdragets villkor mot den och skriver
redovisningen till regeringen, där varje siffra kan spåras.

Utan --programme används det inbyggda exemplet: uppdraget 2021 att öppna 28 kontor.
Språket väljs med --lang.`,
		`Etablera reads a programme of establishments as a folder of text files, makes its plan
(opening dates, money, staff), holds the mandate's clauses against it, and writes the
report to the government, in which every figure can be traced.

Without --programme it uses the embedded example: the 2021 mandate to open 28 offices.
Choose the language with --lang.`},
	"long.access": {`Räknar hur lång tid invånarna har till närmaste öppna kontor: nu, när det planerade är gjort,
med och utan varje uppdrags kontor, och i programmets scenarier. Utan vägnät är restiderna en
uppskattning (fågelvägen gånger omväg genom hastighet), och det sägs. --as-of väljer vad som är
känt, --on vilken dags nät som visas.`,
		`Computes how long the inhabitants have to the nearest open office: now, when what is planned
is done, with and without the offices of each mandate, and in the programme's scenarios. Without
a network of roads the times are an estimate (great circle times detour over speed), and it says
so. --as-of chooses what is known, --on the day whose network is shown.`},
	"long.plan": {`Gör planen för ett program och skriv ut den i korthet: omgångarna med sannolikheten att
de håller sitt fönster, när varje kontor öppnar, kostnad per år, bemanning och hur många av
uppdragets villkor som står hur. Med --format json: hela sammanfattningen, se docs/json.md.

Med --promises: vilka dagar i den senaste frysta tidplanen som kan lovas med 80 procents
sannolikhet, och vilka tider det vilar på. Med --history: hur prognoserna har flyttat sig allt
eftersom utfallen kom. Med --scores: hur bra tidigare prognoser har varit.`,
		`Make the plan of a programme and print it in brief: rounds with the probability that
they keep their window, the opening of each office, cost by year, staff, and how many of
the mandate's clauses stand how. With --format json: the whole summary, see docs/json.md.

With --promises: which days of the latest frozen timetable can be promised with 80 per cent
probability, and which durations that rests on. With --history: how the forecasts have moved as
outcomes arrived. With --scores: how good earlier forecasts have been.`},
	"long.check": {`Pröva ett program: först uppgifterna, varje fel med fil:rad:kolumn och vad som vore rätt;
sedan, om de håller, varje villkor i uppdraget mot planen. Slutkoden är 1 om en uppgift är
fel. Ett villkor som inte uppfylls är en nyhet, inte ett fel: det ändrar inte koden.`,
		`Check a programme: first its facts, each mistake with file:line:column and what would be
right; then, if they hold, every clause of the mandate against the plan. The exit code is 1
if a fact is wrong. A clause that is not met is news, not a mistake: it does not change the code.`},
	"long.report": {`Skriv den redovisning som ska lämnas: text, tabeller och diagram ur planen, där varje siffra
är bunden till sin adress, och siffermanifestet bredvid. Utan --deliverable: den som står
näst på tur den dag planen gäller. Filerna skrivs hela eller inte alls.`,
		`Write the report that is due: text, tables and charts from the plan, in which every figure
is bound to its address, and the figures' manifest beside it. Without --deliverable: the one
that is next due on the day of the plan. Files are written whole or not at all.`},
	"long.explain": {`Visa trädet under en siffra: regeln som gav den, de siffror och uppgifter som regeln
räknade med och källan till varje uppgift. Utan adress: alla adresser.`,
		`Show the tree under a figure: the rule that gave it, the figures and facts that the rule
was applied to, and the source of each fact. Without an address, list the addresses.`},
	"long.lint": {`Pröva redovisningar (txt, md, html, docx) mot uppgifterna: ändringar, utgångsvärden och
procent som inte går ihop; intervall som inte kan bli sin summa; antal som inte stämmer med
uppräkningen; ortnamn som nästan finns i registret; datum som inte finns eller ligger utanför
uppdragets tid; summor i tabeller; och, i en redovisning som Etablera har skrivit, tal som
inte är bundna till en siffra. Varje fynd har rad och kolumn. Slutkoden är 1 om ett av dem är
ett fel.`,
		`Check reports (txt, md, html, docx) against the fact base: changes, bases and percentages that
disagree; ranges that cannot add up; counts that disagree with lists; place names nearly in the
register; dates that do not exist or lie outside the mandate's window; sums in tables; and, in a
report of Etablera's own, numbers not bound to a figure. Each finding has its line and column.
The exit code is 1 if there is an error among them.`},
	"long.verify": {`Läs siffermanifestet i en redovisning (html, docx, xlsx, eller manifestet självt), planera
programmet igen för redovisningens dag med dess frö och jämför varje siffra: värde, underlag
och vad dokumentet visar. Med --as-of DATUM: med vad som var känt den dagen. Slutkoden är 1
om en siffra inte längre håller.`,
		`Read the figure manifest embedded in a report (html, docx, xlsx, or the manifest itself), plan
the programme again as of the report's day with its seed, and compare every figure: value, inputs,
and what the document shows. With --as-of DATE: with what was known on that day instead. The exit
code is 1 if a figure no longer holds.`},
	"long.diff": {`Jämför två programmappar: vilka uppgifter som skiljer och vilka siffror som ändras av det.
Eller jämför två frysta tidplaner i programmet, med id: vilka öppningar som har flyttats och
hur långt.`,
		`Compare two programme folders: which facts differ, and which figures change because of them.
Or compare two baselines of the programme, by id: which openings moved and by how much.`},
	"long.completion": {`Skriv ut ett skript som kompletterar kommandon och flaggor för bash, zsh, fish eller powershell.
I bash: source <(etablera completion bash)`,
		`Print a script that completes commands and flags for bash, zsh, fish or powershell.
In bash: source <(etablera completion bash)`},

	"flag.mode":          {"restider med `SÄTT`: estimate eller car (uppskattning för bil), walk, transit", "times of travel by `MODE`: estimate or car (an estimate by car), walk, transit"},
	"flag.on":            {"visa nätet denna `DAG` i stället för --as-of", "show the network on this `DAY` instead of --as-of"},
	"flag.by":            {"visa också per `ENHET`: municipality, county eller category", "show also by `UNIT`: municipality, county or category"},
	"flag.compare":       {"`JÄMFÖRELSE` att visa: planned, mandate-ID eller scenario-ID", "`COMPARISON` to show: planned, mandate-ID or scenario-ID"},
	"flag.scenario":      {"läs också scenarier ur `FIL` (YAML, avsnittet scenarios)", "read scenarios from `FILE` as well (YAML, the section scenarios)"},
	"flag.matrix":        {"restider ur `FIL` (CSV eller Parquet: from,to,seconds) i stället för uppskattningen", "times of travel from `FILE` (CSV or Parquet: from,to,seconds) instead of the estimate"},
	"flag.visits":        {"visa också hur besöken väntas fördela sig och flytta", "show also how visits are expected to divide and move"},
	"flag.chart":         {"med --format svg, `BILD`: map, curve eller change", "with --format svg, `PICTURE`: map, curve or change"},
	"flag.network":       {"restider ur det förberedda nätet `NET` (etablera network build)", "times of travel from the prepared network `NET` (etablera network build)"},
	"flag.population":    {"invånare ur `FIL` (CSV: id,municipality,lat,lon,people och en kolumn per grupp)", "people from `FILE` (CSV: id,municipality,lat,lon,people and a column for each group)"},
	"flag.leaders":       {"planera med `ANTAL` projektledare, en för varje projekt från början till slut; 0: så många som fakta anger", "plan with `N` project leaders, one for each project from start to end; 0: as many as the facts state"},
	"flag.each":          {"`ANTAL` projekt som en ledare har åt gången, med --leaders", "`N` projects that one leader has at a time, with --leaders"},
	"flag.hours":         {"visa andelen per veckodag och timme", "show the share by weekday and hour"},
	"flag.programme":     {"programmets `MAPP` (utan den: det inbyggda exemplet)", "programme `DIR` (without it: the embedded example)"},
	"flag.format":        {"`FORM` att svara i: text, json eller vad kommandot nämner", "`FORM` of the answer: text, json, or what the command names"},
	"flag.lang":          {"`KOD`: sv eller en", "`CODE`: sv or en"},
	"flag.as-of":         {"planera med vad som var känt denna `DAG`, som 2021-09-24", "plan with what was known on this `DAY`, as 2021-09-24"},
	"flag.seed":          {"simuleringens frö, ett heltal `N`", "seed of the simulation, a whole number `N`"},
	"flag.runs":          {"antal simuleringar `N`, 100 till 1 000 000", "runs of the simulation `N`, 100 to 1,000,000"},
	"flag.report-siting": {"med en bilaga om var kontor annars hade kunnat öppnas, mål för mål (tar några sekunder)", "with an appendix on where else offices could have been opened, goal by goal (takes some seconds)"},
	"flag.out":           {"`MAPP` att skriva i", "`DIR` to write to"},
	"flag.deliverable":   {"vilken redovisning, med dess `ID`", "which report to write, by its `ID`"},
	"flag.depth":         {"hur många nivåer `N` som visas; 0 visar alla", "how many levels `N` to show; 0 shows all"},
	"flag.promises":      {"visa vilka dagar i den frysta tidplanen som kan lovas", "show which days of the frozen timetable can be promised"},
	"flag.history":       {"visa hur prognoserna har flyttat sig", "show how the forecasts have moved"},
	"flag.scores":        {"visa hur bra tidigare prognoser har varit", "show how good earlier forecasts have been"},
	"flag.help":          {"visa hjälp", "show help"},
	"flag.version":       {"skriv ut versionen", "print the version"},

	"help.times":    {"restider", "times of travel"},
	"help.usage":    {"Skrivs:", "Usage:"},
	"help.examples": {"Exempel:", "Examples:"},
	"help.commands": {"Kommandon:", "Available Commands:"},
	"help.flags":    {"Flaggor:", "Flags:"},
	"help.global":   {"Flaggor för alla kommandon:", "Global Flags:"},
	"help.command":  {"[kommando]", "[command]"},
	"help.more":     {`"{{.CommandPath}} [kommando] --help" visar mer om ett kommando.`, `Use "{{.CommandPath}} [command] --help" for more information about a command.`},
	"help.default":  {"(förval ", "(default "},
	"help.options":  {"[flaggor]", "[flags]"},

	"man.name":      {"NAMN", "NAME"},
	"man.synopsis":  {"SYNOPSIS", "SYNOPSIS"},
	"man.about":     {"BESKRIVNING", "DESCRIPTION"},
	"man.flags":     {"FLAGGOR", "OPTIONS"},
	"man.inherited": {"FLAGGOR FÖR ALLA KOMMANDON", "OPTIONS INHERITED FROM PARENT COMMANDS"},
	"man.example":   {"EXEMPEL", "EXAMPLE"},
	"man.see-also":  {"SE ÄVEN", "SEE ALSO"},

	"wrong.command":          {"kommandot %q finns inte; etablera --help visar dem som finns", "there is no command %q; etablera --help shows those there are"},
	"wrong.command-near":     {"kommandot %q finns inte: menar du %s?", "there is no command %q: do you mean %s?"},
	"wrong.arguments":        {"%s tar inte %d argument: skriv %s", "%s does not take %d arguments: write %s"},
	"wrong.shell":            {"skalet %q är inte känt: bash, zsh, fish och powershell är det", "the shell %q is not known: bash, zsh, fish and powershell are"},
	"wrong.flag":             {"flaggan %s finns inte; %s --help visar dem som finns", "there is no flag %s; %s --help shows those there are"},
	"wrong.flag-near":        {"flaggan %s finns inte: menar du %s?", "there is no flag %s: do you mean %s?"},
	"wrong.flag-value":       {"flaggan %s behöver ett värde", "the flag %s needs a value"},
	"wrong.flag-number":      {"--%s %q: ett heltal är rätt", "--%s %q: a whole number is right"},
	"wrong.flag-natural":     {"--%s %q: ett heltal, 0 eller större, är rätt", "--%s %q: a whole number, 0 or greater, is right"},
	"wrong.flag-decimal":     {"--%s %q: ett tal med decimalpunkt är rätt", "--%s %q: a number is right"},
	"wrong.flag-duration":    {"--%s %q: en tid som 90s, 10m eller 1h30m är rätt", "--%s %q: a time such as 90s, 10m or 1h30m is right"},
	"wrong.flag-switch":      {"--%s %q: flaggan skrivs utan värde", "--%s %q: the flag is written without a value"},
	"wrong.flag-form":        {"%q är inte skrivet som en flagga: --namn värde är rätt", "%q is not written as a flag: --name value is right"},
	"wrong.leaders":          {"--leaders: från 0 (så många som fakta anger) till %[1]d är rätt, --each: från 1 till %[1]d", "--leaders: use 0 (as many as the facts state) to %[1]d, --each: 1 to %[1]d"},
	"wrong.each":             {"--each hör till --leaders", "--each goes with --leaders"},
	"wrong.no-leaders":       {"hur många projektledare som finns är inte angett: skriv --leaders ANTAL, eller leader-counts bland fakta", "how many project leaders there are is not stated: write --leaders N, or leader-counts among the facts"},
	"wrong.no-work":          {"inget projekt återstår att planera; %d saknar någon tid", "no project remains to be planned; %d lack a duration"},
	"wrong.mode":             {"--mode %q finns inte: använd estimate, car, walk eller transit", "there is no --mode %q: use estimate, car, walk or transit"},
	"wrong.no-transit":       {"restider med kollektivtrafik kräver ett nät med tidtabell: ange det med --network, eller använd estimate eller walk", "times by public transport need a network with a timetable: give it with --network, or use estimate or walk"},
	"wrong.matrix":           {"%s:%d:%d: %s (%q)", "%s:%d:%d: %s (%q)"},
	"wrong.matrix-not-csv":   {"raden är inte CSV med lika många kolumner som rubriken", "the row is not CSV with as many columns as the head"},
	"wrong.matrix-no-column": {"rubriken ska ha kolumnerna from, to och seconds, var och en en gång", "the head must have the columns from, to and seconds, each once"},
	"wrong.matrix-no-key":    {"en plats saknar namn eller har ett för långt", "a place has no name or too long a one"},
	"wrong.matrix-number":    {"inte ett tal inom rimliga gränser; lämna tomt där vägen saknas", "not a number within reason; leave it empty where there is no way"},
	"wrong.matrix-twice":     {"paret står två gånger", "the pair stands there twice"},
	"wrong.matrix-too-large": {"tabellen är för stor", "the table is too large"},
	"wrong.matrix-not-utf":   {"texten är inte UTF-8", "the text is not UTF-8"},
	"wrong.matrix-empty":     {"tabellen har inga rader", "the table has no rows"},
	"wrong.chart":            {"--chart %q finns inte: använd map, curve eller change", "there is no --chart %q: use map, curve or change"},
	"wrong.compare":          {"--compare %q finns inte: det som finns är %s", "there is no --compare %q: there are %s"},
	"wrong.population":       {"%s:%d:%d: %s", "%s:%d:%d: %s"},
	"wrong.by":               {"--by %q finns inte: använd municipality, county eller category", "there is no --by %q: use municipality, county or category"},
	"wrong.on":               {"--on %q är ingen dag: skriv som 2022-06-01", "--on %q is no day: write it like 2022-06-01"},
	"wrong.format":           {"--format %q: här är dessa rätt: %s", "--format %q: use one of these here: %s"},
	"wrong.lang":             {"--lang %q: sv eller en är rätt", "--lang %q: use sv or en"},
	"wrong.as-of":            {"--as-of %q är ingen dag: skriv som 2022-06-01", "--as-of %q is not a day: write as 2022-06-01"},
	"wrong.runs":             {"--runs %d: 100 till 1 000 000 är rätt", "--runs %d: use 100 to 1,000,000"},
	"wrong.one-view":         {"välj en av --promises, --history, --scores och --leaders", "choose one of --promises, --history, --scores and --leaders"},
	"wrong.no-file":          {"%s finns inte", "%s does not exist"},
	"wrong.no-right":         {"%s får inte läsas eller skrivas", "%s may not be read or written"},
	"wrong.not-folder":       {"%s är ingen mapp", "%s is not a folder"},
	"wrong.is-folder":        {"%s är en mapp: ange en fil", "%s is a folder: name a file"},
	"wrong.file":             {"%s: går inte (%s)", "%s: cannot be done (%s)"},
	"wrong.too-large":        {"%s: större än %d byte, mer än så läses inte", "%s: larger than %d bytes, which is more than is read"},
	"wrong.not-empty":        {"%s är inte tom: ange en mapp som är tom eller inte finns", "%s is not empty: name a folder that is empty or does not exist"},
	"wrong.figure":           {"ingen siffra har adressen %q; etablera explain utan adress visar alla", "no figure has the address %q; without an address, explain lists them all"},
	"wrong.figure-near":      {"ingen siffra har adressen %q: menar du %s?", "no figure has the address %q: do you mean %s?"},
	"wrong.baseline":         {"ingen fryst tidplan har id %q, och ingen mapp heter så: tidplanerna är %s", "no baseline has the id %q, and no folder is called that: the baselines are %s"},
	"wrong.baseline-near":    {"ingen fryst tidplan har id %q, och ingen mapp heter så: tidplanerna är %s; menar du %s?", "no baseline has the id %q, and no folder is called that: the baselines are %s; do you mean %s?"},
	"wrong.no-baselines":     {"ingen fryst tidplan har id %q: programmet har inga; ange två mappar för att jämföra program", "no baseline has the id %q: the programme has none; to compare programmes, name two folders"},
	"wrong.deliverable":      {"uppdragen har ingen redovisning med id %q: det finns %s", "no mandate has the deliverable %q: there are %s"},
	"wrong.no-deliverable":   {"uppdragen har ingen redovisning att skriva", "no mandate has a deliverable: there is no report to write"},
	"wrong.no-day":           {"programmets dag är inte känd: ange den med --as-of eller i programme.as-of", "the programme's day is not known: give it with --as-of or in programme.as-of"},
	"wrong.function":         {"%s: mallen använder %q, som inte finns", "%s: the template uses %q, which does not exist"},
	"wrong.function-near":    {"%s: mallen använder %q, som inte finns: menar du %s?", "%s: the template uses %q, which does not exist: do you mean %s?"},
	"wrong.format-of":        {"%s: formatet %s läses inte; det som läses är %s", "%s: the format %s is not read; what is read is %s"},
	"wrong.unreadable":       {"%s går inte att läsa: %s", "%s cannot be read: %s"},
	"wrong.stopped":          {"avbrutet", "stopped"},
}
