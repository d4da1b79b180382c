package timetable

import (
	"fmt"
	"slices"

	"github.com/etablera/etablera/internal/programme"
)

// process is the process model with its links by position. A second stage with
// the same id is left out, as it is everywhere else.
type process struct {
	stages []stage
	byID   map[programme.StageID]int
	order  []int // so that every link leads forward
	opens  int   // −1 where no stage opens the office
}

// stage is a main activity as the timetable needs it.
type stage struct {
	*programme.Stage
	position int // in Snapshot.Process
	in       []link
	leads    bool // to the opening, or opens it
}

// link is a link into a stage; from is a position in process.stages.
type link struct {
	from int
	kind programme.LinkKind
	lag  int
}

func (s *stage) isRoot() bool { return len(s.in) == 0 }

func newProcess(x *programme.Index) (*process, error) {
	p := &process{byID: map[programme.StageID]int{}, opens: -1}
	for i := range x.S.Process {
		s := &x.S.Process[i]
		if _, taken := p.byID[s.ID]; taken {
			continue
		}
		p.byID[s.ID] = len(p.stages)
		if s.Opens && p.opens < 0 {
			p.opens = len(p.stages)
		}
		p.stages = append(p.stages, stage{Stage: s, position: i})
	}
	for i := range p.stages {
		s := &p.stages[i]
		for _, l := range s.After {
			from, ok := p.byID[l.Stage]
			if !ok {
				return nil, fmt.Errorf("process: %q follows %q, which is not an activity of the process", s.ID, l.Stage)
			}
			kind := l.Kind
			if kind == "" {
				kind = programme.FinishStart
			}
			s.in = append(s.in, link{from, kind, l.Lag})
		}
	}
	if err := p.sort(); err != nil {
		return nil, err
	}
	if p.opens >= 0 {
		p.mark(p.opens)
	}
	return p, nil
}

// sort finds the order, and names the stages that wait for each other where there is none.
func (p *process) sort() error {
	placed := make([]bool, len(p.stages))
	for len(p.order) < len(p.stages) {
		before := len(p.order)
		for i := range p.stages {
			ready := !placed[i] && !slices.ContainsFunc(p.stages[i].in, func(l link) bool { return !placed[l.from] })
			if ready {
				placed[i] = true
				p.order = append(p.order, i)
			}
		}
		if len(p.order) == before {
			var names []programme.StageID
			for i := range p.stages {
				if !placed[i] {
					names = append(names, p.stages[i].ID)
				}
			}
			return fmt.Errorf("process: the activities %v wait for each other; remove one of their links", names)
		}
	}
	return nil
}

func (p *process) mark(i int) {
	if p.stages[i].leads {
		return
	}
	p.stages[i].leads = true
	for _, l := range p.stages[i].in {
		p.mark(l.from)
	}
}
