package chart

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// sampleDotMap is a country of rows of dots, its bands from south to north, with
// a site of each kind.
func sampleDotMap(width float64) DotMap {
	m := DotMap{Options: options("karta", width), Bands: []string{"högst 10 minuter", "10–20", "20–30", "30–45", "45–60", "mer än 60"}, Kinds: []string{"kontor", "nytt kontor", "stängt kontor"}}
	for i := range 300 {
		lat := 55.5 + float64(i/10)*0.45
		m.Dots = append(m.Dots, Dot{lat, 12 + float64(i%10)*0.9 + lat/30, i / 50})
	}
	for k := range 3 {
		m.Sites = append(m.Sites, MapSite{56 + 4*float64(k), 15 + float64(k), k, "Ort <nr> " + swedish(0)(float64(k))})
	}
	return m
}

// The middle of the map lies in the middle, north is up, and a kilometre east is as
// long as a kilometre north.
func TestMapProjection(t *testing.T) {
	m := DotMap{Options: options("karta", 600), Bands: []string{"a"}, Dots: []Dot{{59, 10, 0}, {61, 14, 0}}}
	at, height := m.projection(600, 0)
	sw, ne, middle := at(59, 10), at(61, 14), at(60, 12)
	if math.Abs(middle.X-300) > 1e-9 || ne.Y >= sw.Y || ne.X <= sw.X || math.Abs(middle.Y-height/2) > 1e-9 {
		t.Errorf("%v %v %v in a height of %v", sw, middle, ne, height)
	}
	if east, north := (ne.X-sw.X)/(4*math.Cos(60*math.Pi/180)), (sw.Y-ne.Y)/2; math.Abs(east-north) > 1e-9 {
		t.Errorf("a degree is %v px east and %v px north", east, north)
	}
}

// What is no place, band or kind is refused, each with its own fault.
func TestDotMapRefuses(t *testing.T) {
	for name, m := range map[string]DotMap{
		"nothing":    {Options: options("a", 0)},
		"no place":   {Options: options("a", 0), Bands: []string{"a"}, Dots: []Dot{{math.NaN(), 1, 0}}},
		"the pole":   {Options: options("a", 0), Bands: []string{"a"}, Dots: []Dot{{90, 1, 0}}},
		"no band":    {Options: options("a", 0), Bands: []string{"a"}, Dots: []Dot{{60, 1, 1}}},
		"no kind":    {Options: options("a", 0), Sites: []MapSite{{60, 1, 0, ""}}},
		"no words":   {Options: options("a", 0), Bands: []string{" "}, Dots: []Dot{{60, 1, 0}}},
		"too many":   {Options: options("a", 0), Bands: []string{"a"}, Dots: make([]Dot, MaxDots+1)},
		"band eight": {Options: options("a", 0), Bands: []string{"1", "2", "3", "4", "5", "6", "7"}, Dots: []Dot{{60, 1, 0}}},
	} {
		var e *Error
		if _, err := m.Draw(); !errors.As(err, &e) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Any dots give a sound picture: nothing outside the page, no NaN.
func TestAnyDotMapIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := DotMap{Options: options("karta", float64(rapid.IntRange(280, 900).Draw(t, "width"))), Bands: []string{"nära", "långt"}, Kinds: []string{"kontor"}}
		for range rapid.IntRange(1, 20).Draw(t, "dots") {
			m.Dots = append(m.Dots, Dot{rapid.Float64Range(-85, 85).Draw(t, "lat"), rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.IntRange(0, 1).Draw(t, "band")})
		}
		m.Sites = append(m.Sites, MapSite{Lat: m.Dots[0].Lat, Lon: m.Dots[0].Lon, Detail: "<b>"})
		sound(t, m)
	})
}
