package lint

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
)

// dataFolder is where the development data lies, or a skip.
func dataFolder(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("ETABLERA_DATA")
	if dir == "" {
		dir = "../../../../shared/data"
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("development data is not at %s (set ETABLERA_DATA)", dir)
	}
	return dir
}

// column reads one column of a CSV file, and a second one beside it.
func column(t testing.TB, path, name, beside string) (values, others []string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("reference data is missing: %v", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at, by := -1, -1
	for i, h := range rows[0] {
		if h == name {
			at = i
		}
		if h == beside {
			by = i
		}
	}
	if at < 0 || by < 0 {
		t.Fatalf("%s has no column %s or %s", path, name, beside)
	}
	for _, r := range rows[1:] {
		values, others = append(values, r[at]), append(others, r[by])
	}
	return values, others
}

// seedFacts is what a programme on the mandate of 2021 knows: the register of
// places, the rounds, the windows and the network counts.
func seedFacts(t testing.TB) Facts {
	dir := filepath.Join(dataFolder(t), "sweden")
	var f Facts
	for _, src := range []struct{ file, name, beside, kind string }{
		{"municipalities.csv", "name", "name", "municipality"},
		{"localities_geonames.csv", "name", "municipality", "locality"},
		{"utsatta_omraden.csv", "name", "municipality", "vulnerable area"},
	} {
		names, towns := column(t, filepath.Join(dir, src.file), src.name, src.beside)
		for i := range names {
			f.Places = append(f.Places, Place{names[i], src.kind, towns[i]})
		}
	}
	year := func(y int) civil.Span { return civil.Span{First: civil.Of(y, 1, 1), Last: civil.Of(y, 12, 31)} }
	f.Windows = []Window{
		{Label: "omgång 1", Words: []string{"första omgången", "omgång 1", "first round", "round 1"}, Span: year(2022),
			Soft: civil.Span{First: civil.Of(2022, 1, 1), Last: civil.Of(2022, 6, 30)}, SoftLabel: "första halvåret 2022"},
		{Label: "omgång 2", Words: []string{"andra omgången", "omgång 2", "second round", "round 2"}, Span: year(2023)},
	}
	f.Groups = []Group{
		{Label: "omgång 1", Words: []string{"första omgången", "omgång 1"}, Size: 14, Names: []string{"Boden", "Åre", "Uppsala", "Stockholm",
			"Nynäshamn", "Filipstad", "Finspång", "Linköping", "Borgholm", "Göteborg", "Laholm", "Sölvesborg", "Helsingborg", "Malmö"}},
		{Label: "omgång 2", Words: []string{"andra omgången", "omgång 2"}, Size: 14, Names: []string{"Nordmaling", "Ånge", "Östhammar",
			"Sollentuna", "Järfälla", "Södertälje", "Eskilstuna", "Askersund", "Norrköping", "Jönköping", "Lysekil", "Stenungsund",
			"Växjö", "Tingsryd"}},
	}
	f.Types = []TypeCount{
		{"omgång 1", []string{"flexikontor"}, 4, 4}, {"omgång 1", []string{"små kontor"}, 7, 7},
		{"omgång 1", []string{"mellanstora kontor"}, 1, 2}, {"omgång 1", []string{"stora kontor"}, 1, 2},
	}
	f.Counts = []Count{
		{[]string{"servicekontor", "service offices"}, civil.Span{First: civil.Of(2017, 9, 1), Last: civil.Of(2017, 9, 30)}, 103, "delredovisning 1"},
		{[]string{"servicekontor", "service offices"}, civil.Day(civil.Of(2019, 6, 1)), 113, "delredovisning 1"},
		{[]string{"servicekontor", "service offices"}, year(2023), 149, "delredovisning 1"},
	}
	return f
}

// seedText reads the published interim report, or skips.
func seedText(t testing.TB) string {
	files, _ := filepath.Glob(filepath.Join(dataFolder(t), "..", "seed", "*.txt"))
	if len(files) == 0 {
		t.Skip("the seed report is not beside the development data")
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func check(t testing.TB, name, source string, facts Facts) []Finding {
	t.Helper()
	text, err := Read(name, []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	return Check(text, facts)
}

func describe(found []Finding) string {
	var b strings.Builder
	for _, f := range found {
		b.WriteString(f.Pos.String() + " " + f.Rule + " " + f.Severity.String() + " " + f.Key + "\n\t" + f.Format(Messages[f.Key].Sv) + "\n\t" + f.Excerpt + "\n")
	}
	return b.String()
}
