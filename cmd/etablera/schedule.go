package main

import (
	"context"
	"math"
	"os"
	"runtime"
	"time"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/schedule/constrained"
	"github.com/etablera/etablera/schedule/constrained/instance"
	"github.com/spf13/cobra"
)

// scheduleTexts are what the command says: Swedish, English.
var scheduleTexts = locale.Messages{
	"short":     {"Lägg tidplaner under knappa resurser för filer ur PSPLIB och MPSPLIB", "Schedule PSPLIB and MPSPLIB files under scarce resources"},
	"schedules": {"högsta antal tidplaner som prövas per fil (varje genomgång räknas)", "most schedules tried per file (each pass counts)"},
	"time":      {"längsta tid per fil, som 10s; ersätter --schedules", "longest time per file, as 10s; replaces --schedules"},
	"starts":    {"skriv också varje aktivitets start", "print the start of each activity too"},
	"both":      {"--schedules och --time: ange högst en av dem, större än noll", "--schedules and --time: give at most one of them, above zero"},
	"line":      {"%s: längd %d, undre gräns %d, %s, prövade tidplaner: %d, %.2f s", "%s: makespan %d, lower bound %d, %s, schedules tried: %d, %.2f s"},
	"lateness":  {"%s: vägd försening %d, undre gräns %d", "%s: weighted lateness %d, lower bound %d"},
	"proven":    {"bevisat kortast", "proven optimal"},
	"open":      {"inte bevisat", "not proven"},
	"start":     {"  %s\tdag %d", "  %s\tday %d"},
}

func (a *app) scheduleText(key string) string {
	if a.lang == locale.English {
		return scheduleTexts[key][1]
	}
	return scheduleTexts[key][0]
}

func newSchedule(a *app) *cobra.Command {
	var schedules int
	var limit time.Duration
	var starts bool
	cmd := &cobra.Command{
		Use:     "schedule FILE…",
		Short:   a.scheduleText("short"),
		Example: "  etablera schedule j301_1.sm --starts\n  etablera schedule *.sm --schedules 50000 --format json",
		Args:    a.wants(1, -1),
		RunE: func(cmd *cobra.Command, files []string) error {
			if schedules < 0 || limit < 0 || schedules > 0 && limit > 0 {
				return &complaint{text: a.scheduleText("both")}
			}
			opt := constrained.Options{Seed: a.seed, Schedules: schedules}
			cores := runtime.GOMAXPROCS(0)
			if limit > 0 {
				// A time limit makes the answer hang on the machine anyway, so cores without a file may help.
				opt.Workers = max(1, cores/len(files))
			}
			var failed error
			instance.Each(files, cores, func(name string) (*instance.Report, error) {
				return scheduleFile(cmd.Context(), name, opt, limit, starts)
			}, func(o instance.Outcome) {
				if err := a.writeScheduled(o); err != nil && failed == nil {
					failed = err
				}
			})
			return failed
		},
	}
	cmd.Flags().IntVar(&schedules, "schedules", 0, a.scheduleText("schedules"))
	cmd.Flags().DurationVar(&limit, "time", 0, a.scheduleText("time"))
	cmd.Flags().BoolVar(&starts, "starts", false, a.scheduleText("starts"))
	return cmd
}

// writeScheduled prints one outcome, or returns its error.
func (a *app) writeScheduled(o instance.Outcome) error {
	if o.Err != nil {
		return o.Err
	}
	if a.format == "json" {
		return o.Report.WriteJSON(a.out)
	}
	return o.Report.WriteText(a.out, instance.Words{Line: a.scheduleText("line"), Lateness: a.scheduleText("lateness"),
		Proven: a.scheduleText("proven"), Open: a.scheduleText("open"), Start: a.scheduleText("start")})
}

func scheduleFile(ctx context.Context, name string, opt constrained.Options, limit time.Duration, starts bool) (*instance.Report, error) {
	if ctx == nil {
		ctx = context.Background()
	}
	begin := time.Now()
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
		opt.Schedules, opt.Conflicts = -1, math.MaxInt
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := instance.Solve(ctx, f, name, opt, starts)
	if err == nil {
		r.Seconds = time.Since(begin).Seconds()
	}
	return r, err
}
