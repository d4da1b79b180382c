package learning

import "math"

// location is what is believed of the cells' means, all cells of one activity together.
type location struct {
	mean     []float64
	variance []float64
	own      []float64 // weight of the cell's own outcomes in its mean
	pooled   []float64 // summed weight of the other cells' outcomes in it
}

// locate returns the posterior of means that beforehand are normal around 0 with the given covariance,
// after sums[i]/weights[i] has been observed of each with variance 1/weights[i]. O(cells × observed²).
func locate(covariance [][]float64, weights, sums []float64) location {
	n := len(weights)
	var seen []int
	for i, w := range weights {
		if w > 0 {
			seen = append(seen, i)
		}
	}
	// With D the weights and L the covariance, I + √D L √D is as well conditioned as the problem is.
	m := make([][]float64, len(seen))
	root := make([]float64, len(seen))
	for k, i := range seen {
		root[k] = math.Sqrt(weights[i])
		m[k] = make([]float64, len(seen))
		for l := 0; l <= k; l++ {
			m[k][l] = root[k] * covariance[i][seen[l]] * root[l]
		}
		m[k][k]++
	}
	factor(m)
	l := location{make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)}
	row := make([]float64, len(seen))
	for i := range n {
		for k, j := range seen {
			row[k] = root[k] * covariance[i][j]
		}
		solve(m, row)
		l.variance[i] = covariance[i][i]
		for k, j := range seen {
			gain := root[k] * row[k]
			l.mean[i] += gain / weights[j] * sums[j]
			l.variance[i] -= gain * covariance[i][j]
			if j == i {
				l.own[i] = gain
			} else {
				l.pooled[i] += gain
			}
		}
		l.variance[i] = max(l.variance[i], 0) // against rounding
	}
	return l
}

// posterior returns the covariance of the means once outcomes worth the given weights have been observed of them,
// as locate does, the covariances too. O(cells² × observed).
func posterior(covariance [][]float64, weights []float64) [][]float64 {
	n := len(weights)
	var seen []int
	for i, w := range weights {
		if w > 0 {
			seen = append(seen, i)
		}
	}
	m := make([][]float64, len(seen))
	for k, i := range seen {
		m[k] = make([]float64, len(seen))
		for l := 0; l <= k; l++ {
			m[k][l] = math.Sqrt(weights[i]*weights[seen[l]]) * covariance[i][seen[l]]
		}
		m[k][k]++
	}
	factor(m)
	v := make([][]float64, n)
	row := make([]float64, len(seen))
	for i := range n {
		for k, j := range seen {
			row[k] = math.Sqrt(weights[j]) * covariance[i][j]
		}
		solve(m, row)
		v[i] = make([]float64, n)
		for j := range n {
			v[i][j] = covariance[i][j]
			for k, o := range seen {
				v[i][j] -= math.Sqrt(weights[o]) * row[k] * covariance[o][j]
			}
		}
	}
	return v
}

// correlations turns a covariance into correlations, in place; what has no variance correlates with nothing.
func correlations(v [][]float64) [][]float64 {
	deviation := make([]float64, len(v))
	for i := range v {
		deviation[i] = math.Sqrt(max(v[i][i], 0))
	}
	for i := range v {
		for j := range v[i] {
			if scale := deviation[i] * deviation[j]; scale > 0 {
				v[i][j] = min(max(v[i][j]/scale, -1), 1)
			} else {
				v[i][j] = 0
			}
		}
		if deviation[i] > 0 {
			v[i][i] = 1
		}
	}
	return v
}

// factor replaces the lower half of a symmetric positive definite matrix by its Cholesky factor.
func factor(m [][]float64) {
	for i := range m {
		for j := 0; j <= i; j++ {
			sum := m[i][j]
			for k := range j {
				sum -= m[i][k] * m[j][k]
			}
			if i == j {
				m[i][i] = math.Sqrt(sum)
			} else {
				m[i][j] = sum / m[j][j]
			}
		}
	}
}

// solve replaces x by the solution of A·y = x, m being what factor made of A.
func solve(m [][]float64, x []float64) {
	for i := range m {
		for k := range i {
			x[i] -= m[i][k] * x[k]
		}
		x[i] /= m[i][i]
	}
	for i := len(m) - 1; i >= 0; i-- {
		for k := i + 1; k < len(m); k++ {
			x[i] -= m[k][i] * x[k]
		}
		x[i] /= m[i][i]
	}
}
