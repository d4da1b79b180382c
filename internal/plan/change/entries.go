package change

import (
	"reflect"
	"strconv"

	"github.com/etablera/etablera/internal/plan/figure"
)

// entry is a record of a list: by id, or by content where it has no id of its
// own. A second record with the same id, which is a mistake in the facts, counts
// as one without.
type entry struct{ id, content, key string }

// at is the address that the book of facts gives the record.
func (e entry) at(list figure.Address) figure.Address { return list + "/" + figure.Address(e.key) }

// numbered are the keys of a nested list: the id, else the number from 1.
func numbered(list reflect.Value) []string {
	keys := make([]string, list.Len())
	_, hasID := list.Type().Elem().FieldByName("ID")
	seen := map[string]bool{}
	for i := range keys {
		keys[i] = strconv.Itoa(i + 1)
		if !hasID {
			continue
		}
		if id := list.Index(i).FieldByName("ID").String(); id != "" && !seen[id] {
			seen[id] = true
			keys[i] = id
		}
	}
	return keys
}

// entries are the records of a list, with those that have found their twin.
type entries struct {
	entries   []entry
	matched   []bool
	byID      map[string]int
	byContent map[string][]int // unmatched ones, in order
}

func entriesOf(list reflect.Value, keys []string) *entries {
	n := list.Len()
	out := &entries{make([]entry, n), make([]bool, n), map[string]int{}, map[string][]int{}}
	_, hasID := list.Type().Elem().FieldByName("ID")
	for i := range n {
		e := entry{key: keys[i]}
		if hasID {
			e.id = list.Index(i).FieldByName("ID").String()
			if _, taken := out.byID[e.id]; taken {
				e.id = ""
			}
		}
		if e.id != "" {
			out.byID[e.id] = i
		} else {
			e.content = figure.Content(list.Index(i))
			out.byContent[e.content] = append(out.byContent[e.content], i)
		}
		out.entries[i] = e
	}
	return out
}

// match finds and takes the twin of a record of the other list.
func (s *entries) match(e entry) (int, bool) {
	if e.id != "" {
		i, ok := s.byID[e.id]
		if ok {
			s.matched[i] = true
		}
		return i, ok
	}
	free := s.byContent[e.content]
	if len(free) == 0 {
		return 0, false
	}
	s.byContent[e.content] = free[1:]
	s.matched[free[0]] = true
	return free[0], true
}
