//go:build unix

package container

import (
	"fmt"
	"math"
	"os"
	"syscall"
)

// mapFile maps a whole file for reading, and returns how to let go of it.
func mapFile(path string) ([]byte, func() error, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, nil, err
	}
	nothing := func() error { return nil }
	if !info.Mode().IsRegular() || info.Size() > math.MaxInt {
		return nil, nil, fmt.Errorf("%s: not a file that can be mapped; it has mode %v", path, info.Mode())
	}
	if info.Size() == 0 { // the system refuses to map nothing; the parser says what is wrong with it
		return nil, nothing, nil
	}
	data, err := syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: cannot be mapped: %w", path, err)
	}
	return data, func() error { return syscall.Munmap(data) }, nil
}
