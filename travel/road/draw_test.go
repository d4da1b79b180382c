package road_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/travel/road"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// draw pictures a town that fits into 300 × 200 m: its streets, its nodes, and where positions meet the network.
func (w *world) draw(title string, streets [][2]string, positions [][2]float64) string {
	const margin = 40
	x := func(east float64) float64 { return margin + east + 200 }
	y := func(north float64) float64 { return margin + 100 - north }
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='11'>\n<title>%s</title>\n", 300+2*margin, 200+2*margin, title)
	for _, s := range streets {
		p, q := w.town.places[s[0]], w.town.places[s[1]]
		fmt.Fprintf(&b, "<path d='M%.0f,%.0f %.0f,%.0f' stroke='#666' stroke-width='3'/>\n", x(p[0]), y(p[1]), x(q[0]), y(q[1]))
	}
	for _, name := range slices.Sorted(maps.Keys(w.town.places)) {
		p := w.town.places[name]
		fmt.Fprintf(&b, "<circle cx='%.0f' cy='%.0f' r='4'/><text x='%.0f' y='%.0f'>%s</text>\n", x(p[0]), y(p[1]), x(p[0])+6, y(p[1])-6, name)
	}
	for _, p := range positions {
		place, ok := w.snap(p[0], p[1], 60)
		if !ok {
			fmt.Fprintf(&b, "<text x='%.0f' y='%.0f'>×</text>\n", x(p[0]), y(p[1]))
			continue
		}
		lat0, lon0 := degrees(0, 0)
		lat1, lon1 := degrees(100, 100)
		east, north := (place.Lon-lon0)/(lon1-lon0)*100, (place.Lat-lat0)/(lat1-lat0)*100
		fmt.Fprintf(&b, "<path d='M%.0f,%.0f %.0f,%.0f' stroke='#06c' stroke-dasharray='3'/><text x='%.0f' y='%.0f'>%.0f m</text>\n",
			x(p[0]), y(p[1]), x(east), y(north), x(p[0])+4, y(p[1])+4, place.Metres)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// The town of the turn bans, drawn: where positions meet it, and which are too far off.
func TestDrawnTown(t *testing.T) {
	n := crossing().build(t, plain(), road.Options{})
	streets := [][2]string{{"m", "n"}, {"m", "e"}, {"s", "m"}, {"w", "m"}, {"s", "r"}, {"r", "w"}, {"w", "z"}}
	got := n.draw("A town with a crossing, and where positions meet its streets", streets, [][2]float64{{50, 30}, {-60, -40}, {-150, 20}, {-190, -90}, {20, 90}})
	path := filepath.Join("testdata", "crossing.svg")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the picture changed: look at it, and write it anew with -update\n%s", got)
	}
}
