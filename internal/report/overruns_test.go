package report_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/money"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report"
)

// swedish is the first report of the example, once its facts have been changed.
func swedish(t *testing.T, change func(*programme.Snapshot)) string {
	t.Helper()
	s := exampleAsOf(t, firstReport)
	change(s)
	doc, _ := made(t, planOf(t, s), report.Options{Lang: locale.Swedish})
	readsWell(t, doc)
	return dump(doc)
}

// The summary says in which years the mandate costs more than the stated
// appropriations: in every case, in some, or never.
func TestOverruns(t *testing.T) {
	permanent := func(mnkr int64) func(*programme.Snapshot) {
		return func(s *programme.Snapshot) {
			for i := range s.Appropriations {
				if a := &s.Appropriations[i]; a.Permanent {
					a.Amount = programme.ExactAmount(money.Ore(mnkr) * money.Mnkr)
				}
			}
		}
	}
	const always, maybe = "överstiger i alla beräknade utfall", "kan överstiga de anslag"
	for name, c := range map[string]struct {
		mnkr          int64
		always, maybe bool
	}{"as stated": {75, true, false}, "in between": {100, false, true}, "plenty": {500, false, false}} {
		text := swedish(t, permanent(c.mnkr))
		if strings.Contains(text, always) != c.always || strings.Contains(text, maybe) != c.maybe {
			t.Errorf("%s: always %v, maybe %v", name, strings.Contains(text, always), strings.Contains(text, maybe))
		}
	}
}

// The money of the report is the mandate's, without the offices of an earlier one.
func TestMoneyIsTheMandates(t *testing.T) {
	doc, m := exampleReport(t, firstReport, locale.Swedish)
	if text := dump(doc); !strings.Contains(text, "| 86,00–146,10 |") || strings.Contains(text, "89,60") {
		t.Error("the costs of 2024 are not those of the mandate's rounds")
	}
	for _, f := range m.Figures {
		if regexp.MustCompile(`^economy/20\d\d/(all|running|establishment)/total`).MatchString(string(f.Address)) {
			t.Errorf("%s is shown", f.Address)
		}
	}
}

var zeroYear = regexp.MustCompile(`(?m)^  \| 20\d\d \|.* 0,00 \|`)

// Where one type's running cost is missing the table says the least that a year
// costs; where every cost is, it says unknown and there is nothing to draw.
func TestUnknownCostsAreNoZeros(t *testing.T) {
	text := swedish(t, func(s *programme.Snapshot) {
		for i := range s.OfficeTypes {
			if o := &s.OfficeTypes[i]; o.ID == "flexi" {
				o.Costs = o.Costs[:1]
			}
		}
	})
	if !regexp.MustCompile(`(?m)^  \| 2023 \|.*minst.\d.*okänt.*\|`).MatchString(text) {
		t.Errorf("2023 does not say the least that it costs: %q", regexp.MustCompile(`(?m)^  \| 20\d\d \|.*`).FindAllString(text, -1))
	}
	text = swedish(t, noCosts)
	if m := zeroYear.FindString(text); m != "" || strings.Contains(text, "figur-cost") {
		t.Errorf("a programme without costs shows %q", m)
	}
}

// The text says of others' work and of travelling staff only what the programme
// has, and gives no number that is not there.
func TestTextFollowsTheProgramme(t *testing.T) {
	p := planOf(t, startFacts(t))
	doc, _ := made(t, p, report.Options{Lang: locale.Swedish})
	text := dump(doc)
	for _, word := range []string{"bygglov", "ombyggnad", "reser in", "dnr", "Servicekontoren i dag"} {
		if strings.Contains(text, word) {
			t.Errorf("the starting programme's report speaks of %q", word)
		}
	}
	if !strings.Contains(text, "Delar av arbetet ligger i andras händer.") {
		t.Error("that the landlord owns a part of the process is not said")
	}
}
