#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real Slurm on this machine alone, for tests: munged, slurmctld and slurmd on 127.0.0.1, all their files in one folder.
#
#   cluster.sh start DIR     needs root, slurm-wlm and munge; leaves DIR/environment to be sourced by clients
#   cluster.sh stop DIR
set -euo pipefail

start() {
  mkdir -p "$dir"/{state,spool,log,munge}
  chmod 700 "$dir/munge"
  head -c 1024 /dev/urandom > "$dir/munge/key"
  chmod 400 "$dir/munge/key"
  cat > "$dir/slurm.conf" <<CONF
ClusterName=trimlab
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=root
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmctldLogFile=$dir/log/slurmctld
SlurmdLogFile=$dir/log/slurmd
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
KillWait=30
JobRequeue=1
# A requeued job waits for its old start to be well over; here it may go at once.
SchedulerParameters=sched_interval=2
MinJobAge=300
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=2000 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
  munged --force --key-file="$dir/munge/key" --socket="$dir/munge/socket" --pid-file="$dir/munge/pid" \
    --log-file="$dir/log/munged" --seed-file="$dir/munge/seed" 2>>"$dir/log/munged"
  export SLURM_CONF="$dir/slurm.conf"
  slurmctld -c && slurmd
  echo "export SLURM_CONF='$SLURM_CONF'" > "$dir/environment"
  for _ in $(seq 100); do
    sinfo -h -o %T 2>/dev/null | grep -q idle && return
    sleep 0.2
  done
  tail -n 20 "$dir"/log/* >&2
  echo "cluster.sh: no node became idle" >&2
  exit 1
}

stop() {
  for pid in "$dir"/slurmd.pid "$dir"/slurmctld.pid "$dir"/munge/pid; do
    [ -f "$pid" ] && kill "$(cat "$pid")" 2>/dev/null || true
  done
}

command=$1 dir=$(mkdir -p "$2" && cd "$2" && pwd) port=${SLURM_TEST_PORT:-26817}
"$command"
