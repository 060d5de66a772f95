#!/bin/sh
# Runs the example hosts: one visit that agreed, one that refused. No collector answers, so what was accepted must wait.
# usage: examples.sh HOST...
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export MILKGLASS_KEY=test
for host in "$@"; do
  printf '[upload]\nendpoint = "http://127.0.0.1:9/v1/batches"\nspool = "%s"\n' "$folder/spool" > milkglass.toml
  printf '%s\n' '{"type":4,"timestamp":1,"data":{"href":"https://shop.example/","width":800,"height":600}}' \
    '{"type":3,"timestamp":2,"data":{"source":4,"width":640,"height":480}}' > events.ndjson
  rm -rf spool
  "$host" milkglass.toml agreed < events.ndjson > agreed.txt
  grep -q '"allow":true' agreed.txt
  grep -q '"accepted":2' agreed.txt
  rm -rf spool
  "$host" milkglass.toml refused < events.ndjson > refused.txt
  grep -q '"allow":false' refused.txt
  grep -q '"accepted":0' refused.txt
done
echo "examples: $# hosts recorded with consent and nothing without"
