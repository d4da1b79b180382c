#!/usr/bin/env bash
# Prints the rows of RESULTS.md. $ETABLERA_DATA is the folder of instances (default ../shared/data).
set -euo pipefail
cd "$(dirname "$0")/../.."
bench=$(mktemp)
trap 'rm -f "$bench"' EXIT
go build -o "$bench" ./bench/schedule
while read -r args; do
  echo "$args"
  # shellcheck disable=SC2086
  "$bench" $args
done <<'ROWS'
-set j30
-set j30 -seed 2
-set j30 -seed 3
-set j60
-set j120
-set j120 -seed 2
-set j120 -seed 3
-set j30 -schedules 1000 -conflicts 100000000 -limit 10s
-set mpsplib -schedules -1 -limit 1700ms
-set j60 -schedules 50000
-set j120 -schedules 50000
-set j120 -every 25 -schedules -1 -limit 60s -workers 2
ROWS
