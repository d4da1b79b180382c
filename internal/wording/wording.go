// Package wording gathers the texts of all rooms that speak to people and hands
// them to the locale. A program, or a test that shows text, calls Load once.
package wording

import (
	"sync"

	"github.com/etablera/etablera/internal/folder"
	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/compliance"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/plan/economy"
	"github.com/etablera/etablera/internal/plan/network"
	"github.com/etablera/etablera/internal/plan/siting"
	"github.com/etablera/etablera/internal/plan/siting/closing"
	"github.com/etablera/etablera/internal/plan/siting/premises"
	"github.com/etablera/etablera/internal/plan/siting/rounds"
	"github.com/etablera/etablera/internal/plan/staffing"
	"github.com/etablera/etablera/internal/plan/timetable"
	"github.com/etablera/etablera/internal/plan/visits"
	"github.com/etablera/etablera/internal/programme"
	"github.com/etablera/etablera/internal/report"
	"github.com/etablera/etablera/internal/summary"
)

// Load registers the texts. Calling it again does nothing.
var Load = sync.OnceFunc(func() {
	locale.Register(programme.Messages, folder.Messages, timetable.Messages, economy.Messages, staffing.Messages,
		network.Messages, compliance.Messages, coverage.Messages, visits.Messages, siting.Messages, closing.Messages, premises.Messages, rounds.Messages, report.Messages, summary.Messages)
})
