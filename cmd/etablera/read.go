package main

import (
	"io"
	"os"
)

// readBounded reads a file that must not be larger than limit bytes.
func (a *app) readBounded(name string, limit int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = a.wrong("wrong.too-large", name, limit)
	}
	return b, err
}
