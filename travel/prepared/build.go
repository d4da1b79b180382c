package prepared

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"github.com/etablera/etablera/travel/gtfs"
	"github.com/etablera/etablera/travel/hierarchy"
	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
)

// Options of Build.
type Options struct {
	// Profiles are the ways to move on roads; none: by car and on foot.
	Profiles []road.Profile
	// Tolerant leaves out of feeds what is wrong in them, instead of refusing the feed.
	Tolerant bool
	// Workers is the number of goroutines; 0: as many as there are processors. The result is the same with any.
	Workers int
	// Progress is told what is being done, and how much of it.
	Progress func(step string, done, of int)
}

// The steps that Progress hears of; that of a hierarchy is followed by a colon and the profile's name.
const (
	StepRoads     = "roads"
	StepHierarchy = "hierarchy"
	StepFeed      = "feed"
)

// MaxFeed bounds the archive of a feed, in bytes.
const MaxFeed = 1 << 30

// FeedSizeError says that a feed is no file, or larger than MaxFeed.
type FeedSizeError struct{ Path string }

func (e *FeedSizeError) Error() string {
	return fmt.Sprintf("%s: want a zip archive of at most %d MB", e.Path, MaxFeed>>20)
}

// Build prepares a network from an extract and feeds, given by their paths.
func Build(ctx context.Context, extract string, feeds []string, opt Options) (*Network, error) {
	if opt.Progress == nil {
		opt.Progress = func(string, int, int) {}
	}
	if len(opt.Profiles) == 0 {
		opt.Profiles = []road.Profile{road.Car(), road.Foot()}
	}
	n := &Network{meta: Meta{Version: Version}}
	// Feeds first: they are quick to refuse.
	for i, name := range feeds {
		opt.Progress(StepFeed, i, len(feeds))
		if err := n.addFeed(ctx, name, opt.Tolerant); err != nil {
			return nil, err
		}
	}
	f, err := osm.Open(extract)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if opt.Workers > 0 {
		f.Workers = opt.Workers
	}
	opt.Progress(StepRoads, 0, 1)
	roads, err := road.Build(ctx, f, opt.Profiles, road.Options{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", extract, err)
	}
	for _, r := range roads {
		name := r.Meta.Profile.Name
		r.Meta.Source.File = filepath.Base(r.Meta.Source.File)
		h, err := hierarchy.Build(ctx, r.Graph, hierarchy.Options{Workers: opt.Workers, Progress: func(done, of int) {
			opt.Progress(StepHierarchy+":"+name, done, of)
		}})
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", extract, name, err)
		}
		n.meta.Roads = append(n.meta.Roads, r.Meta)
		n.roads = append(n.roads, streets{name, r, h})
	}
	return n, nil
}

// addFeed reads and checks a feed, and keeps its archive.
func (n *Network) addFeed(ctx context.Context, path string, tolerant bool) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || info.Size() > MaxFeed {
		return &FeedSizeError{path}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	name := filepath.Base(path)
	feed, report, err := gtfs.ReadZip(ctx, name, bytes.NewReader(data), int64(len(data)), gtfs.Options{Tolerant: tolerant})
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	m := FeedMeta{File: name, SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(data)), Version: feed.Info.Version, Agencies: len(feed.Agencies),
		Stops: len(feed.Stops), Trips: len(feed.Trips), Calls: len(feed.Calls), Warnings: report.Warnings.Total(), Tolerant: tolerant}
	if first, last := feed.Span(); first != 0 {
		m.First, m.Last = first.String(), last.String()
	}
	n.meta.Feeds = append(n.meta.Feeds, m)
	n.archives = append(n.archives, data)
	n.feeds = append(n.feeds, feed)
	return nil
}
