#!/bin/sh
# Runs a test program with a configuration whose spool is a new folder, which is removed afterwards.
# usage: with_config.sh [NAME=VALUE...] PROGRAM [ARGUMENT...]
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
MILKGLASS_KEY=test env "$@" "[upload]
endpoint = \"http://127.0.0.1:9/v1/batches\"
spool = \"$folder\""
