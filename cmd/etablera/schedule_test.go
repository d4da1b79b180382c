package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
)

const twoTasks = `{"name":"x","resources":{"R":1},"tasks":[
{"id":1,"name":"P1-a","dur":2,"req":{"R":1},"pred":[]},{"id":2,"name":"P2-b","dur":3,"req":{"R":1},"pred":[]}]}`

// The command prints a line for each file, its starts on request, and stops nowhere for a file that is wrong.
func TestSchedule(t *testing.T) {
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good.json"), filepath.Join(dir, "bad.sm")
	for name, text := range map[string]string{good: twoTasks, bad: "no"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		args []string
		want string
		err  string
	}{
		{[]string{good}, "makespan 5, lower bound 5, proven optimal", ""},
		{[]string{good, "--starts"}, "P2-b\tday", ""},
		{[]string{good, "--time", "5s"}, "makespan 5", ""},
		{[]string{bad, good}, "makespan 5", "no line begins with \"jobs\""},
		{[]string{good, "--schedules", "5", "--time", "5s"}, "", "at most one"},
	} {
		var out bytes.Buffer
		a := &app{out: &out, err: &out, format: "text", lang: locale.English, seed: 1}
		cmd := newSchedule(a)
		cmd.SetArgs(c.args)
		cmd.SilenceErrors, cmd.SilenceUsage = true, true
		err := cmd.Execute()
		if c.err == "" && err != nil || c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) {
			t.Errorf("%v: %v, want %q", c.args, err, c.err)
		}
		if !strings.Contains(out.String(), c.want) {
			t.Errorf("%v: %q, want %q", c.args, out.String(), c.want)
		}
	}
}
