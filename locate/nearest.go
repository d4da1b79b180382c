package locate

// nearest hands over the three least costs of each class among the options, [Never] where
// there are fewer. It is called for several classes at a time. Where costs come as lists it
// goes through the classes' lists, O(entries); elsewhere it asks each option,
// O(classes × options).
func (p *problem) nearest(options []int32, take func(i int, a, b, c int64)) {
	_, listed := p.spec.Service.(*Lists)
	times := make([]int32, len(p.serves)) // options may share a list
	for _, j := range options {
		times[p.listOf[j]]++
	}
	inShards(len(p.classes), func(_, from, to int) {
		var a, b, c int64
		insert := func(x int64) {
			switch {
			case x < a:
				a, b, c = x, a, b
			case x < b:
				b, c = x, b
			case x < c:
				c = x
			}
		}
		visit := func(l int32, cost int64) {
			for range times[l] {
				insert(cost)
			}
		}
		for i := from; i < to; i++ {
			a, b, c = Never, Never, Never
			if listed {
				p.near(i, Never, visit)
			} else {
				for _, j := range options {
					insert(p.cost(i, int(j)))
				}
			}
			take(i, a, b, c)
		}
	})
}
