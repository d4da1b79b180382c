package summary_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/etablera/etablera/internal/civil"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/travel/estimate"
)

// dayTrips is a method by which everybody reaches every site in half an hour, and home
// again from sites that are open in the afternoon.
type dayTrips struct{}

func (dayTrips) About() coverage.About { return coverage.About{Key: "transit", Mode: "transit"} }
func (dayTrips) To(_ context.Context, points []coverage.Place, _ []int32) (coverage.Rows, error) {
	return dayTrips{}, nil
}

func (dayTrips) Row(ctx context.Context, _ coverage.Place, seconds, _ []uint32) error {
	for i := range seconds {
		seconds[i] = 1800
	}
	return ctx.Err()
}

func (dayTrips) Day() civil.Date { return civil.MustDate("2021-09-24") }
func (dayTrips) Returns(ctx context.Context, sites []coverage.Place, open [][]programme.Interval, o coverage.ReturnOptions, seconds [][]uint32, tell func(int)) error {
	for k, row := range seconds {
		for i := range row {
			row[i] = coverage.Unreachable
			if last := open[k][len(open[k])-1]; last.To > 12*60 {
				row[i] = 3600 + 60*uint32(o.Stay)
			}
		}
		tell(k + 1)
	}
	return ctx.Err()
}

// withReturns is the example with assumed hours, and trips there and back asked for.
func withReturns(t *testing.T, assumed string) *plan.Plan {
	t.Helper()
	o := coverage.ReturnOptions{Stay: 20, Leave: 6 * 60, Home: 20 * 60}
	if err := o.Assumed.UnmarshalText([]byte(assumed)); err != nil {
		t.Fatal(err)
	}
	few := &coverage.Population{Source: "test", Date: "2021", Keys: []string{"a", "b"}, Points: []estimate.Point{{Lat: 59.3, Lon: 18}, {Lat: 65.8, Lon: 21.7}},
		Municipality: []string{"0180", "2582"}, People: []int32{300, 100}}
	p, err := plan.Make(facts(), plan.Options{Runs: 200, Access: coverage.Options{Method: dayTrips{}, Population: few, Return: &o}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The answer tells of trips there and back in both languages: unknown where no hours are,
// everybody or nobody where they are assumed, and the assumption is said.
func TestReturnsText(t *testing.T) {
	for _, lang := range languages {
		for name, assumed := range map[string]string{"assumed": "mon-fri 10:00-15:00", "unknown": "", "mornings": "mon-fri 07:00-09:00"} {
			a := summary.AccessOf(withReturns(t, assumed), lang, summary.AccessOptions{By: programme.EveryCategory})
			var out bytes.Buffer
			if err := a.WriteText(&out, lang); err != nil {
				t.Fatal(err)
			}
			noMissingTexts(t, out.Bytes())
			_, text, found := strings.Cut(out.String(), lang.T("return.heading", "2021-09-24"))
			if !found {
				t.Fatalf("%s %s: nothing of trips there and back:\n%s", lang, name, &out)
			}
			golden(t, "return-"+name+"."+string(lang)+".txt", []byte(text))
		}
	}
}

// What was not asked for is null.
func TestNoReturnsInTheAnswer(t *testing.T) {
	if a := summary.AccessOf(example(), locale.English, summary.AccessOptions{}); a.Return != nil {
		t.Errorf("%+v", a.Return)
	}
}
