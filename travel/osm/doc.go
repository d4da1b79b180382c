// Package osm reads OpenStreetMap extracts: the binary format PBF, and XML as it is or packed with gzip or bzip2.
//
// # In and out
//
// [Open] looks at the first bytes of a file and says what it is. [Process] and [File.Each] hand out the elements — nodes,
// ways, relations with their tags — as a sequence of blocks in the order of the file. Blocks are decoded by many goroutines at
// once and delivered one after another, so the result is the same on any number of cores. A [Block] and every string and slice in it is
// valid only until the function that was given it returns.
//
// A file may be read several times, each time for some kinds of element. Blocks that are known to hold none of them are not unpacked
// again; where the file says that it is sorted by type, its parts are found by bisection.
//
// # Units
//
// Positions are whole 10⁻⁷ degrees (some 11 mm), the resolution of the OpenStreetMap database. Ids are as in the database.
//
// # Bounds
//
// The format's own limits are kept: a blob's header has at most 64 KiB, a blob at most 32 MiB, packed and unpacked. A block takes at most
// some 16 bytes per byte of its blob; as many blocks are in memory as there are workers, and a few that wait for their turn. In XML one
// tag with its attributes has at most 1 MiB. What unpacks to more than a hundred times its size is refused. Every error is an [Error]:
// it names the blob and the byte, or the line and column, and the element where there is one.
//
// What is not read: authors, versions and times of elements, change sets, history files, and blobs packed with anything but zlib.
//
// # Sources
//
// The format: OpenStreetMap Wiki, "PBF Format", with fileformat.proto and osmformat.proto; "OSM XML". Encoding of messages: Protocol Buffers
// Documentation, "Encoding". DEFLATE: RFC 1951, zlib: RFC 1950.
package osm
