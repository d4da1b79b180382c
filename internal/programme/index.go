package programme

// Index finds things by id. It refers to the snapshot that it was made of and
// holds positions in its slices; a second thing with the same id, which Validate
// reports, is not found. Building it costs one pass; a look-up is O(1).
type Index struct {
	S *Snapshot

	sources     map[SourceID]int
	parties     map[PartyID]int
	mandates    map[MandateID]int
	types       map[TypeID]int
	stages      map[StageID]int
	rounds      map[RoundID]int
	offices     map[OfficeID]int
	projects    map[ProjectID]int
	baselines   map[BaselineID]int
	claims      map[OfficeID][]int
	events      map[OfficeID][]int
	progress    map[ProjectID][]int
	roundCounts map[RoundID][]int
}

// NewIndex indexes a snapshot.
func NewIndex(s *Snapshot) *Index {
	return &Index{
		S:           s,
		sources:     byID(s.Sources, func(x *Source) SourceID { return x.ID }),
		parties:     byID(s.Parties, func(x *Party) PartyID { return x.ID }),
		mandates:    byID(s.Mandates, func(x *Mandate) MandateID { return x.ID }),
		types:       byID(s.OfficeTypes, func(x *OfficeType) TypeID { return x.ID }),
		stages:      byID(s.Process, func(x *Stage) StageID { return x.ID }),
		rounds:      byID(s.Rounds, func(x *Round) RoundID { return x.ID }),
		offices:     byID(s.Offices, func(x *Office) OfficeID { return x.ID }),
		projects:    byID(s.Projects, func(x *Project) ProjectID { return x.ID }),
		baselines:   byID(s.Baselines, func(x *Baseline) BaselineID { return x.ID }),
		claims:      groupBy(s.TypeClaims, func(x *TypeClaim) OfficeID { return x.Office }),
		events:      groupBy(s.OfficeEvents, func(x *Event) OfficeID { return x.Office }),
		progress:    groupBy(s.Progress, func(x *Progress) ProjectID { return x.Project }),
		roundCounts: groupBy(s.RoundCounts, func(x *RoundCount) RoundID { return x.Round }),
	}
}

func byID[T any, K comparable](things []T, id func(*T) K) map[K]int {
	m := make(map[K]int, len(things))
	for i := range things {
		k := id(&things[i])
		if _, taken := m[k]; !taken {
			m[k] = i
		}
	}
	return m
}

func groupBy[T any, K comparable](facts []T, of func(*T) K) map[K][]int {
	m := make(map[K][]int)
	for i := range facts {
		k := of(&facts[i])
		m[k] = append(m[k], i)
	}
	return m
}

func find[T any, K comparable](m map[K]int, things []T, id K) (*T, int) {
	i, ok := m[id]
	if !ok {
		return nil, -1
	}
	return &things[i], i
}

// The look-ups return the thing and its position, or nil and −1.

// Source finds a source.
func (x *Index) Source(id SourceID) (*Source, int) { return find(x.sources, x.S.Sources, id) }

// Party finds a party.
func (x *Index) Party(id PartyID) (*Party, int) { return find(x.parties, x.S.Parties, id) }

// Mandate finds a mandate.
func (x *Index) Mandate(id MandateID) (*Mandate, int) { return find(x.mandates, x.S.Mandates, id) }

// Type finds an office type.
func (x *Index) Type(id TypeID) (*OfficeType, int) { return find(x.types, x.S.OfficeTypes, id) }

// Stage finds a main activity of the process model.
func (x *Index) Stage(id StageID) (*Stage, int) { return find(x.stages, x.S.Process, id) }

// Round finds a round.
func (x *Index) Round(id RoundID) (*Round, int) { return find(x.rounds, x.S.Rounds, id) }

// Office finds an office.
func (x *Index) Office(id OfficeID) (*Office, int) { return find(x.offices, x.S.Offices, id) }

// Project finds a project.
func (x *Index) Project(id ProjectID) (*Project, int) { return find(x.projects, x.S.Projects, id) }

// Baseline finds a frozen baseline.
func (x *Index) Baseline(id BaselineID) (*Baseline, int) {
	return find(x.baselines, x.S.Baselines, id)
}

// The groups return positions in the snapshot's slice, in the order written.

// Claims returns the positions in TypeClaims of an office's claims.
func (x *Index) Claims(id OfficeID) []int { return x.claims[id] }

// Events returns the positions in OfficeEvents of an office's events.
func (x *Index) Events(id OfficeID) []int { return x.events[id] }

// Progress returns the positions in Snapshot.Progress of a project's statements.
func (x *Index) Progress(id ProjectID) []int { return x.progress[id] }

// RoundCounts returns the positions in Snapshot.RoundCounts of a round's counts.
func (x *Index) RoundCounts(id RoundID) []int { return x.roundCounts[id] }

// Claim returns the type claim that holds for an office, with its position: the
// latest known decided one, else the latest known proposal, else nil and −1.
// Of two equally late the one written last holds.
func (x *Index) Claim(id OfficeID) (*TypeClaim, int) {
	best := -1
	for _, i := range x.claims[id] {
		if best < 0 || !x.claimBefore(i, best) {
			best = i
		}
	}
	if best < 0 {
		return nil, -1
	}
	return &x.S.TypeClaims[best], best
}

func (x *Index) claimBefore(i, j int) bool {
	a, b := &x.S.TypeClaims[i], &x.S.TypeClaims[j]
	if decided := a.Status == Decided; decided != (b.Status == Decided) {
		return !decided
	}
	return x.known(a.Provenance) < x.known(b.Provenance)
}

func (x *Index) known(p Provenance) int32 {
	if p.Known.IsKnown() {
		return int32(p.Known)
	}
	if src, _ := x.Source(p.Source.ID); src != nil {
		return int32(src.Date)
	}
	return 0
}
