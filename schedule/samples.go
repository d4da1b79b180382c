package schedule

import "slices"

// maxOffset is the widest span of days that one project's samples can have.
const maxOffset = 1<<16 - 1

// Samples holds one day for each project and run, in two bytes: an offset from the project's earliest
// day. Run r of one project and run r of another belong together, so joint questions can be asked.
type Samples struct {
	runs   int
	base   []int32
	width  []uint16 // greatest offset
	offset []uint16 // project by project
}

func newSamples(projects, runs int) *Samples {
	return &Samples{runs, make([]int32, projects), make([]uint16, projects), make([]uint16, projects*runs)}
}

// set stores the days of one project. Different projects may be set at the same time.
func (s *Samples) set(p Project, days []int32) error {
	lo, hi := slices.Min(days), slices.Max(days)
	if hi-lo > maxOffset {
		return &RangeError{p, lo, hi}
	}
	s.base[p], s.width[p] = lo, uint16(hi-lo)
	for r, o := 0, s.row(p); r < len(o); r++ {
		o[r] = uint16(days[r] - lo)
	}
	return nil
}

func (s *Samples) row(p Project) []uint16 { return s.offset[int(p)*s.runs : (int(p)+1)*s.runs] }

// Runs returns the number of runs.
func (s *Samples) Runs() int { return s.runs }

// Projects returns the number of projects.
func (s *Samples) Projects() int { return len(s.base) }

// At returns the day of project p in one run.
func (s *Samples) At(p Project, run int) int32 { return s.base[p] + int32(s.row(p)[run]) }

// Range returns the least and the greatest day of project p.
func (s *Samples) Range(p Project) (lo, hi int32) { return s.base[p], s.base[p] + int32(s.width[p]) }

// Append appends the days of project p, run by run, to days.
func (s *Samples) Append(days []int32, p Project) []int32 {
	base := s.base[p]
	for _, o := range s.row(p) {
		days = append(days, base+int32(o))
	}
	return days
}

// Mean returns the mean day of project p.
func (s *Samples) Mean(p Project) float64 {
	sum := int64(0)
	for _, o := range s.row(p) {
		sum += int64(o)
	}
	return float64(s.base[p]) + float64(sum)/float64(s.runs)
}

// Quantile returns the q-quantile of project p by the nearest-rank definition: the earliest day by which
// it has happened in at least a share q of the runs. O(runs).
func (s *Samples) Quantile(p Project, q float64) int32 {
	hist := s.histogram(p)
	seen := 0
	for k, want := 0, rank(q, s.runs); ; k++ {
		if seen += int(hist[k]); seen > want {
			return s.base[p] + int32(k)
		}
	}
}

// Quantiles returns the quantiles of project p at several levels, in any order. O(runs).
func (s *Samples) Quantiles(p Project, levels ...float64) []int32 {
	hist := s.histogram(p)
	for k := 1; k < len(hist); k++ {
		hist[k] += hist[k-1]
	}
	days := make([]int32, len(levels))
	for i, q := range levels {
		k, _ := slices.BinarySearch(hist, uint32(rank(q, s.runs)+1))
		days[i] = s.base[p] + int32(k)
	}
	return days
}

// ShareBy returns the share of runs in which project p has happened by day, that day included.
func (s *Samples) ShareBy(p Project, day int32) float64 {
	limit := s.limit(p, day)
	count := 0
	for _, o := range s.row(p) {
		if int32(o) <= limit {
			count++
		}
	}
	return float64(count) / float64(s.runs)
}

// limit returns the greatest offset of project p that lies by day; below 0 there is none.
func (s *Samples) limit(p Project, day int32) int32 {
	return int32(min(max(int64(day)-int64(s.base[p]), -1), maxOffset))
}

func (s *Samples) histogram(p Project) []uint32 {
	hist := make([]uint32, int(s.width[p])+1)
	for _, o := range s.row(p) {
		hist[o]++
	}
	return hist
}
