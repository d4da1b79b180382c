package gtfs

import (
	"cmp"
	"slices"
)

var weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

func (l *loader) calendar(t *table) {
	id, start, end := t.must("service_id"), t.must("start_date"), t.must("end_date")
	var days [7]column
	for i, name := range weekdays {
		days[i] = t.must(name)
	}
	l.service, l.badService = map[string]ServiceIndex{}, map[string]bool{}
	for !t.fatal && t.next() {
		s := Service{ID: t.id(id), First: t.date(start, true), Last: t.date(end, true)}
		for i, c := range days {
			s.Weekdays |= uint8(t.needed(c, 0, 1)) << i
		}
		if !t.bad && s.Last < s.First {
			t.wrong(end, BadSpan, "want a day from "+s.First.String()+" on")
		}
		if i, twice := l.service[s.ID]; twice && !t.bad && same(s, l.feed.Services[i]) {
			p := t.at(id)
			p.Code, p.Found = DuplicateID, s.ID+" is there twice, word for word"
			l.warn(p)
			continue
		}
		if t.bad && s.ID != "" {
			l.badService[s.ID] = true // its exceptions alone are not the service that was meant
		}
		if t.bad || !first(t, id, l.service, s.ID, ServiceIndex(len(l.feed.Services))) {
			continue
		}
		l.feed.Services = append(l.feed.Services, s)
	}
}

// same compares two services that have no exceptions yet.
func same(a, b Service) bool {
	return a.Weekdays == b.Weekdays && a.First == b.First && a.Last == b.Last
}

func (l *loader) exceptions(t *table) {
	id, date, kind := t.must("service_id"), t.must("date"), t.must("exception_type")
	if l.service == nil {
		l.service = map[string]ServiceIndex{}
	}
	type key struct {
		service ServiceIndex
		date    Date
	}
	seen := map[key]bool{}
	for !t.fatal && t.next() {
		name, d, k := t.id(id), t.date(date, true), t.needed(kind, 1, 2)
		if t.bad || l.badService[name] {
			continue
		}
		s, known := l.service[name]
		if !known { // a service of dates alone
			s = ServiceIndex(len(l.feed.Services))
			l.service[name] = s
			l.feed.Services = append(l.feed.Services, Service{ID: name})
		}
		if seen[key{s, d}] {
			t.wrong(date, DuplicateID, "want one row for each service and date")
			continue
		}
		seen[key{s, d}] = true
		l.feed.Services[s].Exceptions = append(l.feed.Services[s].Exceptions, Exception{d, k == 1})
	}
	for i := range l.feed.Services {
		slices.SortFunc(l.feed.Services[i].Exceptions, func(a, b Exception) int { return cmp.Compare(a.Date, b.Date) })
	}
}
