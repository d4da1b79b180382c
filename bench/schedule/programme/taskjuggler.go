package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/etablera/etablera/schedule/portfolio"
)

// answer is what TaskJuggler made of the programme.
type answer struct {
	took     time.Duration
	leaders  float64 // per project, in the mean
	makespan int
}

// monday is day 0 of the axis.
var monday = time.Date(2026, time.January, 5, 0, 0, 0, 0, time.UTC)

// taskJuggler writes the programme in TaskJuggler's language, runs tj3 on it and reads the report.
func taskJuggler(s *portfolio.Spec) (*answer, error) {
	dir, err := os.MkdirTemp("", "programme")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "programme.tjp"), []byte(tjp(s)), 0o600); err != nil {
		return nil, err
	}
	cmd := exec.Command("tj3", "--silent", "programme.tjp")
	cmd.Dir = dir
	begin := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %.300s", err, out)
	}
	took := time.Since(begin)
	f, err := os.Open(filepath.Join(dir, "report.csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	return read(rows, took)
}

// tjp writes the programme in TaskJuggler's language.
func tjp(s *portfolio.Spec) string {
	var b strings.Builder
	fmt.Fprintf(&b, "project p \"Programme\" %s +8y {\n  timezone \"UTC\"\n}\n", monday.Format("2006-01-02"))
	var others []string
	for l := range s.Leaders {
		fmt.Fprintf(&b, "resource l%d \"Leader %d\"\n", l, l)
		if l > 0 {
			others = append(others, fmt.Sprintf("l%d", l))
		}
	}
	allocate := "allocate l0 { alternative " + strings.Join(others, ", ") + " select minloaded persistent mandatory }"
	for p := range s.Projects {
		fmt.Fprintf(&b, "task p%d \"p%d\" {\n", p, p)
		for i, a := range s.Activities {
			if int(a.Project) != p {
				continue
			}
			before := fmt.Sprintf("depends !a%d", i-1)
			if i%len(typical) == 0 {
				before = "start " + monday.AddDate(0, 0, int(s.Projects[p].Release)).Format("2006-01-02")
			}
			if a.Clock > 0 {
				fmt.Fprintf(&b, "  task a%d \"%s\" { duration %dd %s }\n", i, a.Name, clock, before)
			} else {
				fmt.Fprintf(&b, "  task a%d \"%s\" { effort %dd %s %s }\n", i, a.Name, a.Duration.Likely(), allocate, before)
			}
		}
		b.WriteString("}\n")
	}
	b.WriteString("taskreport report \"report\" { formats csv columns id, start, end, resources timeformat \"%Y-%m-%d\" }\n")
	return b.String()
}

// read counts leaders by project and takes the last day worked.
func read(rows [][]string, took time.Duration) (*answer, error) {
	who := map[string]map[string]bool{}
	out := &answer{took: took}
	for _, row := range rows[1:] {
		project, _, is := strings.Cut(row[0], ".")
		if !is {
			continue
		}
		end, err := time.Parse("2006-01-02", row[2])
		if err != nil {
			return nil, err
		}
		out.makespan = max(out.makespan, int(end.Sub(monday).Hours()/24)+1)
		if who[project] == nil {
			who[project] = map[string]bool{}
		}
		if row[3] != "" {
			who[project][row[3]] = true
		}
	}
	if len(who) != projects {
		return nil, fmt.Errorf("the report names %d projects, want %d", len(who), projects)
	}
	for _, set := range who {
		out.leaders += float64(len(set)) / projects
	}
	return out, nil
}
