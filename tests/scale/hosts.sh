# shellcheck shell=bash
# Hosts that are namespaces of this machine, for the scripts beside this file to source. Needs root.
#
# A host has its network, processes, name and mounts for itself (/run, /var/log, /var/spool and
# /root are empty there), and one cable to a switch. The switch is a namespace as well, with no
# way out. All hosts see the same other files: that is their shared file system.
#
#   hosts_begin NAME...    bring them up, the first with the address ${NET}.1, and so on
#   host NAME COMMAND...   run a command there
#   host_crash NAME        all of its processes are killed; its connections are closed for it
#   host_power_off NAME    its cable goes first, so that nobody hears of its end
#   host_cut, host_mend    the cable alone
#   hosts_end

NET=192.0.2 # for examples, RFC 5737: no such address is ever routed
SWITCH=callmark-switch
declare -A HOST_PID=() # of its first process, as seen from here

# What a host does: it is there. Its files are mounted before it says so.
host_life() {
    local name=$1 ready=$2 folder
    hostname "$name"
    ip link set lo up
    for folder in /run /var/log /var/spool /root; do mount -t tmpfs -o mode=755 tmpfs "$folder"; done
    echo >"$ready"
    exec sleep infinity
}
export -f host_life

host_begin() {
    local name=$1 address=$2 ready
    ready=$WORK/hosts/$name.ready
    rm -f "$ready"
    mkfifo "$ready"
    ip netns add "callmark-$name"
    mkdir -p "/etc/netns/callmark-$name"
    cp "$WORK/hosts/names" "/etc/netns/callmark-$name/hosts"
    ip link add "to-$name" netns "$SWITCH" type veth peer name cable netns "callmark-$name"
    ip -n "$SWITCH" link set "to-$name" master bridge up
    ip -n "callmark-$name" address add "$address/24" dev cable
    ip -n "callmark-$name" link set cable up
    ip netns exec "callmark-$name" unshare --uts --pid --mount-proc --fork --kill-child \
        bash -c 'host_life "$@"' host "$name" "$ready" </dev/null 2>/dev/null &
    read -r <"$ready"
    HOST_PID[$name]=$(pgrep -P $!)
}

hosts_begin() {
    local name number=0
    mkdir -p "$WORK/hosts"
    ip netns add "$SWITCH"
    ip -n "$SWITCH" link add bridge type bridge
    ip -n "$SWITCH" link set bridge up
    echo '127.0.0.1 localhost' >"$WORK/hosts/names"
    for name; do echo "$NET.$((number += 1)) $name" >>"$WORK/hosts/names"; done
    number=0
    for name; do host_begin "$name" "$NET.$((number += 1))"; done
}

host() {
    local name=$1
    shift
    nsenter -t "${HOST_PID[$name]}" --mount --uts --net --pid -- "$@"
}

host_cut() { ip -n "$SWITCH" link set "to-$1" down; }
host_mend() { ip -n "$SWITCH" link set "to-$1" up; }
host_crash() { kill -KILL "${HOST_PID[$1]}"; }
host_power_off() { host_cut "$1" && host_crash "$1"; }

hosts_end() {
    local name
    for name in "${!HOST_PID[@]}"; do kill -KILL "${HOST_PID[$name]}" 2>/dev/null; done
    wait
    for name in "${!HOST_PID[@]}"; do
        ip netns del "callmark-$name" 2>/dev/null
        rm -rf "/etc/netns/callmark-$name"
    done
    ip netns del "$SWITCH" 2>/dev/null
    HOST_PID=()
}
