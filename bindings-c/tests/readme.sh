#!/bin/sh
# Compiles and runs the quick starts of the README, with the commands that stand there.
# usage: readme.sh BUILD STAGE
set -eu
readme=$(cd "$(dirname "$0")/.." && pwd)/README.md
build=$1
export PKG_CONFIG_PATH="$2/lib/pkgconfig" LD_LIBRARY_PATH="$2/lib"
rm -rf "$build"
mkdir -p "$build"
cd "$build"

# block LANGUAGE: the first fenced block of that language
block() { awk -v want="\`\`\`$1" '$0 == want { on = 1; next } /^```/ { if (on) exit } on' "$readme"; }

block c > quickstart.c
block cpp > quickstart.cpp
block toml > milkglass.toml
grep -E '^(cc|c\+\+) ' "$readme" > commands
[ -s quickstart.c ] && [ -s quickstart.cpp ] && [ -s milkglass.toml ] && [ "$(wc -l < commands)" -eq 2 ]
sh -eu commands
./quickstart > c.txt
./quickstart-cpp > cpp.txt
grep -q '"tag":"order"' c.txt
if grep -q erika c.txt; then exit 1; fi
cmp c.txt cpp.txt
echo "readme: both quick starts compiled and printed the same"
