package main

import (
	"errors"
	"fmt"
	"maps"
	"strings"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/travel/container"
	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/prepared"
	"github.com/etablera/etablera/travel/road"
)

func init() { maps.Copy(networkTexts, readerTexts) }

// readerTexts say what is wrong in the files that networks are made of: Swedish,
// English. The readers have details of their own in English, which follow there.
var readerTexts = map[string][2]string{
	"osm.error":       {"%[1]s: %[2]s: %[3]s", "%[1]s: %[2]s: %[4]s"},
	"osm.blob":        {"block %d från byte %d", "blob %d at byte %d"},
	"osm.line":        {"rad %d, kolumn %d", "line %d, column %d"},
	"osm.truncated":   {"filen slutar för tidigt; är den avhuggen?", "the file ends too early; was it cut off?"},
	"osm.too-large":   {"mer än vad som läses, eller orimligt hårt packat", "more than is read, or packed beyond belief"},
	"osm.not-osm":     {"filen är inget utdrag ur OpenStreetMap: det ska vara PBF, eller XML packad med gzip eller bzip2", "the file is no extract of OpenStreetMap: PBF, or XML packed with gzip or bzip2, is expected"},
	"osm.version":     {"en annan version av formatet: 0.6 läses", "another version of the format: 0.6 is read"},
	"osm.unsupported": {"filen kräver eller är packad med något som inte läses: skriv den med zlib", "the file requires or is packed with something that is not read: write it with zlib"},
	"osm.disordered":  {"filen säger att den är sorterad efter noder, vägar och relationer men är inte det", "the file claims to be sorted by nodes, ways and relations and is not"},
	"osm.position":    {"ett läge ligger inte på jorden", "a position is not on the earth"},
	"osm.number":      {"ett heltal väntas", "a whole number is expected"},
	"osm.damaged":     {"uppgifterna går inte ihop: filen är skadad", "the contents do not agree: the file is damaged"},

	"net.truncated":     {"filen är avhuggen eller har fått något tillagt: bygg nätet igen", "the file was cut or something was added: build the network again"},
	"net.not-network":   {"filen är inget förberett nät: bygg ett med etablera network build", "the file is no prepared network: build one with etablera network build"},
	"net.other-version": {"nätet är byggt av en annan version av programmet: bygg det igen", "the network was built by another version of the programme: build it again"},
	"net.checksum":      {"kontrollsumman stämmer inte: filen är skadad, bygg nätet igen", "the checksum does not match: the file is damaged, build the network again"},
	"net.damaged":       {"uppgifterna går inte ihop: filen är skadad, bygg nätet igen", "the contents do not agree: the file is damaged, build the network again"},
	"net.error":         {"filen är inte ett helt nät: byte %[1]d: %[2]s", "the file is not a whole network: byte %[1]d: %[3]s"},

	"road.empty":     {"utdraget har inga två platser som det går att ta sig mellan med %q: är det ett utdrag med vägar?", "the extract has no two places that one can travel between by %q: is it an extract of roads?"},
	"road.too-large": {"utdraget är för stort för ett nät: ta ett mindre", "the extract is too large for one network: take a smaller one"},
	"feed-size":      {"%s: ett zip-arkiv på högst %d MB väntas", "%s: a zip archive of at most %d MB is expected"},

	"gtfs.more":            {"och %d fel till av samma slag", "and %d more of the same kinds"},
	"gtfs.missing-file":    {"filen saknas: agency, stops, routes, trips, stop_times och calendar eller calendar_dates ska ligga överst i arkivet", "the file is missing: agency, stops, routes, trips, stop_times and calendar or calendar_dates are to lie at the root of the archive"},
	"gtfs.missing-column":  {"kolumnen saknas", "the column is missing"},
	"gtfs.duplicate-name":  {"namnet står två gånger", "the name is there twice"},
	"gtfs.archive":         {"arkivet är inte helt: är det avhugget eller skadat?", "the archive is not whole: was it cut off or damaged?"},
	"gtfs.too-large":       {"mer än vad som läses", "more than is read"},
	"gtfs.record":          {"raden går inte att läsa: citattecken eller fält stämmer inte; är filen avhuggen?", "the line cannot be read: quotes or fields do not add up; was the file cut off?"},
	"gtfs.value":           {"värdet %s går inte att läsa", "the value %s cannot be read"},
	"gtfs.missing-value":   {"ett värde saknas", "a value is missing"},
	"gtfs.duplicate-id":    {"%s står för två saker", "%s stands for two things"},
	"gtfs.unknown-id":      {"%s finns inte", "%s stands for nothing"},
	"gtfs.backward-time":   {"tiden ligger före den förra: %s", "the time lies before the one before: %s"},
	"gtfs.missing-time":    {"turens första eller sista stopp saknar tid", "the first or last call of the trip has no time"},
	"gtfs.duplicate-order": {"samma stop_sequence för två stopp på en tur", "one stop_sequence for two calls of a trip"},
	"gtfs.span":            {"slutet ligger före början, eller två tider överlappar: %s", "an end before its beginning, or two that overlap: %s"},
	"gtfs.several-zones":   {"trafikföretagen har olika tidszoner: %s", "agencies in different time zones: %s"},
	"gtfs.few-calls":       {"en tur har färre än två stopp", "a trip calls at fewer than two stops"},
	"gtfs.no-service":      {"trafiken går aldrig", "the service never runs"},
	"gtfs.not-a-platform":  {"ett stopp vid en station eller ingång: %s", "a call at a station or an entrance: %s"},
	"gtfs.flexible-stop":   {"ett stopp i ett område i stället för vid en hållplats: %s", "a call in an area rather than at a stop: %s"},
	"gtfs.transfer-detail": {"en bytesregel för enskilda turer eller linjer", "a transfer rule for single trips or routes"},
	"gtfs.form.whole":      {"ett heltal från %g till %g väntas", "a whole number from %g to %g is expected"},
	"gtfs.form.number":     {"ett tal från %g till %g väntas", "a number from %g to %g is expected"},
	"gtfs.form.date":       {"ett datum som 20190513 väntas", "a date as 20190513 is expected"},
	"gtfs.form.time":       {"en tid som 08:05:00 väntas, högst 240 timmar", "a time as 08:05:00, up to 240 hours, is expected"},
}

// sayReader says what a reader of networks, extracts and timetables complains of, ""
// for other errors.
func (a *app) sayReader(err error) string {
	var extract *osm.Error
	var net *container.FormatError
	var version *prepared.VersionError
	var size *prepared.FeedSizeError
	var empty *road.EmptyError
	var large *road.TooLargeError
	var feed *gtfs.InvalidError
	switch {
	case errors.As(err, &extract):
		where := a.networkText("osm.blob", extract.Where.Blob, extract.Where.Offset)
		if extract.Where.Line > 0 {
			where = a.networkText("osm.line", extract.Where.Line, extract.Where.Column)
		}
		return a.networkText("osm.error", extract.Name, where, a.networkText("osm."+string(extract.Kind)), extract.Text)
	case errors.As(err, &net):
		return fileBefore(err, net) + a.networkText("net.error", net.Offset, a.networkText("net."+string(net.Kind)), net.Text)
	case errors.As(err, &version):
		return fileBefore(err, version) + a.networkText("net.other-version")
	case errors.As(err, &size):
		return a.networkText("feed-size", size.Path, prepared.MaxFeed>>20)
	case errors.As(err, &empty):
		return fileBefore(err, empty) + a.networkText("road.empty", modeNames([]string{empty.Profile}))
	case errors.As(err, &large):
		return fileBefore(err, large) + a.networkText("road.too-large")
	case errors.As(err, &feed):
		return a.networkText("feed-wrong", feed.Feed, a.feedProblems(&feed.Problems))
	}
	return ""
}

// fileBefore is what stands before an error in the text of those that it is wrapped
// in: the file's name.
func fileBefore(err, inner error) string {
	before, _, found := strings.Cut(err.Error(), inner.Error())
	if !found {
		return ""
	}
	return before
}

// feedProblems lists what is wrong in a feed, a line each. In English they say it
// themselves, with what would be right.
func (a *app) feedProblems(ps *gtfs.Problems) string {
	if a.lang == locale.English {
		return ps.String()
	}
	var lines []string
	for i := range ps.List {
		lines = append(lines, a.feedProblem(&ps.List[i]))
	}
	if more := ps.Total() - len(ps.List); more > 0 {
		lines = append(lines, a.networkText("gtfs.more", more))
	}
	return strings.Join(lines, "\n")
}

func (a *app) feedProblem(p *gtfs.Problem) string {
	place := p.File
	if p.Line > 0 {
		place += fmt.Sprintf(":%d", p.Line)
		if p.Column > 0 {
			place += fmt.Sprintf(":%d", p.Column)
		}
	}
	if p.Field != "" {
		place += " " + p.Field
	}
	key := "gtfs." + string(p.Code)
	text := ""
	if strings.Contains(networkTexts[key][0], "%s") {
		text = a.networkText(key, p.Found)
	} else {
		text = a.networkText(key)
	}
	switch p.Form {
	case gtfs.WholeForm, gtfs.NumberForm:
		text += "; " + a.networkText("gtfs.form."+string(p.Form), p.Low, p.High)
	case gtfs.DateForm, gtfs.TimeForm:
		text += "; " + a.networkText("gtfs.form."+string(p.Form))
	}
	return place + ": " + text
}
