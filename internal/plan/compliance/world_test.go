package compliance_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/programme"
)

// A world is a small programme with one mandate and one clause, as seen on a day.
type world struct {
	t tb
	s programme.Snapshot
}

// worldOn lays out a mandate of 2021 to January 2024 with two rounds, one a
// year, and a process of one activity: ten working days, or with a permit
// anything from ten to 250.
func worldOn(t tb, day string) *world {
	w := &world{t: t}
	w.s.Programme = programme.Meta{ID: "test", Agency: "ssc", AsOf: civil.MustDate(day)}
	w.s.Parties = []programme.Party{{ID: "ssc", Kind: programme.OwnAgency}, {ID: "fi", Kind: programme.Ministry, Name: programme.Text{Sv: "Finans"}}}
	w.s.Mandates = []programme.Mandate{{ID: "m", Window: span("2021-05-27/2024-01-31")}}
	w.s.Rounds = []programme.Round{{ID: "r1", Name: programme.Text{Sv: "Omgång 1"}, Mandate: "m", Window: span("2022")},
		{ID: "r2", Name: programme.Text{Sv: "Omgång 2"}, Mandate: "m", Window: span("2023")}}
	w.s.Process = []programme.Stage{{ID: "arbete", Owner: programme.AgencyOwned, Opens: true}}
	w.s.Durations = []programme.Duration{
		{Activity: "arbete", Working: programme.Distribution{Shape: programme.Fixed, A: 10}, Basis: programme.Experience},
		{Activity: "arbete", When: []programme.Condition{programme.WithPermit}, Basis: programme.Assumption,
			Working: programme.Distribution{Shape: programme.Triangular, A: 10, B: 130, C: 250}}}
	return w
}

func span(text string) civil.Span {
	if text == "" {
		return civil.Span{}
	}
	s, err := civil.ParseSpan(text)
	if err != nil {
		panic(err)
	}
	return s
}

func known(day string) programme.Provenance {
	if day == "" {
		return programme.Provenance{}
	}
	return programme.Provenance{Known: civil.MustDate(day)}
}

// silent adds a project in a municipality of which nobody has said when it starts.
func (w *world) silent(round, municipality string) *world {
	id := strings.ToLower(strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "Å", "a", "Ä", "a", "Ö", "o").Replace(municipality))
	for w.office(id) != nil {
		id += "-2"
	}
	w.s.Offices = append(w.s.Offices, programme.Office{ID: programme.OfficeID(id), Name: municipality, Municipality: municipality})
	w.s.Projects = append(w.s.Projects, programme.Project{ID: programme.ProjectID(id), Kind: programme.Open,
		Office: programme.OfficeID(id), Mandate: "m", Round: programme.RoundID(round)})
	return w
}

func (w *world) office(id string) *programme.Office {
	for i := range w.s.Offices {
		if w.s.Offices[i].ID == programme.OfficeID(id) {
			return &w.s.Offices[i]
		}
	}
	return nil
}

func (w *world) lastOffice() *programme.Office   { return &w.s.Offices[len(w.s.Offices)-1] }
func (w *world) lastProject() *programme.Project { return &w.s.Projects[len(w.s.Projects)-1] }

// sure adds a project that opens two weeks after a day.
func (w *world) sure(round, municipality, start string) *world {
	w.silent(round, municipality)
	w.s.Progress = append(w.s.Progress, programme.Progress{Project: w.lastProject().ID, Activity: "arbete", PlannedStart: span(start)})
	return w
}

// risky adds a project that opens two weeks to a year after a day.
func (w *world) risky(round, municipality, start string) *world {
	w.sure(round, municipality, start)
	w.lastProject().Permit = programme.Yes
	return w
}

// opened adds a project whose office has opened.
func (w *world) opened(round, municipality, date string) *world {
	w.silent(round, municipality)
	return w.event(programme.Opened, date, "")
}

// event adds an event of the last office.
func (w *world) event(kind programme.EventKind, date, from string) *world {
	w.s.OfficeEvents = append(w.s.OfficeEvents, programme.Event{Office: w.lastOffice().ID, Kind: kind, Date: span(date), Provenance: known(from)})
	return w
}

// said states of the last project, on a day, that its work goes on.
func (w *world) said(from string) *world {
	w.s.Progress = append(w.s.Progress, programme.Progress{Project: w.lastProject().ID, Activity: "arbete", Started: span("2021-06"), Provenance: known(from)})
	return w
}

// clause sets the only clause.
func (w *world) clause(c programme.Clause) *world {
	c.ID = "c"
	w.s.Mandates[0].Clauses = []programme.Clause{c}
	return w
}

func (w *world) party(id string, kind programme.PartyKind, place string) *world {
	p := programme.Party{ID: programme.PartyID(id), Name: programme.Text{Sv: id}, Kind: kind}
	switch kind {
	case programme.Municipality:
		p.Municipality = place
	default:
		p.County = place
	}
	w.s.Parties = append(w.s.Parties, p)
	return w
}

// consults adds a consultation about the mandate.
func (w *world) consults(c programme.Consultation) *world {
	w.s.Consultations = append(w.s.Consultations, c)
	return w
}

// frozen adds a baseline; pairs of project and day.
func (w *world) frozen(id, day string, pairs ...string) *world {
	b := programme.Baseline{ID: programme.BaselineID(id), Name: programme.Text{Sv: "Tidplan " + id}, Frozen: civil.MustDate(day)}
	for i := 0; i < len(pairs); i += 2 {
		b.Openings = append(b.Openings, programme.BaselineOpening{Project: programme.ProjectID(pairs[i]), Opening: span(pairs[i+1])})
	}
	w.s.Baselines = append(w.s.Baselines, b)
	return w
}

// check makes the matrix of the world, holds all its figures against each
// other, and returns the finding of the clause.
func (w *world) check() compliance.Finding {
	w.t.Helper()
	m := w.matrix(compliance.Options{})
	if len(m.Findings) != 1 {
		w.t.Fatalf("%d findings", len(m.Findings))
	}
	return m.Findings[0]
}

func (w *world) matrix(o compliance.Options) *compliance.Matrix {
	w.t.Helper()
	x := programme.NewIndex(&w.s)
	tt, err := timetable.Make(x, calendar(), timetable.Options{Seed: 1, Runs: 400})
	if err != nil {
		w.t.Fatal(err)
	}
	m := compliance.Check(x, tt, o)
	resolves(w.t, shelf(&w.s, tt, m), m)
	return m
}

// want is what a finding must be; measured "" and needs nil are not looked at.
type want struct {
	name        string
	world       func(t testing.TB) *world
	status      compliance.Status
	measured    string
	needs       []string  // keys without "compliance.need."
	probability []float64 // none: NaN; one: exactly; two: between
}

func examine(t *testing.T, cases []want) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := c.world(t).check()
			if f.Status != c.status {
				t.Errorf("the status is %s, want %s\n%+v", f.Status, c.status, f.Evidence)
			}
			if c.measured != "" && f.Measured.Canonical() != c.measured {
				t.Errorf("measured is %s, want %s", f.Measured.Canonical(), c.measured)
			}
			var needs []string
			for _, n := range f.Needs {
				needs = append(needs, strings.TrimPrefix(n.Key, "compliance.need."))
			}
			if c.needs != nil && !slices.Equal(needs, c.needs) {
				t.Errorf("it needs %v, want %v", needs, c.needs)
			}
			if f.Status == compliance.Met && len(f.Needs) > 0 {
				t.Errorf("it is met, and yet needs %v", needs)
			}
			if !likely(f.Probability, c.probability) {
				t.Errorf("the probability is %v, want %v", f.Probability, c.probability)
			}
		})
	}
}

func likely(p float64, want []float64) bool {
	switch len(want) {
	case 0:
		return math.IsNaN(p)
	case 1:
		return p == want[0]
	}
	return p > want[0] && p < want[1]
}

// row returns the evidence about a subject.
func row(t tb, f compliance.Finding, subject string) compliance.Evidence {
	t.Helper()
	for _, e := range f.Evidence {
		if e.Subject.Sv == subject {
			return e
		}
	}
	t.Fatalf("no row about %s in %+v", subject, f.Evidence)
	return compliance.Evidence{}
}

// swedish writes a list of names that is an argument of a sentence.
func swedish(names any) string {
	var out []string
	for _, n := range names.([]programme.Text) {
		out = append(out, n.Sv)
	}
	return strings.Join(out, ", ")
}

// needed returns the names in a need, "" where the finding does not have it.
func needed(f compliance.Finding, key string) string {
	for _, n := range f.Needs {
		if n.Key == "compliance.need."+key {
			return swedish(n.Args[1])
		}
	}
	return ""
}

func count(n int) programme.Range { return programme.Exactly(n) }

var _ figure.Book = (*compliance.Matrix)(nil)
