package lint

import "strings"

// The small vocabularies that the rules share. They are closed lists of
// function words and of the things that a report on service offices counts;
// names and figures come from Facts.

// numberWords gives the value of number words up to nineteen and of the tens;
// compounds are read by wordValue.
var numberWords = map[string]float64{
	"noll": 0, "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9,
	"tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
	"arton": 18, "nitton": 19, "tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60,
	"sjuttio": 70, "åttio": 80, "nittio": 90, "hundra": 100, "etthundra": 100,
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var swedishTens = []string{"tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"}

// wordValue reads a number word, also tjugoåtta and tjugoen.
func wordValue(w string) (float64, bool) {
	if v, ok := numberWords[w]; ok {
		return v, true
	}
	for _, ten := range swedishTens {
		if rest, ok := strings.CutPrefix(w, ten); ok {
			if v, ok := numberWords[rest]; ok && v > 0 && v < 10 {
				return numberWords[ten] + v, true
			}
		}
	}
	return 0, false
}

// isArticle says that a number word is just as often an article.
func isArticle(w string) bool { return w == "en" || w == "ett" || w == "one" }

// unit is what stands after a number that makes it an amount or a share.
type unit uint8

const (
	noUnit unit = iota
	percentUnit
	moneyUnit
	otherUnit // minutes, kilometres, hours: not a count of things
)

var units = map[string]unit{
	"procent": percentUnit, "percent": percentUnit, "procentenheter": otherUnit, "%": percentUnit,
	"kronor": moneyUnit, "kr": moneyUnit, "mnkr": moneyUnit, "mkr": moneyUnit, "tkr": moneyUnit, "mdkr": moneyUnit,
	"miljoner": moneyUnit, "miljon": moneyUnit, "miljarder": moneyUnit, "miljard": moneyUnit, "tusen": moneyUnit,
	"million": moneyUnit, "millions": moneyUnit, "billion": moneyUnit, "thousand": moneyUnit, "sek": moneyUnit,
	"minuter": otherUnit, "minutes": otherUnit, "timmar": otherUnit, "hours": otherUnit, "km": otherUnit,
	"kilometer": otherUnit, "mil": otherUnit, "meter": otherUnit, "dagar": otherUnit, "days": otherUnit,
	"månader": otherUnit, "months": otherUnit, "veckor": otherUnit, "weeks": otherUnit, "år": otherUnit,
	"years": otherUnit, "arbetsdagar": otherUnit, "gånger": otherUnit, "times": otherUnit,
}

// describing holds words that may stand between a number and what it counts.
var describing = wordSet(`nya nytt ny nye ytterligare fler flera befintliga befintligt befintlig stora stort stor små litet liten
	mellanstora mellanstort mellanstor mindre större preliminära preliminärt andra annat statliga statligt lokala lokalt
	socialt utsatta utsatt extra fasta öppna planerade planerat återstående kommunala samlokaliserade särskilt olika av de dessa
	sådana namngivna föreslagna nyöppnade egna
	new additional further more existing large small medium sized medium-sized planned other vulnerable public government
	remaining named proposed local socially of the these service such`)

// family names the group of words that count the same things: every kind of
// office is an office. "" means that the word is not known to be counted.
func family(word string) string {
	switch {
	case strings.Contains(word, "kontorsetablering"), word == "etableringar", word == "etablering",
		word == "etableringarna", word == "establishments", word == "establishment":
		return "office"
	case strings.Contains(word, "kontorist"), strings.HasPrefix(word, "kontors"), strings.Contains(word, "kontorsti"):
		return ""
	case strings.HasSuffix(stem(word), "kontor"), word == "office", word == "offices":
		return "office"
	case strings.HasPrefix(word, "kommun") && stem(word) == "kommun", word == "municipality", word == "municipalities":
		return "municipality"
	case stem(word) == "område", word == "area", word == "areas":
		return "area"
	}
	return ""
}

// stem takes the Swedish endings off the words that are counted, enough to see
// that two forms are of one word.
func stem(w string) string {
	switch {
	case strings.HasSuffix(w, "kontoren"), strings.HasSuffix(w, "kontoret"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "kontorens"), strings.HasSuffix(w, "kontorets"):
		return w[:len(w)-3]
	case strings.HasPrefix(w, "kommun"):
		switch w[len("kommun"):] {
		case "er", "erna", "en", "ernas":
			return "kommun"
		}
	case strings.HasSuffix(w, "områden"), strings.HasSuffix(w, "området"):
		return w[:len(w)-1]
	case strings.HasSuffix(w, "områdena"):
		return w[:len(w)-2]
	}
	for _, ending := range []string{"arna", "erna", "orna", "ar", "er", "or", "ies", "s"} {
		if rest, ok := strings.CutSuffix(w, ending); ok && len(rest) >= 4 && !strings.HasSuffix(w, "kontor") {
			if ending == "ies" {
				return rest + "y"
			}
			return rest
		}
	}
	return w
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
