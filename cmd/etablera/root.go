package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

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
	// A file to be read as if it stood in the folder; "" for none.
	beside     string
	besideText []byte
}

// newRoot makes the command tree for a command line. The arguments are needed
// at once: they say which language the commands speak.
func newRoot(out, errs io.Writer, args ...string) *cobra.Command {
	a := &app{out: out, err: errs, lang: languageOf(args)}
	var showVersion bool
	root := &cobra.Command{
		Use:               "etablera",
		Short:             a.t("cmd.etablera"),
		Long:              a.t("long.etablera"),
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              a.unknownCommand,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return a.common(cmd) },
		RunE: func(cmd *cobra.Command, _ []string) error {
			if showVersion {
				return a.printVersion()
			}
			return cmd.Help()
		},
	}
	root.SetOut(out)
	root.SetErr(errs)
	root.SetArgs(args)
	root.SetFlagErrorFunc(a.complainOfFlag)
	root.Flags().BoolVar(&showVersion, "version", false, a.t("flag.version"))
	a.commonFlags(root)
	a.speak(root)
	help := newHelp(a)
	root.SetHelpCommand(help)
	root.AddCommand(newPlan(a), newCheck(a), newReport(a), newExplain(a), newLint(a), newAccess(a), newNetwork(a), newVerify(a), newDiff(a),
		newSchedule(a), newLocate(a), newSiting(a), newNew(a), newExample(a), newVersion(a), newMan(a), newCompletion(a), help)
	for _, cmd := range root.Commands() {
		run := cmd.RunE
		cmd.RunE = func(cmd *cobra.Command, args []string) error { return a.complain(run(cmd, args)) }
	}
	return root
}

// commonFlags adds the flags that every command takes.
func (a *app) commonFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.StringVarP(&a.folder, "programme", "p", "", a.t("flag.programme"))
	flags.StringVar(&a.format, "format", "text", a.t("flag.format"))
	flags.StringVar(&a.langName, "lang", "sv", a.t("flag.lang"))
	flags.StringVar(&a.asOf, "as-of", "", a.t("flag.as-of"))
	flags.Uint64Var(&a.seed, "seed", 1, a.t("flag.seed"))
	flags.IntVar(&a.runs, "runs", 10_000, a.t("flag.runs"))
	flags.BoolP("help", "h", false, a.t("flag.help"))
	_ = root.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	_ = root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"sv", "en"}, cobra.ShellCompDirectiveNoFileComp))
	_ = root.MarkPersistentFlagDirname("programme")
}

// formats is the annotation of a command that answers in other forms than text
// and json: all of them, with spaces between.
const formats = "formats"

// common holds the common flags against what they may be.
func (a *app) common(cmd *cobra.Command) error {
	may := strings.Fields(cmd.Annotations[formats])
	if len(may) == 0 {
		may = []string{"text", "json"}
	}
	if !slices.Contains(may, a.format) {
		return a.wrong("wrong.format", a.format, strings.Join(may, ", "))
	}
	lang, err := locale.ParseLang(a.langName)
	if err != nil {
		return a.wrong("wrong.lang", a.langName)
	}
	a.lang = lang
	return nil
}

// read reads a programme folder, "" being the embedded example, and looks at it
// as of the day that was asked for. Mistakes are returned, not printed.
func (a *app) read(dir string) (*programme.Snapshot, []folder.Mistake, error) {
	var day civil.Date
	if a.asOf != "" {
		d, err := civil.ParseDate(a.asOf)
		if err != nil {
			return nil, nil, a.wrong("wrong.as-of", a.asOf)
		}
		day = d
	}
	var s *programme.Snapshot
	var mistakes []folder.Mistake
	if dir == "" {
		a.programmed = a.with(examples.Uppdrag2021())
		s, _, mistakes = folder.Read(a.programmed, register.Names())
	} else if a.beside != "" {
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, nil, err
		}
		defer root.Close()
		s, _, mistakes = folder.Read(a.with(root.FS()), register.Names())
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

// with adds the file beside, if there is one.
func (a *app) with(fsys fs.FS) fs.FS {
	if a.beside == "" {
		return fsys
	}
	return folder.With(fsys, a.beside, a.besideText)
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
	return a.planWith(cmd, s, plan.Options{})
}

// planWith is planOf with options of the command's own.
func (a *app) planWith(cmd *cobra.Command, s *programme.Snapshot, o plan.Options) (*plan.Plan, error) {
	if a.runs < 100 || a.runs > 1_000_000 {
		return nil, a.wrong("wrong.runs", a.runs)
	}
	o.Seed, o.Runs = a.seed, a.runs
	return plan.MakeContext(cmd.Context(), s, o)
}
