package main

import (
	"fmt"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/locate/instance"
	"github.com/etablera/etablera/locate/instance/inquiry"
)

// locateTexts are what the command says: Swedish, English.
var locateTexts = locale.Messages{
	"short": {"Välj platser som bevisligen är bäst för ett mål: kortast väg, längst bort, flest täckta, billigast", "Choose places that are proven best for a goal: least travel, farthest, most covered, cheapest"},
	"long": {`Läs platser och avstånd ur FIL och välj vilka som ska vara öppna. Svaret säger vad valet är värt och en
gräns som inget val kan överträffa. Filen är av OR-Library (pmed), TSPLIB, täckningsgeneratorn (.dat) eller CSV
med punkter (id,lat,lon eller id,x,y och om man vill weight,cost,role,capacity) eller avstånd (from,to,cost eller en tabell).

--kind pmedian   minsta summa av vikt gånger avstånd
--kind pcenter   minsta avstånd för den som har längst
--kind covering  största vikt inom --radius
--kind setcover  minsta kostnad så att alla är inom --radius

Med --capacity, eller en kolumn capacity, betjänar en plats högst så stor vikt; en klient kan då delas mellan platser.
--within visar också andra val som är nästan lika bra, för människor att välja mellan.

Ctrl-C avbryter och ger det bästa så långt.`,
		`Read places and distances from FILE and choose which are to be open. The answer says what the choice is worth, and
a bound that no choice can beat. The file is one of OR-Library (pmed), TSPLIB, the covering generator (.dat), or CSV of
points (id,lat,lon or id,x,y and if wanted weight,cost,role,capacity) or of distances (from,to,cost or a square).

--kind pmedian   least sum of weight times distance
--kind pcenter   least distance of whoever is farthest
--kind covering  most weight within --radius
--kind setcover  least cost such that all are within --radius

With --capacity, or a column capacity, a place serves at most that weight; a client may then be divided among places.
--within shows other choices too that are nearly as good, for people to choose from.

Ctrl-C stops and gives the best so far.`},
	"kind":         {"`MÅL`: pmedian, pcenter, covering eller setcover", "`GOAL`: pmedian, pcenter, covering or setcover"},
	"p":            {"hur många platser `N` som ska vara öppna; 0: som filen säger", "how many places `N` to open; 0: as the file says"},
	"radius":       {"`AVSTÅND` inom vilket en plats täcker", "`DISTANCE` within which a place covers"},
	"budget":       {"högsta `SUMMA` av platsernas kostnader; 0: ingen", "highest `SUM` of the places' costs; 0: none"},
	"fixed":        {"`NAMN` på platser som finns och blir kvar, med komma emellan", "`NAMES` of places that are there and stay, with commas between"},
	"time":         {"längsta `TID`, som 60s; 0: ingen", "longest `TIME`, as 60s; 0: none"},
	"gap":          {"sluta när gapet är högst `G`, som 0.001", "stop when the gap is at most `G`, as 0.001"},
	"capacity":     {"högsta `VIKT` som en plats kan betjäna, där filen inte säger det; 0: ingen gräns", "greatest `WEIGHT` that a place can serve, where the file does not say; 0: no limit"},
	"within":       {"visa också andra val inom denna `ANDEL` av det bästa, som 0.01", "show other choices too within this `SHARE` of the best, as 0.01"},
	"alternatives": {"högst så `MÅNGA` andra val, de bästa", "at most so `MANY` other choices, the best"},
	"certificate":  {"skriv beviset för gränsen till `FIL`", "write the proof of the bound to `FILE`"},

	"verify.short": {"Pröva ett bevis mot filen som det gäller, utan att lösa något", "Check a certificate against the file it is for, without solving anything"},
	"verify.good":  {"beviset håller: värde %d, gräns %d", "the certificate holds: value %d, bound %d"},
	"verify.bad":   {"beviset håller inte: %v", "the certificate does not hold: %v"},

	"pmedian":    {"summa av vikt gånger avstånd", "sum of weight times distance"},
	"pcenter":    {"längsta avstånd", "longest distance"},
	"covering":   {"täckt vikt", "weight covered"},
	"setcover":   {"kostnad", "cost"},
	"value":      {"%s: %d", "%s: %d"},
	"lower":      {"undre gräns: %d", "lower bound: %d"},
	"upper":      {"övre gräns: %d", "upper bound: %d"},
	"off":        {"gap: högst %.4f %% från det bästa", "gap: at most %.4f %% off the best"},
	"proven":     {"bevisat bäst", "proven best"},
	"stopped":    {"avbrutet innan det var bevisat", "stopped before it was proven"},
	"none":       {"inget val har hittats", "no choice has been found"},
	"infeasible": {"inget val uppfyller alla krav; tillsammans går dessa inte:", "no choice meets all demands; these cannot be met together:"},
	"room":       {"klienternas sammanlagda vikt %d får inte plats: de %d största platserna rymmer %d", "the clients' total weight %d does not fit: the %d largest places hold %d"},
	"client":     {"klienten %s", "client %s"},
	"site":       {"platsen %s", "place %s"},
	"rule":       {"--%s", "--%s"},
	"sites":      {"valda platser (%d av %d):", "places chosen (%d of %d):"},
	"work":       {"%.2f s, %d varv, %d noder", "%.2f s, %d iterations, %d nodes"},
	"load":       {"%s: betjänar %d av högst %d", "%s: serves %d of at most %d"},
	"unlimited":  {"%s: betjänar %d", "%s: serves %d"},
	"unserved":   {"vikt som ingen betjänar: %d", "weight that nobody serves: %d"},
	"others":     {"andra val inom %[2]g %% av det bästa: %[1]d, som är alla", "other choices within %[2]g %% of the best: %[1]d, which are all"},
	"more":       {"andra val inom %[2]g %% av det bästa: %[1]d, och det kan finnas fler", "other choices within %[2]g %% of the best: %[1]d, and there may be more"},
	"other":      {"%d:", "%d:"},
	"progress":   {"\r%6.1f s  bäst %s  gräns %d ", "\r%6.1f s  best %s  bound %d "},

	"refuse." + instance.UnknownKind:  {"--kind %q: pmedian, pcenter, covering eller setcover är rätt", "--kind %q: use pmedian, pcenter, covering or setcover"},
	"refuse." + instance.UnknownSite:  {"--fixed: ingen plats heter %q", "--fixed: no place is called %q"},
	"refuse." + instance.TwiceFixed:   {"--fixed: platsen %q är nämnd två gånger", "--fixed: the place %q is named twice"},
	"refuse." + instance.NeedsP:       {"ange med --p hur många platser som ska vara öppna", "say with --p how many places to open"},
	"refuse." + instance.NeedsLimit:   {"ange med --p hur många platser som ska vara öppna, eller en --budget", "say with --p how many places to open, or give a --budget"},
	"refuse." + instance.TooMany:      {"--p %d: filen har %d platser", "--p %d: the file has %d places"},
	"refuse." + instance.NeedsRadius:  {"ange med --radius inom vilket avstånd en plats täcker: ett tal större än 0", "say with --radius within which distance a place covers: a number above 0"},
	"refuse." + instance.NoRadius:     {"--radius gäller bara covering och setcover", "--radius is for covering and setcover only"},
	"refuse." + instance.NoBudget:     {"--budget ska vara 0 eller större, och gäller inte pcenter", "--budget must be 0 or more, and is not for pcenter"},
	"refuse." + instance.FixedAboveP:  {"--p %d är färre än de %d platser som --fixed nämner", "--p %d is fewer than the %d places that --fixed names"},
	"refuse.within":                   {"--within ska vara 0 eller större och gäller inte pcenter; --alternatives 1 eller fler", "--within must be 0 or more and is not for pcenter; --alternatives 1 or more"},
	"refuse.alternatives":             {"--alternatives behöver --within: ange inom vilken andel av det bästa, som 0.01", "--alternatives needs --within: say within which share of the best, such as 0.01"},
	"refuse." + instance.NoCapacity:   {"--capacity ska vara 0 eller större, och gäller inte pcenter", "--capacity must be 0 or more, and is not for pcenter"},
	"refuse.gap":                      {"--gap och --time: 0 eller större är rätt", "--gap and --time: use 0 or more"},
	"refuse.unreached":                {"klienten %s kan inte nås från någon plats", "client %s can be reached from no place"},
	"refuse.too-few":                  {"inget val av så få platser når alla", "no choice of so few places reaches everybody"},
	"refuse.certificate-without-best": {"inget bevis skrevs: det finns inget svar att bevisa", "no certificate was written: there is no answer to prove"},
}

func (a *app) locateText(key string, args ...any) string {
	text := locateTexts[key][0]
	if a.lang == locale.English {
		text = locateTexts[key][1]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// refused puts a question that cannot be asked into the reader's language.
func (a *app) refused(r *instance.Refusal) error {
	key := "refuse." + r.Reason
	switch r.Reason {
	case instance.UnknownKind, instance.UnknownSite, instance.TwiceFixed:
		return &complaint{a.locateText(key, r.Name), r}
	case instance.TooMany, instance.FixedAboveP:
		return &complaint{a.locateText(key, r.P, r.Of), r}
	}
	return &complaint{a.locateText(key), r}
}

func (a *app) locateWords() inquiry.Words {
	w := inquiry.Words{Kind: map[instance.Kind]string{}, Value: a.locateText("value"), Lower: a.locateText("lower"), Upper: a.locateText("upper"),
		Gap: a.locateText("off"), Proven: a.locateText("proven"), Stopped: a.locateText("stopped"), None: a.locateText("none"),
		Infeasible: a.locateText("infeasible"), Room: a.locateText("room"), Obstacle: map[string]string{}, Sites: a.locateText("sites"), Work: a.locateText("work"),
		Load: a.locateText("load"), Unlimited: a.locateText("unlimited"), Unserved: a.locateText("unserved"), Others: a.locateText("others"),
		OthersMore: a.locateText("more"), Other: a.locateText("other")}
	for _, k := range instance.Kinds {
		w.Kind[k] = a.locateText(string(k))
	}
	for _, kind := range []string{"client", "site", "rule"} {
		w.Obstacle[kind] = a.locateText(kind)
	}
	return w
}
