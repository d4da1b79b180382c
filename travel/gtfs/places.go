package gtfs

import "math"

func (l *loader) agencies(t *table) {
	id, name, zone := t.optional("agency_id"), t.must("agency_name"), t.must("agency_timezone")
	seen := map[string]bool{}
	for !t.fatal && t.next() {
		a := Agency{ID: t.str(id), Name: t.str(name), Zone: t.id(zone)}
		if seen[a.ID] {
			p := t.at(id)
			p.Code, p.Found = DuplicateID, "the agency is there twice; the first is used"
			l.warn(p)
			continue
		}
		seen[a.ID] = true
		if l.feed.Zone == "" {
			l.feed.Zone = a.Zone
		} else if a.Zone != "" && a.Zone != l.feed.Zone {
			p := t.at(zone)
			p.Code, p.Found, p.Want = SeveralZones, a.Zone, "want "+l.feed.Zone+", as for the agencies before: times of a feed are in one zone"
			l.errs.add(p)
		}
		l.feed.Agencies = append(l.feed.Agencies, a)
	}
	if len(l.feed.Agencies) == 0 && !t.fatal {
		l.errs.add(Problem{File: t.file, Code: MissingValue, Found: "no agency", Want: "want at least one"})
	}
}

func (l *loader) stops(t *table) {
	id, name, lat, lon := t.must("stop_id"), t.optional("stop_name"), t.must("stop_lat"), t.must("stop_lon")
	kind, parent := t.optional("location_type"), t.optional("parent_station")
	l.stop = map[string]StopIndex{}
	type child struct {
		stop   StopIndex
		parent string
		at     Problem
	}
	var children []child
	for !t.fatal && t.next() {
		s := Stop{ID: t.id(id), Name: t.str(name), Lat: t.decimal(lat, -90, 90), Lon: t.decimal(lon, -180, 180),
			Kind: StopKind(t.number(kind, 0, 4, 0)), Parent: None}
		if !t.bad && s.Kind <= Entrance && (math.IsNaN(s.Lat) || math.IsNaN(s.Lon)) {
			t.wrong(lat, MissingValue, "want the place of the stop in degrees")
		}
		i := StopIndex(len(l.feed.Stops))
		if t.bad || !first(t, id, l.stop, s.ID, i) {
			continue
		}
		if p := t.str(parent); p != "" {
			children = append(children, child{i, p, t.at(parent)})
		}
		l.feed.Stops = append(l.feed.Stops, s)
	}
	for _, c := range children {
		p, known := l.stop[c.parent]
		if !known {
			c.at.Code, c.at.Found, c.at.Want = UnknownID, c.parent, "want a stop_id of this file"
			l.problem(true, c.at)
			continue
		}
		l.feed.Stops[c.stop].Parent = p
	}
}

func (l *loader) routes(t *table) {
	id, agency, short, long := t.must("route_id"), t.optional("agency_id"), t.optional("route_short_name"), t.optional("route_long_name")
	kind := t.must("route_type")
	l.route = map[string]RouteIndex{}
	for !t.fatal && t.next() {
		r := Route{ID: t.id(id), Agency: t.str(agency), Short: t.str(short), Long: t.str(long), Type: t.needed(kind, 0, 1799)}
		if t.bad || !first(t, id, l.route, r.ID, RouteIndex(len(l.feed.Routes))) {
			continue
		}
		l.feed.Routes = append(l.feed.Routes, r)
	}
}

func (l *loader) info(t *table) {
	publisher, url, version := t.optional("feed_publisher_name"), t.optional("feed_publisher_url"), t.optional("feed_version")
	start, end := t.optional("feed_start_date"), t.optional("feed_end_date")
	if !t.fatal && t.next() {
		l.feed.Info = Info{t.str(publisher), t.str(url), t.str(version), t.date(start, false), t.date(end, false)}
	}
}
