package programme

import (
	"github.com/etablera/etablera/internal/spelling"
	"reflect"
	"slices"
	"strings"

	"github.com/etablera/etablera/internal/civil"
)

// nameKind is a kind of name from the real world.
type nameKind string

const (
	aMunicipality nameKind = "municipality"
	aCounty       nameKind = "county"
	aMetroRegion  nameKind = "region"
	anArea        nameKind = "area"
)

type nameList struct {
	all []string
	has map[string]bool
}

func nameLists(s *Snapshot, r Register) map[nameKind]*nameList {
	areas := r.Areas
	if len(areas) > 0 {
		areas = slices.Clone(areas)
		for _, a := range s.Areas {
			areas = append(areas, a.Name)
		}
	}
	out := map[nameKind]*nameList{}
	for kind, all := range map[nameKind][]string{aMunicipality: r.Municipalities, aCounty: r.Counties, aMetroRegion: r.Regions, anArea: areas} {
		list := &nameList{all, map[string]bool{}}
		for _, name := range all {
			list.has[name] = true
		}
		out[kind] = list
	}
	return out
}

// worldly says which fields hold names of the real world. The name in an
// AreaListing is not among them: a listing may add an area that nobody knew of.
var worldly = map[reflect.Type]map[string]nameKind{
	reflect.TypeFor[Office]():      {"Municipality": aMunicipality, "Serves": anArea},
	reflect.TypeFor[Party]():       {"Municipality": aMunicipality, "County": aCounty},
	reflect.TypeFor[AreaListing](): {"Municipality": aMunicipality},
	reflect.TypeFor[Change]():      {"Municipality": aMunicipality},
	reflect.TypeFor[Clause]():      {"Municipalities": aMunicipality, "Except": aMunicipality, "Regions": aMetroRegion},
}

// words lists the values of every field that has a fixed set of them.
var words = map[reflect.Type][]string{
	reflect.TypeFor[ClauseKind]():        plain(ClauseKinds),
	reflect.TypeFor[Strength]():          plain([]Strength{Shall, Should, Strive}),
	reflect.TypeFor[Category]():          plain([]Category{Rural, Metropolitan, Vulnerable}),
	reflect.TypeFor[Premises]():          plain([]Premises{OwnPremises, CoLocated}),
	reflect.TypeFor[ClaimStatus]():       plain([]ClaimStatus{Proposed, Decided}),
	reflect.TypeFor[EventKind]():         plain(EventKinds),
	reflect.TypeFor[CountKind]():         plain([]CountKind{Counted, Expected}),
	reflect.TypeFor[PartyKind]():         plain(PartyKinds),
	reflect.TypeFor[ConsultationKind]():  plain([]ConsultationKind{Dialogue, Opinion, Information}),
	reflect.TypeFor[ConsultationState](): plain([]ConsultationState{ConsultationPlanned, ConsultationInvited, ConsultationOngoing, ConsultationHeld}),
	reflect.TypeFor[Matter]():            plain(Matters),
	reflect.TypeFor[Component]():         plain([]Component{Total, Expense, Investment, StaffCost, Rent, IT, Security, Other}),
	reflect.TypeFor[CostKind]():          plain([]CostKind{Establishment, Running}),
	reflect.TypeFor[ApproprStatus]():     plain([]ApproprStatus{Granted, Announced}),
	reflect.TypeFor[IndexSeries]():       plain([]IndexSeries{CostGrowth, Compensation}),
	reflect.TypeFor[Basis]():             plain([]Basis{Assumption, Experience}),
	reflect.TypeFor[ProjectKind]():       plain([]ProjectKind{Open, Close, Move, Resize}),
	reflect.TypeFor[Owner]():             plain([]Owner{AgencyOwned, LandlordOwned, MunicipalityOwned}),
	reflect.TypeFor[ChangeKind]():        plain(ChangeKinds),
	reflect.TypeFor[AreaUnit]():          plain(AreaUnits),
	reflect.TypeFor[Condition]():         plain([]Condition{WithCoLocation, WithPermit, WithRebuild}),
}

// areaClasses are the values of AreaListing.Class, which has no type of its own.
var areaClasses = []string{"vulnerable", "risk", "especially-vulnerable", "none"}

func plain[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// Words returns the values that a field of the type may have, where there is a
// fixed set of them.
func Words(t reflect.Type) []string { return slices.Clone(words[t]) }

// word checks a string: a reference, one of a fixed set, or a name of the world.
func (v *validator) word(owner reflect.Type, field string, val reflect.Value, known civil.Date) {
	text, t := val.String(), val.Type()
	if text == "" {
		return
	}
	if _, isID := idTypes[t]; isID {
		v.reference(t, text, known)
		return
	}
	choice := words[t]
	if owner == reflect.TypeFor[AreaListing]() && field == "Class" {
		choice = areaClasses
	}
	if choice != nil {
		if !slices.Contains(choice, text) {
			v.nearest("programme.unknown-word", text, choice, strings.Join(choice, ", "))
		}
		return
	}
	if kind, ok := worldly[owner][field]; ok {
		if list := v.names[kind]; len(list.all) > 0 && !list.has[text] {
			v.nearest("programme.unknown-"+string(kind), text, list.all)
		}
	}
}

// reference checks that the thing exists, and that it was known when the fact
// that refers to it became known: else the fact stands alone when the past is
// looked back to.
func (v *validator) reference(t reflect.Type, id string, known civil.Date) {
	from, ok := v.known[t][id]
	switch {
	case !ok:
		v.nearest("programme.unknown-"+idTypes[t], id, v.ids[t])
	case known.IsKnown() && from > known:
		v.once("programme.known-before-thing", idTypes[t], id, from.String(), known.String())
	}
}

// mostSearched bounds the names compared in search of near ones: about a second.
const mostSearched = 1_000_000

// nearest reports a name that does not exist. With a near one the key ends in
// "-near" and the near one comes second of the arguments.
// A hostile snapshot of nothing but wrong names soon gets no more suggestions.
func (v *validator) nearest(key, name string, all []string, more ...any) {
	v.searched += len(all)
	var near string
	var ok bool
	if v.searched <= mostSearched {
		near, ok = spelling.Nearest(name, all)
	}
	if ok {
		v.add(Error, key+"-near", append([]any{name, near}, more...)...)
		return
	}
	v.add(Error, key, append([]any{name}, more...)...)
}

// Refers names the sections in which the thing that a problem misses should
// have stood. A reader that could not read all of such a section leaves the
// problem out, for it may well be an echo of that.
func (p Problem) Refers() []string {
	if thing, ok := strings.CutPrefix(strings.TrimSuffix(p.Key, "-near"), "programme.unknown-"); ok {
		if home, isThing := homes[thing]; isThing {
			return []string{home}
		}
		return nil
	}
	return absent[p.Key]
}

// absent says which sections the other problems find something lacking in.
var absent = map[string][]string{
	"programme.no-opening-stage":      {"process"},
	"programme.stage-without-time":    {"durations"},
	"programme.fewer-projects":        {"projects"},
	"programme.counts-below-total":    {"round-counts"},
	"programme.unknown-section":       {"mandates"},
	"programme.clause-other-mandate":  {"mandates"},
	"programme.project-other-mandate": {"rounds"},
}
