#!/usr/bin/env bash
# Puts the Python package into the environment of the tests, as pip does for a user; does nothing where it is there already.
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR=$PWD/target MATURIN_PEP517_ARGS="--profile fast"
wanted=$(find Cargo.toml Cargo.lock core/Cargo.toml core/src core/data core/locales bindings-python -type f -not -path '*/__pycache__/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
[ "$(cat .build/venv/.milkglass 2>/dev/null)" = "$wanted" ] && exit 0
.build/venv/bin/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall ./bindings-python
echo "$wanted" > .build/venv/.milkglass
