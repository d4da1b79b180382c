#!/usr/bin/env bash
# Runs the table of Porto by this engine and by Valhalla, one after the other, on the same positions.
# Valhalla comes from its package for Node.js into .tools, and reads the same extract.
# $ETABLERA_DATA is the folder of extracts (default ../shared/data).
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${ETABLERA_DATA:-../shared/data}
data=$(realpath "$data")
home=$PWD/.tools/valhalla
mkdir -p "$home"
if [ ! -e "$home/tiles" ]; then
  (
    cd "$home"
    npm install --silent --no-fund --no-audit @valhallajs/valhallajs@3.6.1
    npx valhalla build_config --mjolnir-tile-dir "$home/tiles" --mjolnir-tile-extract "$home/tiles.tar" >config.json 2>/dev/null
    npx valhalla build_tiles -c config.json "$data/osm/porto_portugal.osm.pbf" >build.log 2>&1
  )
fi
ETABLERA_DATA=$data go run ./bench/travel -only porto -positions "$home/positions.csv" | grep -i porto
bench=$PWD/bench/travel/valhalla.mjs
cd "$home"
for rows in 100 200; do
  node "$bench" config.json positions.csv $rows 2>/dev/null | tail -1
done
