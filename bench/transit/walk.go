package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/etablera/etablera/travel/osm"
	"github.com/etablera/etablera/travel/road"
	"github.com/etablera/etablera/travel/transit"
)

// walker makes the walks that the flags ask for.
func (s *settings) walker(ctx context.Context) (transit.Walker, error) {
	switch s.walk {
	case "circle":
		return transit.GreatCircle{Speed: s.speed / 3.6, Detour: s.detour}, nil
	case "foot":
		f, err := osm.Open(filepath.Join(s.data, "osm", s.city+"_osm.pbf"))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		profile := road.Foot()
		profile.Approach = s.speed
		for highway, r := range profile.Roads {
			r.Limit = s.speed
			profile.Roads[highway] = r
		}
		networks, err := road.Build(ctx, f, []road.Profile{profile}, road.Options{})
		if err != nil {
			return nil, err
		}
		return &transit.OnFoot{Network: networks[0], Snap: 1600}, nil
	}
	return nil, fmt.Errorf("no walks %q; want circle or foot", s.walk)
}
