package learning

import "math"

// Outcome is what is known of the duration of one activity of one project: it lies between Lo and Hi
// working days. Equal, it is known; Hi = +Inf, it is still running.
type Outcome struct {
	Cell   Cell
	Lo, Hi float64
}

// Took is a finished activity whose duration is known.
func Took(c Cell, days float64) Outcome { return Outcome{Cell: c, Lo: days, Hi: days} }

// TookBetween is a finished activity whose duration is known to lie between lo and hi; "at most hi" has
// lo = 0.
func TookBetween(c Cell, lo, hi float64) Outcome { return Outcome{Cell: c, Lo: lo, Hi: hi} }

// StillRunning is an activity that has not finished after the given number of days.
func StillRunning(c Cell, elapsed float64) Outcome {
	return Outcome{Cell: c, Lo: elapsed, Hi: math.Inf(1)}
}

// IsFinished tells whether the activity has ended.
func (o Outcome) IsFinished() bool { return !math.IsInf(o.Hi, 1) }

// isExact tells whether the duration is known.
func (o Outcome) isExact() bool { return o.Lo == o.Hi }
