#!/usr/bin/env bash
# Throughput beside other libraries, in one run of some minutes; writes docs/benchmarks.md and docs/bench/*.svg.
# MILKGLASS_CORPUS and MILKGLASS_PII name folders of recordings and of texts besides the generated ones; ONLY names one part
# (engine, linear, detectors) and writes nothing. Peers that can't be had are named.
set -euo pipefail
cd "$(dirname "$0")/.."
arguments=()
corpus=${MILKGLASS_CORPUS:-../shared/corpus}/recordings
[ -d "$corpus" ] && arguments+=(--corpus "$corpus")
texts=${MILKGLASS_PII:-../shared/pii}/dev.jsonl
[ -f "$texts" ] && arguments+=(--texts "$texts")

export CARGO_TARGET_DIR=${BENCH_TARGET_DIR:-$PWD/benches/target}
features=(--features peers)
if ! cargo fetch --quiet --manifest-path benches/Cargo.toml 2>/dev/null || ! cargo build --release --quiet --manifest-path benches/Cargo.toml "${features[@]}"; then
  features=()
  cargo build --release --quiet --manifest-path benches/Cargo.toml
fi

# The peers in Python, in an environment of their own.
python=.build/bench-venv/bin/python
if [ ! -e .build/bench-venv/.ready ]; then
  mkdir -p .build
  if python3 -m venv .build/bench-venv && .build/bench-venv/bin/pip install --quiet --disable-pip-version-check presidio-analyzer sentry-relay; then
    touch .build/bench-venv/.ready
  fi
fi
if [ -e .build/bench-venv/.ready ]; then
  arguments+=(--python "$PWD/$python")
else
  arguments+=(--skipped 'presidio-analyzer, sentry-relay: could not be installed from the Python registry')
fi
[ -n "${ONLY:-}" ] && arguments+=("$ONLY") || arguments+=(--out docs)
MILKGLASS_BENCH_KEY=bench "$CARGO_TARGET_DIR/release/milkglass-benches" "${arguments[@]}"
