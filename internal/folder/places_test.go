package folder

import (
	"testing"
	"testing/fstest"

	"github.com/etablera/etablera/internal/programme"
)

// Every value has its place; what is not there has that of what is around it.
func TestPlaces(t *testing.T) {
	_, places, _ := Read(fstest.MapFS{
		"a.yaml": {Data: []byte("programme:\n  id: prov\noffices:\n  - id: boden\n    position: {lat: 65, lon: 21}\n    serves: [Årby,\n      Rinkeby]\n")},
		"b.yaml": {Data: []byte("offices:\n\n  - {id: laholm, name: Laholm}\n")},
		// Records of one section may come from tables and other files in turn.
		"c/visits.csv":  {Data: []byte("office;month;visits\nåäö;2022-01;12\n\"x\ny\";2022-02;13\n")},
		"d/visits.yaml": {Data: []byte("visits:\n  - office: boden\n")},
		"e/visits.csv":  {Data: []byte("month,office\n2022-03,\n")},
	}, programme.Register{})
	for _, c := range []struct{ path, want string }{
		{"programme.id", "a.yaml:2:7"},
		{"programme.agency", "a.yaml:1:1"},
		{"offices", "a.yaml:3:1"},
		{"offices[0]", "a.yaml:4:5"},
		{"offices[0].id", "a.yaml:4:9"},
		{"offices[0].municipality", "a.yaml:4:5"},
		{"offices[0].position.lon", "a.yaml:5:30"},
		{"offices[0].position.precision", "a.yaml:5:15"},
		{"offices[0].serves[1]", "a.yaml:7:7"},
		{"offices[0].serves[2]", "a.yaml:6:13"},
		{"offices[1].name", "b.yaml:3:24"},
		{"offices[2].name", "a.yaml:3:1"},
		{"visits[0].office", "c/visits.csv:2:1"},
		{"visits[0].month", "c/visits.csv:2:5"},
		{"visits[0].errands", "c/visits.csv:2:1"},
		{"visits[1].month", "c/visits.csv:4:4"},
		{"visits[2].office", "d/visits.yaml:2:13"},
		{"visits[3].month", "e/visits.csv:2:1"},
		{"visits[3].office", "e/visits.csv:2:9"},
		{"visits[3]", "e/visits.csv:2:1"},
	} {
		got, ok := places.At(c.path)
		if !ok || got.String() != c.want {
			t.Errorf("%s stands at %s, want %s", c.path, got, c.want)
		}
	}
	for _, path := range []string{"projects[0].id", "", "nowhere"} {
		if at, ok := places.At(path); ok {
			t.Errorf("%q stands at %s", path, at)
		}
	}
	if _, ok := (Places{}).At("offices[0]"); ok {
		t.Error("the zero Places knows a place")
	}
}
