package etablera_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const module = "github.com/etablera/etablera"

// pkg is what `go list -json` says of a package.
type pkg struct {
	ImportPath, Dir, Doc string
	Imports              []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,Doc,Imports", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var list []pkg
	for dec := json.NewDecoder(out); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	return list
}

// leaves are the words that every room of internal may use.
var leaves = []string{"internal/civil", "internal/money", "internal/spelling"}

// engines know only the standard library, mathematics and each other.
var engines = []string{"schedule", "travel", "locate"}

// mayKnow says which packages of the module a room may import, beside its own
// sub-packages and the leaves. A room that is not listed may import none.
// ARCHITECTURE.md says why.
var mayKnow = map[string][]string{
	"schedule":                 {},
	"travel":                   {},
	"locate":                   {},
	"internal/civil":           {},
	"internal/money":           {},
	"internal/spelling":        {},
	"internal/programme":       {},
	"internal/sweden":          {},
	"internal/sweden/generate": {"internal/sweden"},
	"internal/register":        {"internal/programme", "internal/sweden"},
	"internal/folder":          {"internal/programme"},
	"internal/exchange":        {"internal/programme"},
	"internal/exchange/pairs":  {"travel"},
	"internal/chart":           {},
	"internal/locale":          {"internal/programme", "internal/plan/figure"},
	"internal/plan/figure":     {"internal/programme"},
	"internal/plan/timetable":  {"internal/programme", "internal/plan/figure", "internal/sweden", "schedule"},
	"internal/plan/coverage":   {"internal/programme", "internal/plan/figure", "internal/plan/timetable", "internal/sweden", "travel"},
	"internal/plan/visits":     {"internal/programme", "internal/plan/figure", "internal/plan/timetable", "internal/plan/coverage", "internal/sweden", "travel"},
	"internal/plan/siting":     {"internal/programme", "internal/plan/figure", "internal/plan/timetable", "internal/plan/coverage", "internal/plan/visits", "internal/plan/compliance", "internal/plan/economy", "internal/sweden", "travel", "locate"},
	"internal/plan/economy":    {"internal/programme", "internal/plan/figure", "internal/plan/timetable", "internal/sweden"},
	"internal/plan/staffing":   {"internal/programme", "internal/plan/figure", "internal/plan/timetable", "internal/plan/economy", "internal/sweden"},
	"internal/plan/network":    {"internal/programme", "internal/plan/figure"},
	"internal/plan/compliance": {"internal/programme", "internal/plan/figure", "internal/plan/timetable", "internal/sweden"},
	"internal/plan/change":     {"internal/programme", "internal/plan", "internal/sweden"},
	"internal/plan":            {"internal/programme", "internal/sweden"},
	"internal/report/document": {"internal/plan/figure"},
	"internal/report/docx":     {"internal/report/document", "internal/plan/figure"},
	"internal/report/html":     {"internal/report/document", "internal/plan/figure"},
	"internal/report/xlsx":     {"internal/report/document", "internal/plan/figure"},
	"internal/report/files":    {"internal/plan/figure", "internal/report/document", "internal/report/docx", "internal/report/html", "internal/report/xlsx"},
	"internal/report/lint":     {},
	"internal/report/verify":   {"internal/report", "internal/plan", "internal/locale"},
	"internal/report":          {"internal/plan", "internal/programme", "internal/chart", "internal/locale", "internal/sweden"},
	"internal/summary":         {"internal/programme", "internal/folder", "internal/plan", "internal/chart", "internal/report", "internal/locale", "internal/sweden"},
	"internal/wording":         {"internal"},
	"examples":                 {},
	"cmd/etablera":             {"internal", "examples", "schedule", "travel", "locate"},
	"bench/schedule":           {"schedule"},
	"bench/transit":            {"travel"},
	"bench/travel":             {"travel", "internal/sweden"},
	"bench/locate":             {"locate", "travel", "internal/sweden", "internal/chart"},
}

// Data flows one way: a room imports only what ARCHITECTURE.md lets it know.
func TestRoomsKnowOnlyWhatTheyMay(t *testing.T) {
	for _, p := range packages(t) {
		room := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		if room == "" {
			continue
		}
		allowed, listed := mayKnow[room]
		for parent := room; !listed && strings.Contains(parent, "/"); {
			// An inner package may know what its room may.
			parent = parent[:strings.LastIndex(parent, "/")]
			if rooms, ok := mayKnow[parent]; ok && parent != "internal" {
				allowed, listed = append([]string{parent}, rooms...), true
			}
		}
		if !listed {
			t.Errorf("%s is not in the table of rooms: say in architecture_test.go and ARCHITECTURE.md what it may know", room)
			continue
		}
		allowed = append(append([]string{room}, allowed...), leaves...)
		for _, imported := range p.Imports {
			other, own := strings.CutPrefix(imported, module+"/")
			if own && !within(other, allowed) {
				t.Errorf("%s must not know %s", room, other)
			}
			engine := within(room, engines)
			if engine && !own && strings.Contains(imported, ".") && !strings.HasPrefix(imported, "gonum.org/") {
				t.Errorf("the engine %s must know only the standard library and mathematics, not %s", room, imported)
			}
		}
	}
}

func within(room string, allowed []string) bool {
	for _, a := range allowed {
		if room == a || strings.HasPrefix(room, a+"/") {
			return true
		}
	}
	return false
}

// Every package says what it is for before it says anything else.
func TestEveryPackageHasAComment(t *testing.T) {
	for _, p := range packages(t) {
		if p.ImportPath != module && len(p.Doc) < 40 {
			t.Errorf("%s has no package comment worth the name: %q", p.ImportPath, p.Doc)
		}
	}
}

// A file that outgrows 450 lines hides a second concept.
func TestFilesAreShort(t *testing.T) {
	for _, p := range packages(t) {
		files, err := filepath.Glob(filepath.Join(p.Dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if n := strings.Count(string(text), "\n"); n > 450 {
				t.Errorf("%s has %d lines: ask what concept is missing", filepath.Base(f), n)
			}
		}
	}
}

// The direct modules stay within the budget of docs/dependencies.md, and each is named there.
func TestDependenciesAreFewAndExplained(t *testing.T) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	reasons, err := os.ReadFile("docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	direct := 0
	for line := range strings.Lines(string(mod)) {
		fields := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "require "))
		if len(fields) != 2 || !strings.HasPrefix(fields[1], "v") {
			continue
		}
		direct++
		if !strings.Contains(string(reasons), "`"+fields[0]+"`") {
			t.Errorf("docs/dependencies.md gives no reason for %s", fields[0])
		}
	}
	if direct == 0 || direct > 20 {
		t.Errorf("%d direct modules: the budget is 20", direct)
	}
}
