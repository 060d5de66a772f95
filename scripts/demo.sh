#!/usr/bin/env bash
# A recorded visit, from the browser to the replay. With --once it checks the outcome and ends.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
export CARGO_TARGET_DIR=$root/target MILKGLASS_PROFILE=fast MATURIN_PEP517_ARGS="--profile fast"
export MILKGLASS_PYTHON=$root/.build/venv/bin/python MILKGLASS_COLLECTOR=$root/target/fast/milkglass-collector
echo "building (the first time takes some minutes)"
scripts/build.sh
scripts/python.sh
exec node tests/e2e/demo.mjs "$@"
