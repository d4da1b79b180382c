package coverage_test

import (
	"testing"

	"github.com/etablera/etablera/internal/plan/coverage"
)

// What is read is written the same way; all else is refused.
func TestParseDecay(t *testing.T) {
	for _, text := range append(coverage.DecayForms, "half-time:7.5", "zones:30=0.5", "power:1,0") {
		d, ok := coverage.ParseDecay(text)
		if !ok || d.String() != text || d.IsUsual() {
			t.Errorf("%q: %v, %q", text, ok, d)
		}
	}
	for _, text := range []string{"", "half-time", "half-time:", "half-time:0", "half-time:-1", "half-time:NaN", "half-time:1,2", "half-time:1e9", "gaussian:x", "power:5", "power:0,2",
		"within:3", "within:", "zones", "zones:10", "zones:10=1,5=0.5", "zones:10=0.5,20=1", "zones:10=2", "zones:10,20", "zones:10=1=20=0.5", "linear:3"} {
		if d, ok := coverage.ParseDecay(text); ok || !d.IsUsual() {
			t.Errorf("%q is taken as %v", text, d)
		}
	}
}

// A decay that is chosen is that of the measures that have one.
func TestChosenDecay(t *testing.T) {
	d, _ := coverage.ParseDecay("gaussian:10")
	o := coverage.CatchmentOptions{Decay: d, Minutes: 45}
	for m, want := range map[coverage.Measure]string{coverage.Gravity: "gaussian:10", coverage.EnhancedFloating: "gaussian:10", coverage.Floating: "within"} {
		if got := o.DecayOf(m).String(); got != want || o.MinutesOf(m) != 45 {
			t.Errorf("%s: %s within %d minutes, want %s", m, got, o.MinutesOf(m), want)
		}
	}
	o.Decay = coverage.Decay{}
	if got := o.DecayOf(coverage.EnhancedFloating).String(); got != "zones:15=1,30=0.68,45=0.22" {
		t.Errorf("zones of 45 minutes: %s", got)
	}
}
