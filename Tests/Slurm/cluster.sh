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
# A requeued job waits for as long as credentials hold before it starts again: two minutes by default.
AuthInfo=socket=$dir/munge/socket,cred_expire=5
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

# A pair of ports that nobody listens at.
free_port() {
  local port
  for port in $(seq 26817 10 27817); do
    (: < /dev/tcp/127.0.0.1/$port || : < /dev/tcp/127.0.0.1/$((port + 1))) 2>/dev/null || { echo "$port"; return; }
  done
}

command=$1 dir=$(mkdir -p "$2" && cd "$2" && pwd) port=$(free_port)
"$command"
