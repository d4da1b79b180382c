package main

import (
	"fmt"

	"github.com/etablera/etablera/internal/locale"
)

// premisesTexts are what the command says: Swedish, English.
var premisesTexts = locale.Messages{
	"short": {"Ställ erbjudna lokaler sida vid sida: restid till fots, med kollektivtrafik och med bil från varje område", "Lay premises on offer side by side: times on foot, by public transport and by car from each area"},
	"long": {`För varje kontor som lokaler är erbjudna för: restiden till varje lokal från mitten av varje socialt utsatt område som
kontoret ska betjäna, till fots, med kollektivtrafik och med bil. Är inget område sagt räknas de på listan i kontorets
kommun, och för övriga kontor kommunens invånare. Bredvid står hyra, yta, tillträde och ombyggnad, så långt de är
kända. Inget läggs samman; en lokal som en annan är minst lika bra som i allt och bättre än i något är utmärkt.

Lokalerna står i avsnittet premises i programmet, eller i en lista: CSV med kolumnerna id, lat och lon, och gärna
name, office, precision, square-metres, rent, available och rebuild. precision är address, municipal seat, centre of
area eller egna ord, rent är hyran för ett år med enhet och rebuild är yes eller no; tomt är okänt. Så här:

  id,name,office,lat,lon,precision,square-metres,rent,available,rebuild
  torget,Torget 1,malmo-mobilia,55.58,13.01,address,120-140,450 tkr,2022-03-01,no

Utan nät uppskattas restiden till fots och med bil, och den med kollektivtrafik är okänd. --network NÄT ger gång och
bil, och med --date också kollektivtrafik; --matrix FIL ger ett färdsätt, som --mode säger.`,
		`For each office that premises are offered for: the time to each of them from the centre of every vulnerable area that
the office is to serve, on foot, by public transport and by car. Where no area is said, those on the list in the
office's municipality count, and for other offices the people of the municipality. Beside stand rent, size,
availability and rebuilding, as far as they are known. Nothing is added up; premises that others are no worse than in
anything and better than in something are marked.

The premises stand in the section premises of the programme, or in a list: CSV with the columns id, lat and lon, and
where known name, office, precision, square-metres, rent, available and rebuild. precision is address, municipal seat,
centre of area or words of your own, rent that of a year with its unit, and rebuild yes or no; empty is unknown. So:

  id,name,office,lat,lon,precision,square-metres,rent,available,rebuild
  torget,Torget 1,malmo-mobilia,55.58,13.01,address,120-140,450 tkr,2022-03-01,no

Without a network times on foot and by car are estimates, and that by public transport is unknown. --network NET gives
walking and driving, and with --date public transport too; --matrix FILE gives one mode, which --mode says.`},
	"premises":         {"läs också lokaler ur `FIL` (CSV)", "read premises from `FILE` (CSV) as well"},
	"office":           {"bara lokaler för kontoret med detta `ID`, som också gäller rader utan kontor i listan", "only premises for the office of this `ID`, which rows of the list without an office are for"},
	"area":             {"`OMRÅDE` som ska betjänas i stället för dem som är sagda; kan ges flera gånger", "`AREA` to be served instead of those that are said; may be given several times"},
	"list-year":        {"`ÅR` för polisens lista över socialt utsatta områden", "`YEAR` of the Police list of vulnerable areas"},
	"network":          {"räkna på ett förberett nät ur `FIL`", "compute on a prepared network from `FILE`"},
	"matrix":           {"ta restiderna för ett färdsätt ur en tabell i `FIL`: from är area/NAMN eller en befolkningspunkt, to är lokalens id", "take the times of one mode from a table in `FILE`: from is area/NAME or a point of the population, to the id of the premises"},
	"mode":             {"`FÄRDSÄTT` för tabellen: walk, transit, car", "`MODE` of the table: walk, transit, car"},
	"place":            {"%s:%d:%d: %s", "%s:%d:%d: %s"},
	"refuse.area":      {"området %q finns inte på någon av polisens listor", "the area %q is on none of the Police lists"},
	"refuse.area-near": {"området %q finns inte på någon av polisens listor; menar du %q?", "the area %q is on none of the Police lists; do you mean %q?"},
	"refuse.matrix":    {"säg med --mode om tabellen gäller walk, transit eller car", "say with --mode whether the table is for walk, transit or car"},
	"refuse.mode":      {"--mode säger vad en tabell gäller och behöver --matrix; alla färdsätt visas alltid", "--mode says what a table is for and needs --matrix; all modes are always shown"},
	"refuse.date":      {"--date behövs för tidtabellerna i ett nät: ange --network", "--date is for the timetables of a network: give --network"},
	"refuse.office":    {"kontoret %q finns inte i programmet", "the programme has no office %q"},
	"refuse.svg":       {"--format svg ritar lokalerna för ett kontor, och här är de för %d: ange --office", "--format svg draws the premises for one office, and here they are for %d: give --office"},
	"refuse.rows":      {"bilden skulle få %d rader, och högst %d får plats: ange färre områden eller lokaler", "the picture would have %d rows, and at most %d fit: give fewer areas or premises"},
}

// premisesText is a text of the command in the reader's language.
func (a *app) premisesText(key string, args ...any) string {
	text := premisesTexts[key][0]
	if a.lang == locale.English {
		text = premisesTexts[key][1]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}
