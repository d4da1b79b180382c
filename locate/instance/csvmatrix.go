package instance

import (
	"cmp"
	"slices"
	"strings"
)

// pair is one listed distance.
type pair struct {
	client, site, line int32
	cost               int64
}

// pairs reads rows from,to,cost: a client, a site and the distance. The weight of a client, where there is such a column, must be
// the same in all its rows.
func (t *table) pairs() (*Instance, error) {
	if err := t.only("from", "to", "cost", "weight"); err != nil {
		return nil, err
	}
	in := &Instance{Name: t.file, Form: MatrixCSV}
	clients, sites := map[string]int32{}, map[string]int32{}
	var list []pair
	for t.next() {
		p, err := t.pair(in, clients, sites)
		if err != nil {
			return nil, err
		}
		if list = append(list, p); len(list) > MaxPairs {
			return nil, t.fault(0, "more than %d pairs", MaxPairs)
		}
	}
	if err := t.end(""); err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, t.end("the first pair")
	}
	slices.SortFunc(list, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.client, b.client), cmp.Compare(a.site, b.site), cmp.Compare(a.line, b.line))
	})
	in.Rows = Rows{Start: make([]int64, in.Clients.N+1), To: make([]int32, len(list)), At: make([]int64, len(list))}
	for i, p := range list {
		if i > 0 && list[i-1].client == p.client && list[i-1].site == p.site {
			return nil, &Fault{t.file, int(p.line), 1, "the pair " + in.Clients.Name[p.client] + ", " + in.Sites.Name[p.site] + " is there twice: remove one"}
		}
		in.Rows.To[i], in.Rows.At[i], in.Rows.Start[p.client+1] = p.site, p.cost, int64(i+1)
	}
	return in, nil
}

func (t *table) pair(in *Instance, clients, sites map[string]int32) (p pair, err error) {
	if p.client, err = t.numbered(t.column("from"), clients, &in.Clients, MaxClients); err != nil {
		return p, err
	}
	if p.site, err = t.numbered(t.column("to"), sites, &in.Sites, MaxSites); err != nil {
		return p, err
	}
	if p.cost, err = t.whole(t.column("cost"), maxLength); err != nil {
		return p, err
	}
	line, _ := t.rows.FieldPos(0)
	p.line = int32(min(line, MaxBytes-1))
	c := t.column("weight")
	if c < 0 {
		return p, nil
	}
	weight, err := t.whole(c, MaxWeight)
	if err != nil {
		return p, err
	}
	if int(p.client) == len(in.Clients.Weight) {
		in.Clients.Weight = append(in.Clients.Weight, weight)
	} else if other := in.Clients.Weight[p.client]; other != weight {
		return p, t.fault(c, "the weight of %.40q is %d, and was %d in an earlier row", in.Clients.Name[p.client], weight, other)
	}
	return p, nil
}

// numbered gives the number of the place named in a cell, in the order in which names first appear.
func (t *table) numbered(column int, known map[string]int32, places *Places, most int) (int32, error) {
	if i, ok := known[t.cell(column)]; ok {
		return i, nil
	}
	name, err := t.name(column)
	if err != nil {
		return 0, err
	}
	if places.N == most {
		return 0, t.fault(column, "more than %d names", most)
	}
	i := int32(places.N)
	known[name] = i
	places.N++
	places.Name = append(places.Name, name)
	return i, nil
}

// square reads a heading of site names and, for each client, a row of distances. A second column named weight holds what
// clients count for.
func (t *table) square() (*Instance, error) {
	in := &Instance{Name: t.file, Form: MatrixCSV}
	first := 1
	if len(t.heading) > 1 && strings.EqualFold(t.heading[1], "weight") {
		first = 2
	}
	seen := map[string]bool{}
	for c := first; c < len(t.heading); c++ {
		name, err := t.name(c)
		if err != nil {
			return nil, err
		}
		if seen[name] {
			return nil, t.fault(c, "the site %.40q is there twice", name)
		}
		seen[name] = true
		in.Sites.N++
		in.Sites.Name = append(in.Sites.Name, name)
	}
	if in.Sites.N == 0 {
		return nil, t.fault(0, "the heading names no site")
	}
	clients := map[string]int32{}
	in.Rows.Start, in.Rows.To = []int64{0}, []int32{} // not nil, though all cells may be empty
	for t.next() {
		if err := t.client(in, clients, first); err != nil {
			return nil, err
		}
	}
	if err := t.end(""); err != nil {
		return nil, err
	}
	if in.Clients.N == 0 {
		return nil, t.end("the first row")
	}
	if len(in.Rows.At) == in.Clients.N*in.Sites.N {
		in.Rows.To = nil
	}
	return in, nil
}

func (t *table) client(in *Instance, clients map[string]int32, first int) error {
	if _, twice := clients[t.cell(0)]; twice {
		return t.fault(0, "the client %.40q is there twice", t.cell(0))
	}
	if _, err := t.numbered(0, clients, &in.Clients, MaxClients); err != nil {
		return err
	}
	if first == 2 {
		weight, err := t.whole(1, MaxWeight)
		if err != nil {
			return err
		}
		in.Clients.Weight = append(in.Clients.Weight, weight)
	}
	for c := first; c < len(t.row); c++ {
		if t.cell(c) == "" {
			continue
		}
		cost, err := t.whole(c, maxLength)
		if err != nil {
			return err
		}
		in.Rows.To, in.Rows.At = append(in.Rows.To, int32(c-first)), append(in.Rows.At, cost)
	}
	if len(in.Rows.At) > MaxPairs {
		return t.fault(0, "more than %d distances", MaxPairs)
	}
	in.Rows.Start = append(in.Rows.Start, int64(len(in.Rows.At)))
	return nil
}
