// Package examples holds complete programmes that come with the product.
//
// Each is a programme folder, embedded so that the binary can plan, report and
// copy it out on a machine that has nothing else. The folders are plain files:
// read them with the folder package, or open them in an editor.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed uppdrag-2021 start
var files embed.FS

// Start returns a small, commented programme to begin from: one mandate, one
// office, one type and a model of three activities, all to be replaced.
func Start() fs.FS { return sub("start") }

// Uppdrag2021 returns the folder of the Swedish government's mandate of May
// 2021 to open 28 service offices, as the agency's interim report of September
// 2021 tells it. What became known later stands in its folder later, dated, so
// that a plan as of the report's day sees nothing of it.
func Uppdrag2021() fs.FS { return sub("uppdrag-2021") }

func sub(name string) fs.FS {
	folder, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // the names are those of the directive above
	}
	return folder
}
