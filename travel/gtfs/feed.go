package gtfs

// The positions of things in the slices of a Feed. A stop cannot be mixed with a trip.
type (
	StopIndex    int32
	RouteIndex   int32
	ServiceIndex int32
	TripIndex    int32
)

// None stands where there is no stop, route, service or trip.
const None = -1

// Feed is a timetable as its publisher wrote it, checked.
type Feed struct {
	Name     string // the archive or folder
	Agencies []Agency
	Zone     string // the time zone of all agencies
	Stops    []Stop
	Routes   []Route
	Services []Service
	Trips    []Trip
	// Calls of trip t are Calls[FirstCall[t]:FirstCall[t+1]], in order, with times that never fall.
	FirstCall []int32
	Calls     []Call
	// Frequencies are in order of trip and start; those of one trip do not overlap.
	Frequencies []Frequency
	Transfers   []Transfer
	Info        Info
	// Interpolated counts the calls whose times the feed leaves out.
	Interpolated int
}

// Agency runs the traffic.
type Agency struct{ ID, Name, Zone string }

// Stop is a stop, platform, station or entrance.
type Stop struct {
	ID, Name string
	Lat, Lon float64 // degrees; NaN where a node or boarding area has none
	Kind     StopKind
	Parent   StopIndex // the station, or None
}

// StopKind is location_type.
type StopKind uint8

// The kinds of stop.
const (
	Platform StopKind = iota
	Station
	Entrance
	GenericNode
	BoardingArea
)

// Route is a line as the public knows it.
type Route struct {
	ID, Agency, Short, Long string
	Type                    int // basic or extended route type
}

// Trip is one journey of a vehicle, or the model of several where Frequencies hold it.
type Trip struct {
	ID      string
	Route   RouteIndex
	Service ServiceIndex
}

// Call is a stop of a vehicle on a trip.
type Call struct {
	Arrive, Depart  Seconds
	Stop            StopIndex
	Pickup, DropOff Boarding
	// Timed says that the feed itself gives the time.
	Timed bool
}

// Boarding is pickup_type or drop_off_type.
type Boarding uint8

// Who may board or alight.
const (
	Regular Boarding = iota
	NotAvailable
	PhoneAgency
	AskDriver
)

// Frequency repeats a trip: it starts at Start, Start+Headway, … before End.
type Frequency struct {
	Trip       TripIndex
	Start, End Seconds
	Headway    Seconds
	// Exact says that those are the departures; else only the headway is promised.
	Exact bool
}

// Transfer is a rule for changing between two stops (or all platforms of a station).
type Transfer struct {
	From, To StopIndex
	Kind     TransferKind
	Min      Seconds // the least time, or NoTime
}

// TransferKind is transfer_type.
type TransferKind uint8

// The kinds of transfer that may stand in a Feed; rules for single trips and routes are not kept.
const (
	Recommended TransferKind = iota
	Timed
	MinTime
	NotPossible
)

// Info is what the publisher says of the feed.
type Info struct {
	Publisher, URL, Version string
	First, Last             Date // zero where the feed does not say
}

// CallsOf returns the calls of a trip.
func (f *Feed) CallsOf(t TripIndex) []Call { return f.Calls[f.FirstCall[t]:f.FirstCall[t+1]] }

// PreBooked says whether a route type is traffic that must be booked in advance: 715 (demand and response bus), and 717 and
// 1501, which Swedish feeds use for it.
func PreBooked(routeType int) bool { return routeType == 715 || routeType == 717 || routeType == 1501 }
