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
	for _, day := range []string{"2021-09-24", "2022-06-30", "2023-06-30", "2025-12-31"} {
		t.Run(day, func(t *testing.T) {
			m, _, s := plan2021(t, day)
			got := write(m, s)
			file := filepath.Join("testdata", "example-"+day+".txt")
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

func write(m *compliance.Matrix, s *programme.Snapshot) string {
	var b strings.Builder
	sv := locale.Swedish
	for _, f := range m.Findings {
		fmt.Fprintf(&b, "%s/%s  %s  %s", f.Mandate, f.Clause, sv.T("clause."+string(f.Kind)), sv.T("status."+string(f.Status)))
		if !math.IsNaN(f.Probability) {
			fmt.Fprintf(&b, " (%s)", sv.Percent(f.Probability, 0))
		}
		fmt.Fprintf(&b, "\n  %s\n  krävs %s, uppmätt %s\n", s.Mandates[f.MandateAt].Clauses[f.ClauseAt].Text.Sv, sv.Value(f.Required), sv.Value(f.Measured))
		for _, e := range f.Evidence {
			sign := map[programme.Tri]string{programme.Yes: "+", programme.No: "-", programme.Unknown: "?"}[e.For]
			fmt.Fprintf(&b, "  %s %s: %s  [%s]\n", sign, e.Subject, sv.Label(e.What), e.Address)
		}
		for _, n := range f.Needs {
			fmt.Fprintf(&b, "  > %s\n", sv.Label(n))
		}
		b.WriteByte('\n')
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}
