#!/usr/bin/env bash
# Builds what the demo and the tests run: the command, the collector, the libraries, and both packages into place.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --quiet --profile fast -p milkglass-cli -p milkglass-collector -p milkglass-c -p milkglass-python -p milkglass-node
