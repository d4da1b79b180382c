package programme

import "reflect"

// needed lists the fields without which a record says nothing. What nobody may
// know (a date, a type, an amount) is not among them: unknown is a value.
var needed = map[reflect.Type][]string{
	reflect.TypeFor[Meta]():            {"ID", "Name", "Agency"},
	reflect.TypeFor[Source]():          {"ID", "Title"},
	reflect.TypeFor[Party]():           {"ID", "Name", "Kind"},
	reflect.TypeFor[Mandate]():         {"ID", "Title"},
	reflect.TypeFor[Clause]():          {"ID", "Kind", "Strength", "Text"},
	reflect.TypeFor[Deliverable]():     {"ID", "Title", "Due"},
	reflect.TypeFor[Content]():         {"Section"},
	reflect.TypeFor[OfficeType]():      {"ID", "Name"},
	reflect.TypeFor[UnitCost]():        {"Kind", "Component"},
	reflect.TypeFor[Stage]():           {"ID", "Name"},
	reflect.TypeFor[Duration]():        {"Activity", "Basis"},
	reflect.TypeFor[Round]():           {"ID", "Name"},
	reflect.TypeFor[RoundCount]():      {"Round", "Count"},
	reflect.TypeFor[Office]():          {"ID"},
	reflect.TypeFor[TypeClaim]():       {"Office", "Types", "Status"},
	reflect.TypeFor[Level]():           {"Office", "From"},
	reflect.TypeFor[Event]():           {"Office", "Kind"},
	reflect.TypeFor[Project]():         {"ID", "Kind", "Office"},
	reflect.TypeFor[Member]():          {"Department"},
	reflect.TypeFor[Progress]():        {"Project", "Activity"},
	reflect.TypeFor[Baseline]():        {"ID", "Frozen"},
	reflect.TypeFor[LeaderCount]():     {"Leaders"},
	reflect.TypeFor[Offer]():           {"ID", "Office"},
	reflect.TypeFor[BaselineRound]():   {"Round"},
	reflect.TypeFor[BaselineOpening](): {"Project"},
	reflect.TypeFor[Submission]():      {"Deliverable", "Date"},
	reflect.TypeFor[Consultation]():    {"ID", "Kind", "State"},
	reflect.TypeFor[Decision]():        {"ID", "Body", "Kind"},
	reflect.TypeFor[Competence]():      {"Matter", "Body"},
	reflect.TypeFor[Risk]():            {"ID", "Text"},
	reflect.TypeFor[Appropriation]():   {"ID", "Year", "Status"},
	reflect.TypeFor[LoanFrame]():       {"Year"},
	reflect.TypeFor[Indexation]():      {"Series", "Year"},
	reflect.TypeFor[Depreciation]():    {"Years"},
	reflect.TypeFor[Outturn]():         {"Month", "Kind", "Component", "Amount"},
	reflect.TypeFor[NetworkCount]():    {"Date", "Kind"},
	reflect.TypeFor[AreaListing]():     {"Name", "Municipality", "ListYear", "Class"},
	reflect.TypeFor[StaffCount]():      {"Office", "Month", "Officers"},
	reflect.TypeFor[VisitCount]():      {"Office", "Month"},
	reflect.TypeFor[Position]():        {"Lat", "Lon"},
	reflect.TypeFor[Scenario]():        {"ID", "Changes"},
	reflect.TypeFor[Change]():          {"Kind"},
	reflect.TypeFor[AccessCriterion](): {"ID", "Share", "Every"},
	reflect.TypeFor[DemandScenario]():  {"ID", "PerMille"},
}

// IsNeeded says whether Validate wants the field, by its Go name, of the record
// to be filled in.
func IsNeeded(record reflect.Type, field string) bool {
	for _, name := range needed[record] {
		if name == field {
			return true
		}
	}
	return false
}

// required checks that the needed fields of a record have values.
func (v *validator) required(val reflect.Value) {
	for _, name := range needed[val.Type()] {
		if val.FieldByName(name).IsZero() {
			f, _ := val.Type().FieldByName(name)
			v.at(f.Tag.Get("yaml"), Error, "programme.missing", f.Tag.Get("yaml"))
		}
	}
	switch x := val.Addr().Interface().(type) {
	case *Source:
		if !x.Date.IsKnown() {
			v.at("date", Error, "programme.source-without-date")
		}
	case *Event:
		if !x.Date.IsKnown() {
			v.at("date", Warning, "programme.event-without-date")
		}
	case *Office:
		if x.Municipality == "" {
			v.at("municipality", Warning, "programme.no-municipality")
		}
	case *NetworkCount:
		if !x.Offices.Known && !x.Municipalities.Known {
			v.at("offices", Error, "programme.one-of", "offices, municipalities")
		}
	case *VisitCount:
		if !x.Visits.Known && !x.Errands.Known {
			v.at("visits", Error, "programme.one-of", "visits, errands")
		}
	case *Consultation:
		if len(x.Parties) == 0 && x.Every == "" {
			v.at("parties", Error, "programme.one-of", "parties, every")
		}
	case *Position:
		v.position(x)
	}
}

// position checks that a place lies in the world, and asks when it does not lie
// in Sweden: swapped latitude and longitude are the usual mistake.
func (v *validator) position(p *Position) {
	switch {
	case p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180:
		v.add(Error, "programme.position-not-on-earth", p.Lat, p.Lon)
	case p.Lat != 0 && p.Lon != 0 && (p.Lat < 55 || p.Lat > 69.5 || p.Lon < 10.5 || p.Lon > 24.5):
		v.add(Warning, "programme.position-outside-sweden", p.Lat, p.Lon)
	}
}
