package main

import (
	"fmt"

	"github.com/etablera/etablera/internal/locale"
)

// closeTexts are what siting close says: Swedish, English.
var closeTexts = locale.Messages{
	"short": {"Visa vilka kontor som kan avvecklas, i steg, mål för mål, och vem som drabbas", "Show which offices can close, in stages, goal by goal, and who loses"},
	"long": {`Sök bland de öppna kontoren vars läge är känt de som ska avvecklas, så många och i så många steg som anges, eller
så få och så sent som det räcker för att spara det som ska sparas. Varje mål söks för sig, med en gräns som inget
val kan underskrida, och valen läggs sida vid sida. Målen läggs aldrig samman.

time    minst extra restid
beyond  minst antal invånare som får mer än --minutes till ett kontor
areas   minst antal socialt utsatta områden som mister sitt kontor
county  minsta förlust av invånare inom --minutes i det län som förlorar mest

Kontor vars avveckling är beslutad eller planerad enligt uppgifterna avvecklas i det första steget som inte slutar
före deras sista dag. Med --save räknas bara säkra besparingar: ett kontor vars typ eller kostnad inte är känd sparar
ingenting, om inte --assume säger vad det antas kosta. Varje avveckling visas med det närmaste kontoret sedan, den
som är behörig att besluta och dem som ska höras. Går kraven inte att förena visas vilka av dem som strider mot
varandra, och svaret är nej (1).`,
		`Search among the open offices whose place is known for those to close, as many and in as many stages as given, or as
few and as late as suffices to save what is to be saved. Each goal is searched for by itself, with a bound below which
no choice can come, and the choices are laid side by side. Goals are never added up.

time    least extra time of travel
beyond  fewest inhabitants who get more than --minutes to an office
areas   fewest vulnerable areas that lose their office
county  least loss of inhabitants within --minutes in the county that loses most

Offices whose closing is decided or planned by the facts close in the first stage that does not end before their last
day. With --save only certain savings count: an office whose type or cost is not known saves nothing, unless --assume
says what it is taken to cost. Each closure is shown with the office that is nearest then, who is competent to decide
and who is to be heard. If demands cannot be met together, those that contradict each other are shown, and the answer
is no (1).`},
	"count":               {"`ANTAL` kontor att avveckla i allt; så få som --save kräver om inget anges", "`NUMBER` of offices to close in all; as few as --save needs if not given"},
	"stages":              {"`ANTAL` steg, eller hur många kontor i varje: 3 eller 11,12,12", "`NUMBER` of stages, or of offices in each: 3 or 11,12,12"},
	"on":                  {"sista öppna `DAGAR` i stegen: 2025-06-13,2025-12-31; jämnt fördelade, eller före åren att spara, om inget anges", "last open `DAYS` of the stages: 2025-06-13,2025-12-31; spread evenly, or before the years to save in, if not given"},
	"save":                {"`MNKR` att spara per år, 2025:50,2026:50, eller facts: så mycket som anslaget är sänkt", "`MNKR` to save per year, 2025:50,2026:50, or facts: as much as the appropriation is lowered"},
	"until":               {"sista `DAG` som räknas; ett år efter sista steget om inget anges", "last `DAY` that counts; a year after the last stage if not given"},
	"assume":              {"`MNKR` om året som ett kontor av okänd kostnad antas kosta: 3.2 eller 0.9-15.3", "`MNKR` a year that an office of unknown cost is taken to cost: 3.2 or 0.9-15.3"},
	"floor":               {"minsta `PROCENT` av invånarna i varje län med högst --minutes till ett kontor", "least `PERCENT` of the inhabitants of every county with at most --minutes to an office"},
	"drop":                {"högsta `PROCENT` av invånarna i ett län som får mista ett kontor inom --minutes", "most `PERCENT` of the inhabitants of a county who may lose an office within --minutes"},
	"keep":                {"`KONTOR` som ska vara kvar", "`OFFICE` that is to stay"},
	"close":               {"`KONTOR` som ska avvecklas", "`OFFICE` that is to close"},
	"keep-counties":       {"lämna inget län utan kontor", "leave no county without an office"},
	"keep-municipalities": {"lämna ingen kommun utan kontor", "leave no municipality without an office"},
	"goal":                {"`MÅL` vars val visas i sin helhet: time, beyond, areas, county", "`GOAL` whose choice is shown in full: time, beyond, areas, county"},
	"day":                 {"`DAG` för vilken nätet visas; planens dag om inget anges", "`DAY` for which the network is looked at; that of the plan if not given"},
	"minutes":             {"`MINUTER` som räknas som nära; 30 om inget anges", "`MINUTES` that count as near; 30 if not given"},
	"list-year":           {"`ÅR` för den lista över utsatta områden som räknas", "`YEAR` of the list of vulnerable areas that counts"},
	"time":                {"längsta `TID` för varje sökning; svaret kan då bero på datorn", "longest `TIME` for each search; the answer may then depend on the machine"},
	"explain":             {"visa i stället hur siffran på `ADRESS` är framräknad", "show how the figure at `ADDRESS` was made instead"},
	"searching":           {"söker vad som kan avvecklas", "searching for what can close"},
	"refuse.goal":         {"målet %q finns inte: välj time, beyond, areas eller county", "there is no goal %q: choose time, beyond, areas or county"},
	"refuse.nothing":      {"ange hur många kontor som ska avvecklas (--count eller --stages 11,12,12) eller vad som ska sparas (--save)", "give how many offices to close (--count or --stages 11,12,12) or what to save (--save)"},
	"refuse.stages":       {"--stages %q: ett antal steg (1–24), eller antal kontor i varje, är rätt: 3 eller 11,12,12", "--stages %q: a number of stages (1–24), or of offices in each, is right: 3 or 11,12,12"},
	"refuse.split":        {"--stages %q stämmer inte med --count %d: ge antalen i stegen eller det hela", "--stages %q does not agree with --count %d: give the numbers of the stages or of the whole"},
	"refuse.on":           {"--on %q: dagar efter varandra, som 2025-06-13,2025-12-31, är rätt", "--on %q: days one after the other, such as 2025-06-13,2025-12-31, are right"},
	"refuse.on-stages":    {"--stages %q och --on %q har olika många steg", "--stages %q and --on %q do not have the same number of stages"},
	"refuse.until":        {"--until %q: en dag efter den sista i --on är rätt", "--until %q: a day after the last of --on is right"},
	"refuse.save":         {"--save %q: år och mnkr, ett år en gång, är rätt: 2025:50,2026:50, eller facts", "--save %q: years and mnkr, each year once, are right: 2025:50,2026:50, or facts"},
	"refuse.save-facts":   {"inga uppgifter säger att anslaget är sänkt: ange --save 2025:50", "no facts say that the appropriation is lowered: give --save 2025:50"},
	"refuse.assume":       {"--assume %q: mnkr om året är rätt, som 3.2 eller 0.9-15.3", "--assume %q: mnkr a year is right, such as 3.2 or 0.9-15.3"},
	"refuse.share":        {"--%s %q: procent över 0 till 100 är rätt", "--%s %q: per cent above 0 to 100 is right"},
	"refuse.both":         {"kontoret %q kan inte både vara kvar och avvecklas", "the office %q cannot both stay and close"},
	"refuse.early":        {"--on %s: den sista öppna dagen får inte ligga före den dag som nätet visas, %s; ange en senare dag, eller en tidigare --day", "--on %s: a last open day cannot be before the day of the network, %s; give a later day, or an earlier --day"},
	"refuse.office":       {"kontoret %q är inte öppet den dagen, eller dess läge är inte känt", "the office %q is not open on that day, or its place is not known"},
	"refuse.many":         {"%d kontor kan inte avvecklas: %d är öppna med känt läge", "%d offices cannot close: %d are open with a known place"},
}

// closeText is a text of the command in the reader's language.
func (a *app) closeText(key string, args ...any) string {
	text := closeTexts[key][0]
	if a.lang == locale.English {
		text = closeTexts[key][1]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}
