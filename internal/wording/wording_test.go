package wording_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/etablera/etablera/examples"
	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/economy"
	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/plan/network"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/plan/staffing"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/plan/visits"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/register"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/internal/wording"
)

func TestMain(m *testing.M) {
	wording.Load()
	m.Run()
}

// rooms are the tables of texts by the package that holds them.
var rooms = map[string]locale.Messages{
	"programme": programme.Messages, "folder": folder.Messages, "timetable": timetable.Messages, "economy": economy.Messages,
	"staffing": staffing.Messages, "network": network.Messages, "compliance": compliance.Messages, "coverage": coverage.Messages, "visits": visits.Messages, "siting": siting.Messages, "rounds": rounds.Messages, "closing": closing.Messages, "report": report.Messages,
	"summary": summary.Messages,
}

var verb = regexp.MustCompile(`%(\[\d+\])?[-+# 0]*[\d.]*[a-zA-Z%]`)

// Every text exists in both languages and takes the same arguments in both.
func TestBothLanguages(t *testing.T) {
	for room, messages := range rooms {
		for key, texts := range messages {
			for i, text := range texts {
				if strings.TrimSpace(text) == "" && text == "" {
					t.Errorf("%s: %s has no text in language %d", room, key, i)
				}
				if strings.Contains(strings.Trim(text, " "), "  ") || strings.Contains(text, "!(") {
					t.Errorf("%s: %s: %q", room, key, text)
				}
			}
			if a, b := verbs(texts[0]), verbs(texts[1]); !slices.Equal(a, b) {
				t.Errorf("%s: %s takes %v in Swedish, %v in English", room, key, a, b)
			}
			for _, v := range append(verbs(texts[0]), verbs(texts[1])...) {
				if !strings.HasPrefix(v, "%[") {
					t.Errorf("%s: %s: %s does not say which argument it takes", room, key, v)
				}
			}
		}
	}
}

// verbs are the different verbs of a text, in order.
func verbs(text string) []string {
	set := map[string]bool{}
	for _, v := range verb.FindAllString(text, -1) {
		if v != "%%" {
			set[v] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// A key has one text: no two rooms share it. Loading again changes nothing.
func TestOneTextForAKey(t *testing.T) {
	owner := map[string]string{}
	for _, room := range slices.Sorted(maps.Keys(rooms)) {
		for key := range rooms[room] {
			if other, taken := owner[key]; taken && rooms[other][key] != rooms[room][key] {
				t.Errorf("%s is a text of %s and of %s", key, other, room)
			}
			owner[key] = room
			if !locale.Has(key) {
				t.Errorf("%s of %s is not loaded", key, room)
			}
		}
	}
	before := len(locale.Keys())
	wording.Load()
	if after := len(locale.Keys()); after != before {
		t.Errorf("%d keys, then %d", before, after)
	}
}

func need(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		if !locale.Has(key) {
			t.Errorf("%s has no text", key)
		}
	}
}

// Everything that the product can show by a word of its own has a text.
func TestEveryWordHasAText(t *testing.T) {
	for _, s := range compliance.Statuses {
		need(t, "status."+string(s), "chart.letter."+string(s))
	}
	for _, c := range []programme.Category{programme.Rural, programme.Metropolitan, programme.Vulnerable} {
		need(t, "category."+string(c))
	}
	for _, s := range []programme.Strength{programme.Shall, programme.Should, programme.Strive} {
		need(t, "strength."+string(s))
	}
	for _, k := range []programme.ClauseKind{programme.OfficesAtLeast, programme.OfficesIn, programme.OfficesAmong, programme.ByArea,
		programme.RoundMinimum, programme.RoundWindow, programme.EarlyOpenings, programme.Mix, programme.Heard, programme.HeardLocally,
		programme.CoLocationSought, programme.DeliverableDue, programme.Informed, programme.DecidedBy, "unsaid"} {
		need(t, "rule.compliance."+string(k))
	}
	for _, o := range []programme.Owner{programme.AgencyOwned, programme.LandlordOwned, programme.MunicipalityOwned, ""} {
		need(t, "owner."+string(o))
	}
	for _, c := range []programme.Condition{programme.WithCoLocation, programme.WithPermit, programme.WithRebuild} {
		need(t, "condition."+string(c))
	}
	for _, k := range []programme.ConsultationKind{programme.Dialogue, programme.Opinion, programme.Information} {
		need(t, "consultation."+string(k))
	}
	for _, s := range []programme.ConsultationState{programme.ConsultationPlanned, programme.ConsultationInvited, programme.ConsultationOngoing, programme.ConsultationHeld, ""} {
		need(t, "consultation-state."+string(s))
	}
	for _, s := range timetable.States {
		need(t, "state."+string(s))
	}
	for _, s := range []programme.Severity{programme.Error, programme.Warning} {
		need(t, "severity."+s.String())
	}
	for _, part := range plan.Parts {
		need(t, "part."+part)
	}
}

// Every figure that the example's plan lists says in both languages what it is,
// by which rule it was made, and what it rests on.
func TestEveryFigureHasTexts(t *testing.T) {
	s, _, mistakes := folder.Read(examples.Uppdrag2021(), register.Names())
	if folder.HasErrors(mistakes) {
		t.Fatal(mistakes)
	}
	for _, day := range []string{"2021-09-24", "2025-06-30"} {
		p, err := plan.Make(s.AsOf(civil.MustDate(day)), plan.Options{Runs: 200})
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]bool{}
		n := 0
		for a := range p.Addresses() {
			f, ok := p.Shelf.Figure(a)
			if !ok {
				t.Fatalf("%s is listed and not there", a)
			}
			n++
			for _, lang := range []locale.Lang{locale.Swedish, locale.English} {
				for _, label := range append([]figure.Label{f.Label}, f.Notes...) {
					text := lang.Label(label)
					if (strings.Contains(text, "%!") || unsaid.MatchString(text)) && !said[label.Key] {
						said[label.Key] = true
						t.Errorf("%s in %s: %q", a, lang, text)
					}
				}
				if key := "rule." + string(f.Rule); !locale.Has(key) && !said[key] {
					said[key] = true
					t.Errorf("%s: %s has no text", a, key)
				}
			}
		}
		if n < 1000 {
			t.Errorf("%s: only %d figures were looked at", day, n)
		}
	}
}

// unsaid is a key that stands for a text that is not there.
var unsaid = regexp.MustCompile(`\[[a-z-]+(\.[a-z0-9-]+)*\]`)
