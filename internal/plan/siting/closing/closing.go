package closing

import (
	"context"
	"sync"
	"time"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/economy"
	"github.com/etablera/etablera/internal/programme"
)

// Options say what is to close; the zero value closes nothing.
type Options struct {
	Count  int          // offices to close in all; 0 for as few as the path allows
	Split  []int        // offices of each stage; nil for evenly, or as the path allows
	Stages int          // number of stages where Last is nil; 1 where 0
	Last   []civil.Date // last day of service of each stage, rising; nil for evenly
	Until  civil.Date   // end of the last period; a year after the last stage where unknown
	Save   []Need       // what to save, by year
	// SaveFacts takes what to save from the appropriations that are lowered.
	SaveFacts bool

	Keep, Close        []programme.OfficeID // that must stay, that must close
	Minutes            int                  // of Beyond and the counties; 30 where 0
	Floor              programme.Share      // of the people of every county within Minutes; 0 for none
	Drop               programme.Share      // that no county may lose more of; 0 for none
	KeepCounties       bool                 // never leave a county without an office
	KeepMunicipalities bool                 // never leave a municipality without an office
	// Assume is what an office of unknown cost is taken to cost in a year.
	Assume   programme.Amount
	ListYear int // of the vulnerable areas; that of the coverage where 0
	Gap      float64
	Time     time.Duration // for each search; 0 for no limit
	Seed     uint64
}

// Need is money to save in a year, counted in full from its first day.
type Need struct {
	Year   int
	Amount programme.Amount
	facts  []string // ids of the appropriations that it is from
}

// The usual limits. nodes bounds the work of one search by something that is the same on
// every machine.
const (
	usualMinutes = 30
	usualGap     = 0.001
	nodes        = 3000
)

// Closing answers for what to close. Make one with Make.
type Closing struct {
	Options Options
	Stages  []Stage
	Needs   []Need // in order of the years

	facts    *programme.Index
	coverage *coverage.Coverage
	economy  *economy.Economy

	even bool // whether the stages are laid evenly because nobody has said when

	mu    sync.Mutex
	world *world
	bests map[Goal]*Best
	least *least
	// effects are those of the best sets.
	effects map[Goal]*Effect
}

// Make prepares to answer; it looks at options and facts only.
func Make(x *programme.Index, c *coverage.Coverage, e *economy.Economy, o Options) *Closing {
	k := &Closing{Options: o, facts: x, coverage: c, economy: e, bests: map[Goal]*Best{}, effects: map[Goal]*Effect{}}
	d := &k.Options
	if d.Minutes == 0 {
		d.Minutes = usualMinutes
	}
	if d.Gap == 0 {
		d.Gap = usualGap
	}
	if d.Seed == 0 {
		d.Seed = 1
	}
	if d.ListYear == 0 {
		d.ListYear = c.ListYear
	}
	k.layNeeds()
	k.layStages()
	return k
}

// NothingError says that nobody has said what to close.
type NothingError struct{}

func (NothingError) Error() string { return "give how many offices to close, or what to save" }

// UnknownOfficeError says that an office to keep or close is not an open office whose
// place is known.
type UnknownOfficeError struct{ Office programme.OfficeID }

func (e UnknownOfficeError) Error() string {
	return "no open office whose place is known has the id " + string(e.Office)
}

// TooManyError says that more offices are to close than there are.
type TooManyError struct{ Want, Have int }

func (e TooManyError) Error() string { return "more offices are to close than are open" }

// EarlyError says that a stage ends before the day of the network: the offices that would
// have closed in it are open.
type EarlyError struct{ Last, On civil.Date }

func (e EarlyError) Error() string {
	return "a stage ends on " + e.Last.String() + ", before the day of the network, " + e.On.String()
}

// Check refuses what the facts and the options alone show cannot be asked.
func (k *Closing) Check() error {
	if first := k.Options.Last[0]; first < k.coverage.On {
		return EarlyError{first, k.coverage.On}
	}
	return nil
}

// free says whether the path, and not a count for each stage, decides when offices close.
func (k *Closing) free() bool { return len(k.Needs) > 0 && k.Options.Split == nil }

// ready measures the times once. The caller holds the lock.
func (k *Closing) ready(ctx context.Context) (*world, error) {
	if k.world != nil {
		return k.world, nil
	}
	if k.Options.Count <= 0 && len(k.Needs) == 0 {
		return nil, NothingError{}
	}
	if err := k.Check(); err != nil {
		return nil, err
	}
	w, err := k.makeWorld(ctx)
	if err == nil {
		k.world = w
	}
	return w, err
}
