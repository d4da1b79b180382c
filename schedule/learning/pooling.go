package learning

// Pooling says how the doubt about an assumption is split between what cells of one activity have in
// common and what is their own. The first four are shares of the doubt about the median, each 0 to 1; only their
// proportions count. A cell learns from another of the same activity as far as the doubt is shared.
type Pooling struct {
	Activity  float64 // the same for all cells of the activity
	Type      float64 // the same for cells of one type
	Condition float64 // the same for cells under one condition
	Cell      float64 // the cell's alone
	// Spread is the share of the doubt about the spread that is the same for all cells of the activity,
	// 0 to 1.
	Spread float64
}

// DefaultPooling holds where a Spec states none: most of what makes an organisation differ from what was
// assumed is taken to lie in how it does the activity.
var DefaultPooling = Pooling{Activity: 0.5, Type: 0.2, Condition: 0.1, Cell: 0.2, Spread: 0.75}

// scaled returns p with shares that sum to 1, or the default for the zero Pooling.
func (p Pooling) scaled() Pooling {
	if p == (Pooling{}) {
		p = DefaultPooling
	}
	sum := p.Activity + p.Type + p.Condition + p.Cell
	p.Activity /= sum
	p.Type /= sum
	p.Condition /= sum
	p.Cell /= sum
	return p
}

// shared returns which part of the doubt two cells of one activity have in common.
func (p Pooling) shared(a, b Cell) float64 {
	if a == b {
		return 1
	}
	sum := p.Activity
	if a.Type == b.Type {
		sum += p.Type
	}
	if a.Condition == b.Condition {
		sum += p.Condition
	}
	return sum
}
