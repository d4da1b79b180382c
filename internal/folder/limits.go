package folder

// Bounds on what Read takes in. They lie far above any real programme and keep
// a hostile folder from using up the machine.
const (
	maxFileBytes   = 8 << 20
	maxFolderBytes = 64 << 20
	maxFiles       = 2000
	maxDepth       = 4  // of folders, the programme's own not counted
	maxNesting     = 20 // of mappings and sequences within a file
	maxRecords     = 1_000_000
	maxColumns     = 100    // of a CSV file
	maxMistakes    = 10_000 // reported in one run
)
