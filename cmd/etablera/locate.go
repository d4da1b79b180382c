package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/locate/center"
	"github.com/etablera/etablera/locate/certificate"
	"github.com/etablera/etablera/locate/instance"
	"github.com/etablera/etablera/locate/instance/inquiry"
	"github.com/spf13/cobra"
)

func newLocate(a *app) *cobra.Command {
	var q instance.Question
	var kind, proof string
	var limits inquiry.Limits
	cmd := &cobra.Command{
		Use:   "locate FILE",
		Short: a.locateText("short"),
		Long:  a.locateText("long"),
		Example: "  etablera locate pmed1.txt --kind pmedian\n  etablera locate offices.csv --kind covering --p 28 --radius 20000 --fixed Boden,Kiruna\n" +
			"  etablera locate towns.tsp --kind pmedian --p 100 --time 60s --certificate proof.json\n  etablera locate verify proof.json towns.tsp\n" +
			"  etablera locate offices.csv --p 28 --capacity 40000 --within 0.01 --alternatives 20",
		Args: a.wants(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case limits.Gap < 0 || limits.Time < 0:
				return &complaint{text: a.locateText("refuse.gap")}
			case limits.Within < 0 || limits.Alternatives < 1 || limits.Within > 0 && instance.Kind(kind) == instance.PCenter:
				return &complaint{text: a.locateText("refuse.within")}
			case limits.Within == 0 && cmd.Flags().Changed("alternatives"):
				return &complaint{text: a.locateText("refuse.alternatives")}
			}
			q.Kind, limits.Seed, limits.Certificate = instance.Kind(kind), a.seed, proof != ""
			return a.locate(cmd.Context(), args[0], q, limits, proof)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&kind, "kind", string(instance.PMedian), a.locateText("kind"))
	flags.IntVar(&q.P, "p", 0, a.locateText("p"))
	flags.Float64Var(&q.Radius, "radius", 0, a.locateText("radius"))
	flags.Int64Var(&q.Budget, "budget", 0, a.locateText("budget"))
	flags.StringSliceVar(&q.Fixed, "fixed", nil, a.locateText("fixed"))
	flags.DurationVar(&limits.Time, "time", 0, a.locateText("time"))
	flags.Float64Var(&limits.Gap, "gap", 0, a.locateText("gap"))
	flags.Int64Var(&q.Capacity, "capacity", 0, a.locateText("capacity"))
	flags.Float64Var(&limits.Within, "within", 0, a.locateText("within"))
	flags.IntVar(&limits.Alternatives, "alternatives", 10, a.locateText("alternatives"))
	flags.StringVar(&proof, "certificate", "", a.locateText("certificate"))
	_ = cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions([]string{"pmedian", "pcenter", "covering", "setcover"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.AddCommand(newLocateVerify(a))
	return cmd
}

// locate asks a question of a file and prints the inquiry.
func (a *app) locate(ctx context.Context, name string, q instance.Question, limits inquiry.Limits, proof string) error {
	if ctx == nil {
		ctx = context.Background()
	}
	begin := time.Now()
	in, err := readInstance(name)
	if err != nil {
		return err
	}
	done := a.locateProgress(begin, &limits)
	report, file, err := inquiry.Ask(ctx, in, q, limits)
	done()
	if err != nil {
		return a.sayLocate(in, err)
	}
	report.Seconds = time.Since(begin).Seconds()
	if proof != "" {
		if file == nil {
			return &complaint{text: a.locateText("refuse.certificate-without-best")}
		}
		if err := writeCertificate(proof, file); err != nil {
			return err
		}
	}
	if a.format == "json" {
		err = summary.WriteJSON(a.out, report)
	} else {
		err = report.WriteText(a.out, a.locateWords())
	}
	if err != nil {
		return err
	}
	if report.Value == nil {
		return errNo
	}
	return nil
}

func readInstance(name string) (*instance.Instance, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return instance.Read(f, name)
}

func writeCertificate(name string, file *certificate.File) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := file.Write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// locateProgress has the search say how far it has come, where a person is there to see it. The function that it gives ends the line.
func (a *app) locateProgress(begin time.Time, limits *inquiry.Limits) func() {
	out, ok := a.err.(*os.File)
	if !ok {
		return func() {}
	}
	if info, err := out.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return func() {}
	}
	var last time.Time
	limits.Progress = func(best, bound int64) {
		if now := time.Now(); now.Sub(last) > 100*time.Millisecond {
			last = now
			shown := "–"
			if best >= 0 {
				shown = fmt.Sprint(best)
			}
			fmt.Fprint(out, a.locateText("progress", now.Sub(begin).Seconds(), shown, bound))
		}
	}
	return func() {
		if !last.IsZero() {
			fmt.Fprintln(out)
		}
	}
}

// sayLocate puts an error of the engine into the reader's language, where it is the reader's to mend.
func (a *app) sayLocate(in *instance.Instance, err error) error {
	var refusal *instance.Refusal
	var unreached *center.UnreachedError
	switch {
	case errors.As(err, &refusal):
		return a.refused(refusal)
	case errors.As(err, &unreached):
		return &complaint{a.locateText("refuse.unreached", in.Clients.NameOf(unreached.Row)), err}
	case errors.Is(err, center.ErrTooFew):
		return &complaint{a.locateText("refuse.too-few"), err}
	}
	return err
}
