#!/usr/bin/env bash
# Makes what builds, tests and demo need: Debian packages, a Python environment and Node modules, all but the packages
# inside this folder. As root missing Debian packages are installed; otherwise they are named and this ends with 1.
set -euo pipefail
cd "$(dirname "$0")/.."

missing_tools=()
for tool in cargo rustc cc python3 node npm; do
  command -v "$tool" >/dev/null || missing_tools+=("$tool")
done
if [ ${#missing_tools[@]} -gt 0 ]; then
  echo "missing: ${missing_tools[*]} (needed: Rust 1.95, a C compiler, Python 3.9 or later, Node 20 or later)" >&2
  exit 1
fi

packages=()
need() { command -v "$1" >/dev/null || packages+=("$2"); }
need "${CHROMIUM:-chromium}" chromium
need c++ g++
need pkg-config pkg-config
need cmake cmake
need valgrind valgrind
[ -e /usr/include/cjson/cJSON.h ] || packages+=(libcjson-dev)
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
if [ ${#packages[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  else
    echo "missing Debian packages, install them first: apt-get install ${packages[*]}" >&2
    exit 1
  fi
fi

mkdir -p .build
stamp() { cat "$@" 2>/dev/null | sha256sum | cut -d' ' -f1; }

# A Python environment with what the tests and the example host need.
wanted=$(stamp tests/requirements.txt examples/python-fastapi/requirements.txt)
if [ "$(cat .build/venv/.stamp 2>/dev/null)" != "$wanted" ]; then
  echo "setting up the Python environment"
  [ -x .build/venv/bin/python ] || python3 -m venv .build/venv
  # The package itself is built later, where the tests and the demo need it.
  grep -v bindings-python examples/python-fastapi/requirements.txt > .build/host.txt
  .build/venv/bin/pip install --quiet --disable-pip-version-check -r tests/requirements.txt -r .build/host.txt
  echo "$wanted" > .build/venv/.stamp
fi

for folder in tests/e2e core/tests/consent_oracle examples/shop examples/node-express; do
  wanted=$(stamp "$folder/package.json" "$folder/package-lock.json")
  if [ "$(cat "$folder/node_modules/.stamp" 2>/dev/null)" != "$wanted" ]; then
    echo "setting up the Node modules of $folder"
    # Without scripts: the package of this repository is linked here and built later.
    (cd "$folder" && npm ci --silent --no-audit --no-fund --ignore-scripts)
    echo "$wanted" > "$folder/node_modules/.stamp"
  fi
done
