#!/usr/bin/env bash
# Time and memory of plan.Make at 28, 300 and 3,000 offices, each in a process of its own, and their growth.
set -euo pipefail
cd "$(dirname "$0")/.."
test=$(mktemp)
trap 'rm -f "$test"' EXIT
go test -c -o "$test" ./internal/plan
printf '%8s %12s %12s %14s %14s\n' offices 'ms a plan' 'ratio' 'peak MB' 'ratio'
before_ms= before_mb=
for n in 28 300 3000; do
  out=$(cd internal/plan && /usr/bin/time -f 'peak %M' "$test" -test.run '^$' -test.bench "BenchmarkMake/offices=$n\$" -test.benchtime 3x 2>&1)
  ms=$(awk '/ns\/op/ {printf "%.1f", $3 / 1e6}' <<<"$out")
  mb=$(awk '/^peak/ {printf "%.0f", $2 / 1024}' <<<"$out")
  ratio() { [ -n "$2" ] && awk -v a="$1" -v b="$2" 'BEGIN {printf "%.1f", a / b}' || printf -- '–'; }
  printf '%8s %12s %12s %14s %14s\n' "$n" "$ms" "$(ratio "$ms" "$before_ms")" "$mb" "$(ratio "$mb" "$before_mb")"
  before_ms=$ms before_mb=$mb
done
