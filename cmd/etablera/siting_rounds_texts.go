package main

import (
	"fmt"

	"github.com/etablera/etablera/internal/locale"
)

// roundsTexts are what the command says: Swedish, English.
var roundsTexts = locale.Messages{
	"short": {"Fördela uppdragets kontor på omgångar, mål för mål, och pröva uppdragets egen fördelning", "Divide the mandate's offices into rounds, goal by goal, and try the mandate's own division"},
	"long": {`Sök den fördelning av uppdragets kontor på omgångar som är bäst för varje mål för sig, inom de storlekar som är angivna,
uppdragets villkor om omgångar och vad projektledarna hinner, och håll uppdragets egen fördelning mot det. Målen läggs
aldrig samman. Varje svar har en bevisad gräns. Är den egna fördelningen dominerad, så att en annan inte är sämre i något
mått och bättre i minst ett, visas vad som kan bli bättre och vilken minsta flytt av kontor som ger det.

balance  kategorierna lika fördelade: skillnaden mot lika stora delar, i kontor
spread   län i alla omgångar: hur många gånger ett län med kontor nog saknas i en omgång
access   nytta tidigt: medelrestiden till närmaste kontor tills alla omgångar är öppna
areas    utsatta områden tidigt: områden som väntar på en senare omgång

När omgångarna är öppna räknas ut för varje fördelning om antalet projektledare är känt. Mått vars värden bara är kända
till en del avgör inte det första omdömet; ett andra omdöme tar med dem.`,
		`Search for the division of the mandate's offices into rounds that is best for each goal by itself, within the sizes that are
stated, the mandate's clauses about rounds and what the project leaders can do, and hold the mandate's own division
against that. Goals are never added up. Every answer has a proven bound. If the own division is dominated, so that
another is no worse in any measure and better in at least one, it is shown what can be better, and which smallest move of
offices gives it.

balance  categories evenly divided: the difference from proportional shares, in offices
spread   counties in all rounds: how often a county with enough offices is missing in a round
access   benefit early: the mean time of travel to the nearest office until all rounds are open
areas    vulnerable areas early: areas that wait for a later round

When the rounds are open is worked out for every division if the number of project leaders is known. Measures whose values
are known only in part do not decide the first judgement; a second one includes them.`},
	"goal":               {"`MÅL` vars omgångar visas: balance, spread, access, areas", "`GOAL` whose rounds are shown: balance, spread, access, areas"},
	"against":            {"visa vad målet kostar i ett annat `MÅL`: balance, spread, access, areas", "show what the goal costs in another `GOAL`: balance, spread, access, areas"},
	"mandate":            {"`UPPDRAG` vars kontor fördelas; det första med två omgångar om inget anges", "`MANDATE` whose offices are divided; the first with two rounds if not given"},
	"sizes":              {"`ANTAL` kontor i varje omgång, som 14,14 eller 13-15,13-15; de angivna om inget anges", "`NUMBERS` of offices in each round, as 14,14 or 13-15,13-15; those stated if not given"},
	"leaders":            {"`ANTAL` projektledare; 0: så många som fakta anger", "`NUMBER` of project leaders; 0: as many as the facts state"},
	"each":               {"`ANTAL` projekt som en ledare har åt gången, med --leaders", "`NUMBER` of projects that a leader has at a time, with --leaders"},
	"nodes":              {"`ANTAL` steg som varje sökning får ta; 0: tio miljoner", "`NUMBER` of steps that each search may take; 0: ten million"},
	"searching":          {"fördelar kontoren", "dividing the offices"},
	"refuse.goal":        {"målet %q finns inte: välj balance, spread, access eller areas", "there is no goal %q: choose balance, spread, access or areas"},
	"refuse.against":     {"--against måste vara ett annat mål än --goal", "--against must be another goal than --goal"},
	"refuse.sizes":       {"--sizes: %q är inget antal kontor; skriv som 14 eller 13-15, med komma mellan omgångarna", "--sizes: %q is no number of offices; write as 14 or 13-15, with a comma between the rounds"},
	"refuse.sizes-count": {"--sizes anger %d omgångar men uppdraget har %d", "--sizes gives %d rounds but the mandate has %d"},
	"refuse.nodes":       {"--nodes får inte vara negativt", "--nodes must not be negative"},
	"refuse.svg":         {"--format svg ritar avvägningen mellan två mål: ange --against", "--format svg draws the trade-off between two goals: give --against"},
	"refuse.nothing":     {"inget uppdrag har två omgångar med kontor att fördela", "no mandate has two rounds with offices to divide"},
	"refuse.undivided":   {"%s hör inte till någon av uppdragets omgångar: ange projektets omgång", "%s belongs to none of the mandate's rounds: state the project's round"},
	"refuse.no-sizes":    {"omgångarna kan inte få storlekar som håller alla gränser. %s", "the rounds cannot have sizes that keep all limits. %s"},
	"limit.asked":        {"begärt", "asked for"},
	"limit.stated":       {"angivet", "stated"},
	"limit.own":          {"egen fördelning", "own division"},
	"limit.minimum":      {"uppdragets krav", "the mandate's demand"},
	"limit.leaders":      {"vad ledarna hinner", "what the leaders can do"},
}

// roundsText is a text of the command in the reader's language.
func (a *app) roundsText(key string, args ...any) string {
	text := roundsTexts[key][0]
	if a.lang == locale.English {
		text = roundsTexts[key][1]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}
