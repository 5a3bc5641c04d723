An engine that cuts lines into partitions, pipes each through the filter and tries again what
failed, as Spark's `pipe` does with checkCode. This is a model of one, in a shell: a task
that ends badly is done anew from its whole partition, four times at most, and its output
counts only when it has ended well.

  $ . "$ROOT"/tests/stories/counter.sh
  $ calls() { seq "$@" | sed 's/.*/{"call":"P-&","turns":[{"role":"agent","text":"good morning, it is nice to see you"}]}/'; }
  $ task() {
  >     for attempt in 1 2 3 4; do
  >         ATTEMPT=$attempt bash -c "$1" <"$2" >"$2.attempt" 2>>"$2.log" && mv "$2.attempt" "$2.out" && return
  >     done
  >     echo "$2: failed $attempt times"
  > }
  $ job() {
  >     rm -f share.*
  >     split -n "l/$2" -a 2 "$3" share.
  >     for share in share.??; do task "$1" "$share"; done
  >     cat share.??.out >out.ndjson
  > }
  $ export FILTER='callmark score -q -r counter.yaml --from=ndjson -j1 -'
  $ { calls 1000; echo broken; calls 1001 2000; } >calls.ndjson
  $ $FILTER <calls.ndjson 2>/dev/null | sed 's/"line":[0-9]*/"line":N/' >one.ndjson

However it is cut, also into more partitions than there are lines, the same comes of it:

  $ for shares in 1 3 17; do
  >     job "$FILTER" $shares calls.ndjson
  >     sed 's/"line":[0-9]*/"line":N/' out.ndjson | cmp - one.ndjson || echo "differs at $shares"
  > done
  $ head -3 calls.ndjson >few.ndjson
  $ job "$FILTER" 7 few.ndjson
  $ cmp out.ndjson <(head -3 one.ndjson)

A task that is killed in the middle of its lines has written some of them. It is the status
that tells, and the next attempt gives all:

  $ cat >dies <<'END'
  > if [[ $ATTEMPT == 1 ]]; then
  >     exec 3>&1
  >     coproc CALLMARK { exec $FILTER --line-buffered >&3; }
  >     head -50 >&"${CALLMARK[1]}"
  >     while [[ $(wc -l <"/proc/$$/fd/3") -lt 50 ]]; do sleep .01; done
  >     kill -KILL "$CALLMARK_PID"
  >     wait "$CALLMARK_PID"
  >     exit
  > fi
  > exec $FILTER
  > END
  $ job "$(cat dies)" 3 calls.ndjson
  $ sed 's/"line":[0-9]*/"line":N/' out.ndjson | cmp - one.ndjson

An engine that does not look at the status takes such a beginning for all, and only a count
tells: lines are as many as first parts and errors.

  $ ATTEMPT=1 bash -c "$(cat dies)" <share.aa >cut.ndjson 2>/dev/null
  [137]
  $ wc -l <cut.ndjson
  50

What no attempt can cure fails each time, with a status that says so, and stops the job:

  $ job "$FILTER --strict" 3 calls.ndjson
  share.ab: failed 4 times
