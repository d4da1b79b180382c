package main

import (
	"context"
	"fmt"

	"github.com/etablera/etablera/travel/transit"
)

// walker makes the walks that the flags ask for.
func (s *settings) walker(ctx context.Context) (transit.Walker, error) {
	switch s.walk {
	case "circle":
		return transit.GreatCircle{Speed: s.speed / 3.6, Detour: s.detour}, nil
	}
	return nil, fmt.Errorf("no walks %q; want circle or foot", s.walk)
}
