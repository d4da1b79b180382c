package programme

import "testing"

func TestLinkText(t *testing.T) {
	reads(t, map[string]Link{"lokal": {"lokal", FinishStart, 0}, "lokal fs 5": {"lokal", FinishStart, 5}, "lokal ss -3": {"lokal", StartStart, -3},
		"lokal ff": {"lokal", FinishFinish, 0}, "lokal fs 0": {"lokal", FinishStart, 0}, "  lokal  fs  1 ": {"lokal", FinishStart, 1}},
		map[string]string{"lokal fs 0": "lokal", "  lokal  fs  1 ": "lokal fs 1"})
	refuses[Link](t, "", "lokal sf", "lokal 5", "lokal fs fem", "lokal fs 5 6", "lokal fs 99999")
}

func TestDistributionText(t *testing.T) {
	reads(t, map[string]Distribution{"": {}, "10": {Fixed, 10, 0, 0}, "0": {Fixed, 0, 0, 0}, "triangular 5 8 20": {Triangular, 5, 8, 20},
		"triangular 5 5 5": {Triangular, 5, 5, 5}, "lognormal 40 90": {LogNormal, 40, 90, 0}, "2.5": {Fixed, 2.5, 0, 0}}, nil)
	refuses[Distribution](t, "fixed 10", "triangular 5 8", "triangular 8 5 20", "triangular 5 20 8", "lognormal 90 40", "lognormal 0 10", "lognormal 1 2 3",
		"-1", "NaN", "Inf", "triangular NaN 1 2", "1 2", "30000", "normal 5 1")
	if (Distribution{}).IsKnown() || !(Distribution{Shape: Fixed}).IsKnown() {
		t.Error("a duration of no days is known, an empty one is not")
	}
}
