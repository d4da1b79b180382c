package gtfs

import (
	"cmp"
	"slices"
	"strings"
)

func (l *loader) trips(t *table) {
	id, route, service := t.must("trip_id"), t.must("route_id"), t.must("service_id")
	l.trip = map[string]TripIndex{}
	for row := 1; !t.fatal && t.next() && !l.cancelled(row); row++ {
		name := t.id(id)
		r, known := l.route[string(t.text(route))]
		if !known {
			t.wrong(route, UnknownID, "want a route_id of routes.txt")
		}
		s, known := l.service[string(t.text(service))]
		if !known {
			t.wrong(service, UnknownID, "want a service_id of calendar.txt or calendar_dates.txt")
		}
		bad := t.bad
		// The id of a trip that is left out is kept, so that its calls are not reported as well.
		if !first(t, id, l.trip, name, TripIndex(len(l.feed.Trips))) {
			l.report.LeftOut++
			continue
		}
		l.feed.Trips = append(l.feed.Trips, Trip{ID: name, Route: r, Service: s})
		l.badTrip = append(l.badTrip, bad)
	}
}

func (l *loader) frequencies(t *table) {
	trip, start, end, headway := t.must("trip_id"), t.must("start_time"), t.must("end_time"), t.must("headway_secs")
	exact := t.optional("exact_times")
	type placed struct {
		Frequency
		at Problem
	}
	var list []placed
	for row := 1; !t.fatal && t.next() && !l.cancelled(row); row++ {
		f := Frequency{Start: t.clock(start), End: t.clock(end), Headway: Seconds(t.needed(headway, 1, int(maxTime))), Exact: t.number(exact, 0, 1, 0) == 1}
		var known bool
		if f.Trip, known = l.trip[string(t.text(trip))]; !known {
			t.wrong(trip, UnknownID, "want a trip_id of trips.txt")
			continue
		}
		if !t.bad && (f.Start < 0 || f.End <= f.Start) {
			t.wrong(end, BadSpan, "want a time after start_time")
		}
		if t.bad {
			l.badTrip[f.Trip] = true
			continue
		}
		list = append(list, placed{f, t.at(start)})
	}
	slices.SortStableFunc(list, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.Trip, b.Trip), cmp.Compare(a.Start, b.Start))
	})
	for i, f := range list {
		if i > 0 && list[i-1].Trip == f.Trip && f.Start < list[i-1].End {
			f.at.Code, f.at.Found, f.at.Want = BadSpan, f.Start.String(), "want a time from "+list[i-1].End.String()+" on, when the span before ends"
			l.problem(true, f.at)
			l.badTrip[f.Trip] = true
		}
		l.feed.Frequencies = append(l.feed.Frequencies, f.Frequency)
	}
}

func (l *loader) transfers(t *table) {
	from, to, kind, least := t.optional("from_stop_id"), t.optional("to_stop_id"), t.must("transfer_type"), t.optional("min_transfer_time")
	details := []column{t.optional("from_trip_id"), t.optional("to_trip_id"), t.optional("from_route_id"), t.optional("to_route_id")}
	for row := 1; !t.fatal && t.next() && !l.cancelled(row); row++ {
		if strings.TrimSpace(string(t.text(details[0]))+string(t.text(details[1]))+string(t.text(details[2]))+string(t.text(details[3]))) != "" {
			p := t.at(from)
			p.Code, p.Found = TransferDetail, "a rule for single trips or routes is not used"
			l.warn(p)
			continue
		}
		tr := Transfer{Kind: TransferKind(t.number(kind, 0, 5, 0)), Min: Seconds(t.number(least, 0, int(maxTime), int(NoTime)))}
		a, known := l.stop[string(t.text(from))]
		if !known {
			t.wrong(from, UnknownID, "want a stop_id of stops.txt")
		}
		b, known := l.stop[string(t.text(to))]
		if !known {
			t.wrong(to, UnknownID, "want a stop_id of stops.txt")
		}
		if !t.bad && tr.Kind == MinTime && tr.Min == NoTime {
			t.wrong(least, MissingValue, "want the seconds that transfer_type 2 calls for")
		}
		if t.bad || tr.Kind > NotPossible { // staying on board is a rule for single trips
			continue
		}
		tr.From, tr.To = a, b
		l.feed.Transfers = append(l.feed.Transfers, tr)
	}
}
