package locate

import "fmt"

// maxCost is the largest service cost: lists hold costs in 32 bits.
const maxCost = 1<<31 - 2

// maxTotal bounds every sum of weight × cost, so that scaled sums stay in int64.
const maxTotal = 1 << 58

// Validate names the first thing that is wrong with a Spec, with what would be right.
func (s *Spec) Validate() error {
	if s.Service == nil {
		return fmt.Errorf("spec: no service costs")
	}
	rows, columns := s.Service.Size()
	all := s.AllMeasures()
	measures := len(all)
	for i, c := range s.Classes {
		switch {
		case c.Weight < 0:
			return fmt.Errorf("class %d: weight %d, want 0 or more", i, c.Weight)
		case c.Unserved < 0 || c.Unserved > maxCost && c.Unserved != Never:
			return fmt.Errorf("class %d: cost if unserved %d, want 0 to %d or Never", i, c.Unserved, maxCost)
		case c.Row < 0 || int(c.Row) >= rows:
			return fmt.Errorf("class %d: row %d, want 0 to %d", i, c.Row, rows-1)
		case c.Measure >= 0 && int(c.Measure) < measures && c.Unserved == Never && all[c.Measure].Factor == 0 && !all[c.Measure].Capped:
			return fmt.Errorf("class %d: must be served, but measure %d counts nowhere: give it a factor or a cap", i, c.Measure)
		case c.Order < 0 || c.Order > 2:
			return fmt.Errorf("class %d: order %d, want 0, 1 or 2", i, c.Order)
		case c.Order == 2 && s.Capacities == Enforced:
			return fmt.Errorf("class %d: order 2 cannot be asked for where capacities are enforced", i)
		case c.Measure < 0 || int(c.Measure) >= measures:
			return fmt.Errorf("class %d: measure %d, want 0 to %d", i, c.Measure, measures-1)
		}
	}
	for j, o := range s.Options {
		switch {
		case o.Column < 0 || int(o.Column) >= columns:
			return fmt.Errorf("option %d: column %d, want 0 to %d", j, o.Column, columns-1)
		case o.Site < 0 || int(o.Site) > 1<<26:
			return fmt.Errorf("option %d: site %d, want 0 to %d", j, o.Site, 1<<26)
		case o.State > Forbidden:
			return fmt.Errorf("option %d: state %d is not known", j, o.State)
		}
	}
	if err := s.validateRows(); err != nil {
		return err
	}
	if err := s.validateCapacities(); err != nil {
		return err
	}
	return s.validateSizes()
}

func (s *Spec) validateRows() error {
	seen := make([]int32, len(s.Options))
	for r, row := range s.Rows {
		if row.Coefficients != nil && len(row.Coefficients) != len(row.Options) {
			return fmt.Errorf("row %d (%s): %d coefficients for %d options", r, row.Name, len(row.Coefficients), len(row.Options))
		}
		for _, j := range row.Options {
			if j < 0 || int(j) >= len(s.Options) {
				return fmt.Errorf("row %d (%s): option %d, want 0 to %d", r, row.Name, j, len(s.Options)-1)
			}
			if seen[j] == int32(r)+1 {
				return fmt.Errorf("row %d (%s): option %d twice", r, row.Name, j)
			}
			seen[j] = int32(r) + 1
		}
	}
	for m, measure := range s.Measures {
		if measure.Factor < 0 {
			return fmt.Errorf("measure %d (%s): factor %d, want 0 or more", m, measure.Name, measure.Factor)
		}
		if measure.Costs != nil && len(measure.Costs) != len(s.Options) {
			return fmt.Errorf("measure %d (%s): %d costs for %d options", m, measure.Name, len(measure.Costs), len(s.Options))
		}
	}
	return nil
}

// validateCapacities refuses caps that capacities would make another problem: which
// division keeps a cap is no transportation problem.
func (s *Spec) validateCapacities() error {
	for j, o := range s.Options {
		if o.Capacity < 0 {
			return fmt.Errorf("option %d: capacity %d, want 0 or more", j, o.Capacity)
		}
	}
	switch {
	case s.Capacities == Reported:
		return nil
	case s.Capacities > Enforced:
		return fmt.Errorf("spec: capacities %d are not known", s.Capacities)
	}
	all := s.AllMeasures()
	most := make([]float64, len(all)) // what each measure can reach
	for _, c := range s.Classes {
		unit := farthest(s.Service, int(c.Row))
		if c.Unserved != Never {
			unit = max(unit, c.Unserved)
		}
		most[c.Measure] += float64(c.Weight) * float64(unit)
	}
	for m := range all {
		if !all[m].Capped || most[m] == 0 {
			continue
		}
		for _, cost := range all[m].Costs {
			most[m] += float64(max(cost, 0))
		}
		if float64(all[m].Cap) < most[m] {
			return fmt.Errorf("measure %d (%s): has classes and the cap %d, which may bind: that cannot be where capacities are enforced", m, all[m].Name, all[m].Cap)
		}
	}
	return nil
}

// validateSizes keeps every sum that an answer can hold within maxTotal.
func (s *Spec) validateSizes() error {
	sum, measures := 0.0, s.AllMeasures()
	for i, c := range s.Classes {
		unit := float64(c.Unserved)
		if c.Unserved == Never {
			unit = float64(farthest(s.Service, int(c.Row)))
			if unit > maxCost {
				return fmt.Errorf("class %d: service cost %.0f, want at most %d", i, unit, maxCost)
			}
		}
		sum += float64(c.Weight) * unit * float64(max(measures[c.Measure].Factor, 1))
	}
	for j, o := range s.Options {
		sum += abs(o.Cost)
		for _, m := range measures {
			if m.Costs != nil {
				sum += abs(m.Costs[j]) * float64(max(m.Factor, 1))
			}
		}
	}
	for r, row := range s.Rows {
		size := 0.0
		for _, a := range row.Coefficients {
			size += abs(a)
		}
		if size > maxTotal {
			return fmt.Errorf("row %d (%s): coefficients add up to %.3g, want at most %.3g", r, row.Name, size, float64(maxTotal))
		}
	}
	if sum > maxTotal {
		return fmt.Errorf("spec: costs add up to %.3g, want at most %.3g: measure in larger units", sum, float64(maxTotal))
	}
	return nil
}

func abs(x int64) float64 { return float64(max(x, -x)) }

// farthest is at least every cost of the row that is not Never.
func farthest(s Service, row int) int64 {
	if p, ok := s.(*Points); ok {
		return p.farthest(row)
	}
	most := int64(0)
	s.Near(row, Never, func(_ int32, cost int64) { most = max(most, cost) })
	return most
}
