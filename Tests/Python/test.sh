#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test.sh WHEEL: installs the wheel into a fresh environment, checks its types, runs its tests and the example notebook, and says what it
# costs. Needs the command line in .build/release, or in $TRIMLAB. Exit code 75 where the environment cannot be made.
set -euo pipefail
wheel=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
export TRIMLAB=${TRIMLAB:-$root/.build/release/trimlab}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$work/python/bin/python
seconds() { date +%s.%N; }
since() { echo "$1 $(seconds)" | awk '{printf "%.2f s\n", $2 - $1}'; }

{ "${PYTHON:-python3}" -m venv "$work/python" &&
  timeout 600 "$python" -m pip install --quiet numpy scipy pandas matplotlib pytest nbconvert ipykernel safetensors mypy pandas-stubs; } || exit 75
start=$(seconds)
"$python" -m pip install --quiet --no-index "$wheel"
echo "pip install of $(du -h --apparent-size "$wheel" | cut -f 1): $(since "$start")"
cd "$work"
start=$(seconds)
"$python" -c 'import trimlab; trimlab.predict(100, 5)'
echo "first predict, Python's start and imports included: $(since "$start")"

"$python" -m mypy --strict --package trimlab
"$python" -m pytest --quiet -p no:cacheprovider "$root/Tests/Python" --durations 5
"$TRIMLAB" run "$root/Studies/quickstart.yaml" --trials 5 --output "$work/quickstart" >/dev/null
TRIMLAB_RUN=$work/quickstart "$python" -m jupyter nbconvert --to notebook --execute --output-dir "$work" \
  "$root/Sources/Python/examples/from_a_law_to_a_figure.ipynb" --log-level ERROR
grep -q '"image/png"' "$work/from_a_law_to_a_figure.ipynb"
"$python" "$root/Tests/Python/cost.py"
echo "The wheel passed."
