#!/usr/bin/env bash
# Runs every suite, or the named ones, goes on after a failure, and ends with a table and the count.
set -uo pipefail
cd "$(dirname "$0")/.."
root=$PWD
export CARGO_TERM_COLOR=never
export MILKGLASS_COLLECTOR=$root/target/fast/milkglass-collector
export MILKGLASS_CLI=$root/target/fast/milkglass
export MILKGLASS_PYTHON=$root/.build/venv/bin/python
export MILKGLASS_PROFILE=fast
export MATURIN_PEP517_ARGS="--profile fast"
# One target folder for every build, those of pip and npm included.
export CARGO_TARGET_DIR=$root/target

only=" $* "
table=()
passed=0 failed=0 skipped=0
suite() {
  local name=$1; shift
  if [ "$only" != "  " ] && [[ "$only" != *" $name "* ]]; then return; fi
  echo "== $name"
  local start=$SECONDS code=0
  ( set -e; "$@" ) || code=$?
  if [ $code = 0 ]; then passed=$((passed + 1)); table+=("passed  $name $((SECONDS - start)) s")
  elif [ $code = 77 ]; then skipped=$((skipped + 1)); table+=("SKIPPED $name (see above)")
  else failed=$((failed + 1)); table+=("FAILED  $name $((SECONDS - start)) s"); fi
}

rust() {
  cargo test --profile fast -p milkglass -p milkglass-cli -p milkglass-collector
}
build() {
  scripts/build.sh
}
python() {
  scripts/python.sh
  (cd bindings-python && "$MILKGLASS_PYTHON" -m pytest -q)
}
node_tests() {
  node bindings-node/scripts/build.mjs
  (cd bindings-node && node --test test/*.test.mjs)
  node --test core/tests/consent_oracle/*.test.mjs
}
c() {
  make --no-print-directory -C bindings-c test PROFILE=fast
}
corpus() {
  "$MILKGLASS_PYTHON" -m pytest -q tests/corpus
}
detectors() {
  if ! "$MILKGLASS_PYTHON" -c 'import stdnum, phonenumbers'; then
    echo "SKIPPED detectors: python-stdnum or phonenumbers is not installed (make setup)"
    return 77
  fi
  "$MILKGLASS_PYTHON" -m pytest -q tests/detectors
}
collector() {
  "$MILKGLASS_PYTHON" -m pytest -q tests/collector
}
browser() {
  (cd tests/e2e && node --test --test-concurrency=1 ./*.test.mjs)
}
readme() {
  "$MILKGLASS_PYTHON" -m pytest -q tests/readme tests/command
}
demo() {
  scripts/demo.sh --once
}

suite build build
suite rust rust
suite python python
suite node node_tests
suite c c
suite corpus corpus
suite detectors detectors
suite collector collector
suite readme readme
suite browser browser
suite demo demo

echo
printf '%s\n' "${table[@]}"
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ]
