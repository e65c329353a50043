#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# wheel.sh LIBRARY OUTPUT: a wheel of this folder, the shared library LIBRARY, the suite's version and Studies/methods/trimlab_method.py.
set -euo pipefail
library=$(realpath "$1") output=$2
here=$(cd "$(dirname "$0")" && pwd)
source=$here/../..
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -r "$here"/{pyproject.toml,setup.py,README.md,trimlab} "$stage"
rm -rf "$stage/trimlab/__pycache__"
cp "$library" "$stage/trimlab/"
case $library in *.so) strip --strip-unneeded "$stage/trimlab/$(basename "$library")" ;; esac
cp "$source/Studies/methods/trimlab_method.py" "$stage/trimlab/method.py"
sed -n 's/.*version = "\(.*\)"/\1/p' "$source/Sources/BuildProvenance/Library/BuildProvenance.swift" > "$stage/VERSION"
mkdir -p "$output"
rm -f "$output"/trimlab-*.whl
"${PYTHON:-python3}" -m pip wheel --quiet --no-deps --wheel-dir "$output" "$stage"
ls "$output"/trimlab-*.whl
