package compliance_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/sweden"
)

var update = flag.Bool("update", false, "write the golden files anew")

func init() { locale.Register(compliance.Messages) }

var calendar = sync.OnceValue(func() *sweden.WorkingCalendar {
	c, err := sweden.NewWorkingCalendar(1991, 2090)
	if err != nil {
		panic(err)
	}
	return c
})

// plan2021 checks the embedded example as seen on a day.
func plan2021(t *testing.T, day string) (*compliance.Matrix, figure.Shelf, *programme.Snapshot) {
	t.Helper()
	whole, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes)
	}
	s := whole.AsOf(civil.MustDate(day))
	x := programme.NewIndex(s)
	tt, err := timetable.Make(x, calendar(), timetable.Options{Seed: 1, Runs: 2000})
	if err != nil {
		t.Fatal(err)
	}
	m := compliance.Check(x, tt, compliance.Options{})
	return m, shelf(s, tt, m), s
}

// The statuses of the example, each with its grounds, on the day of the report
// and on later days: golden files to be read by somebody who knows the mandate.
func TestExample(t *testing.T) {
	for _, c := range []struct {
		day  string
		lang locale.Lang
		file string
	}{
		{"2021-09-24", locale.Swedish, "example-2021-09-24.txt"},
		{"2021-09-24", locale.English, "example-2021-09-24.en.txt"},
		{"2022-06-30", locale.Swedish, "example-2022-06-30.txt"},
		{"2023-06-30", locale.Swedish, "example-2023-06-30.txt"},
		{"2025-12-31", locale.Swedish, "example-2025-12-31.txt"},
	} {
		t.Run(c.file, func(t *testing.T) {
			m, _, s := plan2021(t, c.day)
			got := write(m, s, c.lang)
			file := filepath.Join("testdata", c.file)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the matrix is not that of %s; run with -update and read the difference:\n%s", file, got)
			}
		})
	}
}

// How the clauses of 2021 stood on the day of the report, and why.
func TestExampleOnTheDayOfTheReport(t *testing.T) {
	want := map[programme.ClauseID]compliance.Status{
		"minst-28-kontor":           compliance.AtRisk,    // all 28 are needed, and none may be late: no office to spare
		"namngivna-kommuner":        compliance.MetByPlan, // a project in each of the 23
		"storstadsomraden":          compliance.MetByPlan, // five of five to six
		"i-eller-vid-utsatt-omrade": compliance.Unknown,   // three areas to be chosen by January 2022, and Mobilia's address
		"polisens-lista":            compliance.Unknown,   // the same
		"omgang-1-minst-13":         compliance.MetByPlan, // 14
		"omgang-1-under-2022":       compliance.MetByPlan, // half is enough by the reading
		"forsta-halvaret-2022":      compliance.MetByPlan, // some will, eleven will not
		"omgang-2-under-2023":       compliance.MetByPlan,
		"blandning":                 compliance.MetByPlan,
		"myndigheter-horda":         compliance.Unknown, // dialogue with four; of the others' opinions no day is stated
		"kommuner-horda":            compliance.NotDue,  // those of round 2 from the end of October
		"regioner-horda":            compliance.Unknown, // opinions are being obtained, of whom and when is not stated
		"samlokalisering":           compliance.Unknown, // nothing is recorded of any project
		"delredovisning-1-i-tid":    compliance.Met,     // on the very day
		"delredovisning-2-i-tid":    compliance.NotDue,
		"slutredovisning-i-tid":     compliance.NotDue,
		"departementet-informerat":  compliance.NotDue,    // the timetable is of today
		"styrelsen-beslutar-ort":    compliance.Unknown,   // the report tells of no decision
		"fyra-kontor-2020":          compliance.MetByPlan, // the earlier mandate states no end
		"ulricehamn-2020":           compliance.Unknown,   // the day has passed, and the report does not say that it opened
	}
	m, _, _ := plan2021(t, "2021-09-24")
	for _, f := range m.Findings {
		if f.Status != want[f.Clause] {
			t.Errorf("%s is %s, want %s", f.Clause, f.Status, want[f.Clause])
		}
		delete(want, f.Clause)
	}
	if len(want) > 0 {
		t.Errorf("nothing is said of %v", want)
	}
}

func write(m *compliance.Matrix, s *programme.Snapshot, lang locale.Lang) string {
	var b strings.Builder
	numbers := map[locale.Lang]string{locale.Swedish: "krävs %s, uppmätt %s", locale.English: "required %s, measured %s"}[lang]
	for _, f := range m.Findings {
		fmt.Fprintf(&b, "%s/%s  %s  %s", f.Mandate, f.Clause, lang.T("clause."+string(f.Kind)), lang.T("status."+string(f.Status)))
		if !math.IsNaN(f.Probability) {
			fmt.Fprintf(&b, " (%s)", lang.Percent(f.Probability, 0))
		}
		fmt.Fprintf(&b, "\n  %s\n  "+numbers+"\n", s.Mandates[f.MandateAt].Clauses[f.ClauseAt].Text.In(string(lang)), lang.Value(f.Required), lang.Value(f.Measured))
		for _, e := range f.Evidence {
			sign := map[programme.Tri]string{programme.Yes: "+", programme.No: "-", programme.Unknown: "?"}[e.For]
			fmt.Fprintf(&b, "  %s %s: %s  [%s]\n", sign, e.Subject.In(string(lang)), lang.Label(e.What), e.Address)
		}
		for _, n := range f.Needs {
			fmt.Fprintf(&b, "  > %s\n", lang.Label(n))
		}
		b.WriteByte('\n')
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}
