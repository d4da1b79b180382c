package report_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/lint"
)

// seedReport reads the published report that the example tells of, or skips.
func seedReport(t *testing.T) []byte {
	t.Helper()
	data := os.Getenv("ETABLERA_DATA")
	if data == "" {
		data = "../../../shared/data"
	}
	files, _ := filepath.Glob(filepath.Join(data, "..", "seed", "*.txt"))
	if len(files) == 0 {
		t.Skipf("the published report is not beside %s (set ETABLERA_DATA)", data)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Held against the example's facts, the published report shows its five real
// mistakes where they stand, and nothing else that would be called one.
func TestFlawsOfThePublishedReport(t *testing.T) {
	text, err := lint.Read("seed.txt", seedReport(t))
	if err != nil {
		t.Fatal(err)
	}
	var got, all []string
	for _, f := range lint.Check(text, report.LintFacts(exampleAsOf(t, firstReport))) {
		all = append(all, f.Pos.String()+" "+f.Severity.String()+" "+f.Key+": "+f.Excerpt)
		got = append(got, f.Pos.String())
	}
	want := []string{"358:1", "381:3", "410:51", "449:4", "600:5"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v:\n%s", got, want, strings.Join(all, "\n"))
	}
}

// The linter's facts hold what the programme knows, and nothing that was vague
// or yet to come.
func TestLintFacts(t *testing.T) {
	f := report.LintFacts(exampleAsOf(t, firstReport))
	if len(f.Windows) != 2 || f.Windows[0].Span.String() != "2022" || f.Windows[0].Soft.String() != "2022-01/2022-06" || f.Windows[1].Soft.IsKnown() {
		t.Errorf("windows %+v", f.Windows)
	}
	if len(f.Groups) != 2 || f.Groups[0].Size != 14 || len(f.Groups[1].Names) != 14 || !slices.Contains(f.Groups[0].Words, "första omgången") {
		t.Errorf("groups %+v", f.Groups)
	}
	if len(f.Types) != 4 {
		t.Errorf("types %+v", f.Types)
	}
	names := map[string]string{}
	for _, p := range f.Places {
		names[p.Name] = p.Kind
	}
	for name, kind := range map[string]string{"Stenungsund": "municipality", "Mobilia": "office", "Rinkeby/Tensta": "area"} {
		if names[name] == "" {
			t.Errorf("%s, a %s, is no place", name, kind)
		}
	}
	for _, c := range f.Counts {
		if c.Value == 149 {
			t.Error("149 offices are expected, not counted")
		}
	}
	if len(f.Counts) == 0 || f.Bound {
		t.Errorf("%d counts, bound %v", len(f.Counts), f.Bound)
	}
}

// A count that was announced or vaguely told binds no text; one that was made does.
func TestOnlyCountsBindATextThatWereMade(t *testing.T) {
	day := civil.Day(civil.MustDate("2021-05-26"))
	s := &programme.Snapshot{NetworkCounts: []programme.NetworkCount{
		{Date: day, Offices: programme.Exactly(116), Kind: programme.Counted},
		{Date: day, Offices: programme.Exactly(149), Kind: programme.Expected},
		{Date: day, Offices: programme.Between(110, 115), Kind: programme.Counted},
		{Date: day, Offices: programme.Exactly(150), Kind: programme.Counted, Wording: "nästan 150"},
	}}
	f := report.LintFacts(s)
	if len(f.Counts) != 1 || f.Counts[0].Value != 116 || f.Counts[0].When != day {
		t.Errorf("counts %+v", f.Counts)
	}
}
