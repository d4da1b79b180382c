package lint

import (
	"testing"

	"github.com/etablera/etablera/internal/civil"
)

// smallFacts is a register and a mandate small enough to see through.
func smallFacts() Facts {
	year := func(y int) civil.Span { return civil.Span{First: civil.Of(y, 1, 1), Last: civil.Of(y, 12, 31)} }
	return Facts{
		Places: []Place{
			{"Stenungsund", "municipality", "Stenungsund"}, {"Linköping", "municipality", "Linköping"},
			{"Lidköping", "municipality", "Lidköping"}, {"Växjö", "municipality", "Växjö"}, {"Malmö", "municipality", "Malmö"},
			{"Boden", "municipality", "Boden"}, {"Laholm", "municipality", "Laholm"}, {"Ånge", "municipality", "Ånge"},
			{"Skäggetorp", "vulnerable area", "Linköping"}, {"Rinkeby/Tensta", "vulnerable area", "Stockholm"},
			{"Norrköping", "municipality", "Norrköping"},
		},
		Windows: []Window{
			{Label: "omgång 1", Words: []string{"första omgången", "first round"}, Span: year(2022),
				Soft: civil.Span{First: civil.Of(2022, 1, 1), Last: civil.Of(2022, 6, 30)}, SoftLabel: "första halvåret 2022"},
			{Label: "uppdraget", Span: civil.Span{First: civil.Of(2021, 5, 27), Last: civil.Of(2023, 12, 31)}},
		},
		Groups: []Group{{Label: "omgång 1", Words: []string{"första omgången", "first round"}, Size: 3, Names: []string{"Boden", "Laholm", "Växjö"}}},
		Types:  []TypeCount{{"omgång 1", []string{"flexikontor", "flexi offices"}, 1, 1}},
		Counts: []Count{
			{[]string{"servicekontor", "service offices"}, civil.Day(civil.Of(2019, 6, 1)), 113, "årsredovisning 2019"},
			{[]string{"servicekontor", "service offices"}, year(2023), 149, "delredovisning 1"},
		},
	}
}

// Every mistake is found, where it stands and as nothing else; its twin, the
// same text put right, raises no alarm.
func TestRules(t *testing.T) {
	for _, c := range ruleCases {
		t.Run(c.name, func(t *testing.T) {
			name := c.file
			if name == "" {
				name = "a.txt"
			}
			facts := Facts{}
			if c.facts {
				facts = smallFacts()
			}
			found := check(t, name, c.wrong, facts)
			if len(found) != 1 {
				t.Fatalf("want one finding, got %d:\n%s", len(found), describe(found))
			}
			if f := found[0]; f.Key != c.key || f.Pos.String() != c.pos {
				t.Errorf("want %s at %s, got:\n%s", c.key, c.pos, describe(found))
			}
			for name, value := range c.args {
				if got := found[0].Arg(name); got != value {
					t.Errorf("argument %s: want %q, got %q", name, value, got)
				}
			}
			if found := check(t, name, c.right, facts); len(found) != 0 {
				t.Errorf("false alarms on the correct text:\n%s", describe(found))
			}
		})
	}
}

type ruleCase struct {
	name, file   string
	wrong, right string
	key, pos     string
	args         map[string]string
	facts        bool
}

var ruleCases = []ruleCase{
	{
		name:  "change by the base two sentences before",
		wrong: "År 2017 fanns det 103 servicekontor. Flera uppdrag har getts. År 2023 finns 149 servicekontor. Det är en ökning med 47 servicekontor jämfört med 2017, vilket motsvarar 45 procent.",
		right: "År 2017 fanns det 103 servicekontor. Flera uppdrag har getts. År 2023 finns 149 servicekontor. Det är en ökning med 46 servicekontor jämfört med 2017, vilket motsvarar 45 procent.",
		key:   "lint.change.differenceAndShare", pos: "1:117",
		args: map[string]string{"difference": "46", "share": "44,7", "changeBase": "102", "changeShare": "46,1"},
	},
	{
		name:  "percentage rounded wrongly",
		wrong: "Antalet kontor ökade från 103 till 149, med 46 kontor eller 47 procent.",
		right: "Antalet kontor ökade från 103 till 149, med 46 kontor eller 44,7 procent.",
		key:   "lint.change.share", pos: "1:61", args: map[string]string{"share": "44,7"},
	},
	{
		name:  "change and percentage both wrong, in English",
		wrong: "The number of offices increased from 103 to 149, an increase of 50 offices or 52 per cent of the base.",
		right: "The number of offices increased from 103 to 149, an increase of 46 offices or 45 per cent of the base.",
		key:   "lint.change.both", pos: "1:65",
	},
	{
		name:  "decline",
		wrong: "Antalet kontor minskade från 148 till 113, en minskning med 34 kontor.",
		right: "Antalet kontor minskade från 148 till 113, en minskning med 35 kontor.",
		key:   "lint.change.difference", pos: "1:61", args: map[string]string{"difference": "35"},
	},
	{
		name:  "so many more than before",
		wrong: "År 2021 fanns det 116 servicekontor. I dag finns 147 servicekontor. Det är 30 fler kontor än 2021.",
		right: "År 2021 fanns det 116 servicekontor. I dag finns 147 servicekontor. Det är 31 fler kontor än 2021.",
		key:   "lint.change.difference", pos: "1:76",
	},
	{
		name:  "percentage in the next sentence",
		wrong: "Anslaget ökar från 54 till 60 miljoner kronor, en ökning med 6 miljoner kronor. Det motsvarar 21 procent.",
		right: "Anslaget ökar från 54 till 60 miljoner kronor, en ökning med 6 miljoner kronor. Det motsvarar 11 procent.",
		key:   "lint.change.share", pos: "1:95",
	},
	{
		name:  "ranges that fit the total only at some ends",
		wrong: "De 14 kontoren består av fyra flexikontor, sju små kontor, ett-två mellanstora kontor och ett-två stora kontor.",
		right: "De 14 kontoren består av fyra flexikontor, sju små kontor, ett mellanstort kontor och två stora kontor.",
		key:   "lint.range.constrained", pos: "1:60",
		args: map[string]string{"low": "13", "high": "15", "feasible": "1 mellanstora + 2 stora; 2 mellanstora + 1 stora"},
	},
	{
		name:  "ranges that cannot reach the total",
		wrong: "The 14 offices consist of 4 flexi offices, 5 small offices, 1 to 2 medium offices and 1–2 large offices.",
		right: "The 14 offices consist of 4 flexi offices, 7 small offices, 1 medium office and 2 large offices.",
		key:   "lint.range.impossible", pos: "1:61", args: map[string]string{"low": "11", "high": "13"},
	},
	{
		name:  "parts that do not add up",
		wrong: "Dessa fem nya servicekontor består av ett nytt servicekontor i Malmö, två nya servicekontor i Göteborg och tre nya servicekontor i Storstockholm.",
		right: "Dessa fem nya servicekontor består av ett nytt servicekontor i Malmö, ett nytt servicekontor i Göteborg och tre nya servicekontor i Storstockholm.",
		key:   "lint.range.sum", pos: "1:39", args: map[string]string{"low": "6", "total": "5"},
	},
	{
		name:  "more of which than there are",
		wrong: "Arbete pågår med 18 kontor, varav sex kontor i Skåne och 14 kontor i Norrland.",
		right: "Arbete pågår med 18 kontor, varav två kontor i Skåne och 14 kontor i Norrland.",
		key:   "lint.range.sum", pos: "1:35",
	},
	{
		name: "list shorter than its count", file: "a.md",
		wrong: "Omgången omfattar fyra nya servicekontor i följande kommuner:\n\n- Boden\n- Laholm\n- Växjö\n",
		right: "Omgången omfattar tre nya servicekontor i följande kommuner:\n\n- Boden\n- Laholm\n- Växjö\n",
		key:   "lint.count.list", pos: "1:19", args: map[string]string{"listed": "3"},
	},
	{
		name: "count after the word for following", file: "a.md",
		wrong: "Vi öppnar i följande fyra kommuner i länet:\n\n- Boden\n- Laholm\n- Växjö\n",
		right: "Vi öppnar i följande tre kommuner i länet:\n\n- Boden\n- Laholm\n- Växjö\n",
		key:   "lint.count.list", pos: "1:22",
	},
	{
		name:  "names after a colon",
		wrong: "Kontoret ligger nära två utsatta områden: Seved, Nydala-Lindängen och Holma-Kroksbäck.",
		right: "Kontoret ligger nära tre utsatta områden: Seved, Nydala-Lindängen och Holma-Kroksbäck.",
		key:   "lint.count.list", pos: "1:22",
	},
	{
		name:  "more places than offices",
		wrong: "Vi öppnar två kontor i Boden, Laholm och Växjö.",
		right: "Vi öppnar tre kontor i Boden, Laholm och Växjö.",
		key:   "lint.count.list", pos: "1:11",
	},
	{
		name: "rows of the table cited", file: "a.md",
		wrong: "Tabell 1 visar de fyra kontoren.\n\nTabell 1. Kontor\n\n| Kommun | Typ |\n|---|---|\n| Boden | litet |\n| Laholm | litet |\n| Växjö | litet |\n",
		right: "Tabell 1 visar de tre kontoren.\n\nTabell 1. Kontor\n\n| Kommun | Typ |\n|---|---|\n| Boden | litet |\n| Laholm | litet |\n| Växjö | litet |\n",
		key:   "lint.count.table", pos: "1:19",
	},
	{
		name:  "two sections disagree",
		wrong: "År 2023 finns det 149 servicekontor.\n\nVi räknar med att det 2023 finns drygt 150 servicekontor.",
		right: "År 2023 finns det 149 servicekontor.\n\nVi räknar med att det 2023 finns nästan 150 servicekontor.",
		key:   "lint.count.sections", pos: "3:34", args: map[string]string{"count": "drygt 150 servicekontor", "other": "149 servicekontor"},
	},
	{
		name: "the facts disagree", facts: true,
		wrong: "Den 1 juni 2019 fanns det 117 servicekontor.",
		right: "Den 1 juni 2019 fanns det 113 servicekontor. I maj 2021 fanns det 116 servicekontor.",
		key:   "lint.count.fact", pos: "1:27", args: map[string]string{"fact": "113", "source": "årsredovisning 2019"},
	},
	{
		name: "the round has another size", facts: true,
		wrong: "Här redovisas vilka fyra kontor som ingår i den första omgången.",
		right: "Här redovisas vilka tre kontor som ingår i den första omgången. I första omgången öppnar två kontor i juni.",
		key:   "lint.count.group", pos: "1:21", args: map[string]string{"size": "3"},
	},
	{
		name: "a type has another count", facts: true,
		wrong: "Den första omgången omfattar två flexikontor och ett litet kontor.",
		right: "Den första omgången omfattar ett flexikontor och två små kontor.",
		key:   "lint.count.type", pos: "1:30",
	},
	{
		name: "a name of the round is missing", facts: true, file: "a.md",
		wrong: "Den första omgången omfattar:\n\n- Boden\n- Laholm\n- Ånge\n",
		right: "Den första omgången omfattar:\n\n- Boden\n- Laholm\n- Växjö (Araby)\n",
		key:   "lint.count.missing", pos: "1:5", args: map[string]string{"names": "Växjö"},
	},
	{
		name: "a name nearly in the register", facts: true,
		wrong: "Kontoret i Stenungssund öppnar senare.",
		right: "Kontoret i Stenungsund öppnar senare, liksom Stenungsunds och Lidköpings, men Linköpingsborna väntar.",
		key:   "lint.place.register", pos: "1:12", args: map[string]string{"nearest": "Stenungsund"},
	},
	{
		name:  "one place in two spellings",
		wrong: "Kontoret i Malmö (Mobilia) är stort. Mobila ligger centralt.",
		right: "Kontoret i Malmö (Mobilia) är stort. Mobilia ligger centralt. Mobilias läge är gott.",
		key:   "lint.place.twoWays", pos: "1:38", args: map[string]string{"other": "Mobilia"},
	},
	{
		name: "a place in the wrong municipality", facts: true,
		wrong: "Kontoren är Växjö (Skäggetorp) och Boden.",
		right: "Kontoren är Linköping (Skäggetorp) och Stockholm (Rinkeby).",
		key:   "lint.place.municipality", pos: "1:13",
	},
	{
		name: "an opening after the window", facts: true,
		wrong: "I den första omgången öppnas kontoret den 1 juni 2023.",
		right: "I den första omgången öppnas kontoret den 1 juni 2022. Beslutet fattades den 3 mars 2020.",
		key:   "lint.date.outside", pos: "1:43", args: map[string]string{"date": "2023-06-01"},
	},
	{
		name: "openings outside the soft window", facts: true, file: "a.md",
		wrong: "Tabell 1. Öppnande i den första omgången\n\n| Kommun | Öppnar |\n|---|---|\n| Boden | 22-06-01 |\n| Laholm | 2022-10-03 |\n| Växjö | 22-12-15 |\n",
		right: "Tabell 1. Öppnande i den första omgången\n\n| Kommun | Öppnar |\n|---|---|\n| Boden | 22-06-01 |\n| Laholm | 2022-05-31 |\n| Växjö | 22-06-30 |\n",
		key:   "lint.date.soft", pos: "6:12", args: map[string]string{"inside": "1", "listed": "3"},
	},
	{
		name:  "a day that no calendar has",
		wrong: "Regeringen beslutade den 31 februari 2024 om fler kontor.",
		right: "Regeringen beslutade den 29 februari 2024 om fler kontor. Läs avsnitt 31 mars 2024 till 30 april, 28 februari 2023.",
		key:   "lint.date.impossible", pos: "1:26", args: map[string]string{"date": "31 februari 2024"},
	},
	{
		name:  "a leap day in a common year, as a code and in English",
		wrong: "The decision came on 2023-02-29 and the office opened.",
		right: "The decision came on 2024-02-29, after February 28, 2023 and 30 April 2022, dnr 2023-02-2910.",
		key:   "lint.date.impossible", pos: "1:22", args: map[string]string{"date": "2023-02-29"},
	},
	{
		name:  "a month too short, without year and in English",
		wrong: "The office opened on February 30, with the staff.",
		right: "The office opened on February 29, with the staff. I mars 31 kontor, april 30 kontor.",
		key:   "lint.date.impossible", pos: "1:22", args: map[string]string{"date": "February 30"},
	},
	{
		name: "fewer offices in all than places named", facts: true,
		wrong: "Kontor öppnas i Boden, Laholm och Växjö, totalt 2 kontor.",
		right: "Kontor öppnas i Boden, Laholm och Växjö, totalt 3 kontor. Besök görs i Boden, Laholm och Malmö, totalt drygt 2 kontor.",
		key:   "lint.count.names", pos: "1:49", args: map[string]string{"listed": "3"},
	},
	{
		name: "more offices in all than places with one each", facts: true,
		wrong: "Boden, Laholm och Växjö, totalt 4 kontor, har fått lokal.",
		right: "Boden, Laholm och Malmö, totalt 4 kontor, har fått lokal. Boden, Laholm och Växjö har totalt 4 kontorschefer. " +
			"Boden, Laholm och Växjö, totalt 4 nya lokaler.",
		key: "lint.count.names", pos: "1:33",
	},
	{
		name:  "parts larger than their whole, year by year",
		wrong: "Av 28 kontor öppnar 14 under 2022 och 15 under 2023.",
		right: "Av 28 kontor öppnar 14 under 2022 och 14 under 2023. Av 28 kontor öppnar 14 under 2022 och 10 under 2023. " +
			"Av 28 kontor öppnar 20 under 2022 och 15 i december 2022. Av 28 kontor har 20 hiss 2022 och 15 parkering 2023.",
		key: "lint.range.whole", pos: "1:21", args: map[string]string{"sum": "29", "total": "28"},
	},
	{
		name:  "parts larger than their whole, round by round",
		wrong: "Av de 28 kontoren öppnar 14 i den första omgången och 15 i den andra.",
		right: "Av de 28 kontoren öppnar 14 i den första omgången och 14 i den andra. Av 28 kontor öppnar 20 i första omgången och 15 det första halvåret.",
		key:   "lint.range.whole", pos: "1:26",
	},
	{
		name:  "parts larger than their whole, in English",
		wrong: "Of the 28 offices, 14 will open in 2022 and 15 in 2023.",
		right: "Of the 28 offices, 14 will open in 2022 and 14 in 2023. Of the 28 offices, 20 will open in 2022, of which 15 in June 2022.",
		key:   "lint.range.whole", pos: "1:20",
	},
	{
		name: "an opening outside the window of the place's round", facts: true,
		wrong: "Kontoret i Boden öppnar den 1 mars 2023.",
		right: "Kontoret i Boden öppnar den 1 mars 2022. Kontoret i Malmö öppnar den 1 mars 2023. Avtalet i Boden löper till den 1 mars 2025.",
		key:   "lint.date.outside", pos: "1:29", args: map[string]string{"window": "omgång 1"},
	},
	{
		name: "a table right below its lead-in", file: "a.md",
		wrong: "Kontoren fördelas så här:\n| Typ | Antal |\n|---|---:|\n| Flexi | 4 |\n| Små | 7 |\n| Summa | 12 |\n",
		right: "Kontoren fördelas så här:\n| Typ | Antal |\n|---|---:|\n| Flexi | 4 |\n| Små | 7 |\n| Summa | 11 |\n",
		key:   "lint.sum.table", pos: "6:11",
	},
	{
		name: "a table without outer bars right below its lead-in", file: "a.md",
		wrong: "Kontoren fördelas så här, på 28 kontor.\nTyp | Antal\n---|---:\nFlexi | 4\nSmå | 7\nSumma | 12\n",
		right: "Kontoren fördelas så här, på 28 kontor.\nTyp | Antal\n---|---:\nFlexi | 4\nSmå | 7\nSumma | 11\n",
		key:   "lint.sum.table", pos: "6:9",
	},
	{
		name: "a total that is not the sum", file: "a.md",
		wrong: "| Typ | Antal |\n|---|---:|\n| Flexi | 4 |\n| Små | 7 |\n| Stora | 3 |\n| Summa | 15 |\n",
		right: "| Typ | Antal |\n|---|---:|\n| Flexi | 4 |\n| Små | 7 |\n| Stora | 3 |\n| Okänd | – |\n| Summa | 14 |\n",
		key:   "lint.sum.table", pos: "6:11", args: map[string]string{"total": "15", "sum": "14"},
	},
	{
		name: "rounded amounts may differ in the last digit", file: "a.md",
		wrong: "| Typ | mnkr |\n|---|---|\n| A | 1,04 |\n| B | 1,04 |\n| Totalt | 2,2 |\n",
		right: "| Typ | mnkr |\n|---|---|\n| A | 1,04 |\n| B | 1,04 |\n| Totalt | 2,1 |\n",
		key:   "lint.sum.table", pos: "5:12",
	},
	{
		name: "a last column that is not the sum of its row", file: "a.md",
		wrong: "| År | Anslag | Lån | Övrigt | Summa |\n|---|---|---|---|---|\n| A | 5 | 2 | 1 | 9 |\n",
		right: "| År | Anslag | Lån | Övrigt | Summa |\n|---|---|---|---|---|\n| A | 5 | 2 | 1 | 8 |\n",
		key:   "lint.sum.table", pos: "3:19",
	},
}
