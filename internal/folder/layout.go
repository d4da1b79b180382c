package folder

// files is the canonical layout: which sections stand in which file. Read does
// not mind where a section stands; Write always puts it here, so that the same
// programme gives the same files.
var files = []struct {
	name     string
	sections []string
}{
	{"programme.yaml", []string{"programme"}},
	{"sources.yaml", []string{"sources"}},
	{"parties.yaml", []string{"parties"}},
	{"mandates.yaml", []string{"mandates"}},
	{"office-types.yaml", []string{"office-types"}},
	{"process.yaml", []string{"process", "durations"}},
	{"rounds.yaml", []string{"rounds", "round-counts"}},
	{"offices.yaml", []string{"offices"}},
	{"type-claims.yaml", []string{"type-claims"}},
	{"service-levels.yaml", []string{"service-levels"}},
	{"events.yaml", []string{"events"}},
	{"projects.yaml", []string{"projects"}},
	{"progress.yaml", []string{"progress"}},
	{"leaders.yaml", []string{"leader-counts"}},
	{"premises.yaml", []string{"premises"}},
	{"baselines.yaml", []string{"baselines"}},
	{"submissions.yaml", []string{"submissions"}},
	{"consultations.yaml", []string{"consultations"}},
	{"decisions.yaml", []string{"decisions", "competences"}},
	{"risks.yaml", []string{"risks"}},
	{"money.yaml", []string{"appropriations", "loan-frames", "indexations", "depreciations"}},
	{"network.yaml", []string{"network-counts", "areas"}},
	{"access.yaml", []string{"access-criteria", "demand-scenarios"}},
	{"scenarios.yaml", []string{"scenarios"}},
	{"outturn.csv", []string{"outturn"}},
	{"staff.csv", []string{"staff"}},
	{"visits.csv", []string{"visits"}},
}
