package instance

// points reads rows id,lat,lon or id,x,y with weight, cost, role and capacity where they are there. The role of a point is site, client
// or both; without the column it is both.
func (t *table) points() (*Instance, error) {
	known, metric, limit := []string{"id", "x", "y", "weight", "cost", "role", "capacity"}, Euclid, [2]float64{maxCoord, maxCoord}
	if t.has("lat", "lon") {
		known[1], known[2], metric, limit = "lon", "lat", GreatCircle, [2]float64{180, 90}
	}
	if err := t.only(known...); err != nil {
		return nil, err
	}
	in := &Instance{Name: t.file, Form: PointsCSV, Metric: metric, Same: true}
	seen := map[string]int{}
	for t.next() {
		name, err := t.name(t.column("id"))
		if err != nil {
			return nil, err
		}
		if line, twice := seen[name]; twice {
			return nil, t.fault(t.column("id"), "the id %.40q is that of line %d too: each point has its own", name, line)
		}
		seen[name], _ = t.rows.FieldPos(0)
		if len(seen) > MaxClients {
			return nil, t.fault(0, "more than %d points", MaxClients)
		}
		if err := t.point(in, name, [2]int{t.column(known[1]), t.column(known[2])}, limit); err != nil {
			return nil, err
		}
	}
	if err := t.end(""); err != nil {
		return nil, err
	}
	if in.Sites.N == 0 || in.Clients.N == 0 {
		return nil, t.end("a site or a client")
	}
	return in, nil
}

// point reads one row into the sites, the clients or both.
func (t *table) point(in *Instance, name string, at [2]int, limit [2]float64) error {
	var xy [2]float64
	for k, column := range at {
		var err error
		if xy[k], err = t.number(column, limit[k]); err != nil {
			return err
		}
	}
	weight, cost := int64(1), int64(0)
	var err error
	if c := t.column("weight"); c >= 0 && t.cell(c) != "" {
		if weight, err = t.whole(c, MaxWeight); err != nil {
			return err
		}
	}
	if c := t.column("cost"); c >= 0 && t.cell(c) != "" {
		if cost, err = t.whole(c, MaxCost); err != nil {
			return err
		}
	}
	room, limited := int64(0), t.column("capacity")
	if limited >= 0 && t.cell(limited) != "" {
		if room, err = t.whole(limited, MaxCost); err != nil {
			return err
		}
	}
	site, client := true, true
	if c := t.column("role"); c >= 0 {
		switch t.cell(c) {
		case "site":
			client = false
		case "client":
			site = false
		case "both", "":
		default:
			return t.fault(c, "the role is %.20q: use site, client or both", t.cell(c))
		}
	}
	in.Same = in.Same && site && client
	if site {
		if in.Sites.N == MaxSites {
			return t.fault(0, "more than %d sites: say in a column role which points are only clients", MaxSites)
		}
		in.Sites.add(name, xy)
		in.Sites.Cost = append(in.Sites.Cost, cost)
		if limited >= 0 {
			in.Sites.Capacity = append(in.Sites.Capacity, room)
		}
	}
	if client {
		in.Clients.add(name, xy)
		in.Clients.Weight = append(in.Clients.Weight, weight)
	}
	return nil
}

func (p *Places) add(name string, xy [2]float64) {
	p.N++
	p.Name, p.X, p.Y = append(p.Name, name), append(p.X, xy[0]), append(p.Y, xy[1])
}
