package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/sweden/pointfile"
)

func TestTSVSortsAndRefusesTwins(t *testing.T) {
	got, err := tsv("t", "a\tb", [][]string{{"2", "x"}, {"1", "z"}, {"1", "y"}})
	if err != nil || string(got) != "a\tb\n1\ty\n1\tz\n2\tx\n" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := tsv("t", "a", [][]string{{"1"}, {"2"}, {"1"}}); err == nil || !strings.Contains(err.Error(), "twice") {
		t.Errorf("two equal rows: %v", err)
	}
}

// twoTowns is a country small enough to write out.
var twoTowns = map[string]int{"0114": 30, "2582": 12}

// A step is one of the functions that derive a table.
type step func(folder string, population map[string]int) ([]byte, error)

func derive(t *testing.T, build step, file string, lines ...string) (string, error) {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, file), []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	data, err := build(folder, twoTowns)
	return string(data), err
}

func TestBuildLocalities(t *testing.T) {
	const file, header = "localities_geonames.csv", "name,municipality_code,lat,lon,feature_code,population_geonames"
	got, err := derive(t, buildLocalities, file, header,
		"Boden,2582,65.8,21.7,PPLA2,16830", "Sävast,2582,65.8,21.8,PPL,0", "Torp,0114,59.5,17.9,PPLX,", "By,0114,59.6,17.9,,200")
	want := "municipality\tname\tlat\tlon\tpart\tpopulation\n" +
		"0114\tBy\t59.6\t17.9\t\t200\n0114\tTorp\t59.5\t17.9\tpart\t\n2582\tBoden\t65.8\t21.7\t\t16830\n2582\tSävast\t65.8\t21.8\t\t\n"
	if err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
	if _, err := derive(t, buildLocalities, file, header, "Boden,2583,65.8,21.7,PPL,1"); err == nil || !strings.Contains(err.Error(), file+":2:") {
		t.Errorf("a municipality that does not exist: %v", err)
	}
}

func TestBuildAreas(t *testing.T) {
	const file, header = "utsatta_omraden.csv", "name,municipality_code,lat,lon,area_km2,class_2015,class_2017,class_2019,class_2021,class_2023"
	got, err := derive(t, buildAreas, file, header, "Smedby,0114,59.5,17.9,0.8,utsatt område,,riskområde,särskilt utsatt område,")
	want := "municipality\tname\tlat\tlon\tkm2\t2015\t2017\t2019\t2021\t2023\n0114\tSmedby\t59.5\t17.9\t0.8\tv\t-\tr\te\t-\n"
	if err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
	_, err = derive(t, buildAreas, file, header, "Smedby,0114,59.5,17.9,0.8,utsatt,,,,")
	if err == nil || !strings.Contains(err.Error(), `class_2015 "utsatt": want utsatt område`) {
		t.Errorf("a class that does not exist: %v", err)
	}
}

func TestBuildPoints(t *testing.T) {
	const file, header = "demand_points_refined.csv", "id,municipality_code,lat,lon,pop2021"
	got, err := derive(t, buildPoints, file, header, "b,2582,65.8,21.7,12", "b,0114,59.5,17.91234,10", "a,0114,59.6,17.9,20")
	if err != nil {
		t.Fatal(err)
	}
	points, err := pointfile.Decode([]byte(got))
	if err != nil || len(points) != 3 || (points[1] != pointfile.Record{Group: 114, ID: "b", Lat: 5950000, Lon: 1791234, Weight: 10}) {
		t.Errorf("got %+v, %v", points, err)
	}
	_, err = derive(t, buildPoints, file, header, "b,2582,65.8,21.7,12", "a,0114,59.6,17.9,20")
	if err == nil || !strings.Contains(err.Error(), "municipality 0114 adds up to 20: want its population, 30") {
		t.Errorf("people missing: %v", err)
	}
	_, err = derive(t, buildPoints, file, header, "b,2582,65.8,21.7,12", "a,0114,59.6,17.9,20", "a,0114,59.6,17.9,10")
	if err == nil || !strings.Contains(err.Error(), `ID "a" after "a"`) {
		t.Errorf("a point twice: %v", err)
	}
}

func TestBuildCountiesAndMunicipalitiesCheckSums(t *testing.T) {
	const counties = "county_code,short,name,population_2021,municipalities"
	for line, want := range map[string]string{
		"01,Stockholm,Stockholms län,30,1": "1 counties: want 21",
		"01,Stockholm,Stockholms län,31,1": "31 people in 1 municipalities: the municipalities add up to 30 in 1",
		"01,Stockholm,Stockholms län,30,2": "30 people in 2 municipalities: the municipalities add up to 30 in 1",
	} {
		if _, err := derive(t, buildCounties, "counties.csv", counties, line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q in it", line, err, want)
		}
	}
	const header = "municipality_code,name,county_code,population_2021,land_km2,skr_group_2017,seat_name,seat_lat,seat_lon,popw_lat,popw_lon"
	const boden, rest = "2582,Boden,25,12,", "4000,C6,Boden,65.8,21.7,65.8,21.7"
	municipalities := func(folder string, _ map[string]int) ([]byte, error) {
		data, _, err := buildMunicipalities(folder)
		return data, err
	}
	for want, lines := range map[string][]string{
		"1 municipalities of 12 people: want 290 of 10452326": {header, boden + rest},
		"again: want each once":                               {header, boden + rest, boden + rest},
		"want the first two digits":                           {header, "2582,Boden,24,12," + rest},
	} {
		if _, err := derive(t, municipalities, "municipalities.csv", lines...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q in it", err, want)
		}
	}
}
