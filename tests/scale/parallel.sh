# shellcheck shell=bash
# GNU parallel over ssh, for `run`.

parallel_ready() {
    local tool
    for tool in parallel ssh sshd ssh-keygen; do
        [[ $(command -v $tool || command -v /usr/sbin/$tool) ]] || { echo "there is no $tool"; return 1; }
    done
}

# Keys of their own, and connections that notice when nobody is there.
make_ssh() {
    local node
    mkdir -p "$SSH/home"
    ssh-keygen -q -t ed25519 -N '' -f "$SSH/key"
    ssh-keygen -q -t ed25519 -N '' -f "$SSH/host"
    cat >"$SSH/sshd_config" <<END
HostKey $SSH/host
AuthorizedKeysFile $SSH/key.pub
StrictModes no
UsePAM no
PasswordAuthentication no
PidFile /run/sshd.pid
MaxStartups 100
END
    cat >"$SSH/config" <<END
IdentityFile $SSH/key
IdentitiesOnly yes
UserKnownHostsFile $SSH/known
StrictHostKeyChecking accept-new
LogLevel ERROR
ConnectTimeout 2
ServerAliveInterval 1
ServerAliveCountMax 3
END
    for node in "${NODES[@]}"; do echo "1/$node"; done >"$SSH/hosts"
    touch "$SSH/home/will-cite"
}

parallel_begin() {
    local node try
    SSH=$WORK/ssh
    [[ -d $SSH ]] || make_ssh
    for node in "${NODES[@]}"; do
        host "$node" sh -c "mkdir -p /run/sshd && exec $(command -v sshd || echo /usr/sbin/sshd) -f $SSH/sshd_config"
        for try in {1..50}; do host control ssh -F "$SSH/config" "root@$node" true 2>/dev/null && break; sleep .1; done
        ((try < 50)) || return 1
    done
}

parallel_mark() {
    rm -f "$SSH/log"
    host control env PARALLEL_SSH="ssh -l root -F $SSH/config" PARALLEL_HOME="$SSH/home" \
        parallel --sshloginfile "$SSH/hosts" --retries 8 --joblog "$SSH/log" \
        "$WORK/task" {} "$WORK/parts" ::: $(seq 0 $((SHARDS - 1))) >"$SSH/out" 2>&1
    check 'parallel: ends well' test $? = 0
}
