package programme

import (
	"fmt"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
)

var trial = Register{
	Municipalities:   []string{"Boden", "Laholm", "Stenungsund", "Stockholm"},
	Counties:         []string{"Norrbottens län"},
	Regions:          []string{"Stockholm", "Göteborg", "Malmö"},
	Areas:            []string{"Rinkeby/Tensta", "Årby"},
	AreaMunicipality: map[string]string{"Rinkeby/Tensta": "Stockholm", "Årby": "Eskilstuna"},
}

func day(s string) civil.Date { return civil.MustDate(s) }

func span(s string) civil.Span {
	out, err := civil.ParseSpan(s)
	if err != nil {
		panic(err)
	}
	return out
}

var from = Provenance{Source: Citation{ID: "rapport", Place: "avsnitt 2"}}

// sound returns a small programme without any mistake, anew each time.
func sound() *Snapshot {
	return &Snapshot{
		Programme: Meta{ID: "prov", Name: Text{Sv: "Prov"}, Agency: "ssc"},
		Sources: []Source{{ID: "rapport", Title: "En rapport", Date: day("2021-09-24")},
			{ID: "senare", Title: "En senare rapport", Date: day("2022-09-24")}},
		Parties: []Party{{ID: "ssc", Name: Text{Sv: "Myndigheten"}, Kind: OwnAgency, Provenance: from}},
		Mandates: []Mandate{{ID: "uppdrag", Title: Text{Sv: "Uppdraget"}, Window: span("2021-05-27/2024-02-23"), Provenance: from,
			Clauses:      []Clause{{ID: "minst", Kind: OfficesAtLeast, Strength: Shall, Text: Text{Sv: "Minst två"}, Minimum: Exactly(2)}},
			Deliverables: []Deliverable{{ID: "delred", Title: Text{Sv: "Delredovisning"}, Due: day("2021-09-24"), Contents: []Content{{Section: "tidplan"}}}}}},
		OfficeTypes: []OfficeType{{ID: "small", Name: Text{Sv: "Litet"}, Provenance: from}, {ID: "large", Name: Text{Sv: "Stort"}, Provenance: from}},
		Process: []Stage{{ID: "analys", Name: Text{Sv: "Analys"}, Provenance: from},
			{ID: "lokal", Name: Text{Sv: "Lokal"}, After: []Link{{Stage: "analys", Kind: FinishStart}}, Opens: true, Provenance: from}},
		Durations: []Duration{{Activity: "analys", Basis: Assumption, Provenance: from}, {Activity: "lokal", Basis: Assumption, Provenance: from}},
		Rounds:    []Round{{ID: "omgang-1", Name: Text{Sv: "Omgång 1"}, Mandate: "uppdrag", Window: span("2022"), Minimum: Exactly(2), Provenance: from}},
		Offices: []Office{{ID: "boden", Municipality: "Boden", Provenance: from},
			{ID: "rinkeby", Municipality: "Stockholm", Serves: []string{"Rinkeby/Tensta"}, Provenance: from}},
		Projects: []Project{{ID: "boden", Kind: Open, Office: "boden", Mandate: "uppdrag", Round: "omgang-1", Provenance: from},
			{ID: "rinkeby", Kind: Open, Office: "rinkeby", Mandate: "uppdrag", Round: "omgang-1", Provenance: from}},
	}
}

// list writes problems as "path key(args)", one a line.
func list(problems []Problem) string {
	var lines []string
	for _, p := range problems {
		line := p.Path + " " + strings.TrimPrefix(p.Key, "programme.")
		if p.Severity == Warning {
			line += "?"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestSoundProgrammeHasNoProblems(t *testing.T) {
	if got := list(Validate(sound(), trial)); got != "" {
		t.Error(got)
	}
	// Without a register, names of the real world are not checked.
	s := sound()
	s.Offices[0].Municipality = "Nowhere"
	if got := list(Validate(s, Register{})); got != "" {
		t.Error(got)
	}
	// Nothing at all lacks only what says which programme it is.
	if got := list(Validate(&Snapshot{}, trial)); got != "programme.id missing\nprogramme.name missing\nprogramme.agency missing" {
		t.Error(got)
	}
}

// changes are what may be wrong with a sound programme, and what is then said.
var changes = []struct {
	what   string
	change func(*Snapshot)
	want   string
}{
	{"id with capitals", func(s *Snapshot) { s.Offices[0].ID = "Boden"; s.Projects[0].Office = "Boden" }, "offices[0].id id-form"},
	{"id that ends in a hyphen", func(s *Snapshot) { s.Programme.ID = "prov-" }, "programme.id id-form"},
	{"id with Swedish letters", func(s *Snapshot) { s.Offices[0].ID = "åre"; s.Projects[0].Office = "åre" }, ""},
	{"same id in two kinds of things", func(s *Snapshot) { s.Parties[0].ID = "boden"; s.Programme.Agency = "boden" }, ""},
	{"same id twice", func(s *Snapshot) { s.Parties = append(s.Parties, s.Parties[0]) }, "parties[1].id id-twice"},
	{"no agency of that name", func(s *Snapshot) { s.Programme.Agency = "ssd" }, "programme.agency unknown-party-near"},
	{"no such stage before", func(s *Snapshot) { s.Process[1].After[0].Stage = "avtal" }, "process[1].after[0] unknown-stage"},
	{"no such source", func(s *Snapshot) { s.Offices[1].Source.ID = "raport" }, "offices[1].source unknown-source-near"},
	{"fact without source", func(s *Snapshot) { s.Offices[1].Provenance = Provenance{} }, "offices[1].source no-source"},
	{"part without source", func(s *Snapshot) { s.Offices[1].Position = &Position{Lat: 59, Lon: 18} }, ""},
	{"part known but from where", func(s *Snapshot) {
		s.Offices[1].Position = &Position{Lat: 59, Lon: 18, Provenance: Provenance{Known: day("2022-01-01")}}
	}, "offices[1].position.source no-source"},
	{"source without date", func(s *Snapshot) { s.Sources[1].Date = 0 }, "sources[1].date source-without-date"},
	{"known before its source", func(s *Snapshot) { s.Projects[1].Known = day("2021-09-23") },
		"projects[1].office known-before-thing?\nprojects[1].mandate known-before-thing?\nprojects[1].round known-before-thing?\nprojects[1].known known-before-source?"},
	{"known after its source", func(s *Snapshot) { s.Projects[0].Known = day("2022-01-14") }, ""},
	{"refers to what was not known yet", func(s *Snapshot) { s.Offices[0].Source.ID = "senare" }, "projects[0].office known-before-thing?"},
	{"municipality misspelt", func(s *Snapshot) { s.Offices[0].Municipality = "Bodden" }, "offices[0].municipality unknown-municipality-near"},
	{"area that only the programme lists", func(s *Snapshot) {
		s.Areas = []AreaListing{{Name: "Mobilia", Municipality: "Stockholm", ListYear: 2021, Class: "none", Provenance: from}}
		s.Offices[1].Serves = []string{"Mobilia"}
	}, ""},
	{"area of another municipality", func(s *Snapshot) { s.Offices[1].Serves = []string{"Årby"} }, "offices[1].serves[0] area-elsewhere?"},
	{"area nobody lists", func(s *Snapshot) { s.Offices[1].Serves = []string{"Mobilia"} }, "offices[1].serves[0] unknown-area"},
	{"word that is none of the kinds", func(s *Snapshot) { s.Offices[0].Categories = []Category{"rual"} }, "offices[0].categories[0] unknown-word-near"},
	{"span upside down", func(s *Snapshot) {
		s.Offices[0].LeaseEnd = civil.Span{First: day("2023-01-01"), Last: day("2022-01-01")}
	},
		"offices[0].lease-end ends-before-start"},
	{"range upside down", func(s *Snapshot) { s.OfficeTypes[0].Staff = Range{5, 2, true} }, "office-types[0].staff range-order"},
	{"amount upside down", func(s *Snapshot) {
		s.OfficeTypes[0].Costs = []UnitCost{{Kind: Running, Component: Total, Amount: Amount{5, 2, true}}}
	}, "office-types[0].costs[0].amount amount-order"},
	{"round with fewer than its minimum", func(s *Snapshot) {
		s.RoundCounts = []RoundCount{{Round: "omgang-1", Count: Exactly(1), Provenance: from}}
		s.Projects = s.Projects[:1]
	}, "round-counts[0].count total-below-minimum?"},
	{"later count replaces the earlier", func(s *Snapshot) {
		late := Provenance{Source: Citation{ID: "senare"}}
		s.RoundCounts = []RoundCount{{Round: "omgang-1", Count: Exactly(2), Provenance: late}, {Round: "omgang-1", Count: Exactly(1), Provenance: from}}
	}, ""},
	{"fewer projects than the minimum", func(s *Snapshot) { s.Rounds[0].Minimum = Exactly(13) }, "rounds[0].minimum fewer-projects?"},
	{"two projects for one office", func(s *Snapshot) { s.Projects[1].Office = "boden" }, "projects[1].office two-projects"},
	{"two resizings of one office", func(s *Snapshot) {
		for range 2 {
			id := ProjectID(fmt.Sprintf("ny-%d", len(s.Projects)))
			s.Projects = append(s.Projects, Project{ID: id, Kind: Resize, Office: "boden", Provenance: from})
		}
	}, ""},
	{"shut before it was decided", func(s *Snapshot) {
		s.OfficeEvents = []Event{{Office: "boden", Kind: ClosedDeFacto, Date: span("2021-03-25"), Provenance: from},
			{Office: "boden", Kind: ClosingDecided, Date: span("2021-04-10"), Provenance: from}}
	}, ""},
	{"closed in the month that it opened", func(s *Snapshot) {
		s.OfficeEvents = []Event{{Office: "boden", Kind: Opened, Date: span("2021-03-25"), Provenance: from},
			{Office: "boden", Kind: Closed, Date: span("2021-03"), Provenance: from}}
	}, ""},
	{"no stage opens", func(s *Snapshot) { s.Process[1].Opens = false }, "process[1].opens no-opening-stage"},
	{"no process at all", func(s *Snapshot) { s.Process, s.Durations = nil, nil }, ""},
	{"content that nobody asked for", func(s *Snapshot) {
		s.Submissions = []Submission{{Deliverable: "delred", Date: day("2021-09-24"), Sections: []string{"tidplan", "kostnad"}, Provenance: from}}
	}, "submissions[0].sections[1] unknown-section"},
}

// One change makes one problem, at its place.
func TestValidate(t *testing.T) {
	for _, c := range changes {
		s := sound()
		c.change(s)
		if got := list(Validate(s, trial)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

// Warnings that a whole section gives rise to are told once, with their number.
func TestDoubtsAreToldOnce(t *testing.T) {
	s := sound()
	for i := range s.Offices {
		s.Offices[i].Known = day("2020-01-01")
	}
	got := Validate(s, trial)
	if len(got) != 1 || got[0].Key != "programme.known-before-source-more" || got[0].Args[2] != 1 {
		t.Errorf("%v", got)
	}
}

// A great many wrong names take no longer than a few: the search for near ones ends.
func TestWrongNamesAreBounded(t *testing.T) {
	s := sound()
	for i := range 3000 {
		s.Offices = append(s.Offices, Office{ID: OfficeID(fmt.Sprintf("kontor-%d", i)), Municipality: "Boden", Provenance: from})
		s.Visits = append(s.Visits, VisitCount{Office: OfficeID(fmt.Sprintf("kontr-%d", i)), Month: 24000, Visits: Exactly(1), Provenance: from})
	}
	near, far := 0, 0
	for _, p := range Validate(s, trial) {
		switch p.Key {
		case "programme.unknown-office-near":
			near++
		case "programme.unknown-office":
			far++
		}
	}
	if near+far != 3000 || near == 0 || near > mostSearched/3000+1 {
		t.Errorf("%d with and %d without a near name", near, far)
	}
}
