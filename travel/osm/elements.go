package osm

// dense reads nodes whose ids and positions are stored column by column.
func (d *decoder) dense(m message) error {
	var ids, lats, lons, tags []byte
	begin, tagsAt := m.base, m.base
	for m.next() {
		switch m.key {
		case key(1, delimited):
			ids = m.body
		case key(8, delimited):
			lats = m.body
		case key(9, delimited):
			lons = m.body
		case key(10, delimited):
			tags, tagsAt = m.body, m.bodyAt
		}
	}
	if err := m.failed(d.where, "a group of nodes"); err != nil {
		return err
	}
	var okI, okA, okO bool
	d.ids, okI = deltas(d.ids[:0], ids)
	d.lats, okA = deltas(d.lats[:0], lats)
	d.lons, okO = deltas(d.lons[:0], lons)
	if !okI || !okA || !okO || len(d.lats) != len(d.ids) || len(d.lons) != len(d.ids) {
		return d.where.inside(Damaged, begin, "a group of nodes has %d ids, %d latitudes and %d longitudes, or one is cut off", len(d.ids), len(d.lats), len(d.lons))
	}
	total := len(tags)
	for i, id := range d.ids {
		lat, lon, ok := d.position(d.lats[i], d.lons[i])
		if !ok {
			return d.where.inside(Position, begin, "node %d lies outside the earth: at %d, %d in units of %d nanodegrees", id, d.lats[i], d.lons[i], d.granularity)
		}
		n := Node{ID: id, Lat: lat, Lon: lon}
		if total > 0 {
			n.Tags.From = uint32(len(d.block.tags))
			if tags, ok = d.denseTags(tags); !ok {
				return d.where.inside(Damaged, tagsAt+total-len(tags), "node %d: its tags are cut off or use strings beyond a table of %d", id, len(d.block.spans))
			}
			n.Tags.To = uint32(len(d.block.tags))
		}
		d.block.Nodes = append(d.block.Nodes, n)
	}
	if len(tags) > 0 {
		return d.where.inside(Damaged, tagsAt+total-len(tags), "there are more tags than nodes")
	}
	return nil
}

// denseTags reads the tags of one node: pairs of strings up to a zero.
func (d *decoder) denseTags(tags []byte) ([]byte, bool) {
	for {
		k, n := uvarint(tags)
		if n <= 0 {
			return tags, false
		}
		if k == 0 {
			return tags[n:], true
		}
		v, o := uvarint(tags[n:])
		if o <= 0 || k >= uint64(len(d.block.spans)) || v >= uint64(len(d.block.spans)) {
			return tags, false
		}
		d.block.tags = append(d.block.tags, Tag{Text(k), Text(v)})
		tags = tags[n+o:]
	}
}

// node reads a node that is stored by itself.
func (d *decoder) node(m message) error {
	var n Node
	var keys, values []byte
	var lat, lon int64
	begin := m.base
	for m.next() {
		switch m.key {
		case key(1, varint):
			n.ID = zigzag(m.value)
		case key(2, delimited):
			keys = m.body
		case key(3, delimited):
			values = m.body
		case key(8, varint):
			lat = zigzag(m.value)
		case key(9, varint):
			lon = zigzag(m.value)
		}
	}
	err := m.failed(d.where, "a node")
	if err != nil {
		return err
	}
	var ok bool
	if n.Lat, n.Lon, ok = d.position(lat, lon); !ok {
		return d.where.inside(Position, begin, "node %d lies outside the earth: at %d, %d in units of %d nanodegrees", n.ID, lat, lon, d.granularity)
	}
	n.Tags, err = d.tagsOf(keys, values, "node", n.ID, begin)
	d.block.Nodes = append(d.block.Nodes, n)
	return err
}

// way reads a way.
func (d *decoder) way(m message) error {
	var w Way
	var keys, values, refs []byte
	begin := m.base
	for m.next() {
		switch m.key {
		case key(1, varint):
			w.ID = int64(m.value)
		case key(2, delimited):
			keys = m.body
		case key(3, delimited):
			values = m.body
		case key(8, delimited):
			refs = m.body
		}
	}
	err := m.failed(d.where, "a way")
	if err != nil {
		return err
	}
	w.Refs.From = uint32(len(d.block.refs))
	var ok bool
	if d.block.refs, ok = deltas(d.block.refs, refs); !ok {
		return d.where.inside(Truncated, begin, "way %d: the list of its nodes is cut off", w.ID)
	}
	w.Refs.To = uint32(len(d.block.refs))
	w.Tags, err = d.tagsOf(keys, values, "way", w.ID, begin)
	d.block.Ways = append(d.block.Ways, w)
	return err
}

// relation reads a relation.
func (d *decoder) relation(m message) error {
	var r Relation
	var keys, values, roles, ids, kinds []byte
	begin := m.base
	for m.next() {
		switch m.key {
		case key(1, varint):
			r.ID = int64(m.value)
		case key(2, delimited):
			keys = m.body
		case key(3, delimited):
			values = m.body
		case key(8, delimited):
			roles = m.body
		case key(9, delimited):
			ids = m.body
		case key(10, delimited):
			kinds = m.body
		}
	}
	err := m.failed(d.where, "a relation")
	if err != nil {
		return err
	}
	var ok bool
	if d.ids, ok = deltas(d.ids[:0], ids); !ok || count(kinds) != len(d.ids) || count(roles) != len(d.ids) {
		return d.where.inside(Damaged, begin, "relation %d: %d members with %d kinds and %d roles, or one is cut off", r.ID, len(d.ids), count(kinds), count(roles))
	}
	r.Members.From = uint32(len(d.block.members))
	for _, id := range d.ids {
		kind, n := uvarint(kinds)
		role, o := uvarint(roles)
		if n <= 0 || o <= 0 || kind > 2 || role >= uint64(len(d.block.spans)) {
			return d.where.inside(Damaged, begin, "relation %d: a member has kind %d and role %d: kinds are 0 to 2, and the table has %d strings", r.ID, kind, role, len(d.block.spans))
		}
		d.block.members = append(d.block.members, Member{id, Text(role), Nodes << kind})
		kinds, roles = kinds[n:], roles[o:]
	}
	r.Members.To = uint32(len(d.block.members))
	r.Tags, err = d.tagsOf(keys, values, "relation", r.ID, begin)
	d.block.Relations = append(d.block.Relations, r)
	return err
}
