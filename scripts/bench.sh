#!/usr/bin/env bash
# Throughput beside JSON libraries, in one run. MILKGLASS_CORPUS names a folder of recordings besides the generated ones.
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=${MILKGLASS_CORPUS:-../shared/corpus}/recordings
[ -d "$corpus" ] && corpus=$(cd "$corpus" && pwd) || corpus=
cargo bench --profile fast -p milkglass --bench recordings -- $corpus
