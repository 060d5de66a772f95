#!/usr/bin/env bash
# Builds what the demo and the tests run: the command and the collector. Each binding is built by its own packager.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --quiet --profile fast -p milkglass-cli -p milkglass-collector
