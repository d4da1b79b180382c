package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/spf13/cobra"
)

// errNo ends a command whose answer, already printed, is no.
var errNo = errors.New("the answer is no")

// app is what all commands share: where to write and the common flags.
type app struct {
	out, err   io.Writer
	folder     string
	format     string
	langName   string
	asOf       string
	seed       uint64
	runs       int
	lang       locale.Lang
	programmed fs.FS // the folder that was read
}

func newRoot(out, errs io.Writer) *cobra.Command {
	a := &app{out: out, err: errs}
	root := &cobra.Command{
		Use:   "etablera",
		Short: "Plan, check and report a network of public service offices",
		Long: `Etablera reads a programme of establishments as a folder of text files, makes its plan
(opening dates, money, staff), holds the mandate's clauses against it, and writes the
report to the government, in which every figure can be traced.

Without --programme it uses the embedded example: the 2021 mandate to open 28 offices.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRunE: func(*cobra.Command, []string) (err error) {
			if a.format != "text" && a.format != "json" {
				return fmt.Errorf("--format %q: use text or json", a.format)
			}
			a.lang, err = locale.ParseLang(a.langName)
			return err
		},
	}
	root.SetOut(out)
	root.SetErr(errs)
	flags := root.PersistentFlags()
	flags.StringVarP(&a.folder, "programme", "p", "", "programme folder (default: the embedded example)")
	flags.StringVar(&a.format, "format", "text", "text or json")
	flags.StringVar(&a.langName, "lang", "sv", "sv or en")
	flags.StringVar(&a.asOf, "as-of", "", "plan with what was known on this day, as 2021-09-24")
	flags.Uint64Var(&a.seed, "seed", 1, "seed of the simulation")
	flags.IntVar(&a.runs, "runs", 10_000, "runs of the simulation, 100 to 1,000,000")
	_ = root.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	_ = root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"sv", "en"}, cobra.ShellCompDirectiveNoFileComp))
	_ = root.MarkPersistentFlagDirname("programme")
	root.AddCommand(newPlan(a), newCheck(a), newReport(a), newExplain(a), newLint(a), newVerify(a), newDiff(a),
		newNew(a), newExample(a), newVersion(a), newMan(a))
	return root
}

// read reads a programme folder, "" being the embedded example, and looks at it
// as of the day that was asked for. Mistakes are returned, not printed.
func (a *app) read(dir string) (*programme.Snapshot, []folder.Mistake, error) {
	var day civil.Date
	if a.asOf != "" {
		d, err := civil.ParseDate(a.asOf)
		if err != nil {
			return nil, nil, fmt.Errorf("--as-of: %w", err)
		}
		day = d
	}
	var s *programme.Snapshot
	var mistakes []folder.Mistake
	if dir == "" {
		a.programmed = examples.Uppdrag2021()
		s, _, mistakes = folder.Read(a.programmed, register.Names())
	} else {
		var err error
		if s, _, mistakes, err = folder.ReadDir(dir, register.Names()); err != nil {
			return nil, nil, err
		}
		a.programmed = os.DirFS(dir)
	}
	if !day.IsKnown() {
		day = s.Programme.AsOf
	}
	if day.IsKnown() {
		s = s.AsOf(day)
	}
	return s, mistakes, nil
}

// usable reads a programme that must be free of errors: they are printed with
// their places, and the answer is no.
func (a *app) usable(dir string) (*programme.Snapshot, error) {
	s, mistakes, err := a.read(dir)
	if err != nil {
		return nil, err
	}
	if folder.HasErrors(mistakes) {
		for _, m := range mistakes {
			if m.Severity == programme.Error {
				fmt.Fprintf(a.err, "%s: %s\n", m.Place, m.Text(string(a.lang)))
			}
		}
		return nil, errNo
	}
	return s, nil
}

// plan makes the plan of the folder that --programme names.
func (a *app) plan(cmd *cobra.Command) (*plan.Plan, error) {
	s, err := a.usable(a.folder)
	if err != nil {
		return nil, err
	}
	return a.planOf(cmd, s)
}

// planOf makes the plan of facts that have been read, with the seed and runs
// that were asked for.
func (a *app) planOf(cmd *cobra.Command, s *programme.Snapshot) (*plan.Plan, error) {
	if a.runs < 100 || a.runs > 1_000_000 {
		return nil, fmt.Errorf("--runs %d: use 100 to 1,000,000", a.runs)
	}
	return plan.MakeContext(cmd.Context(), s, plan.Options{Seed: a.seed, Runs: a.runs})
}
