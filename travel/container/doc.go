// Package container stores named flat arrays in one file, so that a prepared network — roads, hierarchy, timetable — is
// computed once and then opened at once.
//
// # In and out
//
// A [Writer] takes arrays of whole or floating numbers under names, by [Put], and writes them all by [Writer.WriteFile]: to a new file
// beside the old one, which it then replaces in one step, so that nobody ever sees half a file. [Open] reads a file into memory, [Map] maps
// it, and [Get] gives an array back:
//
//	var w container.Writer
//	container.Put(&w, "hierarchy/1/rank", rank) // any ~uint8 … ~uint64, ~int8 … ~int64, ~float32, ~float64
//	err := w.WriteFile("delaware.net")
//
//	f, err := container.Open("delaware.net")
//	rank, err := container.Get[graph.Node](f, "hierarchy/1/rank")
//
// A name begins with the room that owns the section and the version of what it means, such as "road/1/head". What an array means, and
// that its indices lie within bounds, is for its owner to check: a file may be hostile and still have the right checksums.
//
// # Layout
//
// Numbers are little-endian. A file is a header of 64 bytes (magic, version, number of sections, length of the file, CRC-32C of the
// directory, CRC-32C of the header before it), a directory of 64 bytes per section (name, padded with zeros to 40 bytes; bytes per element;
// CRC-32C of the content; its offset; its length in bytes), and the contents in the order of the directory, each at the next multiple of
// 64 bytes, with zeros between. There is one way to write given sections, so the same sections give the same bytes.
//
// # Promises
//
// A file that is too short, too long, of another version or changed in any bit is refused, with the byte offset. Opening costs
// the size of the directory; the content of a section is checked each time it is got. Memory beyond the file's own size is
// not taken. On a little-endian machine [Get] copies nothing: the array is the file's memory, and must not be written to.
//
// [Map] is for files that only WriteFile replaces. A file that some other program shortens in place while it is mapped ends the process,
// as it does in any program; where that may happen, use [Open].
package container
