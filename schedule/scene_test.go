package schedule

import "testing"

func mustCompile(t testing.TB, s *Spec) *Network {
	t.Helper()
	n, err := Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
