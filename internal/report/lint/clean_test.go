package lint

import "testing"

// Sentences that are right but look like mistakes raise no alarm, with the facts
// and without them.
func TestCleanSentences(t *testing.T) {
	for _, c := range []string{
		"I mars 2022 öppnade 3 kontor och i april 2022 öppnade 5 kontor.",
		"Fyra kontor i den första omgången öppnar den 1 juni 2022. I den första omgången öppnar två kontor i december.",
		"År 2019 fanns det 113 servicekontor i knappt 100 kommuner. År 2021 fanns det 117 servicekontor i 110 kommuner.",
		"Av de 28 kontoren öppnar 14 kontor i den andra omgången.",
		"Antalet besök ökade från 2,2 till 2,46 miljoner, en ökning med 12 procent.",
		"Anslaget ökade med 54 miljoner kronor 2020 och med ytterligare 54 miljoner kronor 2021.",
		"Det finns två servicekontor i Malmö. Det finns tre servicekontor i Göteborg.",
		"Det finns två servicekontor i Malmö och det finns tre servicekontor i Göteborg år 2023.",
		"Personalen ökade med drygt 10 procent. Det fanns 103 servicekontor 2017.",
		"På stora kontor finns det 10–20 handläggare, på mellanstora sex–nio och på små två–fem handläggare.",
		"Arbete pågår med 18 kontor, varav fyra kontor i Skåne. De övriga ligger i Norrland.",
		"Uppdraget omfattar minst 28 kontor. Myndigheten planerar 28–29 kontor, varav fem i storstäderna.",
		"Kontoren ligger i fem kommuner, bland annat i Boden, Laholm och Växjö.",
		"Fem till sex kontor öppnas i Stockholms, Göteborgs och Malmös storstadsområden.",
		"Det första kontoret öppnade 2018 och det 147:e kontoret i höstas.",
		"Andelen ökade från 40 procent till 45 procent, alltså med 5 procentenheter.",
		"Kostnaden minskade med 50 miljoner kronor per år 2025–2027, sammanlagt 150 miljoner kronor.",
		"Lidköping och Linköping är två kommuner. Linköpings kontor ligger i Skäggetorp.",
		"Chefen Pippi Lindell och handläggaren Emil Bodin svarar på frågor i Boden.",
		"Statens servicecenter redovisade den 14 januari 2022 när kontoren i den första omgången ska öppna.",
		"Beslutet om kontoren i den första omgången fattades den 27 maj 2021.",
		"Kontoret i Laholm öppnade den 31 maj 2022, i den första omgången.",
		"Tre frågor återstår:\n\n- lokaler\n- personal\n- pengar",
		"De 28 kontoren har följande uppgifter:\n\n- råd\n- stöd",
		"Öppettiderna är kl. 10.00–16.00 på 113 kontor. Det är 6 timmar.",
		"There are 113 service offices. An increase of 12 per cent was seen in visits, compared with 2019.",
		"In June 2019 there were 113 service offices in about 100 municipalities. In 2023 there will be 149 service offices.",
		"The agency will open five to six offices in the areas of Stockholm, Göteborg and Malmö.",
		"Of the 14 offices, 4 offices open in June 2022 and 10 offices open later.",
		"Staff grew from 800 to 900, by 100 or 12.5 per cent.",
		"The first round includes 3 offices: Boden, Laholm and Växjö.",
		"Minskningen blev 3,2 procent, från 1 250 till 1 210 besök.",
		"År 2023 finns det 149 servicekontor. År 2023 finns det 30 små servicekontor.",
		"Kontoren i den första omgången ska öppna enligt det brev som myndigheten skickade till departementet den 27 maj 2021.",
		"Det fanns tidigare 103 servicekontor. Nu finns det 149 servicekontor.",
	} {
		for _, name := range []string{"a.txt", "a.md"} {
			for facts, f := range map[string]Facts{"with facts": smallFacts(), "without facts": {}} {
				if found := check(t, name, c, f); len(found) != 0 {
					t.Errorf("%s, %s: %s\n%s", name, facts, c, describe(found))
				}
			}
		}
	}
}
