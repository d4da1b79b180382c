package programme

// Messages holds the texts of this package's messages, Swedish and English. The
// arguments are numbered, because the languages may need them in another order.
// Names of fields and values stand as they are written in a file.
var Messages = map[string][2]string{
	"programme.missing": {
		"Fältet ”%[1]s” saknas.",
		"The field “%[1]s” is missing."},
	"programme.one-of": {
		"Minst ett av fälten %[1]s ska anges.",
		"At least one of the fields %[1]s must be stated."},
	"programme.no-source": {
		"Uppgiften saknar källa. Ange ”source: källans-id plats”.",
		"The fact has no source. State “source: id-of-source place”."},
	"programme.source-without-date": {
		"Källan saknar datum. Utan datum vet ingen från när uppgifterna gäller.",
		"The source has no date. Without a date nobody knows since when its facts were known."},
	"programme.known-before-source": {
		"Uppgiften ska ha varit känd %[1]s, men källan är daterad %[2]s.",
		"The fact is said to be known on %[1]s, but its source is dated %[2]s."},
	"programme.known-before-source-more": {
		"Uppgiften ska ha varit känd %[1]s, men källan är daterad %[2]s. Antal till av samma slag i avsnittet: %[3]d.",
		"The fact is said to be known on %[1]s, but its source is dated %[2]s. More of the same in the section: %[3]d."},
	"programme.known-before-thing": {
		"”%[1]s” blev känt först %[2]s, men uppgiften är från %[3]s. När planen visas som den såg ut då syftar den på något som saknas.",
		"“%[1]s” only became known on %[2]s, but the fact is from %[3]s. When the plan is shown as it looked then, it refers to something that is missing."},
	"programme.known-before-thing-more": {
		"”%[1]s” blev känt först %[2]s, men uppgiften är från %[3]s. När planen visas som den såg ut då syftar den på något som saknas. Antal till av samma slag i avsnittet: %[4]d.",
		"“%[1]s” only became known on %[2]s, but the fact is from %[3]s. When the plan is shown as it looked then, it refers to something that is missing. More of the same in the section: %[4]d."},
	"programme.no-swedish": {
		"Texten finns bara på engelska. Lägg till ”sv”.",
		"The text is in English only. Add “sv”."},

	"programme.id-form": {
		"”%[1]s” kan inte vara ett id: använd små bokstäver, siffror och bindestreck, till exempel ”%[2]s”.",
		"“%[1]s” cannot be an id: use lower case letters, digits and hyphens, such as “%[2]s”."},
	"programme.id-twice": {
		"Id:t ”%[1]s” används redan på %[2]s. Ge den ena ett annat.",
		"The id “%[1]s” is already in use at %[2]s. Give one of them another."},
	"programme.source-id-last": {
		"Källans id ska stå först, sedan platsen: ”%[1]s”.",
		"The source's id must come first, then the place: “%[1]s”."},
	"programme.listed-twice": {
		"”%[1]s” står två gånger i listan.",
		"“%[1]s” is in the list twice."},
	"programme.stated-twice": {
		"Samma sak sägs redan i post %[1]d, känd samma dag. Behåll en av dem.",
		"Record %[1]d already states this, known on the same day. Keep one of them."},

	"programme.unknown-word": {
		"”%[1]s” kan inte stå här. Möjliga värden: %[2]s.",
		"“%[1]s” cannot stand here. Possible values: %[2]s."},
	"programme.unknown-word-near": {
		"”%[1]s” kan inte stå här. Menar du ”%[2]s”? Möjliga värden: %[3]s.",
		"“%[1]s” cannot stand here. Do you mean “%[2]s”? Possible values: %[3]s."},
	"programme.unknown-municipality": {
		"Kommunen ”%[1]s” finns inte i registret.",
		"The municipality “%[1]s” is not in the register."},
	"programme.unknown-municipality-near": {
		"Kommunen ”%[1]s” finns inte i registret. Menar du ”%[2]s”?",
		"The municipality “%[1]s” is not in the register. Do you mean “%[2]s”?"},
	"programme.unknown-county": {
		"Länet ”%[1]s” finns inte i registret.",
		"The county “%[1]s” is not in the register."},
	"programme.unknown-county-near": {
		"Länet ”%[1]s” finns inte i registret. Menar du ”%[2]s”?",
		"The county “%[1]s” is not in the register. Do you mean “%[2]s”?"},
	"programme.unknown-region": {
		"Storstadsområdet ”%[1]s” finns inte i registret.",
		"The metropolitan area “%[1]s” is not in the register."},
	"programme.unknown-region-near": {
		"Storstadsområdet ”%[1]s” finns inte i registret. Menar du ”%[2]s”?",
		"The metropolitan area “%[1]s” is not in the register. Do you mean “%[2]s”?"},
	"programme.unknown-area": {
		"Området ”%[1]s” finns varken på polisens listor eller under ”areas”.",
		"The area “%[1]s” is neither on the Police lists nor under “areas”."},
	"programme.unknown-area-near": {
		"Området ”%[1]s” finns varken på polisens listor eller under ”areas”. Menar du ”%[2]s”?",
		"The area “%[1]s” is neither on the Police lists nor under “areas”. Do you mean “%[2]s”?"},
	"programme.unknown-source":           {"Källan ”%[1]s” finns inte.", "There is no source “%[1]s”."},
	"programme.unknown-source-near":      {"Källan ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no source “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-party":            {"Parten ”%[1]s” finns inte.", "There is no party “%[1]s”."},
	"programme.unknown-party-near":       {"Parten ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no party “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-mandate":          {"Uppdraget ”%[1]s” finns inte.", "There is no mandate “%[1]s”."},
	"programme.unknown-mandate-near":     {"Uppdraget ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no mandate “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-clause":           {"Villkoret ”%[1]s” finns inte.", "There is no clause “%[1]s”."},
	"programme.unknown-clause-near":      {"Villkoret ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no clause “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-deliverable":      {"Redovisningen ”%[1]s” finns inte.", "There is no deliverable “%[1]s”."},
	"programme.unknown-deliverable-near": {"Redovisningen ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no deliverable “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-type":             {"Kontorstypen ”%[1]s” finns inte.", "There is no office type “%[1]s”."},
	"programme.unknown-type-near":        {"Kontorstypen ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no office type “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-stage":            {"Aktiviteten ”%[1]s” finns inte i processen.", "There is no activity “%[1]s” in the process."},
	"programme.unknown-stage-near":       {"Aktiviteten ”%[1]s” finns inte i processen. Menar du ”%[2]s”?", "There is no activity “%[1]s” in the process. Do you mean “%[2]s”?"},
	"programme.unknown-round":            {"Omgången ”%[1]s” finns inte.", "There is no round “%[1]s”."},
	"programme.unknown-round-near":       {"Omgången ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no round “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-office":           {"Kontoret ”%[1]s” finns inte.", "There is no office “%[1]s”."},
	"programme.unknown-office-near":      {"Kontoret ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no office “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-project":          {"Projektet ”%[1]s” finns inte.", "There is no project “%[1]s”."},
	"programme.unknown-project-near":     {"Projektet ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no project “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-baseline":         {"Den frysta planen ”%[1]s” finns inte.", "There is no baseline “%[1]s”."},
	"programme.unknown-baseline-near":    {"Den frysta planen ”%[1]s” finns inte. Menar du ”%[2]s”?", "There is no baseline “%[1]s”. Do you mean “%[2]s”?"},
	"programme.unknown-section": {
		"Innehållet ”%[1]s” krävs inte i redovisningen ”%[2]s”.",
		"The content “%[1]s” is not required in the deliverable “%[2]s”."},
	"programme.unknown-section-near": {
		"Innehållet ”%[1]s” krävs inte i redovisningen ”%[3]s”. Menar du ”%[2]s”?",
		"The content “%[1]s” is not required in the deliverable “%[3]s”. Do you mean “%[2]s”?"},

	"programme.ends-before-start": {
		"Tiden slutar %[2]s men börjar %[1]s. Byt plats på dem.",
		"The time ends on %[2]s but begins on %[1]s. Swap them."},
	"programme.range-order": {
		"Talet ska ligga mellan %[1]d och %[2]d, men det första är störst eller negativt.",
		"The number is to lie between %[1]d and %[2]d, but the first is the larger one or negative."},
	"programme.amount-order": {
		"I beloppet %[1]s är det första störst. Skriv det minsta först.",
		"In the amount %[1]s the first is the larger one. Write the smaller one first."},
	"programme.year": {
		"%[1]d är inget rimligt år. Det ska ligga mellan %[2]d och %[3]d.",
		"%[1]d is no reasonable year. It should lie between %[2]d and %[3]d."},
	"programme.negative": {
		"%[1]d är negativt. Ange 0 eller mer.",
		"%[1]d is negative. State 0 or more."},
	"programme.position-not-on-earth": {
		"Läget %[1]v, %[2]v finns inte på jorden. Ange latitud och longitud i grader.",
		"The position %[1]v, %[2]v is not on Earth. State latitude and longitude in degrees."},
	"programme.position-outside-sweden": {
		"Läget %[1]v, %[2]v ligger utanför Sverige. Har latitud och longitud bytt plats?",
		"The position %[1]v, %[2]v lies outside Sweden. Have latitude and longitude changed places?"},
	"programme.outside-window": {
		"%[1]s ligger utanför uppdragets tid, %[2]s.",
		"%[1]s lies outside the mandate's time, %[2]s."},
	"programme.event-without-date": {
		"Händelsen saknar datum. Är bara en gräns känd kan den skrivas ../2024-10.",
		"The event has no date. If only a bound is known, it can be written ../2024-10."},
	"programme.not-yet": {
		"%[1]s ligger efter %[2]s, då uppgiften blev känd. Det som väntas är ännu inte ett utfall.",
		"%[1]s lies after %[2]s, when the fact became known. What is expected is not yet an outcome."},

	"programme.clause-needs": {
		"Ett villkor av slaget ”%[1]s” behöver fältet ”%[2]s”.",
		"A clause of kind “%[1]s” needs the field “%[2]s”."},
	"programme.clause-one-of": {
		"Ett villkor av slaget ”%[1]s” behöver fältet ”%[2]s” eller ”%[3]s”.",
		"A clause of kind “%[1]s” needs the field “%[2]s” or “%[3]s”."},
	"programme.clause-does-not-read": {
		"Ett villkor av slaget ”%[1]s” använder inte fältet ”%[2]s”. Ta bort det.",
		"A clause of kind “%[1]s” does not use the field “%[2]s”. Remove it."},
	"programme.clause-other-mandate": {
		"Redovisningen ”%[1]s” hör till ett annat uppdrag.",
		"The deliverable “%[1]s” belongs to another mandate."},
	"programme.heard-locally-kind": {
		"Lokalt hörs ”municipality” eller ”region”, inte ”%[1]s”.",
		"Those heard locally are “municipality” or “region”, not “%[1]s”."},

	"programme.two-opening-stages": {
		"Kontoret öppnar redan när en tidigare aktivitet är klar. Sätt ”opens” på en enda.",
		"The office already opens when an earlier activity is finished. Set “opens” on one only."},
	"programme.no-opening-stage": {
		"Ingen aktivitet öppnar kontoret. Sätt ”opens: yes” på den vars slut är öppnandet.",
		"No activity opens the office. Set “opens: yes” on the one whose finish is the opening."},
	"programme.circle": {
		"Aktiviteterna väntar på varandra i en ring: %[1]s.",
		"The activities wait for each other in a circle: %[1]s."},
	"programme.stage-without-time": {
		"Ingen har sagt hur lång tid aktiviteten ”%[1]s” tar. Lägg till den under ”durations”.",
		"Nobody has said how long the activity “%[1]s” takes. Add it under “durations”."},

	"programme.weight": {
		"Vikten %[1]v är inget rimligt antal utfall. Den ska ligga mellan %[2]v och %[3]d.",
		"The weight %[1]v is no reasonable number of outcomes. It should lie between %[2]v and %[3]d."},
	"programme.risk-half": {
		"Risken ”%[1]s” räknas inte med i prognoserna förrän också ”%[2]s” är angivet.",
		"The risk “%[1]s” is not part of the forecasts until “%[2]s” is stated too."},

	"programme.component-of-other-kind": {
		"Kostnadsslaget ”%[1]s” hör inte till ”%[2]s”.",
		"The component “%[1]s” does not belong to “%[2]s”."},
	"programme.cost-twice": {
		"Kostnaden ”%[1]s, %[2]s” för samma prisnivå står redan som nummer %[3]d.",
		"The cost “%[1]s, %[2]s” at the same price level already stands as number %[3]d."},
	"programme.parts-not-total": {
		"Delarna av ”%[1]s” blir %[2]s, men totalen anges till %[3]s.",
		"The parts of “%[1]s” make %[2]s, but the total is stated as %[3]s."},

	"programme.counts-above-total": {
		"Antalen per typ blir minst %[1]d, men antalet kontor i omgången är %[2]s.",
		"The counts by type make %[1]d at least, but the number of offices in the round is %[2]s."},
	"programme.counts-below-total": {
		"Antalen per typ blir högst %[1]d, men antalet kontor i omgången är %[2]s.",
		"The counts by type make %[1]d at most, but the number of offices in the round is %[2]s."},
	"programme.total-below-minimum": {
		"Antalet kontor i omgången är %[1]s, men ska vara minst %[2]d.",
		"The number of offices in the round is %[1]s, but must be at least %[2]d."},
	"programme.more-projects": {
		"%[1]d projekt öppnar kontor i omgången, men antalet kontor är %[2]s.",
		"Projects that open offices in the round: %[1]d. But the number of offices is %[2]s."},
	"programme.fewer-projects": {
		"%[1]d projekt öppnar kontor i omgången, men antalet kontor är minst %[2]d.",
		"Projects that open offices in the round: %[1]d. But the number of offices is at least %[2]d."},

	"programme.area-elsewhere": {
		"Området ”%[1]s” ligger i %[2]s, men kontoret i %[3]s. Stämmer det?",
		"The area “%[1]s” lies in %[2]s, but the office in %[3]s. Is that right?"},
	"programme.no-municipality": {
		"Kontorets kommun är inte angiven. Utan den kan flera villkor inte prövas.",
		"The office's municipality is not stated. Without it several clauses cannot be checked."},
	"programme.own-and-co-located": {
		"Kontoret har egna lokaler men är samlokaliserat. Ta bort det ena.",
		"The office has premises of its own but is co-located. Remove one of them."},
	"programme.closed-before-opened": {
		"Kontoret stänger %[1]s men öppnar %[2]s.",
		"The office closes on %[1]s but opens on %[2]s."},
	"programme.closed-before-decided": {
		"Kontoret stängde %[1]s men beslutet är från %[2]s. Stängdes det i praktiken, skriv ”closed-de-facto”.",
		"The office closed on %[1]s but the decision is from %[2]s. If it was shut in practice, write “closed-de-facto”."},
	"programme.lease-before-opening": {
		"Hyresavtalet slutar %[1]s men kontoret öppnar %[2]s.",
		"The lease ends on %[1]s but the office opens on %[2]s."},
	"programme.two-projects": {
		"Projektet ”%[1]s” gör redan samma sak med kontoret ”%[2]s”.",
		"The project “%[1]s” already does the same to the office “%[2]s”."},
	"programme.project-other-mandate": {
		"Omgången ”%[1]s” hör till uppdraget ”%[2]s”, inte till ”%[3]s”.",
		"The round “%[1]s” belongs to the mandate “%[2]s”, not to “%[3]s”."},
	"programme.finished-before-started": {
		"Slutet %[1]s ligger före starten %[2]s.",
		"The finish %[1]s lies before the start %[2]s."},
	"programme.finished-with-remaining": {
		"Aktiviteten är klar, men återstående dagar är %[1]d. Ta bort det ena.",
		"The activity is finished, but its remaining days are %[1]d. Remove one of them."},
	"programme.says-nothing": {
		"Posten säger inget om aktiviteten: ange ett datum, återstående dagar eller en orsak.",
		"The record says nothing of the activity: state a date, the days left or a cause."},
	"programme.opening-twice": {
		"Projektet ”%[1]s” står redan i den frysta planen.",
		"The project “%[1]s” is already in the baseline."},
	"programme.held-before-invited": {
		"Samrådet hölls %[1]s men inbjudan är från %[2]s.",
		"The consultation was held on %[1]s but the invitation is from %[2]s."},
}
