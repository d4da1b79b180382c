package constrained

// The heap orders open variables by how much they had to do with recent conflicts.

func (s *solver) hotter(a, b int32) bool { return s.heat[a] > s.heat[b] }

func (s *solver) push(v int32) {
	s.spot[v] = int32(len(s.heap))
	s.heap = append(s.heap, v)
	s.rise(s.spot[v])
}

func (s *solver) rise(i int32) {
	v := s.heap[i]
	for i > 0 && s.hotter(v, s.heap[(i-1)/2]) {
		s.heap[i] = s.heap[(i-1)/2]
		s.spot[s.heap[i]] = i
		i = (i - 1) / 2
	}
	s.heap[i], s.spot[v] = v, i
}

func (s *solver) pop() int32 {
	top := s.heap[0]
	last := s.heap[len(s.heap)-1]
	s.heap = s.heap[:len(s.heap)-1]
	s.spot[top] = -1
	n := int32(len(s.heap))
	if n == 0 {
		return top
	}
	i := int32(0)
	for c := int32(1); c < n; c = 2*i + 1 {
		if c+1 < n && s.hotter(s.heap[c+1], s.heap[c]) {
			c++
		}
		if !s.hotter(s.heap[c], last) {
			break
		}
		s.heap[i] = s.heap[c]
		s.spot[s.heap[i]] = i
		i = c
	}
	s.heap[i], s.spot[last] = last, i
	return top
}

// warm raises a variable.
func (s *solver) warm(v int32) {
	if s.heat[v] += s.gain; s.heat[v] > 1e100 {
		for i := range s.heat {
			s.heat[i] *= 1e-100
		}
		s.gain *= 1e-100
	}
	if s.spot[v] >= 0 {
		s.rise(s.spot[v])
	}
}
