#!/usr/bin/env bash
# Fuzzes each target of core/fuzz, or the named ones, for SECONDS_EACH seconds (60). A crash leaves its input in
# core/fuzz/artifacts and ends this with 1. Needs cargo-fuzz and a nightly tool chain; what can't be run is named.
set -uo pipefail
cd "$(dirname "$0")/../core"
seconds=${SECONDS_EACH:-60}
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=($(cd fuzz/fuzz_targets && ls ./*.rs | sed 's|^\./||; s|\.rs$||'))

why=
if ! command -v cargo-fuzz >/dev/null; then
  why='cargo-fuzz is not installed: cargo install cargo-fuzz --version 0.13.2 --locked'
elif rustup toolchain list 2>/dev/null | grep -q '^nightly'; then
  cargo="cargo +nightly"
else
  # The stable compiler knows the same flags once it is told to.
  export RUSTC_BOOTSTRAP=1
  cargo="cargo"
fi
if [ -n "$why" ]; then
  for target in "${targets[@]}"; do echo "SKIPPED fuzz $target: $why"; done
  echo "0 passed, 0 failed, ${#targets[@]} skipped"
  exit 0
fi

export CARGO_TARGET_DIR=${FUZZ_TARGET_DIR:-$PWD/fuzz/target}
# Safe Rust throughout: the address sanitizer would cost half the speed and find nothing that a panic does not.
$cargo fuzz build -s none || exit 1
passed=0 failed=()
for target in "${targets[@]}"; do
  corpus=fuzz/corpus/$target
  mkdir -p "$corpus"
  ./fuzz/seeds.sh "$target" "$corpus"
  echo "== fuzz $target, $seconds s"
  log=$(mktemp)
  if $cargo fuzz run -s none "$target" "$corpus" -- -max_total_time="$seconds" -max_len=8192 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 >"$log" 2>&1; then
    passed=$((passed + 1))
    grep -E '^stat::(number_of_executed_units|average_exec_per_sec)' "$log"
  else
    failed+=("$target")
    tail -40 "$log"
  fi
  rm -f "$log"
done
echo "$passed passed, ${#failed[@]} failed${failed[*]:+: ${failed[*]}}"
[ ${#failed[@]} = 0 ]
