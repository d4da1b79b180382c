package container_test

import (
	"bytes"
	"fmt"

	"github.com/etablera/etablera/travel/container"
)

func Example() {
	var w container.Writer
	container.Put(&w, "hierarchy/1/rank", []uint32{2, 0, 1})
	var file bytes.Buffer
	if _, err := w.WriteTo(&file); err != nil {
		fmt.Println(err)
	}
	f, err := container.Parse(file.Bytes())
	if err != nil {
		fmt.Println(err)
	}
	rank, err := container.Get[uint32](f, "hierarchy/1/rank")
	fmt.Println(rank, err)
	// Output: [2 0 1] <nil>
}
