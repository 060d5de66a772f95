#!/usr/bin/env bash
# Writes the generated files that are committed: error table, schema, C header.
set -euo pipefail
cd "$(dirname "$0")/.."
MILKGLASS_GENERATE=1 cargo test --quiet --profile fast -p milkglass --test generated
MILKGLASS_BLESS=1 cargo test --quiet --profile fast -p milkglass-c
