package main

import (
	"fmt"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/travel/prepared"
)

// networkTexts are what the commands about networks say: Swedish, English.
var networkTexts = map[string][2]string{
	"short": {"Förbered vägar och tidtabeller, och fråga dem efter restider", "Prepare roads and timetables, and ask them for times of travel"},
	"long": {`Ett nät förbereds en gång ur ett utdrag ur OpenStreetMap och tidtabeller (GTFS), och svarar sedan på
sekunder efter restider från många platser till många. "etablera access --network NET" räknar med det.`,
		`A network is prepared once from an OpenStreetMap extract and timetables (GTFS), and then answers
within seconds for times from many places to many. "etablera access --network NET" computes with it.`},
	"build.short":  {"Förbered ett nät ur FILE och tidtabeller", "Prepare a network from FILE and timetables"},
	"info.short":   {"Säg vad ett nät vilar på", "Say what a network rests on"},
	"matrix.short": {"Räkna restider från många platser till många", "Compute times from many places to many"},
	"matrix.long": {`Läser två CSV-filer med kolumnerna id, lat och lon och skriver sekunder för varje par; tomt där
ingen väg finns. Utan --format skrivs CSV; --format json eller parquet (med -o) går också.
Med kollektivtrafik är svaret den andel av fönstrets minuter som --percentile säger, dörr till dörr med väntan.`,
		`Reads two CSV files with the columns id, lat and lon and writes seconds for each pair; empty where
there is no way. Without --format the output is CSV; --format json or parquet (with -o) also works.
By public transport the answer is the percentile over the window's minutes, door to door with waiting.`},
	"output":         {"skriv till `FIL`", "write to `FILE`"},
	"tolerant":       {"lämna det som är fel i en tidtabell utanför i stället för att avvisa den", "leave out what is wrong in a timetable instead of refusing it"},
	"from":           {"platser att resa från, CSV-`FIL` med id, lat, lon", "places to travel from, CSV `FILE` with id, lat, lon"},
	"to":             {"platser att resa till, CSV-`FIL` med id, lat, lon", "places to travel to, CSV `FILE` with id, lat, lon"},
	"mode":           {"färdsätt: car, walk eller transit", "mode of travel: car, walk or transit"},
	"date":           {"`DAG` för kollektivtrafik, 2021-11-09", "`DAY` for public transport, 2021-11-09"},
	"window":         {"avresetider, `FRÅN-TILL`", "times of departure, `FROM-TO`"},
	"percentile":     {"andel av fönstrets minuter, i `PROCENT`, som resan tar högst så lång tid", "share of the window's minutes, in `PERCENT`, in which the journey takes at most so long"},
	"limit":          {"längsta resa med kollektivtrafik som räknas", "longest journey by public transport that counts"},
	"snap":           {"längsta avstånd från en plats till närmaste väg, i `METER`", "longest distance from a place to the nearest road, in `METRES`"},
	"pre-booked":     {"räkna med trafik som måste bokas i förväg", "count traffic that must be booked in advance"},
	"no-output":      {"säg med -o FIL vart det ska skrivas", "say with -o FILE where to write"},
	"no-places":      {"säg med --from FIL och --to FIL vilka platser det gäller", "say with --from FILE and --to FILE which places are meant"},
	"no-date":        {"kollektivtrafik går olika dagar: säg vilken med --date 2021-11-09", "public transport differs by day: say which with --date 2021-11-09"},
	"bad-date":       {"--date %q: skriv en dag som 2021-11-09", "--date %q: write a day like 2021-11-09"},
	"bad-window":     {"--window %q: skriv två klockslag som 07:00-09:00, det senare efter det tidigare", "--window %q: write two times like 07:00-09:00, the later after the earlier"},
	"bad-percentile": {"--percentile %d: ett tal från 1 till 100 är rätt", "--percentile %d: use a number from 1 to 100"},
	"bad-limit":      {"--limit %v: från en minut till tolv timmar är rätt", "--limit %v: use from a minute to twelve hours"},
	"no-mode":        {"nätet har inga restider för %q; det har %s (kollektivtrafik kräver en tidtabell vid network build)", "the network has no times for %q; it has %s (public transport needs a timetable at network build)"},
	"no-service":     {"ingen trafik går %s; tidtabellerna omfattar %s–%s", "nothing runs on %s; the timetables cover %s–%s"},
	"feed-wrong":     {"%s är fel: %s", "%s is wrong: %s"},
	"far":            {"%s: %d platser ligger mer än %.0f m från närmaste väg och nås inte: %s", "%s: %d places lie more than %.0f m from the nearest road and are not reached: %s"},
	"built":          {"skrev %s, %.1f MB, på %.1f s", "wrote %s, %.1f MB, in %.1f s"},
	"modes":          {"Färdsätt: %s", "Modes: %s"},
	"road":           {"%s: ur %s, läget %s (– om filen inte säger det); %d noder, %d bågar (%d noder utan förbindelse åt båda håll är utelämnade)", "%s: from %s as of %s (– where the file does not say); %d nodes, %d arcs (%d nodes without connection both ways left out)"},
	"feed":           {"tidtabell %s: %s–%s; %d hållplatser, %d turer, %d varningar", "timetable %s: %s–%s; %d stops, %d trips, %d warnings"},
	"rows":           {"restider", "times"},
	"step.roads":     {"läser vägar", "reading roads"},
	"step.hierarchy": {"förbereder sökning, %s", "preparing searches, %s"},
	"step.feed":      {"läser tidtabeller", "reading timetables"},

	"place":           {"%s:%d:%d: %s (%q)", "%s:%d:%d: %s (%q)"},
	"place.not-csv":   {"raden är inte CSV med lika många kolumner som rubriken", "the row is not CSV with as many columns as the head"},
	"place.no-column": {"rubriken ska ha kolumnerna id, lat och lon, var och en en gång", "the head must have the columns id, lat and lon, each once"},
	"place.no-id":     {"platsen saknar id", "the place has no id"},
	"place.twice":     {"två platser har samma id", "two places have this id"},
	"place.degrees":   {"skriv grader med decimalpunkt: lat −90…90, lon −180…180", "write degrees with a decimal point: lat −90…90, lon −180…180"},
	"place.too-large": {"filen är för stor", "the file is too large"},
	"place.not-utf8":  {"texten är inte UTF-8", "the text is not UTF-8"},
	"place.empty":     {"filen har inga platser", "the file has no places"},
}

func (a *app) networkText(key string, args ...any) string {
	text := networkTexts[key][0]
	if a.lang == locale.English {
		text = networkTexts[key][1]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// networkStep names a step of preparing.
func (a *app) networkStep(step string) string {
	name, profile, _ := strings.Cut(step, ":")
	if name == prepared.StepHierarchy {
		return a.networkText("step.hierarchy", profile)
	}
	return a.networkText("step." + name)
}
