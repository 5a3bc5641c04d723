# shellcheck shell=bash
# Slurm, for `run`.

slurm_ready() {
    local tool
    for tool in sbatch munged slurmctld slurmd; do
        [[ $(command -v $tool || command -v /usr/sbin/$tool) ]] || { echo "there is no $tool"; return 1; }
    done
}

# Times are short: what is minutes in a real cluster would be minutes here.
make_slurm() {
    local path
    mkdir "$SLURM"
    head -c 128 /dev/urandom >"$SLURM/munge.key"
    chown munge: "$SLURM/munge.key"
    chmod 400 "$SLURM/munge.key"
    for path in "$WORK" "$SLURM"; do chmod a+x "$path"; done
    echo 'CgroupPlugin=cgroup/v1' >"$SLURM/cgroup.conf"
    cat >"$SLURM/slurm.conf" <<END
ClusterName=callmark
SlurmctldHost=control
SlurmUser=root
AuthInfo=socket=/run/munge/munge.socket.2,cred_expire=5
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
StateSaveLocation=$SLURM/state
SlurmdSpoolDir=/var/spool/slurmd
SlurmctldPidFile=/run/slurmctld.pid
SlurmdPidFile=/run/slurmd.pid
SlurmctldLogFile=/var/log/slurmctld.log
SlurmdLogFile=/var/log/slurmd.log
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=2,bf_interval=2
ReturnToService=2
RequeueExit=75
SlurmdTimeout=5
SlurmctldTimeout=30
InactiveLimit=0
KillWait=2
NodeName=n[1-4] CPUs=1 RealMemory=100 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
    cat >"$SLURM/job" <<END
#!/bin/bash
#SBATCH --requeue --open-mode=append --output=$SLURM/log
exec $WORK/task \$SLURM_ARRAY_TASK_ID $WORK/parts
END
}

# On the host $1, in the background, as a process that ends with it.
slurm_daemon() {
    local node=$1
    shift
    host "$node" "$@" -D -f "$SLURM/slurm.conf" </dev/null >>"$SLURM/daemons.log" 2>&1 &
}

slurm_begin() {
    local node try
    SLURM=$WORK/slurm
    export SLURM_CONF=$SLURM/slurm.conf
    [[ -d $SLURM ]] || make_slurm
    rm -rf "$SLURM/state"
    mkdir "$SLURM/state"
    for node in control "${NODES[@]}"; do
        host "$node" install -d -o munge -m 755 /run/munge /var/log/munge
        host "$node" setpriv --reuid=munge --regid=munge --clear-groups munged \
            --key-file="$SLURM/munge.key" --pid-file=/run/munge/munged.pid \
            --seed-file=/run/munge/seed --log-file=/var/log/munge/munged.log
    done
    slurm_daemon control slurmctld
    for node in "${NODES[@]}"; do
        host "$node" mkdir -p /var/spool/slurmd
        slurm_daemon "$node" slurmd -N "$node"
    done
    for try in {1..300}; do
        [[ $(host control sinfo -h -N -t idle -o %N 2>/dev/null | sort -u | wc -l) == "${#NODES[@]}" ]] && return
        sleep .1
    done
    tail -5 "$SLURM/daemons.log"
    return 1
}

slurm_mark() {
    local job try
    job=$(host control sbatch --parsable --array="0-$((SHARDS - 1))" "$SLURM/job")
    for try in {1..400}; do
        [[ $(host control squeue -h -j "$job" -o %A 2>/dev/null) ]] || break
        sleep .5
    done
    check 'slurm: the array ends' test "$try" -lt 400
}
