package estimate

// Class is how built-up a place is.
type Class uint8

// The classes.
const (
	Rural Class = iota
	Town
	City
	classes
)

var classNames = [classes]string{"rural", "town", "city"}

func (c Class) String() string { return classNames[c] }

// Parameters are what an estimate rests on.
type Parameters struct {
	// Mode is car or walk.
	Mode string
	// Detour is metres of road for each metre of great circle.
	Detour float64
	// Speed is in km/h by class.
	Speed [classes]float64
	// Reach is how far the built-up stretch at one end of a trip goes, in metres
	// of road.
	Reach [classes]float64
	// Assumed lists the parameters that rest on an assumption and not on a source
	// or a measurement: detour, speed, reach.
	Assumed []string
}

// The thresholds of people within Around metres that make a place a town or a
// city. The numbers are those of Eurostat's degree of urbanisation (an urban
// cluster has at least 5,000 inhabitants, an urban centre 50,000; Methodological
// manual on territorial typologies, 2018). Eurostat counts in contiguous squares
// of one kilometre; a circle takes their place here, since the positions stand
// for squares of up to five kilometres.
const (
	Around     = 5000.0
	TownPeople = 5_000
	CityPeople = 50_000
)

// Car is a trip by car.
//
// The detour is that of Pairs taken together. The speeds are assumptions held below the
// general limits of Swedish law, 50 km/h within and 70 outside built-up areas
// (trafikförordningen 1998:1276, 3 kap. 17 §): outside 70, since what is slower
// on small roads is faster on trunk roads; in a town 40, in a city 30.
func Car() Parameters {
	return Parameters{
		Mode:   "car",
		Detour: 1.19, Speed: [classes]float64{Rural: 70, Town: 40, City: 30},
		Reach:   [classes]float64{Town: 2000, City: 5000},
		Assumed: []string{"speed", "reach"},
	}
}

// Walk is a trip on foot at 4.8 km/h. That no path is straight is taken into
// account as for cars, for want of pairs to measure: an assumption, like the speed.
func Walk() Parameters {
	return Parameters{
		Mode:   "walk",
		Detour: 1.19, Speed: [classes]float64{4.8, 4.8, 4.8},
		Assumed: []string{"detour", "speed"},
	}
}

// pace is the parameters as the inner loop wants them: seconds for a metre.
type pace struct {
	detour         float64
	perMetre       [classes]float64
	reach          [classes]float64
	fastestPerGrid float64 // the least seconds for a metre of great circle
}

func (p Parameters) pace() pace {
	out := pace{detour: p.Detour, reach: p.Reach}
	least := 0.0
	for c, kmh := range p.Speed {
		out.perMetre[c] = 3.6 / kmh
		if c == 0 || out.perMetre[c] < least {
			least = out.perMetre[c]
		}
	}
	out.fastestPerGrid = least * p.Detour
	return out
}

// seconds is the time of a trip over a stretch of great circle between places of
// two classes. It is the same both ways and rises with the distance.
func (p *pace) seconds(metres float64, a, b Class) float64 {
	road := metres * p.detour
	ra, rb := p.reach[a], p.reach[b]
	if both := ra + rb; road < both {
		// The built-up stretches meet: each keeps its part of the trip.
		return road * (ra*p.perMetre[a] + rb*p.perMetre[b]) / both
	}
	return ra*p.perMetre[a] + rb*p.perMetre[b] + (road-ra-rb)*p.perMetre[Rural]
}

// Seconds is the time of a trip over a great circle of so many metres between
// places of two classes.
func (p Parameters) Seconds(metres float64, a, b Class) float64 {
	pc := p.pace()
	return pc.seconds(metres, a, b)
}
