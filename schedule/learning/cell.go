package learning

import "fmt"

// Activity, Type and Condition number what the caller has several of; any number may be used for any of
// them. Two cells agree in one of them where the numbers are equal, and in nothing else.
type (
	Activity  int32
	Type      int32
	Condition int32
)

// Cell is the smallest group of outcomes that are alike: one activity, for one type, under one condition.
// Where several conditions may hold at once, each combination of them is a Condition.
type Cell struct {
	Activity  Activity
	Type      Type
	Condition Condition
}

func (c Cell) String() string {
	return fmt.Sprintf("activity %d, type %d, condition %d", c.Activity, c.Type, c.Condition)
}
