//go:build !unix

package container

import "os"

// mapFile reads the file where the system cannot map it.
func mapFile(path string) ([]byte, func() error, error) {
	data, err := os.ReadFile(path)
	return data, func() error { return nil }, err
}
