package gtfs

// Limits bound what is read, so that a hostile or broken archive cannot fill the memory.
type Limits struct {
	Entries int   // files in the archive or folder
	File    int64 // bytes of one file, unpacked
	Total   int64 // bytes of all files read, unpacked
	Ratio   int64 // unpacked bytes per packed byte of one file; small files are exempt
	Record  int   // bytes of one record
}

// DefaultLimits hold a national feed (Sweden's stop_times is near 0.5 GB) with room to spare.
var DefaultLimits = Limits{Entries: 1000, File: 4 << 30, Total: 8 << 30, Ratio: 400, Record: 1 << 18}

// exemptFromRatio is the size below which a file may be packed as tightly as it likes.
const exemptFromRatio = 1 << 20

// Options say how to read. The zero value is strict, with DefaultLimits.
type Options struct {
	// Tolerant leaves out trips and rows that are wrong, and reports them as warnings.
	Tolerant bool
	// Limits; each that is 0 is taken from DefaultLimits.
	Limits Limits
}

func (o Options) limits() Limits {
	l := o.Limits
	if l.Entries == 0 {
		l.Entries = DefaultLimits.Entries
	}
	if l.File == 0 {
		l.File = DefaultLimits.File
	}
	if l.Total == 0 {
		l.Total = DefaultLimits.Total
	}
	if l.Ratio == 0 {
		l.Ratio = DefaultLimits.Ratio
	}
	if l.Record == 0 {
		l.Record = DefaultLimits.Record
	}
	return l
}
