package gtfs

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Open reads the feed in a zip archive or a folder. An error of type *InvalidError says what is wrong with the feed itself.
func Open(ctx context.Context, path string, opt Options) (*Feed, *Report, error) {
	s, c, err := pathSource(path, opt.limits())
	if err != nil {
		return nil, nil, err
	}
	defer c.Close()
	return load(ctx, s, opt)
}

// ReadZip reads the feed in a zip archive; the name is used in messages.
func ReadZip(ctx context.Context, name string, r io.ReaderAt, size int64, opt Options) (*Feed, *Report, error) {
	s, err := zipSource(name, r, size, opt.limits())
	if err != nil {
		return nil, nil, err
	}
	return load(ctx, s, opt)
}

// ReadFS reads the feed in the root of a file system; the name is used in messages.
func ReadFS(ctx context.Context, name string, fsys fs.FS, opt Options) (*Feed, *Report, error) {
	s, err := folderSource(name, fsys, opt.limits())
	if err != nil {
		return nil, nil, err
	}
	return load(ctx, s, opt)
}

// loader holds what is known while the files of a feed are read.
type loader struct {
	ctx    context.Context
	src    *source
	opt    Options
	feed   *Feed
	report Report
	errs   Problems

	stop    map[string]StopIndex
	route   map[string]RouteIndex
	service map[string]ServiceIndex
	trip    map[string]TripIndex
	// badService and badTrip are left out.
	badService map[string]bool
	badTrip    []bool
}

// problem files a problem: those that can be left out are warnings where the options allow it.
func (l *loader) problem(droppable bool, p Problem) {
	if droppable && l.opt.Tolerant {
		l.report.Warnings.add(p)
		return
	}
	l.errs.add(p)
}

func (l *loader) warn(p Problem) { l.report.Warnings.add(p) }

func load(ctx context.Context, s *source, opt Options) (*Feed, *Report, error) {
	l := &loader{ctx: ctx, src: s, opt: opt, feed: &Feed{Name: s.name}}
	if err := l.complete(); err != nil {
		return nil, nil, err
	}
	for _, step := range []struct {
		file string
		read func(*table)
	}{
		{"agency.txt", l.agencies}, {"stops.txt", l.stops}, {"routes.txt", l.routes}, {"calendar.txt", l.calendar},
		{"calendar_dates.txt", l.exceptions}, {"trips.txt", l.trips}, {"stop_times.txt", l.calls},
		{"frequencies.txt", l.frequencies}, {"transfers.txt", l.transfers}, {"feed_info.txt", l.info},
	} {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if s.open[step.file] == nil {
			continue
		}
		if err := l.file(step.file, step.read); err != nil {
			return nil, nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if l.errs.Total() > 0 {
		return nil, nil, &InvalidError{Feed: s.name, Problems: l.errs}
	}
	l.finish()
	return l.feed, &l.report, nil
}

// complete refuses a feed that lacks a file without which there is no timetable.
func (l *loader) complete() error {
	var missing []string
	for _, name := range []string{"agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"} {
		if l.src.open[name] == nil {
			missing = append(missing, name)
		}
	}
	if l.src.open["calendar.txt"] == nil && l.src.open["calendar_dates.txt"] == nil {
		missing = append(missing, "calendar.txt or calendar_dates.txt")
	}
	if missing == nil {
		return nil
	}
	e := &InvalidError{Feed: l.src.name}
	for _, name := range missing {
		e.Problems.add(Problem{File: name, Code: MissingFile, Found: "the feed has no such file",
			Want: "want agency, stops, routes, trips, stop_times and calendar or calendar_dates, or there is no timetable"})
	}
	return e
}

func (l *loader) file(name string, read func(*table)) error {
	r, err := l.src.reader(name)
	if err != nil {
		return refuse(l.src.name, Problem{File: name, Code: BadArchive, Found: err.Error(), Want: "want a whole archive"})
	}
	defer r.Close()
	t := newTable(name, r, l.src.limits.Record, l.problem)
	if !t.fatal {
		read(t)
	}
	return nil
}

// first files the id of a new thing; a second thing of the same id is reported.
func first[I ~int32](t *table, c column, seen map[string]I, id string, i I) bool {
	if id == "" {
		return false // reported
	}
	if _, twice := seen[id]; twice {
		t.wrong(c, DuplicateID, "want one row for each id")
		return false
	}
	seen[strings.Clone(id)] = i
	return true
}

// cancelled looks at the context once in a while.
func (l *loader) cancelled(row int) bool { return row&0xffff == 0 && l.ctx.Err() != nil }

// finish sorts out what only the whole feed can tell.
func (l *loader) finish() {
	for i := range l.feed.Services {
		if s := &l.feed.Services[i]; s.never() {
			l.warn(Problem{File: "calendar.txt", Field: "service_id", Code: NoService, Found: fmt.Sprintf("%q runs on no day", s.ID)})
		}
	}
	l.compact()
}
