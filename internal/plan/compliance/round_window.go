package compliance

import (
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
)

// roundWindow checks that at least a share of a round's offices opens within
// the window. The number asked for is the share of the round's projects,
// rounded up. The probability counts the runs in which that many open together.
func (k *check) roundWindow() {
	k.shareInWindow()
}

func (k *check) shareInWindow() {
	ps := k.ofRound(k.c.Round)
	switch {
	case k.c.Share == 0:
		k.unstated("share")
		return
	case !k.c.Window.IsKnown():
		k.unstated("window")
		return
	case len(ps) == 0:
		k.require(figure.Unknown(figure.Count), "compliance.share-of", k.field("share"))
		k.need("compliance.need.projects-in-round", string(k.c.Round))
		return
	}
	need := ceilShare(k.c.Share, len(ps))
	k.require(figure.OfCount(need), "compliance.share-of", append(projectFacts(ps), k.field("share"))...)
	k.inWindow(ps, k.c.Window, need)
}

// ceilShare is a share of n things, rounded up.
func ceilShare(s programme.Share, n int) int {
	return int((int64(s)*int64(n) + int64(programme.Whole) - 1) / int64(programme.Whole))
}
