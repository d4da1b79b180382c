package locate

import "slices"

// item is what serving one class would be worth to an option, per unit of weight.
type item[T number] struct {
	worth  T
	weight int64
	class  int32
	cost   int32
}

// ahead puts the most worth first, and of equals the class with the lower number.
func ahead[T number](a, b item[T]) int {
	switch {
	case a.worth > b.worth || a.worth == b.worth && a.class < b.class:
		return -1
	case a.class == b.class:
		return 0
	}
	return 1
}

// fill serves the items of most worth up to a capacity, the last of them in part: the
// fractional knapsack (Dantzig 1957), exact here because weight can be divided into
// units. It puts those served first, and gives their worth, how many are served whole
// and how much of the next one. O(items) by selection.
func fill[T number](items []item[T], capacity int64) (value T, whole int, part int64) {
	lo, hi, room := 0, len(items), capacity // items[:lo] are served, those from hi on are not
	for hi-lo > 16 {
		i, j, first := split(items, lo, hi)
		switch {
		case first >= room:
			hi = j
		default:
			for _, x := range items[lo:j] {
				room -= x.weight
			}
			lo = j
			for lo < i && items[lo].weight <= room {
				room -= items[lo].weight
				lo++
			}
			if lo < i {
				hi = i
			}
		}
	}
	slices.SortFunc(items[lo:hi], ahead)
	for lo < hi && items[lo].weight <= room {
		room -= items[lo].weight
		lo++
	}
	for _, x := range items[:lo] {
		value += x.worth * T(x.weight)
	}
	if lo < len(items) && room > 0 {
		part = room
		value += items[lo].worth * T(room)
	}
	return value, lo, part
}

// split puts the items before the pivot into lo … j-1 and those after it from i on,
// and gives the weight of the former.
func split[T number](items []item[T], lo, hi int) (i, j int, before int64) {
	a, b, c := items[lo], items[(lo+hi)/2], items[hi-1]
	if ahead(b, a) < 0 {
		a, b = b, a
	}
	if ahead(c, b) < 0 {
		b = c
		if ahead(b, a) < 0 {
			b = a
		}
	}
	i, j = lo, hi-1
	for i <= j {
		for ahead(items[i], b) < 0 {
			i++
		}
		for ahead(b, items[j]) < 0 {
			j--
		}
		if i <= j {
			items[i], items[j] = items[j], items[i]
			i++
			j--
		}
	}
	j++
	for _, x := range items[lo:j] {
		before += x.weight
	}
	return i, j, before
}
