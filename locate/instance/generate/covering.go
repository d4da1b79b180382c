package generate

import (
	"math"
	"math/rand/v2"

	"github.com/etablera/etablera/locate/instance"
)

const side = 30

// Covering makes a covering instance in the manner of Cordeau, Furini & Ljubić (2019).
func Covering(seed uint64, sites, clients int) *instance.Instance {
	random := rand.New(rand.NewPCG(seed, 0x636f766572))
	in := &instance.Instance{Name: "covering", Form: instance.Generated, Metric: instance.Euclid}
	in.Sites, in.Clients = square(random, sites), square(random, clients)
	in.Sites.Cost = amounts(random, sites, 10, 100)
	in.Clients.Weight = amounts(random, clients, 1, 100)
	return in
}

// square draws points with six decimals.
func square(random *rand.Rand, n int) instance.Places {
	p := instance.Places{N: n, X: make([]float64, n), Y: make([]float64, n)}
	for i := range n {
		p.X[i] = math.Round(random.Float64()*side*1e6) / 1e6
		p.Y[i] = math.Round(random.Float64()*side*1e6) / 1e6
	}
	return p
}

func amounts(random *rand.Rand, n, least, most int) []int64 {
	out := make([]int64, n)
	for i := range out {
		out[i] = int64(least + random.IntN(most-least+1))
	}
	return out
}

// Clustered makes clients in towns whose sizes fall as the inverse of their rank, nine tenths of them, and the rest anywhere in
// [0,1000]². Sites are at clients drawn at random, so that they are many where clients are. Weights are 1–100.
func Clustered(seed uint64, sites, clients, towns int) *instance.Instance {
	random := rand.New(rand.NewPCG(seed, 0x746f776e73))
	in := &instance.Instance{Name: "clustered", Form: instance.Generated, Metric: instance.Euclid}
	x, y, spread, upTo := make([]float64, towns), make([]float64, towns), make([]float64, towns), make([]float64, towns)
	sum := 0.0
	for k := range towns {
		x[k], y[k] = random.Float64()*1000, random.Float64()*1000
		size := 1 / float64(k+1)
		spread[k] = 5 + 20*math.Sqrt(size)
		sum += size
		upTo[k] = sum
	}
	in.Clients = instance.Places{N: clients, X: make([]float64, clients), Y: make([]float64, clients)}
	for i := range clients {
		if random.IntN(10) == 0 {
			in.Clients.X[i], in.Clients.Y[i] = random.Float64()*1000, random.Float64()*1000
			continue
		}
		k := drawn(upTo, random.Float64()*sum)
		in.Clients.X[i], in.Clients.Y[i] = x[k]+random.NormFloat64()*spread[k], y[k]+random.NormFloat64()*spread[k]
	}
	in.Clients.Weight = amounts(random, clients, 1, 100)
	in.Sites = instance.Places{N: sites, X: make([]float64, sites), Y: make([]float64, sites)}
	for j := range sites {
		i := random.IntN(clients)
		in.Sites.X[j], in.Sites.Y[j] = in.Clients.X[i], in.Clients.Y[i]
	}
	return in
}

// drawn finds the first that reaches the value.
func drawn(upTo []float64, value float64) int {
	low, high := 0, len(upTo)-1
	for low < high {
		if middle := (low + high) / 2; upTo[middle] < value {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}
