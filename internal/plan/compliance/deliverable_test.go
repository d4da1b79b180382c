package compliance_test

import (
	"slices"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/programme"
)

func TestDeliverable(t *testing.T) {
	report := func(day string, contents int, submissions ...programme.Submission) func(testing.TB) *world {
		return func(t testing.TB) *world {
			w := worldOn(t, day).clause(programme.Clause{Kind: programme.DeliverableDue, Deliverable: "d"})
			d := programme.Deliverable{ID: "d", Title: programme.Text{Sv: "Delredovisning"}, Due: civil.MustDate("2022-01-14"), To: "fi"}
			for _, s := range []string{"tidplan", "kostnad"}[:contents] {
				d.Contents = append(d.Contents, programme.Content{Section: s, Text: programme.Text{Sv: s}})
			}
			w.s.Mandates[0].Deliverables = []programme.Deliverable{{ID: "other"}, d}
			w.s.Submissions = append([]programme.Submission{{Deliverable: "other", Date: civil.MustDate("2021-12-01"), Sections: []string{"tidplan", "kostnad"}}}, submissions...)
			return w
		}
	}
	on := func(day string, sections ...string) programme.Submission {
		s := programme.Submission{Deliverable: "d", Sections: sections}
		if day != "" {
			s.Date = civil.MustDate(day)
		}
		return s
	}
	examine(t, []want{
		{name: "in time with all contents", status: compliance.Met, measured: "date 2022-01-14", needs: []string{}, world: report("2022-06-30", 2, on("2022-01-14", "tidplan", "kostnad"))},
		{name: "in time, nothing asked of the contents", status: compliance.Met, world: report("2022-06-30", 0, on("2022-01-14"))},
		{name: "a day late", status: compliance.NotMet, measured: "date 2022-01-15", world: report("2022-06-30", 2, on("2022-01-15", "tidplan", "kostnad"))},
		{name: "a content is missing", status: compliance.NotMet, world: report("2022-06-30", 2, on("2022-01-10", "tidplan"))},
		{name: "a content is missing, but the day has not passed", status: compliance.AtRisk, needs: []string{"contents-by"}, world: report("2022-01-12", 2, on("2022-01-10", "tidplan"))},
		{name: "a content came in a supplement in time", status: compliance.Met, measured: "date 2022-01-10", world: report("2022-06-30", 2, on("2022-01-14", "kostnad"), on("2022-01-10", "tidplan"))},
		{name: "a content came too late", status: compliance.NotMet, measured: "date 2022-01-10", world: report("2022-06-30", 2, on("2022-01-10", "tidplan"), on("2022-02-14", "kostnad"))},
		{name: "nobody has said what it holds", status: compliance.Unknown, needs: []string{"record-contents"}, world: report("2022-06-30", 2, on("2022-01-10"))},
		{name: "the day is to come", status: compliance.NotDue, measured: "date ?", needs: []string{"submit"}, world: report("2021-09-24", 2)},
		{name: "the day is tomorrow", status: compliance.NotDue, needs: []string{"submit-any"}, world: report("2022-01-13", 0)},
		{name: "the day is today", status: compliance.MetByPlan, measured: "date ?", needs: []string{"submit-today"}, world: report("2022-01-14", 2)},
		{name: "the day has passed, and nobody has said", status: compliance.Unknown, measured: "date ?", needs: []string{"record-submission"}, world: report("2022-01-15", 2)},
		{name: "submitted some day", status: compliance.Unknown, needs: []string{"submission-day"}, world: report("2022-06-30", 2, on("", "tidplan", "kostnad"))},
		{name: "no such report", status: compliance.Unknown, needs: []string{"state-field"}, world: func(t testing.TB) *world {
			return worldOn(t, "2021-09-24").clause(programme.Clause{Kind: programme.DeliverableDue, Deliverable: "d"})
		}},
	})
}

// A content that is missing goes by its text, in both languages, or by its
// section where it has none.
func TestDeliverableNamesWhatIsMissing(t *testing.T) {
	w := worldOn(t, "2022-01-12").clause(programme.Clause{Kind: programme.DeliverableDue, Deliverable: "d"})
	title, timetable := programme.Text{Sv: "Delredovisning", En: "Interim report"}, programme.Text{Sv: "Tidplan", En: "Timetable"}
	w.s.Mandates[0].Deliverables = []programme.Deliverable{{ID: "d", Title: title, Due: civil.MustDate("2022-01-14"), To: "fi",
		Contents: []programme.Content{{Section: "rounds"}, {Section: "timetable", Text: timetable}, {Section: "costs"}}}}
	w.s.Submissions = []programme.Submission{{Deliverable: "d", Date: civil.MustDate("2022-01-10"), Sections: []string{"rounds"}}}
	f := w.check()
	if len(f.Evidence) != 4 || f.Evidence[0].Subject != title || f.Evidence[2].Subject != timetable {
		t.Errorf("the rows are about %+v", f.Evidence)
	}
	want := []programme.Text{timetable, {Sv: "costs"}}
	if len(f.Needs) != 1 || !slices.Equal(f.Needs[0].Args[1].([]programme.Text), want) {
		t.Errorf("it needs %+v, want %v", f.Needs, want)
	}
}
