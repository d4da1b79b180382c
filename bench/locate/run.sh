#!/usr/bin/env bash
# Measures rows of RESULTS.md: run.sh [row [case…]]…, without a row all of them. $ETABLERA_DATA is the folder of instances (default ../shared/data).
# The row "peers" needs CBC and node: it installs CBC by apt where it may, and HiGHS into .tools.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ $# = 0 ] || [[ " $* " = *" peers "* ]]; then
  command -v cbc >/dev/null || { apt-get update -q && apt-get install -y -q --no-install-recommends coinor-cbc; } >/dev/null || echo "no CBC"
  if command -v npm >/dev/null && [ ! -d .tools/highs/node_modules/highs ]; then
    mkdir -p .tools/highs && npm install --silent --no-audit --no-fund --prefix .tools/highs highs
  fi
fi
bench=$(mktemp)
trap 'rm -f "$bench"' EXIT
go build -o "$bench" ./bench/locate
"$bench" "$@"
