package summary

import "maps"

func init() { maps.Copy(Messages, sitingMessages) }

// sitingMessages are the texts of the answer on siting: Swedish, English.
var sitingMessages = map[string][2]string{
	"siting.heading":        {"Placering: %[1]s – läget %[2]s", "Siting: %[1]s – as of %[2]s"},
	"siting.unbound":        {"Villkor som inte säger var kontor ska ligga, eller som bara är önskemål, och därför inte styr valet: %[1]s.", "Clauses that do not say where offices are to be, or only wish for it, and so do not steer the choice: %[1]s."},
	"siting.goals":          {"Bäst för varje mål för sig", "Best for each goal by itself"},
	"siting.goals-note":     {"Gränsen är bevisad: ingen uppsättning bland de möjliga platserna som uppfyller kraven kommer under den. Målen läggs aldrig samman.", "The bound is proven: no set among the candidate places that meets the demands comes below it. Goals are never added up."},
	"siting.infeasible":     {"Med antalet kontor %[1]s går dessa krav inte att uppfylla tillsammans; minst ett av dem måste ge vika:", "With %[1]s offices these demands cannot be met together; at least one of them must give:"},
	"siting.not-found":      {"Ingen uppsättning hittades för målet: %[1]s.", "No set was found for the goal: %[1]s."},
	"siting.sets":           {"Uppsättningar mot mål", "Sets by goals"},
	"siting.sets-note":      {"Nära är högst %[1]s, långt mer än %[2]s. Krav är vad villkoren säger om platser, ett för varje namngiven plats. Ett kontor med ungefärligt läge räknas bara för det område som det är uppkallat efter. Av uppsättningar som är lika bra för ett mål är den visade en; vad den är värd för de andra målen är då inte utvalt.", "Near is at most %[1]s, far more than %[2]s. Demands are what the clauses say of places, one for each place named. An office whose position is approximate counts only for the area that it is named for. Of sets equally good for a goal the one shown is one; what it is worth for the other goals is then not chosen."},
	"siting.broken":         {"%[1]s uppfyller inte: %[2]s.", "%[1]s does not meet: %[2]s."},
	"siting.unclear":        {"%[1]s – går inte att avgöra, för att läget inte är känt nog: %[2]s.", "%[1]s – cannot be told, since the place is not known well enough: %[2]s."},
	"siting.against":        {"Vem som får närmare och längre än med uppdragets egna kontor", "Who gets nearer and further than with the mandate's own offices"},
	"siting.places":         {"Platser i uppsättningen som är bäst för: %[1]s", "Places of the set that is best for: %[1]s"},
	"siting.stays":          {"Hur många av platserna som står sig under andra antaganden", "How many of the places stay under other assumptions"},
	"siting.curve":          {"Vad %[1]s kostar i %[2]s", "What %[1]s costs in %[2]s"},
	"siting.curve-sentence": {"%[1]s går från %[2]s till %[3]s när %[4]s går från %[5]s till %[6]s.", "%[1]s goes from %[2]s to %[3]s as %[4]s goes from %[5]s to %[6]s."},
	"siting.chart.found":    {"funnet", "found"},
	"siting.chart.bound":    {"bevisad gräns", "proven bound"},
	"siting.yes":            {"ja", "yes"},
	"siting.no":             {"nej", "no"},
	"siting.from.locality":  {"ort", "locality"},
	"siting.from.area":      {"socialt utsatt område", "vulnerable area"},
	"siting.from.office":    {"känt kontor", "known office"},
	"column.origin":         {"Slag", "Kind"},
	"column.goal":           {"Mål", "Goal"},
	"column.municipality":   {"Kommun", "Municipality"},
	"column.best":           {"Bäst funna", "Best found"},
	"column.bound":          {"Gräns", "Bound"},
	"column.gap":            {"Skillnad högst", "Gap at most"},
	"column.set":            {"Uppsättning", "Set"},
	"column.added":          {"Nya", "New"},
	"column.mean-time":      {"Medeltid", "Mean"},
	"column.share-near":     {"Nära", "Near"},
	"column.beyond-near":    {"Ej nära", "Not near"},
	"column.beyond-far":     {"Långt", "Far"},
	"column.areas-without":  {"Områden utan", "Areas without"},
	"column.demands-met":    {"Krav mötta", "Demands met"},
	"column.demands-broken": {"Brutna", "Broken"},
	"column.stays":          {"Står sig", "Stays"},
	"column.assumption":     {"Antagande", "Assumption"},
	"column.same":           {"Samma platser", "Same places"},
}
