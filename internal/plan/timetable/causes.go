package timetable

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"

	"github.com/etablera/etablera/internal/plan/figure"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/schedule"
	"github.com/etablera/etablera/schedule/learning"
)

// OfficeShare is the share of what varies from office to office, on the log
// scale, that the activities of one office have in common: a slow landlord, an
// unwilling municipality or a hard-pressed project leader is met again and again.
// It is an assumption of the product, shown as timetable/option/office-share. Were it nothing, the
// interval P10 to P90 of an office that does have such causes would hold its
// opening in 69 cases of 100 and not in 80 (schedule/learning/RESULTS.md).
const OfficeShare = 0.2

// share gives each cell the common cause that its doubt is: how long the activity
// takes is not known for certain, and if it takes longer than believed it does so in
// all offices, in other cells as far as their doubt is shared. Cells are taken in the order
// of their keys, so that the projects' order does not matter.
func (b *builder) share(all []Cell, members []int, cs *cells, m *learning.Model) {
	sorted := slices.Clone(members)
	name := func(k int) string { return string(figure.At(all[k].Key()...)) }
	slices.SortFunc(sorted, func(i, j int) int { return cmp.Compare(name(i), name(j)) })
	first := schedule.Factor(len(b.factors))
	rows := make([][]float64, len(sorted)) // lower Cholesky factor of the correlations
	for i, k := range sorted {
		rows[i] = make([]float64, i+1)
		f := schedule.FactorSpec{Key: hashOf(name(k))}
		left := 1.0
		for j := range i {
			sum := m.Doubt(cs.cell(k), cs.cell(sorted[j]))
			for l := range j {
				sum -= rows[i][l] * rows[j][l]
			}
			if rows[j][j] > 1e-6 {
				rows[i][j] = sum / rows[j][j]
			}
			// Against rounding: what is left to the cell itself cannot be less than nothing.
			limit := math.Sqrt(max(left, 0))
			rows[i][j] = min(max(rows[i][j], -limit), limit)
			left -= rows[i][j] * rows[i][j]
			if rows[i][j] != 0 {
				f.Loads = append(f.Loads, schedule.Load{On: first + schedule.Factor(j), Weight: rows[i][j]})
			}
		}
		rows[i][i] = math.Sqrt(max(left, 0))
		all[k].factor = schedule.Factor(len(b.factors))
		b.factors = append(b.factors, f)
	}
}

func hashOf(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	return h.Sum64()
}

// loads says what an activity of a cell shares with others: its cell's doubt with
// other offices, and a part of the rest with the other activities of its office.
func (t *Timetable) loads(a *schedule.ActivitySpec, cell int) {
	if cell < 0 || t.independent {
		return
	}
	c := &t.Cells[cell]
	if c.factor >= 0 && c.Doubt > 0 {
		a.Common = schedule.Load{On: c.factor, Weight: math.Sqrt(c.Doubt)}
	}
	a.Together = math.Sqrt(OfficeShare * (1 - c.Doubt))
}

// risksOf returns the risks that an activity of a project is exposed to.
func (b *builder) risksOf(stage int, round programme.RoundID) []schedule.Risk {
	at := exposure{stage, round}
	list, ok := b.exposed[at]
	if ok {
		return list
	}
	for i, r := range b.risks {
		if r.Activity == b.process.stages[stage].ID && (len(r.Rounds) == 0 || slices.Contains(r.Rounds, round)) {
			list = append(list, schedule.Risk(i))
		}
	}
	b.exposed[at] = list
	return list
}

// exposure is what decides which risks an activity is exposed to.
type exposure struct {
	stage int
	round programme.RoundID
}

// findRisks keeps the risks that are stated in numbers, the first of each id.
func (b *builder) findRisks() {
	b.exposed = map[exposure][]schedule.Risk{}
	seen := map[string]bool{}
	for i := range b.x.S.Risks {
		r := &b.x.S.Risks[i]
		if !r.IsQuantified() || seen[r.ID] {
			continue
		}
		seen[r.ID] = true
		b.risks = append(b.risks, r)
		b.riskSpecs = append(b.riskSpecs, schedule.RiskSpec{Key: hashOf(r.ID), Probability: float64(r.Probability) / float64(programme.Whole),
			Impact: distribution(r.Working), Common: r.Common})
	}
	b.table.Risks, b.table.RisksInWords = len(b.risks), len(b.x.S.Risks)-len(b.risks)
}
