#!/usr/bin/env bash
# A recorded visit, from the browser to the replay. With --once it checks the outcome and ends.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
export CARGO_TARGET_DIR=$root/target MILKGLASS_PROFILE=fast MATURIN_PEP517_ARGS="--profile fast"
export MILKGLASS_PYTHON=$root/.build/venv/bin/python MILKGLASS_COLLECTOR=$root/target/fast/milkglass-collector
echo "building (the first time takes some minutes)"
cargo build --quiet --profile fast -p milkglass-cli -p milkglass-collector -p milkglass-python
wanted=$(sha256sum target/fast/lib_native.so | cut -d' ' -f1)
if [ "$(cat .build/venv/.milkglass 2>/dev/null)" != "$wanted" ]; then
  .build/venv/bin/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall ./bindings-python
  echo "$wanted" > .build/venv/.milkglass
fi
exec node tests/e2e/demo.mjs "$@"
