package division

// cover corrects the priced sum of waiting along the search. A price is taken off for each
// site that opens; but a class needs only one, so what is taken off by a second is put
// back, and a class that can no longer be served costs its weight and not its price. Once
// all sites are decided the sum is the waiting itself.
type cover struct {
	classes []class
	prices  []int64
	of      [][]int32 // per site: its classes
	open    []int32   // per class: sites decided that are open in time
	rest    []int32   // per class: sites not decided
	sum     int64     // the correction
}

func newCover(p *Problem, classes []class, prices []int64) *cover {
	c := &cover{classes: classes, prices: prices, of: make([][]int32, p.Sites), open: make([]int32, len(classes)), rest: make([]int32, len(classes))}
	for k, x := range classes {
		c.rest[k] = int32(len(x.sites))
		for _, i := range x.sites {
			c.of[i] = append(c.of[i], int32(k))
		}
	}
	return c
}

// place decides a site; takeBack undoes that.
func (c *cover) place(site int32, round int) {
	for _, k := range c.of[site] {
		c.rest[k]--
		if int32(round) <= c.classes[k].round {
			if c.open[k] > 0 {
				c.sum += c.prices[k]
			}
			c.open[k]++
		} else if c.rest[k] == 0 && c.open[k] == 0 {
			c.sum += c.classes[k].weight - c.prices[k]
		}
	}
}

func (c *cover) takeBack(site int32, round int) {
	for _, k := range c.of[site] {
		if int32(round) <= c.classes[k].round {
			c.open[k]--
			if c.open[k] > 0 {
				c.sum -= c.prices[k]
			}
		} else if c.rest[k] == 0 && c.open[k] == 0 {
			c.sum -= c.classes[k].weight - c.prices[k]
		}
		c.rest[k]++
	}
}
