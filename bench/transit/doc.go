// Command transit measures the engine travel/transit on the published timetables of Porto Alegre, and how fast
// travel/gtfs reads feeds. It prints what bench/transit/RESULTS.md holds.
//
//	go run ./bench/transit                  # the matrix of all hexagons, walking by great circles
//	go run ./bench/transit -walk foot       # walking by the streets of poa_osm.pbf
//	go run ./bench/transit -walk foot -city spo
//	go run ./bench/transit -walk foot -trips  # there and back
//	go run ./bench/transit -feeds           # how long each feed takes to read
//
// In: poa_eptc.zip, poa_trensurb.zip and poa_hexgrid.csv in $ETABLERA_DATA/gtfs (default ../shared/data). Out: seconds of
// each stage, peak memory, a digest of the matrix, and the outcome of three checks: no travel time is above walking all the
// way, none is below the bound of the best direct ride that waits for nothing, and samples equal a slow forward search that
// shares no code with the engine. Units are seconds; a travel time is counted from leaving home.
package main
