package main

import "maps"

func init() { maps.Copy(texts, catchmentTexts) }

// catchmentTexts are the words of the flags of catchment and of tables of times:
// Swedish, English.
var catchmentTexts = map[string][2]string{
	"flag.catchment":           {"`MÅTT` på upptagningsområden: gravity, 2sfca eller e2sfca", "`MEASURE` of catchment: gravity, 2sfca or e2sfca"},
	"flag.catchment-minutes":   {"så många `MINUTER` bort når ett kontor (30; för gravity 60)", "an office reaches so many `MINUTES` (30; for gravity 60)"},
	"flag.decay":               {"hur viljan att resa avtar, `FORM`: half-time:10, gaussian:15, power:5,2, zones:10=1,20=0.68,30=0.22 eller within", "how the will to travel falls, `FORM`: half-time:10, gaussian:15, power:5,2, zones:10=1,20=0.68,30=0.22 or within"},
	"flag.supply":              {"`VAD` som räknas vid kontoren: officers (handläggare) eller offices (kontor)", "`WHAT` is counted at the offices: officers or offices"},
	"flag.demand":              {"den `GRUPP` som delar på kontoren", "the `GROUP` that shares the offices"},
	"wrong.catchment":          {"--catchment %q finns inte: använd gravity, 2sfca eller e2sfca", "there is no --catchment %q: use gravity, 2sfca or e2sfca"},
	"wrong.catchment-alone":    {"--catchment-minutes, --decay, --supply och --demand säger något bara tillsammans med --catchment", "--catchment-minutes, --decay, --supply and --demand say something only together with --catchment"},
	"wrong.catchment-minutes":  {"--catchment-minutes %d går inte: ange 1 till %d", "--catchment-minutes %d will not do: give 1 to %d"},
	"wrong.supply":             {"--supply %q finns inte: använd officers eller offices", "there is no --supply %q: use officers or offices"},
	"wrong.decay":              {"--decay %q går inte att förstå: skriv till exempel %s", "--decay %q cannot be read: write, for example, %s"},
	"wrong.decay-floating":     {"2sfca har inget avtagande: använd e2sfca, eller utelämna --decay", "2sfca has no decay: use e2sfca, or leave out --decay"},
	"wrong.matrix-parquet":     {"%s: radgrupp %d, rad %d, kolumnen %q: %s: %q", "%s: row group %d, row %d, column %q: %s: %q"},
	"wrong.matrix-not-parquet": {"filen är inte Parquet", "the file is not Parquet"},
	"wrong.matrix-broken":      {"filen är avhuggen eller motsäger sig själv", "the file is cut off or contradicts itself"},
	"wrong.matrix-unsupported": {"det sättet att lagra läses inte: kolumnerna ska vara texter och tal i en nivå, okomprimerade eller med snappy", "that way of storing is not read: columns are to be texts and numbers in one level, uncompressed or with snappy"},
	"wrong.demand":             {"gruppen %q finns inte: använd %s", "there is no group %q: use %s"},
}
