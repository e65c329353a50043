#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A study through `trimlab submit` on a real Slurm: an array of four tasks, one of them queued again midway by Slurm and
# one by its own script on SIGTERM; merged, it is the local run. Takes two minutes; needs root, slurm-wlm, munge.
#
#   Tests/Slurm/test.sh [folder of the built trimlab]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
trimlab=$(cd "${1:-$here/../../.build/release}" && pwd)/trimlab

skip() { echo "Slurm test skipped: $*"; exit 0; }
fail() { echo "Slurm test FAILED: $*" >&2; tail -n 30 "$run"/*.log "$dir"/slurm/log/slurmctld >&2 || true; exit 1; }
[ "$(id -u)" = 0 ] || skip "starting Slurm's daemons needs root"
for program in slurmctld slurmd munged sbatch; do
  command -v $program >/dev/null || skip "$program is not installed (apt install slurm-wlm munge)"
done

# A space in the path: scripts must quote.
dir=$(mktemp -d) run="$dir/shared disk/run"
trap '"$here/cluster.sh" stop "$dir/slurm"; rm -rf "$dir"' EXIT
"$here/cluster.sh" start "$dir/slurm"
. "$dir/slurm/environment"

cat > "$dir/study.yaml" <<STUDY
study: slurm
claim: recovery-law
seed: 5
grid: {dimension: [100, 200], sparsity: [5, 10], samples: {relative-to: predicted, from: 0.8, to: 1.2, count: 4}}
trials: {each: ${TRIALS:-16000}}
STUDY

# Waits until the command that is given succeeds, for at most three minutes.
await() {
  for _ in $(seq 900); do
    if "$@"; then return; fi
    sleep 0.2
  done
  fail "waited in vain for: $*"
}
stored() {
  [ "$("$trimlab" status "$run/shards-of-4/$1" --json 2>/dev/null | sed -n 's/^  "done" : \([0-9]*\),$/\1/p')" -gt 0 ] 2>/dev/null
}
over() { [ -z "$(squeue --noheader --jobs="$1" 2>/dev/null)" ]; }

"$trimlab" submit "$dir/study.yaml" --shards 4 --output "$run" --sbatch-option=--time=10 \
  --sbatch-option='--comment=a study' | tee "$dir/submitted"
jobs=$(sed -n 's/.*: job \([0-9]*\)$/\1/p' "$dir/submitted")
[ "$(echo "$jobs" | wc -l)" = 3 ] || fail "no three jobs"
array=$(echo "$jobs" | head -n 1) report=$(echo "$jobs" | tail -n 1)

await stored 1
scontrol requeue "${array}_1" || fail "task 1 was over before it could be requeued"
await stored 2
scancel --signal=TERM --batch "${array}_2" || fail "task 2 was over before it could be signalled"
await over "$report"

[ -f "$run/report.html" ] || fail "no report"
for task in 1 2; do
  grep -q "interrupted with" "$run/shard-$task.log" || fail "task $task was not interrupted"
  [ "$("$trimlab" status "$run/shards-of-4/$task" --json | sed -n 's/^  "sessions" : \([0-9]*\),$/\1/p')" -gt 1 ] ||
    fail "task $task did not go on"
done

"$trimlab" run "$dir/study.yaml" --output "$dir/local" --no-figures >/dev/null
# The last column is of seconds.
for folder in "$run" "$dir/local"; do sed 's/,[^,]*$//' "$folder/cells.csv"; done > "$dir/both"
lines=$(wc -l < "$dir/local/cells.csv")
[ "$lines" = 17 ] || fail "17 lines expected in cells.csv, not $lines"
cmp <(head -n "$lines" "$dir/both") <(tail -n "$lines" "$dir/both") || fail "cells.csv differs from the local run's"
cmp "$run/summary.csv" "$dir/local/summary.csv" || fail "summary.csv differs from the local run's"

# A task that the user cancels stays cancelled.
"$trimlab" submit "$dir/study.yaml" --shards 1 --trials 10000000 --output "$run-2" > "$dir/submitted"
array=$(sed -n 's/.*array.*: job \([0-9]*\)$/\1/p' "$dir/submitted")
run="$run-2"
stored_once() { grep -qs . "$run"/shards-of-1/1/trials.sqlite-wal; }
await stored_once
scancel "$array"
await over "$array"
grep -q "interrupted with" "$run/shard-1.log" || fail "the cancelled task was not interrupted"
[ "$(squeue --noheader --states=all --format=%T --jobs="$array")" = CANCELLED ] || fail "the cancelled task is queued again"
echo "Slurm test passed."
