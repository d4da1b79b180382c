package lint

import "strings"

// A Message is the text of a key in both languages. {name} stands for the
// argument of that name.
type Message struct{ Sv, En string }

// Messages holds the text of every key that a Finding can have, for the
// package that speaks to people to take over.
var Messages = map[string]Message{
	"lint.change.difference": {
		"Ändringen anges till {change}, men från {base} till {new} är det {difference}. {change} vore rätt om utgångsvärdet var {changeBase}.",
		"The change is given as {change}, but from {base} to {new} it is {difference}. {change} would be right if the base were {changeBase}.",
	},
	"lint.change.differenceAndShare": {
		"Ändringen anges till {change}, men från {base} till {new} är det {difference} ({share} procent). {change} vore rätt om utgångsvärdet var {changeBase}, och då {changeShare} procent i stället för {percent}.",
		"The change is given as {change}, but from {base} to {new} it is {difference} ({share} per cent). {change} would be right if the base were {changeBase}, and then {changeShare} per cent instead of {percent}.",
	},
	"lint.change.both": {
		"Varken {change} eller {percent} procent stämmer: från {base} till {new} är ändringen {difference}, det vill säga {share} procent.",
		"Neither {change} nor {percent} per cent is right: from {base} to {new} the change is {difference}, which is {share} per cent.",
	},
	"lint.change.share": {
		"{percent} procent stämmer inte: från {base} till {new} är ändringen {share} procent.",
		"{percent} per cent is not right: from {base} to {new} the change is {share} per cent.",
	},
	"lint.range.impossible": {
		"Delarna blir tillsammans {low}–{high} och kan inte bli {total}.",
		"The parts add up to {low}–{high} and cannot be {total}.",
	},
	"lint.range.sum": {
		"Delarna blir tillsammans {low}, inte {total}.",
		"The parts add up to {low}, not {total}.",
	},
	"lint.range.constrained": {
		"Delarna blir tillsammans {low}–{high}, men summan ska vara {total}. Det går bara med: {feasible}.",
		"The parts add up to {low}–{high}, but the total is {total}. That holds only for: {feasible}.",
	},
	"lint.count.type": {
		"Texten anger {count} av typen {type} i {group}; enligt underlaget är de {low}–{high}.",
		"The text gives {count} of type {type} in {group}; according to the facts there are {low}–{high}.",
	},
	"lint.count.list": {
		"Texten anger {count} ({head}), men listan har {listed}.",
		"The text says {count} ({head}), but the list has {listed}.",
	},
	"lint.count.table": {
		"Texten anger {count} ({head}), men tabell {table} har {listed} rader.",
		"The text says {count} ({head}), but table {table} has {listed} rows.",
	},
	"lint.count.missing": {
		"I listan över {group} saknas {names}.",
		"The list of {group} lacks {names}.",
	},
	"lint.count.sections": {
		"Här står ”{count}”, men på ett annat ställe ”{other}” om samma sak.",
		"Here it says “{count}”, but elsewhere “{other}” about the same thing.",
	},
	"lint.count.fact": {
		"Här står ”{count}”, men underlaget har {fact} för {when} ({source}).",
		"Here it says “{count}”, but the facts have {fact} for {when} ({source}).",
	},
	"lint.count.group": {
		"Här står ”{count}”, men {group} omfattar {size}.",
		"Here it says “{count}”, but {group} has {size}.",
	},
	"lint.place.register": {
		"”{name}” finns inte i registret. Närmast är ”{nearest}”.",
		"“{name}” is not in the register. The nearest is “{nearest}”.",
	},
	"lint.place.twoWays": {
		"”{name}” stavas på annat ställe ”{other}”.",
		"“{name}” is spelt “{other}” elsewhere.",
	},
	"lint.place.municipality": {
		"”{name}” ligger inte i {municipality} enligt registret.",
		"“{name}” does not lie in {municipality} according to the register.",
	},
	"lint.date.outside": {
		"Öppningsdatumet {date} ligger utanför tiden för {window} ({first}–{last}).",
		"The opening date {date} lies outside the window of {window} ({first} to {last}).",
	},
	"lint.date.impossible": {
		"Dagen {date} finns inte.",
		"The day {date} does not exist.",
	},
	"lint.range.whole": {
		"Delarna blir tillsammans {sum}, fler än de {total} som de är en del av.",
		"The parts add up to {sum}, more than the {total} that they are part of.",
	},
	"lint.count.names": {
		"Texten anger totalt {count} ({head}), men räknar upp {listed}.",
		"The text says {count} in all ({head}), but names {listed}.",
	},
	"lint.date.soft": {
		"Bara {inside} av {listed} öppningsdatum för {window} ligger inom {soft}, som uppdraget eftersträvar.",
		"Only {inside} of {listed} opening dates of {window} lie in {soft}, which the mandate aims for.",
	},
	"lint.bound.free": {
		"Talet {number} är inte bundet till någon uppgift i underlaget.",
		"The number {number} is not bound to any figure.",
	},
	"lint.bound.unknown": {
		"{shown} är bundet till {address}, som inte finns i rapportens förteckning.",
		"{shown} is bound to {address}, which is not in the report's manifest.",
	},
	"lint.bound.differs": {
		"Texten visar {shown}, men {address} är {figure}.",
		"The text shows {shown}, but {address} is {figure}.",
	},
	"lint.sum.table": {
		"{label}: här står {total}, men delarna blir {sum}.",
		"{label}: it says {total}, but the parts add up to {sum}.",
	},
}

// Format writes the message of a finding from one of its texts.
func (f Finding) Format(text string) string {
	pairs := make([]string, 0, 2*len(f.Args))
	for _, a := range f.Args {
		pairs = append(pairs, "{"+a.Name+"}", a.Value)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
