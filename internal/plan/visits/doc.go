// Package visits says how many visits an office is to expect, and how visits move
// when offices open and close.
//
// In go the coverage (which offices are open in which state, and how far people
// have to them), the service levels and the observed visits; out come, by Huff's
// model with the choice not to visit (travel/catchment), each office's share of
// the visits, and for every change who comes new, whose visitors an opening takes,
// and where those of a closing go.
//
// The pull of an office is its open hours a week times the partner agencies whose
// errands it handles; what nobody has stated of an office is taken as the mean of
// the others, and a note says so. How fast the will to travel falls, and how strong
// the pull of not going is, are assumptions with figures of their own
// (visits/option/…): nothing here has measured them.
//
// Shares follow from that. Numbers of visits do not: they are fitted to the visits
// observed at offices of the state now, and without any observation they stay
// unknown. Visits are per month. An office with few visits, or few months, is
// flagged. Demand scenarios multiply the whole and are stated by somebody.
//
// Nothing is computed before somebody asks; a state costs O(offices × points),
// a change O(points × offices²) at worst, for at most MaxFlows offices.
package visits
