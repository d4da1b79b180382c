package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"syscall"

	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/change"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/report/lint"
	"github.com/etablera/etablera/internal/spelling"
	"github.com/etablera/etablera/internal/summary"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A complaint says in the reader's language why a command could not be carried
// out. The error that it was made of, if any, lies under it.
type complaint struct {
	text  string
	cause error
}

func (c *complaint) Error() string { return c.text }
func (c *complaint) Unwrap() error { return c.cause }

// complain puts an error from the rooms, or from the system, into the reader's
// language. One that it does not know stays as it is.
func (a *app) complain(err error) error {
	var own *complaint
	if err == nil || errors.Is(err, errNo) || errors.As(err, &own) {
		return err
	}
	for _, say := range []func(error) string{a.sayFigure, a.sayPlan, a.sayReport, a.sayText, a.sayFile} {
		if text := say(err); text != "" {
			return &complaint{text, err}
		}
	}
	return err
}

func (a *app) sayFigure(err error) string {
	var near *summary.NearError
	var missing *figure.NotFoundError
	switch {
	case errors.As(err, &near) && near.Near != "":
		return a.t("wrong.figure-near", near.Address, near.Near)
	case errors.As(err, &near):
		return a.t("wrong.figure", near.Address)
	case errors.As(err, &missing) && err == error(missing):
		return a.t("wrong.figure", missing.Address)
	}
	return ""
}

func (a *app) sayPlan(err error) string {
	var baseline *change.UnknownBaselineError
	var day plan.NoDayError
	switch {
	case errors.Is(err, context.Canceled):
		return a.t("wrong.stopped")
	case errors.As(err, &day):
		return a.t("wrong.no-day")
	case errors.As(err, &baseline):
		known := joined(baseline.Known)
		switch {
		case known == "":
			return a.t("wrong.no-baselines", baseline.Wanted)
		case baseline.Near != "":
			return a.t("wrong.baseline-near", baseline.Wanted, known, baseline.Near)
		}
		return a.t("wrong.baseline", baseline.Wanted, known)
	}
	return ""
}

func joined[T ~string](ids []T) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return strings.Join(out, ", ")
}

// undefined is how the template library says that a function is not there.
var undefined = regexp.MustCompile(`^template: (\S+:\d+): function "([^"]+)" not defined$`)

// functions are the names that a template may use: the report's own, and those of
// the template language.
var functions = append(report.FunctionNames(), "if", "range", "with", "else", "end", "and", "or", "not", "len", "eq", "ne", "lt", "le", "gt", "ge", "index", "printf")

func (a *app) sayReport(err error) string {
	var none *report.NoDeliverableError
	switch {
	case errors.As(err, &none) && none.Wanted == "":
		return a.t("wrong.no-deliverable")
	case errors.As(err, &none):
		return a.t("wrong.deliverable", none.Wanted, joined(none.Known))
	}
	if m := undefined.FindStringSubmatch(err.Error()); m != nil {
		if near, ok := spelling.Nearest(m[2], functions); ok {
			return a.t("wrong.function-near", m[1], m[2], near)
		}
		return a.t("wrong.function", m[1], m[2])
	}
	return ""
}

func (a *app) sayText(err error) string {
	var format *lint.FormatError
	if errors.As(err, &format) {
		return a.t("wrong.format-of", format.Name, format.Format, strings.Join(lint.Formats, ", "))
	}
	var read *lint.ReadError
	if errors.As(err, &read) {
		return a.t("wrong.unreadable", read.Name, strings.TrimPrefix(read.Place+": "+read.Reason, ": "))
	}
	return ""
}

func (a *app) sayFile(err error) string {
	var full *folder.NotEmptyError
	if errors.As(err, &full) {
		return a.t("wrong.not-empty", full.Dir)
	}
	var at *fs.PathError
	var link *os.LinkError
	name := ""
	switch {
	case errors.As(err, &at):
		name = at.Path
	case errors.As(err, &link):
		name = link.New
	default:
		return ""
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return a.t("wrong.no-file", name)
	case errors.Is(err, fs.ErrPermission):
		return a.t("wrong.no-right", name)
	case errors.Is(err, syscall.ENOTDIR):
		return a.t("wrong.not-folder", name)
	case errors.Is(err, syscall.EISDIR):
		return a.t("wrong.is-folder", name)
	}
	return a.t("wrong.file", name, errors.Unwrap(errors.Unwrap(err)))
}

// complainOfFlag puts what the flag library says into the reader's language.
func (a *app) complainOfFlag(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	var form *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return a.unknownFlag(cmd, unknown)
	case errors.As(err, &empty):
		return a.wrong("wrong.flag-value", "--"+empty.GetFlag().Name)
	case errors.As(err, &value):
		key := map[string]string{"int": "wrong.flag-number", "int64": "wrong.flag-number", "uint64": "wrong.flag-natural", "bool": "wrong.flag-switch",
			"float64": "wrong.flag-decimal", "duration": "wrong.flag-duration"}[value.GetFlag().Value.Type()]
		return a.wrong(key, value.GetFlag().Name, value.GetValue())
	case errors.As(err, &form):
		return a.wrong("wrong.flag-form", form.GetSpecifiedFlag())
	}
	return err
}

func (a *app) unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) error {
	if short := err.GetSpecifiedShortnames(); short != "" {
		return a.wrong("wrong.flag", "-"+err.GetSpecifiedName(), cmd.CommandPath())
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if near, ok := spelling.Nearest(err.GetSpecifiedName(), known); ok {
		return a.wrong("wrong.flag-near", "--"+err.GetSpecifiedName(), "--"+near)
	}
	return a.wrong("wrong.flag", "--"+err.GetSpecifiedName(), cmd.CommandPath())
}
