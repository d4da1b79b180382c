package main

import (
	"fmt"

	"github.com/etablera/etablera/internal/locale"
)

// sitingTexts are what the command says: Swedish, English.
var sitingTexts = locale.Messages{
	"short": {"Föreslå var kontor bäst öppnas, mål för mål, inom uppdragets villkor", "Propose where offices are best opened, goal by goal, within the mandate's clauses"},
	"long": {`Sök bland landets orter, de socialt utsatta områdena och de kända kontoren den uppsättning platser som är bäst för
varje mål för sig, och visa uppsättningarna sida vid sida med uppdragets egna kontor och programmets scenarier: vad
valet för ett mål kostar i de andra, vilka krav som är uppfyllda, och vem som får närmare och längre. Målen läggs
aldrig samman. Varje svar har en gräns som ingen uppsättning kan underskrida.

mean    minsta restid i medeltal
within  minst antal invånare med mer än --minutes till ett kontor
far     minst antal invånare med mer än --far till ett kontor
worst   kortast längsta restid för någon invånare
county  högst lägsta andel i något län med högst --minutes till ett kontor
areas   minst antal socialt utsatta områden utan kontor
room    minst antal invånare utan plats hos en handläggare inom --minutes, med --per-officer invånare var
cost    lägst kostnad för etablering och --years års drift
time    minst antal arbetsdagar från i dag tills kontoren öppnar

För room, cost och time väljs också kontorens typer, inom omgångarnas antal. Villkor som säger var kontor ska ligga är
krav som varje uppsättning uppfyller. Går de inte att förena visas vilka av dem som strider mot varandra, det minsta
som måste ge vika och de bästa uppsättningarna bland dem där kraven brister minst; svaret är då nej (1).`,
		`Search among the country's localities, the vulnerable areas and the known offices for the set of places that is best
for each goal by itself, and lay the sets beside the mandate's own offices and the programme's scenarios: what the
choice for one goal costs in the others, which demands are met, and who gets nearer and further. Goals are never added
up. Every answer has a bound below which no set can come.

mean    least mean time of travel
within  fewest inhabitants with more than --minutes to an office
far     fewest inhabitants with more than --far to an office
worst   shortest longest time of travel of any inhabitant
county  highest lowest share in any county with at most --minutes to an office
areas   fewest vulnerable areas without an office
room    fewest inhabitants without room at an officer within --minutes, with --per-officer inhabitants each
cost    lowest cost of establishment and --years years of running
time    fewest working days from today until the offices open

For room, cost and time the offices' types are chosen too, within the rounds' counts. Clauses that say where offices
are to be are demands that every set meets. If they cannot be met together, those that contradict each other are
shown, the least that must give, and the best sets among those in which the demands are missed least; the answer is
then no (1).`},
	"goal":             {"`MÅL` vars platser visas: mean, within, far, worst, county, areas, room, cost, time", "`GOAL` whose places are shown: mean, within, far, worst, county, areas, room, cost, time"},
	"against":          {"visa vad målet kostar i ett annat `MÅL`: mean, within, far, areas, cost, time", "show what the goal costs in another `GOAL`: mean, within, far, areas, cost, time"},
	"mandate":          {"`UPPDRAG` vars villkor gäller; det första som kräver kontor om inget anges", "`MANDATE` whose clauses hold; the first that asks for offices if not given"},
	"p":                {"`ANTAL` kontor att öppna; så många som uppdraget kräver om inget anges", "`NUMBER` of offices to open; as many as the mandate asks for if not given"},
	"minutes":          {"`MINUTER` som räknas som nära; 30 om inget anges", "`MINUTES` that count as near; 30 if not given"},
	"far":              {"`MINUTER` som räknas som långt; 60 om inget anges", "`MINUTES` that count as far; 60 if not given"},
	"years":            {"`ÅR` av drift som räknas i kostnaden; 5 om inget anges", "`YEARS` of running that count in the cost; 5 if not given"},
	"per-officer":      {"`INVÅNARE` som en handläggare har rum för; så många som i dag om det är känt", "`INHABITANTS` that an officer has room for; as many as today if that is known"},
	"refuse.curve":     {"för målet %s går ingen avvägning att följa: worst och county är inga summor, room kan bara stå som --goal, och det som målet räknar måste vara känt", "no trade-off can be followed for the goal %s: worst and county are no sums, room can only be the --goal, and what the goal counts must be known"},
	"list-year":        {"`ÅR` för den lista över utsatta områden som målet areas räknar", "`YEAR` of the list of vulnerable areas that the goal areas counts"},
	"gap":              {"`AVSTÅND` från gränsen som duger, som del av ett; 0.001 om inget anges", "`DISTANCE` from the bound that will do, as a part of one; 0.001 if not given"},
	"time":             {"längsta `TID` att söka för varje mål; svaret kan då bero på datorn", "longest `TIME` to search for each goal; the answer may then depend on the machine"},
	"map":              {"med --format svg: rita en karta över målets platser", "with --format svg: draw a map of the goal's places"},
	"stays":            {"sök om under andra antaganden och visa vilka platser som står sig", "search again under other assumptions and show which places stay"},
	"searching":        {"söker platser", "searching for places"},
	"refuse.goal":      {"målet %q finns inte: välj mean, within, far, worst, county, areas, room, cost eller time", "there is no goal %q: choose mean, within, far, worst, county, areas, room, cost or time"},
	"refuse.against":   {"--against måste vara ett annat mål än --goal", "--against must be another goal than --goal"},
	"refuse.negative":  {"antal, minuter och tid får inte vara negativa, och --gap ska ligga från 0 till under 1", "numbers, minutes and time must not be negative, and --gap is from 0 to below 1"},
	"refuse.svg":       {"--format svg ritar avvägningen mellan två mål: ange --against, eller --map för en karta", "--format svg draws the trade-off between two goals: give --against, or --map for a map"},
	"refuse.list-year": {"det finns ingen lista från %d; det finns %s", "there is no list of %d; there are %s"},
	"refuse.mandate":   {"uppdraget %q finns inte i programmet", "the programme has no mandate %q"},
	"refuse.too-many":  {"%d kontor får inte plats: det finns %d möjliga platser", "%d offices cannot open: there are %d places"},
	"refuse.map":       {"--map ritas bara med --format svg", "--map is drawn with --format svg only"},
	"refuse.number":    {"inget uppdrag säger hur många kontor som ska öppnas: ange --p", "no mandate says how many offices to open: give --p"},
}

// sitingText is a text of the command in the reader's language.
func (a *app) sitingText(key string, args ...any) string {
	text := sitingTexts[key][0]
	if a.lang == locale.English {
		text = sitingTexts[key][1]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}
